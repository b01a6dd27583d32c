import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import { convert } from '../../src/commands/convert.js';
import { status } from '../../src/commands/status.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { validateFiles } from '../../src/validate/validate.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { copyEdition, differences, EDIT, filesIn, run, writeEditedEdition } from './small-edition.js';

const GRAMMAR = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
<start><element name="TEI"><element name="text"><text/></element></element></start></grammar>`;
const OWN_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>one</text><text>two</text></TEI>';

/** Contents that no record has: torn, of other types, of nobody. */
const DAMAGED = ['', '{', 'null', '{"version":"2","files":{}}', '{"version":2,"files":[]}'];

async function edited(command: typeof build | typeof convert): Promise<string> {
  const root = join(temporaryFolder(), 'edited');
  await writeEditedEdition(root, command);
  return root;
}

describe('records that are damaged, or of another version', () => {
  it('37: the ledger damaged: files count as edited by hand, none is overwritten, each new one stands beside', async () => {
    const original = await edited(convert);
    const root = join(original, '../edition');
    for (const content of DAMAGED) {
      copyEdition(original, root);
      writeFileSync(join(root, '.editio/ledger.json'), content);
      expect((await status(diskFileSystem, root, {})).diagnostics.map(({ code }) => code)).toContain(
        'storage/ledger-unreadable',
      );
      const { exitCode, diagnostics } = await run(convert, root);
      expect([content, exitCode]).toEqual([content, 3]);
      expect(diagnostics.map(({ code }) => code)).toContain('storage/ledger-unreadable');
      const files = filesIn(root);
      expect(files.get('tei/edited.xml')).toBe(filesIn(original).get('tei/edited.xml'));
      expect(files.get('tei/edited.new.xml')).toContain('The opening paragraph');
    }
  });

  it('37: the ledger of a later version: refused with what to do, nothing written', async () => {
    const root = await edited(convert);
    writeFileSync(join(root, '.editio/ledger.json'), '{"version":3,"entries":{}}');
    const before = filesIn(root);
    for (const command of [convert, build]) {
      const { exitCode, diagnostics } = await run(command, root);
      const finding = diagnostics.find(({ code }) => code === 'storage/ledger-newer');
      expect([exitCode, finding?.help]).toEqual([4, 'Use the later version of Editio.']);
    }
    expect((await status(diskFileSystem, root, {})).exitCode).toBe(4);
    expect(differences(root, before)).toEqual([]);
  });

  it('37: a base copy damaged or gone: no merge, the editor’s file stays', async () => {
    const original = await edited(convert);
    const root = join(original, '../edition');
    for (const damage of ['torn', 'gone']) {
      copyEdition(original, root);
      const copies = [...filesIn(root)].filter(([path]) => path.startsWith('.editio/base/'));
      for (const [path, text] of copies) {
        if (damage === 'gone') rmSync(join(root, path));
        else writeFileSync(join(root, path), text.slice(0, text.length / 2));
      }
      expect((await run(convert, root)).exitCode).toBe(3);
      expect(readFileSync(join(root, 'tei/edited.xml'), 'utf8')).toContain(EDIT);
    }
  });

  it('37: the record of the site damaged: told, the site is made; changed pages are kept aside', async () => {
    const root = await edited(build);
    writeFileSync(join(root, '.editio/site.json'), '{"version":2,"output":"dist/edition","files":{"index.html":1}}');
    const page = join(root, 'dist/edition/index.html');
    const mine = `${readFileSync(page, 'utf8')}<!-- mine -->`;
    writeFileSync(page, mine);
    const { exitCode, diagnostics } = await run(build, root);
    const told = diagnostics.map(({ code }) => code);
    expect([exitCode, told.includes('storage/site-record-unreadable'), told.includes('storage/replaced')]).toEqual([
      0,
      true,
      true,
    ]);
    expect(readFileSync(page, 'utf8')).not.toContain('mine');
    expect(
      [...filesIn(root)].filter(([path]) => path.startsWith('.editio/replaced')).map(([, text]) => text),
    ).toContain(Buffer.from(mine).toString('latin1'));
  });

  it('37: the record of the site of a later version: no page is touched', async () => {
    const root = await edited(build);
    writeFileSync(join(root, '.editio/site.json'), '{"version":3}');
    const pages = [...filesIn(root)].filter(([path]) => path.startsWith('dist/'));
    const { exitCode, diagnostics } = await run(build, root);
    const finding = diagnostics.find(({ code }) => code === 'storage/site-record-newer');
    expect([exitCode, finding?.help?.startsWith('Use the later version')]).toEqual([4, true]);
    expect([...filesIn(root)].filter(([path]) => path.startsWith('dist/'))).toEqual(pages);
  });
});

describe('the user’s cache', () => {
  const EDITIO_CACHE = process.env['EDITIO_CACHE'];
  let cache: string;
  beforeAll(() => {
    return () => {
      if (EDITIO_CACHE === undefined) delete process.env['EDITIO_CACHE'];
      else process.env['EDITIO_CACHE'] = EDITIO_CACHE;
    };
  });

  it('37: damaged: the same verdict as without it', async () => {
    const root = temporaryFolder();
    cache = join(root, 'cache');
    process.env['EDITIO_CACHE'] = cache;
    const grammar = join(root, 'own.rng');
    writeFileSync(grammar, GRAMMAR);
    const file = { path: join(root, 'x.xml'), bytes: new TextEncoder().encode(OWN_TEI) };
    const first = await validateFiles([file], { schema: grammar, checks: new Set(['relax-ng']) });
    expect(first.map(({ code }) => code)).toEqual(['relax-ng/element-not-allowed']);
    const kept = [...filesIn(cache).keys()];
    expect(kept).not.toEqual([]);
    for (const content of ['', '{"version":1,"patterns":[[', 'null']) {
      for (const path of kept) writeFileSync(join(cache, path), content);
      expect(await validateFiles([file], { schema: grammar, checks: new Set(['relax-ng']) })).toEqual(first);
    }
  });
});
