/** The most characters of context, white space collapsed, that are compared. */
export const LONGEST_CONTEXT = 480;

/** How the surroundings of two places compare. */
interface Comparison {
  /** Characters that they have in common, up to {@link LONGEST_CONTEXT}. */
  readonly shared: number;
  /** Below 0 where the first stands before the second in the order of their code units. */
  readonly order: number;
}

/**
 * How many characters of the surroundings of each place are those of another of the places as well: a longer context
 * tells it from all others. White space counts as one blank, and none at the place itself.
 *
 * In the order of their surroundings the places that share most with one another are neighbours, so that each is compared
 * with few others.
 *
 * @param offsets of different places in `text`. @param direction 1 for what follows them, -1 for what stands before them.
 * @returns a length for each offset, in their order; where there is only one, 0.
 */
export function sharedContexts(text: string, offsets: readonly number[], direction: 1 | -1): number[] {
  const shared = offsets.map(() => 0);
  const begins = offsets.map((offset) => pastSpace(text, offset, direction));
  const order = begins.map((begin, index) => ({ begin, index }));
  order.sort((a, b) => compared(text, a.begin, b.begin, direction).order);
  for (const [i, place] of order.entries()) {
    const next = order[i + 1];
    if (next === undefined) break;
    const common = compared(text, place.begin, next.begin, direction).shared;
    for (const { index } of [place, next]) shared[index] = Math.max(shared[index] ?? 0, common);
  }
  return shared;
}

function compared(text: string, first: number, second: number, direction: 1 | -1): Comparison {
  let a = first;
  let b = second;
  for (let shared = 0; shared < LONGEST_CONTEXT; shared++) {
    const one = characterAt(text, a, direction);
    const other = characterAt(text, b, direction);
    if (one !== other) return { shared, order: one < other ? -1 : 1 };
    // Two places cannot both end here, but where one is compared with itself.
    if (one === '') return { shared, order: 0 };
    a = one === ' ' ? pastSpace(text, a, direction) : a + direction;
    b = one === ' ' ? pastSpace(text, b, direction) : b + direction;
  }
  return { shared: LONGEST_CONTEXT, order: 0 };
}

/** The character that stands next to an offset in a direction, a blank for white space; none at the text's edge. */
function characterAt(text: string, offset: number, direction: 1 | -1): string {
  const character = text.charAt(direction === 1 ? offset : offset - 1);
  return isSpace(character) ? ' ' : character;
}

function pastSpace(text: string, offset: number, direction: 1 | -1): number {
  let at = offset;
  while (isSpace(text.charAt(direction === 1 ? at : at - 1))) at += direction;
  return at;
}

/** White space as regular expressions have it. */
function isSpace(character: string): boolean {
  return character <= ' ' || character >= '\u00A0' ? /\s/u.test(character) : false;
}
