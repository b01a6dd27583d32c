import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RelaxNgFault } from '../../../src/validate/relax-ng/index.js';
import type { ReadFile } from '../../../src/validate/relax-ng/relax-ng-check.js';
import { SchemaLibrary } from '../../../src/validate/relax-ng/schema-library.js';
import { askXmllint } from '../../../src/validate/relax-ng/xmllint/second-opinion.js';

const TIME_LIMIT = 30_000;
const text = readFileSync('test/schema/valid/letter.xml', 'utf8');
const schema = new SchemaLibrary().at('schema/editio.rng');
if (schema === undefined) throw new Error('The edition’s grammar cannot be read.');

const missingId: RelaxNgFault = {
  kind: 'missing-id',
  offset: 0,
  end: 1,
  attribute: { namespace: '', local: 'ref' },
  value: 'x',
};
const misplaced: RelaxNgFault = { ...missingId, kind: 'attribute-not-allowed', expected: [] };

/** A file with what our engine is said to have found in it. */
const read = (content: string, faults: readonly RelaxNgFault[]): ReadFile => ({
  file: { path: 'letter.xml', text: content, encoding: 'UTF-8', models: [], root: 'TEI' },
  faults,
  schema,
});

describe('libxml2’s second opinion', () => {
  it('is not heard where the engines agree', async () => {
    const broken = text.replace('<body>', '<body><unknown/>');
    expect(await askXmllint([read(text, [])], false, TIME_LIMIT)).toEqual([]);
    expect(await askXmllint([read(broken, [misplaced])], false, TIME_LIMIT)).toEqual([]);
  });

  it('is a finding where one refuses what the other accepts', async () => {
    const broken = text.replace('<body>', '<body><unknown/>');
    expect(await askXmllint([read(broken, [])], false, TIME_LIMIT)).toMatchObject([
      { code: 'relax-ng/engines-differ', file: 'letter.xml' },
    ]);
    expect(await askXmllint([read(text, [misplaced])], false, TIME_LIMIT)).toMatchObject([
      { code: 'relax-ng/engines-differ', file: 'letter.xml' },
    ]);
  });

  it('is not compared where only identifiers are at fault', async () => {
    expect(await askXmllint([read(text, [missingId])], false, TIME_LIMIT)).toEqual([]);
  });

  it('is asked for in several calls where there are many files, and of all of them', async () => {
    const broken = text.replace('<body>', '<body><unknown/>');
    const files = Array.from({ length: 1202 }, (_, index) => {
      const { file, ...rest } = read(index === 3 || index === 1200 ? broken : text, []);
      return { ...rest, file: { ...file, path: `letter-${index}.xml` } };
    });
    const found = await askXmllint(files, false, TIME_LIMIT);
    expect(found.map(({ file }) => file)).toEqual(['letter-3.xml', 'letter-1200.xml']);
  });

  it('is told to be lacking where it took too long', async () => {
    expect(await askXmllint([read(text, [])], false, 1)).toMatchObject([{ code: 'relax-ng/no-second-opinion' }]);
  });
});
