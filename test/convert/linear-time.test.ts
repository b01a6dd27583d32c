import { describe, expect, it } from 'vitest';
import { convertText } from './conversion.js';

/**
 * Four times the text may take four times as long, and somewhat more for memory; what is quadratic takes sixteen times.
 * The sizes are small, so that the test is quick; EDITIO_SCALE=10 tries them at full size.
 */
const scale = Number(process.env['EDITIO_SCALE'] ?? 0.5);
const MOST = 8;

const repeat = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i + 1)).join('');

const texts: readonly (readonly [string, number, (size: number) => string])[] = [
  [
    'one paragraph',
    2_000,
    (size) =>
      repeat(
        size,
        (i) =>
          `The troops of Nagy left Budapest on ${(i % 28) + 1} October 1956, said Cde. Zhukov, and “returned” (soon). `,
      ),
  ],
  ['one paragraph without a blank', 60_000, (size) => repeat(size, () => 'ab-')],
  [
    'wrapped lines',
    2_000,
    (size) =>
      repeat(
        size,
        () =>
          'The troops left Budapest and what then was to be done with the\narms that they had brought was said to be un-\nknown. ',
      ),
  ],
  [
    'many paragraphs',
    1_000,
    (size) => repeat(size, (i) => `Paragraph ${i} of Khrushchev speaks of *Moscow* and of 1956.\n\n`),
  ],
  ['brackets', 3_000, (size) => repeat(size, () => '[the word] (and) [')],
  ['open quotations', 3_000, (size) => repeat(size, () => '“so he said ')],
  ['markup', 2_000, (size) => repeat(size, () => 'a *b* **c** [d](e) <https://f.org> _')],
  [
    'speeches',
    1_000,
    (size) => repeat(size, (i) => `Cde. Zhukov: Remark ${i} about Nagy.\n\nCde. Molotov-the troops stay.\n\n`),
  ],
  ['markers without notes', 3_000, (size) => repeat(size, (i) => `word(${i}) `)],
  [
    'notes',
    1_000,
    (size) =>
      `${repeat(size, (i) => `Sentence(${i}) of Nagy. `)}\n\nNotes\n\n${repeat(size, (i) => `${i} Note about Khrushchev.\n\n`)}`,
  ],
  [
    'notes without a heading',
    1_000,
    (size) =>
      `${repeat(size, (i) => `Sentence(${i}) of Nagy. `)}\n\n${repeat(size, (i) => `(${i}) Note about Khrushchev.\n\n`)}`,
  ],
  [
    'footnotes that the text does not refer to',
    1_000,
    (size) => repeat(size, (i) => `A paragraph of Nagy without a sign.\n\n** Not a note ${i}.\n\n`),
  ],
  [
    'footnotes amid paragraphs',
    800,
    (size) =>
      repeat(
        size,
        (i) =>
          `A paragraph that the foot of the page divides here* and which reads\n\n* Note ${i}.\n\non behind it.\n\n`,
      ),
  ],
  ['paragraphs numbered 1', 1_000, (size) => repeat(size, () => '(1) A paragraph of the law.\n\n')],
  ['labels of a catalogue', 1_000, (size) => repeat(size, () => 'Source: an archive\n\nCopyright 2004\n\n')],
  ['verse', 3_000, (size) => repeat(size, () => 'A line of verse\n')],
  ['page numbers', 1_000, (size) => repeat(size, (i) => `The text of a page\n\n- ${i} -\n\f`)],
  [
    'several letters',
    500,
    (size) =>
      repeat(
        size,
        () =>
          `Moscow, 17 April 1958\n\nDear Comrades,\n\n${'We write. '.repeat(30)}\n\nWith greetings,\n\nN. Khrushchev\n\n`,
      ),
  ],
  [
    'quotations over paragraphs',
    1_000,
    (size) => repeat(size, () => '“A paragraph that opens and does not close.\n\n'),
  ],
  ['one word', 40_000, (size) => 'a'.repeat(size)],
  ['blanks in a line', 20_000, (size) => `a${' '.repeat(size)}b`],
  ['names in a row', 2_000, (size) => repeat(size, () => 'Nagy ')],
  ['initials in a row', 4_000, (size) => repeat(size, () => 'A. ')],
  ['lines of one letter', 3_000, (size) => repeat(size, () => 'a\n')],
  ['salutations', 600, (size) => repeat(size, () => 'Dear Comrades,\n\n')],
  ['signatures', 600, (size) => repeat(size, () => 'N. Khrushchev\n\n')],
  ['headings', 600, (size) => repeat(size, (i) => `# Heading ${i}\n\n`)],
  ['pages', 1_000, (size) => repeat(size, () => 'a\f')],
  [
    'notes of one number',
    600,
    (size) => `${repeat(size, () => 'word(1). ')}\n\nNotes\n\n${repeat(size, () => '1 A note.\n\n')}`,
  ],
  ['a letter with accents', 20_000, (size) => `a${'\u0301'.repeat(size)}`],
  ['lists of those present, glued to sentences', 500, (size) => repeat(size, () => 'About it.Present: Nagy ')],
];

function milliseconds(text: string): number {
  const start = performance.now();
  convertText(text, { sidecar: { language: 'en', originalLanguage: 'ru' } });
  return performance.now() - start;
}

describe('conversion takes time in proportion to the text', () => {
  it.each(texts)('%s', (_name, size, make) => {
    const small = make(size * scale);
    const large = make(size * scale * 4);
    milliseconds(small);
    // The machine may be busy with other things: the best of three counts.
    const ratios: number[] = [];
    for (let i = 0; i < 3 && (ratios.length === 0 || Math.min(...ratios) >= MOST); i++) {
      ratios.push(milliseconds(large) / Math.max(milliseconds(small), 2));
    }
    expect(Math.min(...ratios)).toBeLessThan(MOST);
  });
});
