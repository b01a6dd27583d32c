import { describe, expect, it } from 'vitest';
import type { MarkerStyle } from '../../src/blocks/block.js';
import { NoteReferences } from '../../src/blocks/note-references.js';

const refers = (text: string, style: MarkerStyle, number: string, from = 0): boolean =>
  new NoteReferences(text).has({ style, number }, from, text.length);

describe('a reference to a note', () => {
  it.each<[string, MarkerStyle, string]>([
    ['(1) at the beginning', 'parenthesis', '1'],
    ['word(12)', 'parenthesis', '1'],
    ['word**', 'sign', '*'],
    ['word12', 'bare', '1'],
    ['word¹²', 'superscript', '1'],
    ['a year 1956', 'bare', '1956'],
  ])('is not in "%s" (%s, %s)', (text, style, number) => {
    expect(refers(text, style, number)).toBe(false);
  });

  it.each<[string, MarkerStyle, string]>([
    ['word(1) on', 'parenthesis', '1'],
    ['word. (1)', 'parenthesis', '1'],
    ['word[a] on', 'bracket', 'a'],
    ['word² on', 'superscript', '2'],
    ['word** on', 'sign', '**'],
    ['word.†', 'sign', '†'],
    ['word[^b] on', 'caret', 'b'],
    ['word.12 on', 'bare', '12'],
    ['word² on', 'bare', '2'],
  ])('is in "%s" (%s, %s)', (text, style, number) => {
    expect(refers(text, style, number)).toBe(true);
  });

  it('is looked for between two places', () => {
    expect(refers('a(1) b', 'parenthesis', '1', 2)).toBe(false);
    expect(refers('a(1) b(1)', 'parenthesis', '1', 2)).toBe(true);
  });
});
