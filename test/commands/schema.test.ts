import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/commands/outcome.js';
import { compileSchema, type SchemaCommandOptions } from '../../src/commands/schema.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { smallTei } from '../schema/odd/small-tei.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

const odd = (content = ''): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x" start="TEI"><moduleRef key="tei"/><moduleRef key="core"/>${content}</schemaSpec></TEI>`;

describe('editio schema compile', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  const path = (name: string): string => join(folder, name);

  async function run(text: string, options: Partial<SchemaCommandOptions> = {}): Promise<Outcome> {
    writeFileSync(path('x.odd'), text);
    writeFileSync(path('tei.xml'), smallTei);
    return compileSchema(diskFileSystem, path('x.odd'), {
      check: false,
      documentation: true,
      tei: { file: path('tei.xml'), site: 'http://127.0.0.1:1', variables: { EDITIO_CACHE: folder } },
      ...options,
    });
  }
  const codes = ({ diagnostics }: Outcome): string[] => diagnostics.map(({ code }) => code);

  it('writes both schemas beside the ODD, the same bytes each time', async () => {
    const first = await run(odd());
    expect(first).toMatchObject({ exitCode: 0, summary: [`${path('x.rng')}: written.`, `${path('x.sch')}: written.`] });
    const rng = readFileSync(path('x.rng'), 'utf8');
    expect(rng).toContain('<!-- x: made from an ODD with TEI P5 1.0.0. Do not edit: change the ODD. -->');
    expect((await run(odd())).summary).toEqual([`${path('x.rng')}: unchanged.`, `${path('x.sch')}: unchanged.`]);
  });

  it('writes into a folder, which is made, or to the files that are named', async () => {
    await run(odd(), { out: path('made/here') });
    expect(existsSync(path('made/here/x.rng')) && existsSync(path('made/here/x.sch'))).toBe(true);
    await run(odd(), { sch: path('rules.sch') });
    expect([existsSync(path('rules.sch')), existsSync(path('x.sch')), existsSync(path('x.rng'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each(['rng', 'sch'])('does not write --%s over the ODD or the TEI', async (option) => {
    for (const name of ['x.odd', 'tei.xml']) {
      await expect(run(odd(), { [option]: path(name) })).rejects.toThrow(`--${option} would overwrite the input`);
    }
    expect(readFileSync(path('x.odd'), 'utf8')).toBe(odd());
  });

  it('--check finds schemas that are missing, stale or edited, and writes nothing', async () => {
    const missing = await run(odd(), { check: true });
    expect(missing.exitCode).toBe(1);
    expect(codes(missing)).toEqual(['schema/stale', 'schema/stale']);
    expect(existsSync(path('x.rng'))).toBe(false);
    await run(odd());
    expect(await run(odd(), { check: true })).toMatchObject({
      exitCode: 0,
      diagnostics: [],
      summary: ['The schemas are up to date.'],
    });
    const changed = await run(odd('<elementSpec ident="hi" mode="delete"/>'), { check: true });
    expect(changed.exitCode).toBe(1);
    writeFileSync(path('x.sch'), `${readFileSync(path('x.sch'), 'utf8')} `);
    const edited = await run(odd(), { check: true });
    expect(edited.diagnostics).toMatchObject([{ code: 'schema/stale', file: path('x.sch') }]);
  });

  it('writes nothing where the ODD is wrong, and shows the place', async () => {
    const outcome = await run(odd('<moduleRef key="nets"/>'));
    expect(outcome.exitCode).toBe(1);
    expect(outcome.diagnostics).toMatchObject([{ code: 'schema/unknown-module', position: { line: 1 } }]);
    expect(outcome.textOf?.(path('x.odd'))).toContain('<schemaSpec');
    expect(existsSync(path('x.rng'))).toBe(false);
    expect(codes(await run('<TEI><p></TEI>'))).toEqual(['gate/not-well-formed']);
  });

  it('ends with 2 where there is no ODD, with 4 where the TEI is not there', async () => {
    expect(
      await compileSchema(diskFileSystem, path('none.odd'), {
        check: false,
        documentation: true,
        tei: { site: 'http://127.0.0.1:1', variables: { EDITIO_CACHE: folder } },
      }),
    ).toMatchObject({ exitCode: 2 });
    const outcome = await run(odd(), {
      tei: { site: 'http://127.0.0.1:1', variables: { EDITIO_CACHE: folder } },
    });
    expect(outcome.exitCode).toBe(4);
    expect(codes(outcome)).toEqual(['schema/tei-missing']);
  });

  it('leaves descriptions out where they are not wanted', async () => {
    const described = odd('<elementSpec ident="p" mode="change"><desc xml:lang="en">a <gi>p</gi></desc></elementSpec>');
    await run(described);
    expect(readFileSync(path('x.rng'), 'utf8')).toContain('<a:documentation>a &lt;p&gt;</a:documentation>');
    await run(described, { documentation: false });
    expect(readFileSync(path('x.rng'), 'utf8')).not.toContain('<a:documentation');
  });

  it('takes the version that the ODD asks for', async () => {
    const asking = odd().replace('start=', 'source="tei:4.7.0" start=');
    const outcome = await run(asking, {
      tei: { site: 'http://127.0.0.1:1', variables: { EDITIO_CACHE: folder } },
    });
    expect(outcome.diagnostics[0]?.message).toContain('TEI 4.7.0');
  });
});
