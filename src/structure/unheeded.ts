import type { DecidedPart, DecidedSpeaker } from './decided-parts.js';
import type { Division, Leaf } from './division.js';
import { leavesOf } from './parts.js';

/** Who speaks under each label of a structure, where an editor decided it, by the label's offset. */
export function decidedSpeakers(
  body: Division,
  speakers: readonly DecidedSpeaker[],
): ReadonlyMap<number, DecidedSpeaker> {
  const labels = labelsOf(body);
  return new Map(
    speakers.flatMap((speaker): [number, DecidedSpeaker][] => {
      const label = labels.find((leaf) => isWithin(leaf, speaker.span.start));
      return label === undefined ? [] : [[label.span.start, speaker]];
    }),
  );
}

/** Offsets of decided speakers under whom nobody speaks: the genre has no speeches. */
export function unheededSpeakers(body: Division, speakers: readonly DecidedSpeaker[]): number[] {
  const labels = labelsOf(body);
  return speakers
    .filter(({ span }) => !labels.some((leaf) => isWithin(leaf, span.start)))
    .map(({ span }) => span.start);
}

/** Offsets of decided parts that the structure does not have. */
export function unheededParts(
  body: Division,
  parts: readonly DecidedPart[],
  heeded: ReadonlySet<DecidedPart>,
): number[] {
  const leaves = leavesOf(body);
  return parts
    .filter((decided) => {
      if (heeded.has(decided)) return false;
      const found = leaves.find((leaf) => isWithin(leaf, decided.offset));
      if (found === undefined) return true;
      if (decided.part === 'introduction' || decided.part === 'headnote') return !isIntroduced(body, found);
      return found.part !== decided.part;
    })
    .map(({ offset }) => offset);
}

function labelsOf(body: Division): Leaf[] {
  return leavesOf(body).filter(({ part }) => part === 'speaker');
}

function isWithin({ span }: Leaf, offset: number): boolean {
  return offset >= span.start && offset < span.end;
}

/** Whether a leaf stands in an introduction. */
function isIntroduced(division: Division, leaf: Leaf): boolean {
  if (division.kind === 'leaf') return false;
  if (division.attributes?.['type'] === 'introduction') return leavesOf(division).includes(leaf);
  return division.children.some((child) => isIntroduced(child, leaf));
}
