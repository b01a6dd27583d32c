import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isNCName } from '../../src/xml/characters.js';
import type { FileSystem } from '../../src/storage/file-system.js';
import { quickFileSystem } from '../storage/faulty-file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { convertFiles, convertIn, editionOf } from './edition-of-files.js';

const text = 'A text of some length.\n';
const seeds = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`seeds/${name}`, text]));

/** Names of files, and what stands where a file should; the titles count as the project's fault matrix counts. */
describe('files of texts, by editio convert', () => {
  it('28: a name of any characters becomes an id that is safe in XML, in addresses and on any disk', async () => {
    const names = [
      'a b',
      '%41',
      'x#y?z',
      'w:v',
      '-u',
      'q\'r"s',
      '中文',
      'new\nline',
      'a&b<c>',
      '\u202ert',
      '$(id)',
      '😀',
    ];
    const { result, written } = await convertFiles(seeds(...names.map((name) => `${name}.txt`)));
    expect(result).toEqual([0]);
    expect(written).toHaveLength(names.length);
    for (const name of written) {
      expect(isNCName(basename(name, '.xml'))).toBe(true);
      expect(name).not.toMatch(/^-|[\s:%#?<>"'&\u202e]/u);
    }
  });

  it('28: names that Windows has for devices', async () => {
    const { result, written } = await convertFiles(seeds('CON.txt', 'aux.1.txt', 'lpt1.txt', 'console.txt'));
    expect([result, written]).toEqual([[0], ['console.xml', 'd-CON.xml', 'd-aux.1.xml', 'd-lpt1.xml']]);
  });

  it('28: a name as long as the disk allows is told, and the other texts are converted', async () => {
    const long = `${'a'.repeat(251)}.txt`;
    const { result, withoutHelp, written } = await convertFiles(seeds(long, `${'é'.repeat(100)}.txt`, 'x.txt'));
    expect([result, withoutHelp]).toEqual([[2, `edition/name-too-long seeds/${long}`], []]);
    expect(written).toEqual(['x.xml', `${'é'.repeat(100)}.xml`]);
  });

  it.each([
    ['case', 'a.txt', 'A.txt'],
    ['the ending', 'a.txt', 'a.TXT'],
    ['the form of accents', '\u00e9.txt', 'e\u0301.txt'],
    ['what the rule of ids leaves out', 'a b.txt', 'a-b.txt'],
  ])('28: two names that differ in %s are errors listing both, and neither is converted', async (_name, one, other) => {
    const { outcome, result, withoutHelp, written } = await convertFiles(seeds(one, other, 'x.txt'));
    const both = [one, other].sort((a, b) => (a < b ? -1 : 1));
    expect([result, withoutHelp, written]).toEqual([
      [2, ...both.map((name) => `edition/id-collision seeds/${name}`)],
      [],
      ['x.xml'],
    ]);
    for (const name of both) expect(outcome.diagnostics[0]?.message).toContain(`seeds/${name}`);
  });

  it('29: links in a circle, out of the edition and to nowhere, folders and pipes are no texts; the others are converted', async () => {
    const root = editionOf(seeds('a.txt', 'folder.txt/b.md'));
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.txt'), 'Secret words.');
    execFileSync('mkfifo', [join(root, 'seeds/pipe.txt')]);
    symlinkSync(join(outside, 'secret.txt'), join(root, 'seeds/out.txt'));
    symlinkSync('missing.txt', join(root, 'seeds/nowhere.txt'));
    symlinkSync('circle.txt', join(root, 'seeds/circle.txt'));
    symlinkSync('a.txt', join(root, 'seeds/within.txt'));
    const { result, withoutHelp, written } = await convertIn(root);
    expect([result, withoutHelp]).toEqual([
      [
        2,
        'edition/link-without-target seeds/circle.txt',
        'edition/not-a-file seeds/folder.txt',
        'edition/link-without-target seeds/nowhere.txt',
        'edition/outside-folder seeds/out.txt',
        'edition/not-a-file seeds/pipe.txt',
      ],
      [],
    ]);
    expect(written).toEqual(['a.xml', 'within.xml']);
  });

  it('29: seeds that are a file, or a link out of the edition', async () => {
    const asFile = await convertFiles({ seeds: text });
    expect([asFile.result, asFile.withoutHelp, asFile.written]).toEqual([[2, 'edition/not-a-file seeds'], [], []]);
    const root = temporaryFolder();
    symlinkSync(join(editionOf(seeds('a.txt')), 'seeds'), join(root, 'seeds'));
    expect((await convertIn(root)).result).toEqual([2, 'edition/not-a-file seeds']);
  });

  /** The disk, where something happens to the text while it is read, so many times. */
  const disturbed = (times: number, disturb: (path: string) => void): FileSystem => {
    let left = times;
    return {
      ...quickFileSystem,
      read: (path) => {
        const bytes = quickFileSystem.read(path);
        if (path.endsWith('x.txt') && left-- > 0) disturb(path);
        return bytes;
      },
    };
  };

  it('30: a text that grows while it is read is read again; one that goes on growing is an error', async () => {
    const grow = (path: string): void => {
      appendFileSync(path, 'More.\n');
    };
    const once = await convertIn(editionOf(seeds('x.txt')), {}, disturbed(1, grow));
    expect([once.result, once.body('x')]).toEqual([[0], expect.stringContaining('More.')]);
    const always = await convertIn(editionOf(seeds('x.txt', 'y.txt')), {}, disturbed(9, grow));
    expect([always.result, always.withoutHelp]).toEqual([[1, 'storage/changed-while-read seeds/x.txt'], []]);
    expect(always.written).toEqual(['y.xml']);
  });

  it('30: a text that vanishes while it is read is an error, and its TEI stays', async () => {
    const root = editionOf(seeds('x.txt'));
    await convertIn(root);
    const { result, withoutHelp, written } = await convertIn(
      root,
      {},
      disturbed(1, (path) => {
        rmSync(path);
        mkdirSync(path);
      }),
    );
    expect([result[0], result[1], withoutHelp, written]).toEqual([1, 'storage/read-failed seeds/x.txt', [], ['x.xml']]);
  });

  it('beyond the matrix: what looks like a text and is not read is told', async () => {
    const { result, withoutHelp, written } = await convertFiles(
      seeds('a.txt', 'b.docx', 'c.HTML', 'd.text', '1956/e.txt', '1956/f.txt', 'picture.png', 'scans/1.png', '.g.docx'),
    );
    expect([result, withoutHelp, written]).toEqual([
      [
        0,
        'edition/passed-over seeds/1956',
        'edition/passed-over seeds/b.docx',
        'edition/passed-over seeds/c.HTML',
        'edition/passed-over seeds/d.text',
      ],
      [],
      ['a.xml'],
    ]);
  });
});
