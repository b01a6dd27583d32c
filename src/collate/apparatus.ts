import { element, text, type TeiElement, type TeiNode } from '../tei/node.js';
import type { Absence } from './absences.js';
import type { Collation } from './collate.js';
import { placeEntry, type EntryPlace, type Surroundings } from './entry-place.js';
import { movedColumns, readingsOf, tokensIn, type PlaceReading } from './readings.js';
import type { Segment } from './segments.js';
import type { TextRun } from './text-blocks.js';
import type { Token } from './token.js';
import type { EntryRange } from './weave-run.js';

/** What an apparatus is made of. */
export interface ApparatusInput {
  readonly collation: Collation;
  readonly segments: readonly Segment[];
  readonly absences: readonly Absence[];
  /** The base's runs, by number. */
  readonly runs: readonly TextRun[];
  /** The pointer to each witness, by number: `#x-witness-A`. */
  readonly pointers: readonly string[];
  /** The id of an entry, by its number from 1 on. */
  entryId(number: number): string;
  /** The id of an entry that holds signs alone, by its number from 1 on. */
  markId(number: number): string;
}

/** Variations, the least first: an entry is of the kind of its greatest. */
const byWeight = ['none', 'layout', 'punctuation', 'orthographic', 'substantive'] as const;

/**
 * The entries of the apparatus, in the order of the text, by the number of their run (Guidelines, 13.2.3, the parallel
 * segmentation method; 13.1.5 for fragments).
 */
export function entriesOf(input: ApparatusInput): Map<number, EntryRange[]> {
  const { segments, collation } = input;
  const byRun = new Map<number, EntryRange[]>(input.runs.map(({ number }) => [number, []]));
  const ids = new Map(
    segments
      .filter(({ kind }) => kind === 'variation')
      .map((segment, index) => [segment, input.entryId(index + 1)] as const),
  );
  const moved = movedColumns(collation);
  const readings = new Map([...ids.keys()].map((segment) => [segment, readingsOf(collation, segment, moved)] as const));
  const links = linksOf(ids, readings);
  const marks = marksOf(input);
  const baseTokens = segments.map((segment) => tokensIn(collation, 0, segment));
  const surroundings = surroundingsOf(input, baseTokens);
  let marked = 0;
  segments.forEach((segment, index) => {
    const entries = byRun.get(segment.run) ?? [];
    byRun.set(segment.run, entries);
    const around = surroundings(index);
    const base = baseTokens[index] ?? [];
    const place = readings.get(segment);
    const entryPlace = place === undefined ? undefined : placeEntry(base, place, around);
    const startsAt = entryPlace?.start ?? base[0]?.start ?? around.after?.start ?? around.before?.end ?? 0;
    const before = marks.before.get(segment.first) ?? [];
    if (before.length > 0) entries.push(markEntry(input, segment, before, startsAt, input.markId(++marked)));
    if (place !== undefined && entryPlace !== undefined) {
      const own = {
        id: ids.get(segment) ?? '',
        place: entryPlace,
        isAtStart: entryPlace.end <= 1 || base[0]?.start === 1,
      };
      entries.push({
        start: entryPlace.start,
        end: entryPlace.end,
        element: (lemma) => entry(input, place, own, lemma, links),
      });
    }
  });
  return byRun;
}

/** The entry of a place of variation. */
function entry(
  { pointers }: ApparatusInput,
  readings: readonly PlaceReading[],
  own: { readonly id: string; readonly place: EntryPlace; readonly isAtStart: boolean },
  lemma: readonly TeiNode[],
  links: ReadonlyMap<number, readonly string[]>,
): TeiElement {
  const type = byWeight.findLast((variation) => readings.some((reading) => reading.variation === variation));
  const children = readings.map((reading, index) => {
    const wit = reading.witnesses.map((witness) => pointers[witness] ?? '').join(' ');
    const others = reading.transpositions.flatMap((number) => links.get(number) ?? []).filter((id) => id !== own.id);
    const corresp = others.length === 0 ? undefined : others.map((id) => `#${id}`).join(' ');
    if (index === 0) return element('lem', { wit, corresp }, lemma);
    const kind = { type: reading.variation === 'none' ? undefined : reading.variation, subtype: reading.subtype };
    return element('rdg', { wit, ...kind, corresp }, readingNodes(reading.tokens, own.place, own.isAtStart));
  });
  return element('app', { 'xml:id': own.id, type: type === 'none' ? undefined : type }, children);
}

