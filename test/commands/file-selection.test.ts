import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectFiles } from '../../src/commands/file-selection.js';
import { UsageError } from '../../src/commands/usage-error.js';

const files = [
  'tei/a.xml',
  'tei/B.XML',
  'tei/a b.xml',
  'tei/a[1].xml',
  'tei/drafts/c.xml',
  'tei/drafts/deep/d.xml',
  'tei/notes.txt',
  'tei/node_modules/x/e.xml',
  'tei/.hidden/f.xml',
  'empty/readme.txt',
  '!odd.xml',
];
let before: string;
let folder: string;

beforeAll(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'editio-files-'));
  process.chdir(folder);
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  symlinkSync('..', 'tei/up');
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('selectFiles', () => {
  it.each([
    [['tei'], ['tei/B.XML', 'tei/a b.xml', 'tei/a.xml', 'tei/a[1].xml', 'tei/drafts/c.xml', 'tei/drafts/deep/d.xml']],
    [['tei/a.xml', './tei/a.xml', 'tei/a.xml'], ['tei/a.xml']],
    [
      ['tei/a b.xml', 'tei/a[1].xml'],
      ['tei/a b.xml', 'tei/a[1].xml'],
    ],
    [['no-such.xml'], ['no-such.xml']],
    [['tei/notes.txt'], ['tei/notes.txt']],
    [['tei/node_modules/x'], ['tei/node_modules/x/e.xml']],
    [['-'], ['-']],
    [['!odd.xml'], ['!odd.xml']],
    [['tei/*.xml'], ['tei/a b.xml', 'tei/a.xml', 'tei/a[1].xml']],
    [['tei/drafts/**/*.xml'], ['tei/drafts/c.xml', 'tei/drafts/deep/d.xml']],
    [['tei/{a,b}.xml'], ['tei/a.xml']],
    [
      ['tei', '!tei/drafts/**', '!tei/*.XML'],
      ['tei/a b.xml', 'tei/a.xml', 'tei/a[1].xml'],
    ],
    [['tei/drafts', '!tei/drafts/deep'], ['tei/drafts/c.xml']],
    [['tei/drafts/**/*.xml', '!**/d.xml'], ['tei/drafts/c.xml']],
  ])('%j gives %j', async (words, found) => {
    expect(await selectFiles(words)).toEqual(found);
  });

  it.each([
    [['tie/*.xml'], 'There is no folder tie; did you mean tei?'],
    [['tei/*.tei'], 'No file matches tei/*.tei.'],
    [['empty'], 'There is no .xml file in the folder empty.'],
    [['!tei/a.xml'], 'only patterns that take files away'],
    [['tei/a.xml', '!tei/*'], 'No file is left'],
  ])('%j is wrong usage: %s', async (words, why) => {
    await expect(selectFiles(words)).rejects.toThrow(UsageError);
    await expect(selectFiles(words)).rejects.toThrow(why);
  });
});
