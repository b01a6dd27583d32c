import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import { collateFiles } from '../../src/commands/collate.js';
import { convert } from '../../src/commands/convert.js';
import { initEdition } from '../../src/commands/init.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { compileSchema } from '../../src/commands/schema.js';
import { transform } from '../../src/commands/transform.js';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { runTool } from './running-tool.js';
import { differences, filesIn, run, writeEdition } from './small-edition.js';

function edition(): string {
  const root = join(temporaryFolder(), 'edition');
  writeEdition(root);
  return root;
}

const codes = ({ diagnostics }: Outcome): string[] =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe('an output folder that must not be one', () => {
  it.each([
    ['a file', 'edition.yaml'],
    ['in a file', 'edition.yaml/site'],
    ['the input', 'seeds'],
    ['in the input', 'seeds/site'],
    ['the TEI', 'tei'],
    ['the edition', '.'],
    ['above the edition', '..'],
    ['the root', '/'],
    ['the home', homedir()],
    ['above the home', join(homedir(), '..')],
    ['a link to the input', 'link-to-seeds/site'],
    ['a link to the root', 'link-to-root'],
    ['a link to the home', 'link-to-home'],
    ['a link to itself', 'loop'],
    ['our records', '.editio/site'],
    ['the templates', 'templates'],
  ])('31: build: %s', async (_, output) => {
    const root = edition();
    symlinkSync('seeds', join(root, 'link-to-seeds'));
    symlinkSync('/', join(root, 'link-to-root'));
    symlinkSync(homedir(), join(root, 'link-to-home'));
    symlinkSync('loop', join(root, 'loop'));
    writeFileSync(join(root, 'edition.yaml'), `title: x\noutput: ${output}\n`);
    const before = filesIn(root);
    const outcome = await run(build, root);
    expect([outcome.exitCode, codes(outcome)]).toEqual([2, ['storage/output-refused']]);
    expect(differences(root, before)).toEqual([]);
  });

  it('31: build: one that cannot be written to, before any work', async () => {
    const root = edition();
    const before = filesIn(root);
    const readOnly: FileSystem = { ...diskFileSystem, isWritable: () => false };
    const outcome = await build(readOnly, root, {});
    expect([outcome.exitCode, codes(outcome)]).toEqual([4, ['storage/not-writable']]);
    expect(outcome.diagnostics[0]?.help).toContain('the right to write');
    expect(differences(root, before)).toEqual([]);
  });

  it('31: convert: tei is a file, or .editio is', async () => {
    for (const name of ['tei', '.editio']) {
      const root = edition();
      writeFileSync(join(root, name), 'mine');
      const outcome = await run(convert, root);
      expect([name, outcome.exitCode]).toEqual([name, 4]);
      expect(readFileSync(join(root, name), 'utf8')).toBe('mine');
    }
  });

  it('31: transform: a file, in a file, where an edition has its texts; no text is replaced', async () => {
    const root = edition();
    await run(convert, root);
    const before = filesIn(root);
    const files = [join(root, 'tei/first.xml')];
    const to = (out: string): Promise<Outcome> =>
      transform(diskFileSystem, files, { format: 'text', out, parameters: {} });
    for (const out of ['edition.yaml', 'edition.yaml/x', 'seeds', 'seeds/deeper', 'tei/../seeds']) {
      const outcome = await to(join(root, out));
      expect([out, outcome.exitCode, codes(outcome)]).toEqual([out, 2, ['storage/output-refused']]);
    }
    expect(differences(root, before)).toEqual([]);
    expect((await to(join(root, 'out'))).exitCode).toBe(0);
    expect(existsSync(join(root, 'out/first.txt'))).toBe(true);
  });

  it('31: transform: a bare folder of texts', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'letter.txt'), 'The text of a letter, in one paragraph.\n');
    await run(convert, root);
    const file = join(root, 'tei/letter.xml');
    const to = (format: 'html' | 'text'): Promise<Outcome> =>
      transform(diskFileSystem, [file], { format, out: root, parameters: {} });
    expect((await to('text')).exitCode).toBe(2);
    expect(readFileSync(join(root, 'letter.txt'), 'utf8')).toContain('The text of a letter');
    expect((await to('html')).exitCode).toBe(0);
  });

  it('31: schema compile, collate, init, validate --output: a folder that is a file is told, with exit code 4', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a-file');
    writeFileSync(file, 'mine');
    for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.txt`), 'Some words of a work.\n');
    const collated = collateFiles(
      diskFileSystem,
      ['a', 'b'].map((name) => join(folder, `${name}.txt`)),
      {
        reading: 'edited',
        out: join(file, 'x.xml'),
      },
    );
    expect([collated.exitCode, codes(collated)]).toEqual([4, ['storage/write-failed']]);
    expect(initEdition(diskFileSystem, join(file, 'x'), { samples: true }).exitCode).toBe(4);
    expect(initEdition(diskFileSystem, file, { samples: true }).exitCode).toBe(2);
    const odd = await compileSchema(diskFileSystem, 'schema/editio.odd', {
      check: false,
      documentation: false,
      out: join(file, 'x'),
      tei: { site: 'https://localhost', variables: process.env, file: 'test/schema/odd/no-such-file.xml' },
    });
    expect(odd.exitCode).toBe(4);
    const report = runTool(['validate', join(folder, 'a.txt'), '--output', join(file, 'x.json'), '--format', 'json']);
    expect([report.status, report.stderr]).toEqual([
      4,
      expect.stringContaining('a-file/x.json: The file was not written'),
    ]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it.skipIf(process.getuid?.() === 0)(
    '31: a folder without the right to write (not as root, who has every right)',
    async () => {
      const root = edition();
      mkdirSync(join(root, 'dist'));
      chmodSync(join(root, 'dist'), 0o555);
      const outcome = await run(build, root);
      chmodSync(join(root, 'dist'), 0o755);
      expect([outcome.exitCode, codes(outcome)]).toEqual([4, ['storage/not-writable']]);
    },
  );
});
