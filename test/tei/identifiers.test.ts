import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { allocateIdentifiers, documentId } from '../../src/tei/identifiers.js';
import { isNCName } from '../../src/xml/characters.js';

describe('documentId', () => {
  it.each([
    ['letter-1958-04-17', 'letter-1958-04-17'],
    ['1956 note', 'd-1956-note'],
    ['a:b', 'a-b'],
    ['-x', 'x'],
    ['Kádár', 'Kádár'],
    ['письмо', 'письмо'],
    ['', 'd'],
    ['…', 'd'],
    ['.hidden', 'd-.hidden'],
  ])('%j gives %j', (stem, id) => {
    expect(documentId(stem)).toBe(id);
  });

  test.prop([fc.string({ unit: 'binary' })])('is an NCName whatever the file is called', (stem) => {
    expect(isNCName(documentId(stem))).toBe(true);
  });
});

describe('allocateIdentifiers', () => {
  it('counts each kind on its own', () => {
    const ids = allocateIdentifiers('doc');
    expect([ids.next('p'), ids.next('p'), ids.next('sp'), ids.next('p')]).toEqual([
      'doc-p1',
      'doc-p2',
      'doc-sp1',
      'doc-p3',
    ]);
  });

  it('takes a printed label, and never gives an id twice', () => {
    const ids = allocateIdentifiers('doc');
    expect([ids.next('n', '7'), ids.next('n', '7'), ids.next('n', '1'), ids.next('n'), ids.next('n', '*')]).toEqual([
      'doc-n7',
      'doc-n7.2',
      'doc-n1',
      'doc-n2',
      'doc-n',
    ]);
  });
});
