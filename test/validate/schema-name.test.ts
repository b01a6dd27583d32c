import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionSchemaPath } from '../../src/validate/schema-choice.js';
import { findSchema, type SchemaEnvironment } from '../../src/validate/schema-name.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-schemas-'));
  mkdirSync(join(folder, 'tei'));
  mkdirSync(join(folder, 'home/.cache/editio/schemas'), { recursive: true });
  mkdirSync(join(folder, 'cache/editio/schemas'), { recursive: true });
  for (const name of ['tei/tei_all', 'home/.cache/editio/schemas/tei_lite', 'cache/editio/schemas/tei_all']) {
    writeFileSync(join(folder, `${name}.rng`), '');
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const environment = (variables: SchemaEnvironment['variables'] = {}): SchemaEnvironment => ({
  variables,
  home: join(folder, 'home'),
});

describe('findSchema', () => {
  it('takes a file as it is', () => {
    expect(findSchema('schema/editio.rng', environment())).toEqual({ path: 'schema/editio.rng' });
  });

  it('knows the grammar that comes with Editio', () => {
    expect(findSchema('editio', environment())).toEqual({ path: editionSchemaPath() });
  });

  it('looks in the folder of EDITIO_TEI first, then in the cache', () => {
    const both = { EDITIO_TEI: join(folder, 'tei'), XDG_CACHE_HOME: join(folder, 'cache') };
    expect(findSchema('tei_all', environment(both))).toEqual({ path: join(folder, 'tei/tei_all.rng') });
    expect(findSchema('tei_all', environment({ ...both, EDITIO_TEI: '' }))).toEqual({
      path: join(folder, 'cache/editio/schemas/tei_all.rng'),
    });
    expect(findSchema('tei_lite', environment())).toEqual({
      path: join(folder, 'home/.cache/editio/schemas/tei_lite.rng'),
    });
  });

  it.each([
    ['tei_al', 'Did you mean tei_all?'],
    ['tei_lte', 'Did you mean tei_lite?'],
    ['edito', 'Did you mean editio?'],
    ['nothing', 'set EDITIO_TEI'],
    ['no/such.rng', 'There is no schema no/such.rng.'],
    ['schema.rnc', 'trang schema.rnc schema.rng'],
  ])('%s: %s', (name, words) => {
    expect(findSchema(name, environment())).toEqual({ fault: expect.stringContaining(words) as string });
  });
});
