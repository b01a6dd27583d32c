import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serializeTei } from '../../src/tei/serialize.js';
import { validateFiles } from '../../src/validate/validate.js';
import { DocumentGenerator } from './generate.js';
import { jing, startingAnywhere } from './jing.js';
import { needsJing, teiPath, teiText, withJing } from './odd/tei-data.js';

const grammar = 'schema/editio.rng';
/** The grammar alone; the rules and the pointers have tests of their own. */
const options = { schema: grammar, checks: new Set(['gate', 'relax-ng'] as const) };
const samples = (folder: string): string[] =>
  readdirSync(join('test/schema', folder)).map((name) => join('test/schema', folder, name));
const read = (path: string): { path: string; bytes: Uint8Array } => ({ path, bytes: readFileSync(path) });

describe('the edition’s grammar', () => {
  it('accepts every valid sample', async () => {
    expect(await validateFiles(samples('valid').map(read), options)).toEqual([]);
  });

  it('refuses every invalid sample, each of which says what is wrong', async () => {
    const files = samples('invalid').map(read);
    const findings = await validateFiles(files, options);
    const refused = new Set(findings.filter(({ code }) => code.startsWith('relax-ng/')).map(({ file }) => file));
    expect(files.filter(({ path }) => !refused.has(path)).map(({ path }) => path)).toEqual([]);
    for (const { bytes } of files) expect(new TextDecoder().decode(bytes)).toMatch(/^<\?xml [^>]*>\n<!-- \w/);
  });

  withJing(`agrees with jing on the samples${needsJing}`, () => {
    expect(jing(grammar, samples('valid'))).toBe('');
    for (const path of samples('invalid').slice(0, 3)) expect(jing(grammar, [path])).not.toBe('');
  });

  withJing(
    `accepts nothing that tei_all refuses: samples, documents made of it, and every element${needsJing}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'editio-grammar-'));
      const write = (name: string, content: string): string => {
        const path = join(folder, name);
        writeFileSync(path, content);
        return path;
      };
      try {
        const generator = new DocumentGenerator(grammar);
        const { elementNames } = generator;
        expect(elementNames.length).toBeGreaterThan(200);
        // Line breaks inside tags make places easy to find in jing's report and add no text.
        const made = (name?: string): string =>
          serializeTei(generator.next(name), { indent: false }).xml.replace(/(?<!\/)></g, '\n><');
        const documents = Array.from({ length: 20 }, (_each, count) => write(`${count}.xml`, made()));
        expect(jing(teiPath('tei_all.rng'), [...samples('valid'), ...documents])).toBe('');
        const elements = elementNames.map((name) => write(`${name}.xml`, made(name)));
        const anywhere = write('tei_all.rng', startingAnywhere(teiText('tei_all.rng'), elementNames));
        expect(jing(anywhere, elements)).toBe('');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );
});
