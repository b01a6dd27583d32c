import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../src/tei/merge/alignment.js';
import { mergeTei, type TeiMerge } from '../../../src/tei/merge/merge-tei.js';
import { rawOf, tokensOf } from '../../../src/tei/merge/tokens.js';

/** A paragraph of a text: its words, each with what stands around it. */
interface Word {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}
type Paragraph = readonly Word[];

/** What somebody does to one word. */
const deeds = ['replace', 'remove', 'put in', 'mark', 'annotate', 'split', 'attribute'] as const;
interface Deed {
  readonly paragraph: number;
  readonly word: number;
  readonly kind: (typeof deeds)[number];
}

// Words that stand everywhere, among words that stand once: as in any text.
const everywhere = ['the', 'of', 'the', 'and', 'a'];
const base: readonly Paragraph[] = Array.from({ length: 6 }, (_, p) =>
  Array.from({ length: 12 }, (_, w): Word => {
    const isCommon = (p * 5 + w * 3) % 4 === 0;
    const text = isCommon ? (everywhere[(p + w) % everywhere.length] ?? '') : `w${p}x${w}`;
    return w === 5
      ? { text, before: '<persName ref="#a">', after: '</persName>' }
      : { text, before: '', after: w === 11 ? '.' : '' };
  }),
);

const tei = (paragraphs: readonly Paragraph[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <text><body>
${paragraphs
  .map(
    (words, i) =>
      `    <p xml:id="p${i}">${words
        .map(({ text, before, after }) => `${before}${text}${after}`)
        .filter((word) => word !== '')
        .join(' ')}</p>`,
  )
  .join('\n')}
  </body></text>
</TEI>
`;

/** The text after some deeds; every word that is put in is the doer's own and stands once. */
function done(doer: string, list: readonly Deed[]): readonly Paragraph[] {
  const text = base.map((words) => [...words]);
  for (const { paragraph, word, kind } of list) {
    const words = text[paragraph];
    const old = words?.[word];
    if (words === undefined || old === undefined) continue;
    const own = `${doer}${paragraph}x${word}`;
    // What has been done to a word once stays.
    if (old !== base[paragraph]?.[word]) continue;
    words[word] = {
      replace: { ...old, text: own },
      remove: word === 5 ? old : { text: '', before: '', after: '' },
      'put in': { ...old, after: `${old.after} ${own}` },
      mark: { ...old, before: `${old.before}<hi rend="${doer}">`, after: `</hi>${old.after}` },
      annotate: { ...old, after: `${old.after}<note>${own}</note>` },
      split: { ...old, after: `${old.after}</p>\n    <p n="${own}">` },
      attribute: { ...old, before: old.before.replace('#a', `#${own}`) },
    }[kind];
  }
  return text;
}

const deed = (paragraphs: readonly number[]): fc.Arbitrary<Deed> =>
  fc.record({
    paragraph: fc.constantFrom(...paragraphs),
    word: fc.nat({ max: 10 }),
    kind: fc.constantFrom(...deeds),
  });
const several = (paragraphs: readonly number[]): fc.Arbitrary<Deed[]> =>
  fc.array(deed(paragraphs), { minLength: 1, maxLength: 6 });
const all = [0, 1, 2, 3, 4, 5];

/** The words of a document in order, without tags. */
const wordsOf = (xml: string): string[] => xml.replace(/<[^>]*>/gu, ' ').match(/\w+/gu) ?? [];
const merge = (mine: string, theirs: string): TeiMerge => mergeTei({ base: tei(base), mine, theirs });

