import { readXml } from '../xml-reader.js';

/** How often each word stands in the text of an XML document, its header included; markup and comments aside. */
export function countWords(xml: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let text = '';
  const take = (): void => {
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
    text = '';
  };
  readXml(xml, {
    startTag: take,
    endTag: take,
    comment: take,
    instruction: take,
    text: (piece) => {
      text += piece;
    },
  });
  return counts;
}

/** The sum of counts, each multiplied; words that come to nothing are left out. */
export function sumOfWords(
  terms: readonly (readonly [ReadonlyMap<string, number>, number])[],
): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const [counts, factor] of terms) {
    for (const [word, count] of counts) sum.set(word, (sum.get(word) ?? 0) + factor * count);
  }
  for (const [word, count] of sum) if (count === 0) sum.delete(word);
  return sum;
}
