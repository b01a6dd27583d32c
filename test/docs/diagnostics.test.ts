import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';

/** An entry of docs/diagnostics.md. */
interface Entry {
  readonly code: string;
  readonly severity: string;
  readonly text: string;
}

/** The entries of the document, in its order. */
function entriesOf(markdown: string): Entry[] {
  return [...markdown.matchAll(/^### `([^`]+)` \((\w+)\)\n([\s\S]*?)(?=^##|$(?![\s\S]))/gmu)].map((match) => ({
    code: match[1] ?? '',
    severity: match[2] ?? '',
    text: match[3] ?? '',
  }));
}

/** What the document and the catalogue do not say alike, a line each. */
function differences(markdown: string, codes: Readonly<Record<string, string>>): string[] {
  const entries = entriesOf(markdown);
  const described = new Set(entries.map(({ code }) => code));
  return [
    ...Object.keys(codes).flatMap((code) => (described.has(code) ? [] : [`${code} is not described`])),
    ...entries.flatMap(({ code, severity, text }, index) => {
      if (codes[code] === undefined) return [`${code} is no code`];
      if (entries.findIndex((entry) => entry.code === code) < index) return [`${code} is described twice`];
      if (codes[code] !== severity) return [`${code} is ${codes[code]}, not ${severity}`];
      return /^\S[\s\S]*^- Example: \S[\s\S]*^- Cure: \S/mu.test(text)
        ? []
        : [`${code} lacks a meaning, an example or a cure`];
    }),
  ];
}

const document = readFileSync('docs/diagnostics.md', 'utf8');

describe('docs/diagnostics.md', () => {
  it('describes every code, and no other', () => {
    expect(differences(document, catalogue)).toEqual([]);
  });

  it('puts each code under the heading of its area', () => {
    let area = '';
    const misplaced: string[] = [];
    for (const line of document.split('\n')) {
      area = /^## ([\w-]+)/u.exec(line)?.[1] ?? area;
      const code = /^### `([^`]+)`/u.exec(line)?.[1];
      if (code !== undefined && !code.startsWith(`${area}/`)) misplaced.push(code);
    }
    expect(misplaced).toEqual([]);
  });

  const entry = '### `a/b` (error)\n\nMeaning.\n\n- Example: x\n- Cure: y\n';

  it.each([
    ['a code that is not described', '', ['a/b is not described']],
    ['a code that does not exist', `${entry}\n### \`a/c\` (error)\n\nMeaning.\n`, ['a/c is no code']],
    ['another severity', entry.replace('error', 'warning'), ['a/b is error, not warning']],
    ['an entry without a cure', entry.replace('- Cure: y\n', ''), ['a/b lacks a meaning, an example or a cure']],
    ['an entry twice', entry + entry, ['a/b is described twice']],
    ['nothing amiss', entry, []],
  ])('the comparison finds %s', (_, markdown, found) => {
    expect(differences(markdown, { 'a/b': 'error' })).toEqual(found);
  });
});

describe('the catalogue', () => {
  it('has no code that nothing reports', () => {
    const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('catalogue.ts'))
      .map((path) => readFileSync(join('src', path), 'utf8'))
      .join('\n');
    expect(Object.keys(catalogue).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });
});