describe('whatever two people do to a text', () => {
  let merged = 0;
  property.prop([several(all), several(all)], { numRuns: 400 })(
    'each change of both is in the merged text, or nothing is merged',
    (own, other) => {
      const [mine, theirs] = [tei(done('m', own)), tei(done('t', other))];
      const result = merge(mine, theirs);
      const turned = merge(theirs, mine);
      expect(turned.kind).toBe(result.kind);
      expect(result.kind).not.toBe('impossible');
      if (result.kind !== 'merged' || turned.kind !== 'merged') return;
      expect(wordsOf(turned.xml)).toEqual(wordsOf(result.xml));
      const before = tei(base);
      const counted = (xml: string, word: string): number => wordsOf(xml).filter((each) => each === word).length;
      // Words with a number in them stand once in each version, if at all.
      for (const word of new Set([before, mine, theirs].flatMap(wordsOf).filter((each) => /\d/u.test(each)))) {
        const [was = 0, a = 0, b = 0, now = 0] = [before, mine, theirs, result.xml].map((xml) => counted(xml, word));
        expect([word, now]).toEqual([word, Math.max(0, a + b - was)]);
      }
      merged += 1;
      for (const tag of [mine, theirs].flatMap((xml) => xml.match(/<(?:hi|p n|persName)[^>]*>/gu) ?? [])) {
        if (!before.includes(tag)) expect(result.xml).toContain(tag);
      }
      // A note follows the word that it was written on, or the word that now stands for it.
      for (const [version, doer, replaced] of [
        [mine, 'm', 't'],
        [theirs, 't', 'm'],
      ] as const) {
        for (const match of version.matchAll(/(\w+)[^\w<]*(?:<\/\w+>)*<note>(\w+)<\/note>/gu)) {
          const [, word = '', note = ''] = match;
          const place = note.replace(doer, replaced);
          const pattern = new RegExp(`\\b(?:${word}|${place})[^\\w<]*(?:</\\w+>)*<note>${note}</note>`, 'u');
          expect(result.xml).toMatch(pattern);
        }
      }
    },
  );

  test('most of what is done at random can be merged', () => {
    expect(merged).toBeGreaterThan(200);
  });

  property.prop([several([0, 2, 4]), several([1, 3, 5])], { numRuns: 200 })(
    'changes in different paragraphs are always merged, and each paragraph is as its changer left it',
    (own, other) => {
      const [mine, theirs] = [done('m', own), done('t', other)];
      const expected = tei(base.map((_, p) => (p % 2 === 0 ? mine : theirs)[p] ?? []));
      const result = merge(tei(mine), tei(theirs));
      expect(result.kind === 'merged' ? result.xml : result).toBe(expected);
    },
  );

  property.prop([several(all)], { numRuns: 100 })('one side’s changes alone are that side’s text', (deedsDone) => {
    const changed = tei(done('m', deedsDone));
    for (const [mine, theirs] of [
      [changed, tei(base)],
      [tei(base), changed],
      [changed, changed],
    ] as const) {
      expect(merge(mine, theirs)).toMatchObject({ kind: 'merged', xml: changed });
    }
  });
});

describe('tokens and alignment', () => {
  property.prop([several(all)])('the tokens of a file are the file', (list) => {
    const xml = tei(done('m', list));
    expect(rawOf(tokensOf(xml))).toBe(xml);
  });

  property.prop([
    fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ' ')),
    fc.array(fc.constantFrom('a', 'b', 'c', 'x', ' ')),
  ])('between two differences the lists are the same', (old, current) => {
    let [start, from] = [0, 0];
    for (const change of [
      ...changesBetween(old, current),
      { start: old.length, from: current.length, end: 0, to: 0 },
    ]) {
      expect(old.slice(start, change.start)).toEqual(current.slice(from, change.from));
      start = change.end;
      from = change.to;
    }
  });

  test('the time grows with the text, not with its square', () => {
    const long = (paragraphs: number, doer: string): string =>
      tei(
        Array.from(
          { length: paragraphs },
          (_, i) => (i % 7 === 3 ? done(doer, [{ paragraph: 1, word: 2, kind: 'replace' }]) : base)[i % 6] ?? [],
        ),
      );
    const time = (paragraphs: number): number => {
      const start = performance.now();
      const versions = { base: long(paragraphs, 'w'), mine: long(paragraphs, 'm'), theirs: long(paragraphs, 't') };
      expect(mergeTei(versions).kind).toBe('conflicts');
      return performance.now() - start;
    };
    time(500);
    const [short, tenfold] = [time(500), time(5_000)];
    expect(tenfold).toBeLessThan(short * 40);
  });
});
