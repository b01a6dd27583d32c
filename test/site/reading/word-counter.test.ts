import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordCounter } from '../../../src/site/reading/word-counter.js';

function count(text: string, language = 'en'): number {
  const counter = new WordCounter(language);
  counter.add(text);
  return counter.total();
}

function countOfUnicode(text: string, language = 'en'): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike === true).length;
}

test('words of scripts with blanks are counted as Unicode’s segmenter counts them', () => {
  const letter = fc.constantFrom('a', 'b', 'Z', 'ß', 'ő', 'ñ', 'ж', 'Ё', 'λ', 'é', 'e\u0301', 'א', 'ع');
  const piece = fc.oneof(
    { weight: 6, arbitrary: letter },
    { weight: 2, arbitrary: fc.constantFrom(' ', '\n', '\u00a0', '-', '—', '/', '(', ')', '“', '!', '?') },
    { weight: 1, arbitrary: fc.constantFrom('0', '1', '5', '9') },
    { weight: 1, arbitrary: fc.constantFrom("'", '’', '.', ',', ';') },
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      expect(count(text)).toBe(countOfUnicode(text));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['我們今天去北京', 'zh'],
  ['東京へ行きました。', 'ja'],
  ['ฉันไปโรงเรียน', 'th'],
])('%s is divided by a dictionary', (text, language) => {
  expect(count(text, language)).toBe(countOfUnicode(text, language));
  expect(count(text, language)).toBeGreaterThan(1);
});

test('a long text is counted in linear time', () => {
  const timeOf = (text: string): number => {
    const start = performance.now();
    count(text);
    return performance.now() - start;
  };
  timeOf("d'accord ".repeat(1000));
  const unit = "a.b'c ".repeat(20_000);
  expect(timeOf(unit.repeat(4))).toBeLessThan(Math.max(timeOf(unit), 5) * 16);
  expect(timeOf('a'.repeat(400_000))).toBeLessThan(8000);
});
