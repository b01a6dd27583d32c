import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWitness } from '../../src/collate/read-witness.js';
import { bodyOf, collatePlain, textOfDocument } from './plain.js';
import { witnessTexts } from './variants.js';

const siglum = (index: number): string => String.fromCharCode(65 + index);
const oneBlank = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('an apparatus gives back each witness', () => {
  it('word for word, whatever was omitted, added, replaced and moved', () => {
    fc.assert(
      fc.property(witnessTexts, (texts) => {
        const document = collatePlain(...texts);
        const read = texts.map((_, index) => readWitness(textOfDocument(document), `#x-witness-${siglum(index)}`));
        expect(read.map((text) => text.replace(/\s+/gu, ''))).toEqual(texts.map((text) => text.replace(/\s+/gu, '')));
        expect(document.lost).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('blank for blank, within a paragraph', () => {
    fc.assert(
      fc.property(witnessTexts, (texts) => {
        const flat = texts.map(oneBlank);
        const document = collatePlain(...flat);
        const read = flat.map((_, index) => readWitness(textOfDocument(document), `#x-witness-${siglum(index)}`));
        expect(read).toEqual(flat);
      }),
      { numRuns: 400 },
    );
  });

  it('and says nothing where there is no difference', () => {
    fc.assert(
      fc.property(witnessTexts, ([text = '']) => {
        expect(bodyOf(collatePlain(text, text))).not.toContain('<app');
      }),
      { numRuns: 50 },
    );
  });
});

describe('the check itself', () => {
  it('sees a reading that is lost', () => {
    const text = textOfDocument(collatePlain('the black cat', 'the white cat'));
    expect(readWitness(text, '#x-witness-A')).toBe('the black cat');
    expect(readWitness(text, '#x-witness-B')).toBe('the white cat');
    expect(readWitness(text, '#x-witness-C')).toBe('the cat');
  });
});
