import { expect, test } from 'vitest';
import { typefaceFiles } from '../../../src/site/theme/typeface.js';

const files = typefaceFiles();
const style = String(files.get('fonts.css'));

test('every file that the style sheet names is there, and is WOFF2; no other is', () => {
  const named = [...style.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  expect(named.length).toBe(15);
  for (const name of named) expect(Buffer.from(files.get(name) ?? '').toString('latin1', 0, 4), name).toBe('wOF2');
  expect([...files.keys()].sort()).toEqual(['fonts.css', 'fonts/LICENSE.txt', ...named].sort());
});

test('nothing is loaded from elsewhere, and text shows before the fonts do', () => {
  expect(style).not.toMatch(/https?:|\/\//);
  const faces = style.split('\n').filter((rule) => rule.includes('url('));
  for (const face of faces) expect(face).toMatch(/font-display:swap;.*unicode-range:U\+/);
});

test('letters of the languages of the interface have a file', () => {
  for (const letter of 'aß’éőűЯщѢΩ') {
    const code = letter.codePointAt(0) ?? 0;
    const ranges = [...style.matchAll(/unicode-range:([^}]+)\}/g)].flatMap((match) => (match[1] ?? '').split(','));
    const isThere = ranges.some((range) => {
      const [first = '', last = first] = range.slice(2).split('-');
      return code >= parseInt(first, 16) && code <= parseInt(last, 16);
    });
    expect(isThere, letter).toBe(true);
  }
});

test('the licence stands beside the fonts', () => {
  expect(files.get('fonts/LICENSE.txt')).toContain('SIL OPEN FONT LICENSE');
});
