import { fc, test } from '@fast-check/vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { foreignNames } from '../../../src/validate/explain/habits/foreign-elements.js';
import { explained, schemaAt } from './schema-at.js';

const schema = 'schema/editio.rng';
const folder = 'test/schema/valid';
const documents = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const names = [
  ...schemaAt(schema)
    .facts.elements()
    .map(({ local }) => local),
  ...foreignNames.filter((name) => /^[a-z]\w*$/u.test(name)),
  'qwertz',
];
const attributes = ['lang', 'when', 'ref', 'type', 'foo', 'who', 'xml:id', 'target', 'class'];
const values = [
  '',
  ' ',
  'x y',
  '1a',
  '30.10.1956',
  '1956-13-01',
  '#a #b',
  '\u{1F600}',
  'ä'.repeat(500),
  '&lt;&#xA0;',
  'constructor',
  '__proto__',
];

/** Puts something in the place of one tag of a document, or behind it. */
function mutate(document: string, kind: number, at: number, choice: number): string {
  const tags = [...document.matchAll(/<\/?(\w+)[^<>]*>/gu)].filter(({ index }) => index > document.indexOf('<TEI'));
  const tag = tags[at % tags.length];
  if (tag === undefined) return document;
  const end = tag.index + tag[0].length;
  const name = names[choice % names.length] ?? '';
  const value = values[choice % values.length] ?? '';
  const old = tag[1] ?? '';
  switch (kind) {
    case 0:
      return `${document.slice(0, end)}${value === '' ? 'text' : value}${document.slice(end)}`;
    case 1:
      return `${document.slice(0, end)}<${name}/>${document.slice(end)}`;
    case 2:
      return document.replace(new RegExp(`<(/?)${old}(?=[\\s/>])`, 'gu'), `<$1${name}`);
    case 3:
      return document.slice(0, tag.index) + document.slice(end);
    default: {
      const after = tag.index + 1 + old.length;
      return `${document.slice(0, after)} ${attributes[choice % attributes.length] ?? ''}="${value}"${document.slice(after)}`;
    }
  }
}

describe('whatever is wrong', () => {
  const nat = fc.nat({ max: 100_000 });
  test.prop([fc.constantFrom(...documents), fc.nat({ max: 4 }), nat, nat, fc.boolean()], { numRuns: 300 })(
    'is said in one sentence, at its place',
    (document, kind, at, choice, verbose) => {
      const text = mutate(document, kind, at, choice);
      for (const { message, help, span, position, code, expected } of explained(schema, text, verbose) ?? []) {
        expect(code).toMatch(/^relax-ng\//u);
        expect(message).toMatch(/^[^\n]{10,300}[.?]$/u);
        expect(`${message} ${help ?? ''}`).not.toMatch(/undefined|\[object|function|\{(?:child|parent)\}|  /u);
        if (!verbose) expect((help ?? '').length).toBeLessThan(700);
        if (!verbose) expect((expected ?? []).length).toBeLessThan(10);
        expect(span).toBeDefined();
        const { start, end } = span ?? { start: -1, end: -1 };
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(0, start).split('\n')).toHaveLength(position?.line ?? 0);
      }
    },
  );
});
