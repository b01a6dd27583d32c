import { describe, expect, it } from 'vitest';
import { headingMark, isRule, readMarkup } from '../../src/blocks/markup.js';

const marks = (text: string): string[] =>
  readMarkup(text, { start: 0, end: text.length }).map(({ kind, span, target }) =>
    [kind, text.slice(span.start, span.end), ...(target === undefined ? [] : [target])].join(' '),
  );

describe('light markup', () => {
  it.each([
    '3 * 4 * 5',
    'a note*',
    '**',
    '* * *',
    'snake_case_name',
    'an * alone',
    '< 5 >',
    '[a](b',
    '<script>',
    '\\*a*',
    '*a *',
    '[a] (b)',
  ])('%s marks nothing', (text) => {
    expect(marks(text)).toEqual([]);
  });

  it('has emphasis of both strengths, alone and in each other', () => {
    expect(marks('*a* and **b c** and __d__')).toEqual(['italic a', 'bold b c', 'bold d']);
  });

  it('has links, with words of their own or without', () => {
    expect(marks('<https://example.org/a_b> [a](https://example.org/(x)) <a@example.org>')).toEqual([
      'link https://example.org/a_b https://example.org/a_b',
      'link a https://example.org/(x)',
      'link a@example.org mailto:a@example.org',
    ]);
  });

  it('finds no emphasis inside an address', () => {
    expect(marks('<https://example.org/*a*>')).toEqual(['link https://example.org/*a* https://example.org/*a*']);
  });

  it('knows the signs, so that they can be taken away', () => {
    const [mark] = readMarkup('x **ab**', { start: 2, end: 8 });
    expect(mark?.signs).toEqual([
      { start: 2, end: 4 },
      { start: 6, end: 8 },
    ]);
  });

  it('has headings and rules', () => {
    const line = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
    expect(headingMark('## Words', line('## Words'))).toEqual({ level: 2, mark: { start: 0, end: 3 } });
    for (const text of ['#1 of them', '#hash', '####### seven']) expect(headingMark(text, line(text))).toBeUndefined();
    for (const text of ['---', '* * *', '_____', '⁂']) expect(isRule(text, line(text))).toBe(true);
    for (const text of ['--', '- one', '*', '***a']) expect(isRule(text, line(text))).toBe(false);
  });
});
