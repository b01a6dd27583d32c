import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { positionAt, type SourceFile } from '../source/source-file.js';
import { contains, type Span } from '../source/span.js';
import type { PlacedDecision, Verdict } from './decision.js';

/** A decision at one of its places. */
interface Placed {
  readonly decision: PlacedDecision;
  readonly place: Span;
}

/** What decisions make a name or a date of words, and what takes such a reading away. */
const naming: ReadonlySet<Verdict['kind']> = new Set(['person', 'place', 'organisation', 'date'] as const);
/** What decisions say of a block as a whole: two of them at its beginning are about the same. */
const ofBlocks: ReadonlySet<Verdict['kind']> = new Set(['part', 'join', 'split', 'noteFor'] as const);

/**
 * Leaves out decisions that stand against each other at a place, and reports each such pair, with the place of both in
 * the sidecar. What is decided for a single place goes before what is decided for every place that reads so.
 */
export function withoutContradictions(
  decisions: readonly PlacedDecision[],
  source: SourceFile,
  report: Report,
): PlacedDecision[] {
  const all = decisions
    .flatMap((decision) => decision.places.map((place): Placed => ({ decision, place })))
    .sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  const refused = new Set<Placed>();
  const told = new Set<string>();
  let open: Placed[] = [];
  for (const placed of all) {
    open = open.filter((other) => other.place.end > placed.place.start);
    for (const other of open) {
      if (other.decision === placed.decision || !standAgainst(other, placed)) continue;
      if (other.decision.every !== placed.decision.every) {
        refused.add(other.decision.every ? other : placed);
        continue;
      }
      refused.add(other);
      refused.add(placed);
      reportPair(other, placed, source, told, report);
    }
    open.push(placed);
  }
  const left = new Map<PlacedDecision, Span[]>();
  for (const placed of all) {
    if (refused.has(placed)) continue;
    const places = left.get(placed.decision);
    if (places === undefined) left.set(placed.decision, [placed.place]);
    else places.push(placed.place);
  }
  return decisions.flatMap((decision) => {
    const places = left.get(decision);
    return places === undefined ? [] : [{ ...decision, places }];
  });
}

/** Whether two decisions on overlapping places cannot both be right. */
function standAgainst(a: Placed, b: Placed): boolean {
  const [one, other] = [a.decision.verdict, b.decision.verdict];
  const isSamePlace = a.place.start === b.place.start && a.place.end === b.place.end;
  if (isSamePlace && JSON.stringify(one) === JSON.stringify(other)) return false;
  if (naming.has(one.kind) && naming.has(other.kind)) return !isPlaceInName(a, b) && !isPlaceInName(b, a);
  if (refuses(one, other) || refuses(other, one)) return true;
  if (ofBlocks.has(one.kind) && ofBlocks.has(other.kind)) {
    return a.place.start === b.place.start && !isDivided(one, other);
  }
  if (one.kind !== other.kind || one.kind === 'not') return false;
  // Two corrections, two languages, two speakers … of the same words; one within the other may be meant.
  return isSamePlace || one.kind === 'correct';
}

/** Whether one of two decisions only makes a block begin at the words, so that the other may say what the block is. */
function isDivided(one: Verdict, other: Verdict): boolean {
  return (one.kind === 'split' && other.kind !== 'join') || (other.kind === 'split' && one.kind !== 'join');
}

/** The place in the name of an organisation: "the Budapest committee". */
function isPlaceInName(inner: Placed, outer: Placed): boolean {
  return (
    inner.decision.verdict.kind === 'place' &&
    outer.decision.verdict.kind === 'organisation' &&
    contains(outer.place, inner.place) &&
    !contains(inner.place, outer.place)
  );
}

/** Whether `one` says that words are not what `other` says they are. */
function refuses(one: Verdict, other: Verdict): boolean {
  if (one.kind !== 'not') return false;
  if (one.what === 'name') return naming.has(other.kind) && other.kind !== 'date';
  if (one.what === 'error') return other.kind === 'correct';
  return one.what === 'note' ? other.kind === 'marker' : one.what === other.kind;
}

function reportPair(a: Placed, b: Placed, source: SourceFile, told: Set<string>, report: Report): void {
  const [first, second] = [a.decision, b.decision].sort((x, y) => offsetOf(x) - offsetOf(y));
  if (first === undefined || second === undefined) return;
  const pair = `${offsetOf(first)} ${offsetOf(second)}`;
  if (told.has(pair)) return;
  told.add(pair);
  const { line, column } = positionAt(source, Math.max(a.place.start, b.place.start));
  const at = first.origin.position;
  report(
    diagnostic(
      'edition/decisions-contradict',
      `This decision says that “${second.quote}” ${meaning(second.verdict)}; the one in line ${at?.line ?? 0}, column ${at?.column ?? 0}, says that “${first.quote}” ${meaning(first.verdict)} (${source.path}:${line}:${column}). Neither was applied there.`,
      { ...second.origin, help: 'Remove one of the two, or quote the places so that they do not meet.' },
    ),
  );
}

function offsetOf({ origin }: PlacedDecision): number {
  return origin.span?.start ?? 0;
}

/** What a decision says of its words, as the end of a sentence. */
function meaning(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'person':
    case 'place':
    case 'organisation':
      return `is the ${verdict.kind} ${verdict.id}`;
    case 'date':
      return `is the date ${Object.values(verdict.value).join(' – ')}`;
    case 'correct':
      return `should read “${verdict.text}”`;
    case 'not':
      return `is no ${verdict.what === 'note' ? 'marker of a note' : verdict.what}`;
    case 'language':
    case 'gloss':
      return `is ${verdict.kind === 'gloss' ? 'a gloss ' : ''}in the language ${verdict.tag}`;
    case 'supplied':
      return 'was supplied by an editor';
    case 'gap':
      return 'marks an omission';
    case 'part':
      return `begins a block that is ${verdict.part}`;
    case 'join':
      return 'continues the paragraph before it';
    case 'split':
      return 'begins a paragraph';
    case 'noteFor':
      return `begins the text of note ${verdict.marker}`;
    case 'marker':
      return `is the marker of note ${verdict.number}`;
    case 'speaker':
      return `begins a speech of ${verdict.id}`;
    case 'genre':
      return `begins a division of the genre ${verdict.genre}`;
  }
}