/** A reading's text; where its witness begins a paragraph, there is a milestone. */
function readingNodes(tokens: readonly Token[], place: EntryPlace, isAtStart: boolean): TeiNode[] {
  const nodes: TeiNode[] = [];
  let piece = '';
  tokens.forEach(({ form, spaced, opensBlock }, index) => {
    if (spaced && (index > 0 || place.blankBefore)) piece += ' ';
    if (opensBlock && !(index === 0 && isAtStart)) {
      if (piece !== '') nodes.push(text(piece));
      nodes.push(element('milestone', { unit: 'paragraph' }));
      piece = '';
    }
    piece += form;
  });
  if (place.blankAfter && tokens.length > 0) piece += ' ';
  if (piece !== '') nodes.push(text(piece));
  return nodes;
}

/** The ids of the entries that each transposition is told in, by its number. */
function linksOf(
  ids: ReadonlyMap<Segment, string>,
  readings: ReadonlyMap<Segment, readonly PlaceReading[]>,
): Map<number, string[]> {
  const links = new Map<number, string[]>();
  for (const [segment, places] of readings) {
    for (const number of places.flatMap(({ transpositions }) => transpositions)) {
      links.set(number, [...(links.get(number) ?? []), ids.get(segment) ?? '']);
    }
  }
  return links;
}

/** A sign that a witness begins, breaks off or goes on. */
interface Mark {
  readonly witness: number;
  readonly name: 'witStart' | 'witEnd' | 'lacunaStart' | 'lacunaEnd';
}

/** The signs that stand before a column; absences end before a column, or with the text. */
function marksOf({ absences }: ApparatusInput): { before: Map<number, Mark[]> } {
  const before = new Map<number, Mark[]>();
  const add = (column: number, mark: Mark): void => {
    before.set(column, [...(before.get(column) ?? []), mark]);
  };
  for (const { witness, first, last, kind } of absences) {
    if (kind !== 'before') add(first, { witness, name: kind === 'after' ? 'witEnd' : 'lacunaStart' });
    if (kind !== 'after') add(last + 1, { witness, name: kind === 'before' ? 'witStart' : 'lacunaEnd' });
  }
  return { before };
}

/** An entry without words, for signs alone. */
function markEntry(
  { pointers }: ApparatusInput,
  { active }: Segment,
  marks: readonly Mark[],
  at: number,
  id: string,
): EntryRange {
  const marked = new Set(marks.map(({ witness }) => witness));
  const others = active.filter((witness) => !marked.has(witness)).map((witness) => pointers[witness] ?? '');
  return {
    start: at,
    end: at,
    element: () =>
      element('app', { 'xml:id': id }, [
        element('lem', { wit: others.join(' ') }),
        ...marks.map(({ witness, name }) => element('rdg', { wit: pointers[witness] ?? '' }, [element(name)])),
      ]),
  };
}

/** What stands around each segment, by its index. */
function surroundingsOf(
  { segments, runs }: ApparatusInput,
  baseTokens: readonly (readonly Token[])[],
): (index: number) => Surroundings {
  const before: (Token | undefined)[] = [];
  let last: Token | undefined;
  for (const tokens of baseTokens) {
    before.push(last);
    last = tokens.at(-1) ?? last;
  }
  return (index) => {
    const segment = segments[index];
    const next = segments[index + 1];
    const run = segment?.run ?? 0;
    const previous = before[index]?.block === run ? before[index] : undefined;
    let following: Token | undefined;
    for (let at = index + 1; following === undefined && segments[at]?.run === run; at++)
      following = baseTokens[at]?.[0];
    const goesOnAlike =
      next?.kind === 'agreement' && next.run === run && next.active.join(' ') === segment?.active.join(' ');
    return {
      text: runs[run]?.text ?? '',
      goesOnAlike,
      ...(previous === undefined ? {} : { before: previous }),
      ...(following === undefined ? {} : { after: following }),
    };
  };
}
