import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/blocks/read-blocks.js';
import { sourceFileOf } from '../../src/source/source-file.js';
import { leavesOf } from '../../src/structure/parts.js';
import { structureDocument } from '../../src/structure/structure.js';

/** The leaves of a document as "part: words". */
function leaves(text: string, language: string): string[] {
  const source = sourceFileOf('seeds/x.txt', text);
  const blocks = readBlocks(source, { language });
  return leavesOf(structureDocument(source, blocks, language).body).map(
    ({ part, span }) => `${part}: ${source.text.slice(span.start, span.end)}`,
  );
}

const letter = (...closing: string[]): string =>
  ['Rouen, le 14 mai 1871', 'Cher ami,', 'La lettre est arrivée hier, et je vous en remercie.', ...closing].join(
    '\n\n',
  );

describe('the closer of a letter', () => {
  it('has the office under the name', () => {
    expect(leaves(letter('Votre dévoué serviteur', 'E. Marlot,\nministre de la Marine'), 'fr').slice(-3)).toEqual([
      'salute: Votre dévoué serviteur',
      'signed: E. Marlot,',
      'signed: ministre de la Marine',
    ]);
  });

  it('takes one word of leave for no signature', () => {
    const text = [
      'Lieber Freund!',
      'Ich danke Dir für den Brief.',
      'Hochachtend',
      'Ihr ergebener',
      'Dr. A. Marlot',
    ].join('\n\n');
    expect(leaves(text, 'de').slice(-3)).toEqual([
      'salute: Hochachtend',
      'salute: Ihr ergebener',
      'signed: Dr. A. Marlot',
    ]);
  });
});

describe('a source line before the document', () => {
  it('stays where it is printed, and the title follows it', () => {
    const text = [
      'Source: State Archive, Box 2.',
      'Minutes of the Harbour Board',
      'May 3, 1921',
      'The Board met.',
    ].join('\n\n');
    expect(leaves(text, 'en')).toEqual([
      'p: Source: State Archive, Box 2.',
      'head: Minutes of the Harbour Board',
      'dateline: May 3, 1921',
      'p: The Board met.',
    ]);
  });
});

describe('a title with its date in it', () => {
  it.each([
    ['fr', 'Procès-verbal de la séance du 7 juin 1936'],
    ['hu', 'Jegyzőkönyv az 1956. október 20-i ülésről'],
    ['de', 'Protokoll der Sitzung am 24. Januar 1949'],
  ])('%s: is a head, no dateline', (language, title) => {
    expect(leaves([title, 'Der Text.', 'Noch ein Satz.'].join('\n\n'), language)[0]).toBe(`head: ${title}`);
  });
});
