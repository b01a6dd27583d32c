import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** How many rows the fault matrix of the project has: plain texts to 30, the machine to 39, XML to 60. */
const ROWS = 60;

/** The numbers that the title of a test begins with: `7: …`, `14, 21 and 24: …`, `40–42: …`. */
const numbers = /['"`](\d{1,2}(?:(?:, | and |–|-)\d{1,2})*): /gu;

function rowsOf(title: string): number[] {
  return [...title.matchAll(/(\d+)(?:[–-](\d+))?/gu)].flatMap(([, from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i),
  );
}

it('every row of the fault matrix has a test that is called by its number', () => {
  const tested = new Set<number>();
  for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'))) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    for (const [, title = ''] of text.matchAll(numbers)) for (const row of rowsOf(title)) tested.add(row);
  }
  const rows = Array.from({ length: ROWS }, (_, i) => i + 1);
  expect(rows.filter((row) => !tested.has(row))).toEqual([]);
});
