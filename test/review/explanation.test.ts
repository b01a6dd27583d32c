import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { explain } from '../../src/commands/explain.js';
import { diskFileSystem } from '../../src/storage/file-system.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-explain-'));
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(
    join(folder, 'seeds/a.txt'),
    'Moscow, 4 May 1921\n\nDear Otto,\n\nIn May I saw Mrs. Anna Berg on 3 May.\n\nYours,\nPaul Stein\n',
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const said = (line: number, id = 'a'): string => explain(diskFileSystem, folder, { id, line }).summary.join('\n');

it('tells the part, the finders and their certainty', () => {
  expect(said(5)).toContain('body div[letter] p');
  expect(said(5)).toContain('“Anna Berg” persName (persons,');
  expect(said(5)).toContain('“3 May” date when="1921-05-03" (dates,');
  expect(said(1)).toContain('body div[letter] opener dateline');
});

it('tells what an editor decided, and what it took the place of', () => {
  writeFileSync(
    join(folder, 'seeds/a.yaml'),
    'decisions:\n  - { quote: 3 May, date: 1920-05-03 }\n  - { quote: Anna Berg, not: name }\n',
  );
  expect(said(5)).toContain('“3 May” date when="1920-05-03" (decision, high)');
  expect(said(5)).toMatch(
    /“3 May” date when="1921-05-03" \(dates, \w+\) – not taken: an editor decided: date when="1920-05-03"/u,
  );
  expect(said(5)).toMatch(/“Anna Berg” persName .*not taken: an editor decided against it/u);
});

it('tells of a line without anything, and of one that is not there', () => {
  expect(said(2)).toContain('none: the line is empty');
  const { exitCode, diagnostics } = explain(diskFileSystem, folder, { id: 'a', line: 100 });
  expect([exitCode, ...diagnostics.map(({ code }) => code)]).toEqual([2, 'edition/no-such-line']);
  expect(explain(diskFileSystem, folder, { id: 'b', line: 1 }).exitCode).toBe(2);
});

it('tells where the TEI reads otherwise', () => {
  writeFileSync(
    join(folder, 'seeds/b.txt'),
    'A Title\n\nA long line of a paragraph that is broken by hand at some\npoint, as a machine would print it, and goes on here until\nit ends.\n',
  );
  expect(said(3, 'b')).toContain('line-joined, "\\n" reads " "');
});
