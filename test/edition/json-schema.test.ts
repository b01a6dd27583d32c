import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configurationSchemas, jsonSchemaOf } from '../../src/edition/json-schema.js';
import { readEdition } from '../../src/edition/edition.js';
import { emptyRegister } from '../../src/edition/register.js';
import { readSidecar } from '../../src/edition/sidecar.js';

type Name = keyof typeof configurationSchemas;

/** What a JSON Schema has against a YAML text, read as editors read it. */
function faults(name: Name, yaml: string): string[] {
  const ajv = new Ajv({ allErrors: true });
  const isValid = ajv.validate(jsonSchemaOf(name), parse(yaml));
  return isValid === true ? [] : (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}

/** Whether Editio itself takes a YAML text. */
function isTaken(name: Name, yaml: string): boolean {
  const report = (): void => undefined;
  return (name === 'edition' ? readEdition('x', yaml, 'x', report) : readSidecar('x', yaml, report)) !== undefined;
}

const sidecars = ['seeds', 'templates/init/seeds'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(folder, file)),
);

describe.each(['edition', 'sidecar'] as const)('the JSON Schema of %s', (name) => {
  it('is the one that is published', async () => {
    await expect(`${JSON.stringify(jsonSchemaOf(name), undefined, 2)}\n`).toMatchFileSnapshot(
      `../../schema/${name}.schema.json`,
    );
  });
});

it('the configuration of the edition and of a new one', () => {
  expect(faults('edition', readFileSync('edition.yaml', 'utf8'))).toEqual([]);
  expect(faults('edition', readFileSync('templates/init/edition.yaml', 'utf8'))).toEqual([]);
});

it.each(sidecars)('%s', (path) => {
  expect(faults('sidecar', readFileSync(path, 'utf8'))).toEqual([]);
});

it.each<[Name, string]>([
  ['edition', 'date: 1956'],
  ['edition', 'languages: en'],
  ['edition', 'languages: [en, de]'],
  ['edition', 'editors: [{ name: Ada }]'],
  ['sidecar', 'decisions: [{ quote: May, not: date }]'],
  ['sidecar', 'decisions: [{ quote: May, every: true, join: true }]'],
  ['sidecar', 'decisions: [{ quote: "30th", date: { from: 1956-10-30, to: 1956-11-04 } }]'],
  ['sidecar', 'sender: Ada'],
  ['sidecar', 'sender: [{ name: Ada }, Robert]'],
])('%s: what Editio takes, the schema takes: %s', (name, yaml) => {
  expect(isTaken(name, yaml)).toBe(true);
  expect(faults(name, yaml)).toEqual([]);
});

it.each<[Name, string]>([
  ['edition', 'titel: x'],
  ['edition', 'editors: [{ role: editor }]'],
  ['edition', 'languages: "in English"'],
  ['sidecar', 'decisions: [{ quote: May, not: dates }]'],
  ['sidecar', 'decisions: [{ person: nagy-imre }]'],
  ['sidecar', 'decisions: [{ quote: May }]'],
  ['sidecar', 'decisions: [{ quote: May, join: false }]'],
  ['sidecar', 'place: 12 Downing Street'],
])('%s: what the schema refuses, Editio refuses: %s', (name, yaml) => {
  expect(faults(name, yaml)).not.toEqual([]);
  expect(isTaken(name, yaml)).toBe(false);
});

it('knows of no register: ids are checked by Editio alone', () => {
  const found: string[] = [];
  readSidecar('x', 'place: nowhere', ({ code }) => found.push(code), emptyRegister);
  expect(found).toEqual(['edition/unknown-id']);
  expect(faults('sidecar', 'place: nowhere')).toEqual([]);
});
