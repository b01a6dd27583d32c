import type { Annotation, AnnotationKind } from '../annotation.js';

/** Which of two findings that cannot both stand is kept: an editor's word first, then what is surest by its form. */
const priority: readonly AnnotationKind[] = [
  'pb',
  'lb',
  'note',
  'correction',
  'sic',
  'gap',
  'gloss',
  'supplied',
  'stage',
  'idno',
  'bibl',
  'biblScope',
  'editor',
  'pubPlace',
  'publisher',
  'title',
  'date',
  'persName',
  'orgName',
  'abbreviation',
  'placeName',
  'roleName',
  'ref',
  'foreign',
  'hi',
  'said',
];

/** Of two findings with the same words, the one that stands outside. */
const outermost: readonly AnnotationKind[] = [
  'said', 'bibl', 'editor', 'pubPlace', 'publisher', 'hi', 'ref', 'title', 'biblScope', 'supplied', 'gloss', 'foreign', 'stage', 'note', 'idno', 'roleName', 'orgName', 'persName',
  'placeName', 'date', 'sic', 'correction', 'abbreviation', 'gap', 'pb', 'lb',
]; // prettier-ignore

const names: ReadonlySet<AnnotationKind> = new Set([
  'persName',
  'placeName',
  'orgName',
  'roleName',
  'date',
  'idno',
] as const);

/** True of what becomes an element that TEI allows nothing but text in (`idno`, the `desc` of a `gap`): no note, no page break. */
export function holdsText(kind: AnnotationKind): boolean {
  return kind === 'gap' || kind === 'idno';
}

/** True where TEI, and sense, allow `inner` inside `outer`. */
function mayContain(outer: AnnotationKind, inner: AnnotationKind): boolean {
  if (inner === 'pb' || inner === 'lb' || inner === 'correction' || inner === 'supplied' || inner === 'sic')
    return !holdsText(outer);
  switch (outer) {
    case 'gap':
    case 'pb':
    case 'lb':
    case 'abbreviation':
    case 'idno':
      return false;
    case 'persName':
    case 'date':
    case 'placeName':
      return !names.has(inner) && inner !== 'note' && inner !== 'said' && inner !== 'stage';
    case 'orgName':
      if (inner === 'placeName' || inner === 'persName') return true;
      return !names.has(inner) && inner !== 'note' && inner !== 'said' && inner !== 'stage';
    case 'roleName':
      return inner === 'orgName' || inner === 'placeName' || inner === 'abbreviation';
    case 'sic':
    case 'correction':
      return inner !== 'date' && inner !== 'note' && inner !== 'said';
    default:
      return outer !== inner || outer === 'said';
  }
}

/**
 * Settles findings that cross each other or cannot stand in each other, in one pass over the text: what is left is
 * properly nested and sorted as it will be written.
 */
export function settleOverlaps(annotations: readonly Annotation[]): Annotation[] {
  const sorted = [...annotations].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      // An empty element at the beginning of others stands before them: a page begins before its first name.
      Number(isEmpty(b)) - Number(isEmpty(a)) ||
      b.span.end - a.span.end ||
      outermost.indexOf(a.kind) - outermost.indexOf(b.kind),
  );
  const kept: Annotation[] = [];
  const dropped = new Set<Annotation>();
  let open: Annotation[] = [];
  for (const annotation of sorted) {
    open = open.filter((other) => other.span.end > annotation.span.start && !dropped.has(other));
    const conflicts = open.filter((other) => conflict(other, annotation));
    if (conflicts.some((other) => rank(other) <= rank(annotation))) continue;
    for (const other of conflicts) dropped.add(other);
    kept.push(annotation);
    open.push(annotation);
  }
  return kept.filter((annotation) => !dropped.has(annotation));
}

function isEmpty({ span }: Annotation): boolean {
  return span.start === span.end;
}

function conflict(earlier: Annotation, later: Annotation): boolean {
  if (earlier.span.end < later.span.end) return true;
  const same = earlier.span.start === later.span.start && earlier.span.end === later.span.end;
  if (same && earlier.kind === later.kind) return true;
  return !mayContain(earlier.kind, later.kind);
}

function rank(annotation: Annotation): number {
  return annotation.recognizer === 'decision' ? -1 : priority.indexOf(annotation.kind);
}
