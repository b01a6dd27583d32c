import { describe, expect, test } from 'vitest';
import { indexLines } from '../../src/diagnostics/line-index.js';
import { checkCoverage } from '../../src/transform/coverage.js';
import { readSourceWords } from '../../src/transform/source-words.js';
import { teiWith } from './sample.js';

/** The findings on an output of a body: element and missing words. */
function missing(body: string, output: string): string[] {
  const xml = teiWith(body);
  const findings = checkCoverage(readSourceWords(xml).words, output, 'html', 'x.xml', indexLines(xml));
  return findings.map(({ code, actual }) => `${code} ${actual ?? ''}`.trim());
}

describe('the check that no word is missing', () => {
  test.each([
    ['an element without its words', '<p>one <hi>two</hi> three</p>', 'one three', ['transform/text-missing two']],
    ['the second of two equal words', '<p><hi>yes</hi> or <hi>yes</hi></p>', 'yes or', ['transform/text-missing yes']],
    ['words in another order', '<p>one <hi>two</hi></p>', 'one t w', ['transform/text-missing two']],
    ['a note', '<p>a <note>remark</note></p>', 'a 1', ['transform/text-missing remark']],
    ['a reading', '<p><choice><sic>11</sic><corr>II</corr></choice></p>', 'II', ['transform/text-missing 11']],
    ['everything', '<p>a</p>', ' \n', ['transform/no-text']],
  ])('%s is reported', (_, body, output, expected) => {
    expect(missing(body, output)).toEqual(expected);
  });
  test.each([
    ['white space', '<p>one\n  two</p>', 'one two'],
    ['marks of the output', '<p>one <supplied>two</supplied> three</p>', '- one [two] three ↩'],
    ['a note elsewhere', '<p>a<note>x y</note> b<note>z</note></p>', 'a[1] b[2] Notes [1] x y [2] z'],
    ['notes of two kinds', '<p>a<note>x1</note>b<note place="inline">y1</note>c<note>x2</note>d</p>', 'ab[y1]cd x1 x2'],
    ['a reading before the other', '<p><choice><sic>11</sic><corr>II</corr></choice>.</p>', 'II [source: 11].'],
    [
      'an expansion printed once',
      '<p><choice><abbr>C</abbr><expan>Com</expan></choice> <choice><abbr>C</abbr><expan>Com</expan></choice></p>',
      'C C Com',
    ],
    [
      'a point after a note in the line',
      '<p><note place="inline">One <hi>two</hi> is meant here. Then</note>.</p><p>More</p>',
      'One two is meant here. Then. More',
    ],
    ['a header', '', ''],
  ])('%s is no loss', (_, body, output) => {
    expect(missing(body, output)).toEqual([]);
  });
  test('the finding is where the words are', () => {
    const xml = teiWith('<p>one\n<hi>two</hi></p>');
    const [finding] = checkCoverage(readSourceWords(xml).words, 'one', 'html', 'x.xml', indexLines(xml));
    expect(finding?.position).toEqual({ line: 2, column: 1 });
    expect(finding?.message).toBe('Words of <hi> are missing in the html output.');
  });
  test('many losses are told in few findings', () => {
    expect(missing(Array.from({ length: 100 }, (_, n) => `<p>w${n}!</p>`).join(''), 'other')).toHaveLength(21);
  });
  test('time grows with the text, also where all of it is missing or moved', () => {
    const words = Array.from({ length: 60_000 }, (_, n) => `<p>word${n}x</p>`);
    const backwards = words
      .map((word) => word.replace(/<[^>]*>/g, ''))
      .reverse()
      .join(' ');
    const start = performance.now();
    missing(words.join(''), 'z'.repeat(400_000));
    missing(words.join(''), backwards);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
