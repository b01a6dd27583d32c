import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serializeTei } from '../../src/tei/serialize.js';
import { validateFiles } from '../../src/validate/validate.js';
import { DocumentGenerator } from './generate.js';

const grammar = 'schema/editio.rng';
const samples = (folder: string): string[] =>
  readdirSync(join('test/schema', folder)).map((name) => join('test/schema', folder, name));
const read = (path: string): { path: string; bytes: Uint8Array } => ({ path, bytes: readFileSync(path) });

const teiAll = join(process.env['EDITIO_TEI'] ?? '../shared/tei', 'tei_all.rng');
const hasJing = spawnSync('jing', { encoding: 'utf8' }).error === undefined;
const missing = [
  ...(hasJing ? [] : ['the validator jing']),
  ...(existsSync(teiAll) ? [] : [`${teiAll} (EDITIO_TEI names its folder)`]),
];
const canCompare = missing.length === 0;
const compare = it.skipIf(!canCompare && process.env['CI'] !== 'true');
const skipped = canCompare ? '' : ` [needs ${missing.join(' and ')}]`;

/** What jing says of files: nothing where all are valid. */
function jing(schema: string, files: readonly string[]): string {
  if (!canCompare) throw new Error(`Missing: ${missing.join(', ')}.`);
  const { stdout, status } = spawnSync('jing', [schema, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0 ? '' : stdout.split('\n').slice(0, 10).join('\n') || `jing ended with ${String(status)}`;
}

describe('the edition’s grammar', () => {
  it('accepts every valid sample', async () => {
    expect(await validateFiles(samples('valid').map(read), { schema: grammar })).toEqual([]);
  });

  it('refuses every invalid sample, each of which says what is wrong', async () => {
    const files = samples('invalid').map(read);
    const findings = await validateFiles(files, { schema: grammar });
    const refused = new Set(findings.filter(({ code }) => code.startsWith('validate/')).map(({ file }) => file));
    expect(files.filter(({ path }) => !refused.has(path)).map(({ path }) => path)).toEqual([]);
    for (const { bytes } of files) expect(new TextDecoder().decode(bytes)).toMatch(/^<\?xml [^>]*>\n<!-- \w/);
  });

  compare(`agrees with jing on the samples${skipped}`, () => {
    expect(jing(grammar, samples('valid'))).toBe('');
    for (const path of samples('invalid').slice(0, 3)) expect(jing(grammar, [path])).not.toBe('');
  });

  compare(`accepts nothing that tei_all refuses: samples, and documents made of the grammar itself${skipped}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'editio-grammar-'));
    try {
      const generator = new DocumentGenerator(grammar);
      const unseen = new Set(generator.elementNames);
      const files = samples('valid');
      for (let count = 0; count < 60; count++) {
        const { xml } = serializeTei(generator.next(), { indent: false });
        for (const [, name = ''] of xml.matchAll(/<(\w+)/g)) unseen.delete(name);
        const path = join(folder, `${count}.xml`);
        // Line breaks inside tags make places easy to find in jing's report and add no text.
        writeFileSync(path, xml.replace(/(?<!\/)></g, '\n><'));
        files.push(path);
      }
      expect(jing(teiAll, files)).toBe('');
      // A generator that stops reaching elements would prove nothing; the samples hold the few that it misses.
      expect(unseen.size).toBeLessThan(generator.elementNames.length / 10);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
