import fc from 'fast-check';

/** A change that a copyist or an editor makes to a text; places are shares of its length. */
type Change =
  | { readonly kind: 'omit'; readonly at: number; readonly length: number }
  | { readonly kind: 'add'; readonly at: number; readonly words: readonly string[] }
  | { readonly kind: 'replace'; readonly at: number; readonly words: readonly string[] }
  | { readonly kind: 'move'; readonly at: number; readonly length: number; readonly to: number };

/** Few words, so that they repeat; spellings, marks, paragraphs; pieces that say whether a blank stands before them. */
const pieces = fc.constantFrom(
  ...' the, of, Government, government, favour, favor, co, Rumanian, Romanian, state, states, 1956, 1957, U.S.S.R., naïve, naive, 東'
    .split(',')
    .flatMap((word) => [` ${word.trim()}`, ` ${word.trim()}`]),
  ',',
  '.',
  ' . . .',
  '...',
  '-',
  ' -',
  ' “',
  '”',
  '\n\n',
  '\n',
);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 25 });
const few = fc.array(pieces, { minLength: 1, maxLength: 6 });

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('omit' as const), at: share, length }),
  fc.record({ kind: fc.constant('add' as const), at: share, words: few }),
  fc.record({ kind: fc.constant('replace' as const), at: share, words: few }),
  fc.record({ kind: fc.constant('move' as const), at: share, length, to: share }),
);

function changed(text: readonly string[], each: Change): string[] {
  const at = Math.floor(each.at * text.length);
  switch (each.kind) {
    case 'omit':
      return text.toSpliced(at, each.length);
    case 'add':
      return text.toSpliced(at, 0, ...each.words);
    case 'replace':
      return text.toSpliced(at, each.words.length, ...each.words);
    case 'move': {
      const rest = text.toSpliced(at, each.length);
      return rest.toSpliced(Math.floor(each.to * rest.length), 0, ...text.slice(at, at + each.length));
    }
  }
}

/** A text and what copyists made of it, as plain texts, none without words. */
export const witnessTexts: fc.Arbitrary<string[]> = fc
  .record({
    base: fc.array(pieces, { minLength: 1, maxLength: 150 }),
    copies: fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ base, copies }) => [base, ...copies.map((changes) => changes.reduce(changed, base))])
  .map((texts) => texts.map((text) => text.join('')))
  .filter((texts) => texts.every((text) => /\p{L}/u.test(text)));
