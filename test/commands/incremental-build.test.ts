import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { CACHE_FOLDER } from '../../src/storage/cache-folder.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'editio-')));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const options = { explain: true };

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function change(path: string, edit: (text: string) => string): void {
  const text = readFileSync(join(root, path), 'utf8');
  const changed = edit(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(root, path), changed);
}

/** The files below a folder with their contents, without what only makes a next build faster. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(
    paths
      .filter((path) => !path.startsWith(CACHE_FOLDER))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

function findings({ diagnostics }: Outcome, folder: string): string {
  return JSON.stringify(diagnostics).replaceAll(folder, '');
}

/** What is in a page or file that a build made anew, by its explanation. */
function madeAnew({ summary }: Outcome): string[] {
  return summary.filter((line) => /^(?:Converted|Validated|Transformed|Text read|Page made),/u.test(line));
}

const register = (entries: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Persons</title></titleStmt><publicationStmt><p>Nowhere.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
${entries}
</listPerson></standOff></TEI>
`;
const berger =
  '<person xml:id="berger-anna"><persName><forename>Anna</forename> <surname>Berger</surname></persName></person>';
const novak =
  '<person xml:id="novak-karl"><persName><forename>Karl</forename> <surname>Novak</surname></persName></person>';

beforeAll(async () => {
  put('edition.yaml', 'title: Letters\neditors:\n  - name: Jane Editor\nlanguages: [en]\n');
  put(
    'seeds/a.txt',
    'Vienna, 3 May 1848\n\nDear Anna Berger,\n\nKarl Novak is here.[1]\n\nYours,\n\nE. W.\n\n[1] Since May. —Ed.\n',
  );
  put('seeds/b.txt', 'Prague, 4 May 1848\n\nDear Karl Novak,\n\nAll is well with Anna Berger.\n\nYours,\n\nE. W.\n');
  put('seeds/c.txt', 'A speech\n\nGentlemen, what was said by "Anna Berger cannot stand.\n\nIt falls.\n');
  put('seeds/d.txt', 'A speech\n\nGentlemen, what was told by Anna Berger cannot stand.\n');
  put('seeds/c.yaml', 'genre: prose\ntitle: A speech, first\nwitnessOf: speech\nsiglum: A\n');
  put('seeds/d.yaml', 'genre: prose\ntitle: A speech, second\nwitnessOf: speech\nsiglum: B\n');
  put('tei/register/persons.xml', register(berger));
  await build(diskFileSystem, root, options);
});

test('a build of what has not changed makes nothing, touches nothing, and says the same', async () => {
  const first = findings(await build(diskFileSystem, root, options), root);
  const page = join(root, 'dist/edition/documents/a.html');
  utimesSync(page, 1000, 1000);
  const again = await build(diskFileSystem, root, options);
  expect(again.summary[0]).toBe('Nothing had to be made anew.');
  expect(findings(again, root)).toBe(first);
  expect(first).toContain('names/unregistered');
  expect(statSync(page).mtimeMs).toBe(1_000_000);
});

describe('a build after a change is, byte for byte, a build from nothing', () => {
  const changes: readonly (readonly [string, () => void, string])[] = [
    [
      'of a text',
      () => {
        change('seeds/a.txt', (text) => text.replace('is here', 'is there'));
      },
      'Converted, because of a change of text: a',
    ],
    [
      'of times alone',
      () => {
        utimesSync(join(root, 'seeds/a.txt'), 5, 5);
      },
      'Nothing had to be made anew.',
    ],
    [
      'of a sidecar',
      () => {
        put('seeds/b.yaml', 'genre: letter\ntitle: To Karl\n');
      },
      'Converted, because of a change of sidecar: b',
    ],
    [
      'of a register',
      () => {
        put('tei/register/persons.xml', register(`${berger}\n${novak}`));
      },
      'Converted, because of a change of registers: a, b, c, d',
    ],
    [
      'of a title in edition.yaml',
      () => {
        change('edition.yaml', (text) => text.replace('Letters', 'Letters of 1848'));
      },
      'Converted, because of a change of edition.yaml: a, b, c, d',
    ],
    [
      'by hand in the TEI',
      () => {
        change('tei/b.xml', (text) => text.replace('All is well', 'All <hi rend="italic">is</hi> well'));
      },
      'Transformed, because of a change of TEI: tei/b.xml',
    ],
    [
      'of a hand-edited text',
      () => {
        change('seeds/b.txt', (text) => text.replace('Yours', 'Ever yours'));
      },
      'Converted, because of a change of text: b',
    ],
    [
      'that makes the TEI invalid',
      () => {
        change('tei/a.xml', (text) => text.replace('</body>', '<publisher/></body>'));
      },
      'Validated, because of a change of TEI: tei/a.xml',
    ],
    [
      'that makes it valid again',
      () => {
        change('tei/a.xml', (text) => text.replace('<publisher/></body>', '</body>'));
      },
      '',
    ],
    [
      'of a template',
      () => {
        put('templates/assets/own.css', 'p { color: #222 }\n');
      },
      'Page made, because of',
    ],
    [
      'of the words of the interface',
      () => {
        put('templates/messages/en.yaml', 'navigation:\n  persons: People\n');
      },
      'Page made, because of',
    ],
    [
      'of the reading that stylesheets print',
      () => {
        change('edition.yaml', (text) => `${text}site:\n  parameters:\n    reading: source\n`);
      },
      'Transformed, because of a change of settings',
    ],
    [
      'of a witness',
      () => {
        change('seeds/d.txt', (text) => text.replace('Gentlemen', 'Ladies'));
      },
      'Converted, because of a change of text: d',
    ],
    [
      'that adds a document',
      () => {
        put('seeds/e.txt', 'Lyon, 5 May 1848\n\nDear Anna,\n\nNothing new.\n\nYours,\n\nE. W.\n');
      },
      'Converted, for the first time: e',
    ],
    [
      'that takes documents away',
      () => {
        rmSync(join(root, 'seeds/e.txt'));
        rmSync(join(root, 'tei/e.xml'));
      },
      '',
    ],
  ];

  test.each(changes)('%s', async (_name, edit, explanation) => {
    edit();
    const clean = temporaryFolder();
    cpSync(root, clean, { recursive: true });
    for (const path of [CACHE_FOLDER, 'dist']) rmSync(join(clean, path), { recursive: true, force: true });
    const fromNothing = await build(diskFileSystem, clean, options);
    const incremental = await build(diskFileSystem, root, options);
    expect(incremental.exitCode).toBe(fromNothing.exitCode);
    expect(findings(incremental, root)).toBe(findings(fromNothing, clean));
    if (incremental.exitCode === 0) {
      expect(filesIn(root)).toEqual(filesIn(clean));
      expect(incremental.summary.join('\n')).toContain(explanation);
    } else expect(filesIn(join(root, 'tei'))).toEqual(filesIn(join(clean, 'tei')));
  });
});

test('one changed text makes anew its own conversion, validation, transformation and the pages that speak of it', async () => {
  change('seeds/a.txt', (text) => text.replace('is there', 'was there'));
  const lines = madeAnew(await build(diskFileSystem, root, options));
  const perDocument = lines.filter((line) => !line.startsWith('Page made'));
  expect(perDocument.map((line) => line.slice(line.indexOf(': ') + 2))).toEqual(['a', 'tei/a.xml', 'tei/a.xml', 'a']);
  expect(lines.join('\n')).not.toContain('documents/c.html');
});

test('a cache that is torn, tampered with or of another form costs time, nothing else', async () => {
  const before = filesIn(join(root, 'dist'));
  const cache = join(root, CACHE_FOLDER);
  const entries = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const [index, entry] of entries.entries()) {
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const torn = [
      Buffer.alloc(0),
      bytes.subarray(0, bytes.length >> 1),
      Buffer.concat([bytes, bytes]),
      Buffer.from('{}'),
    ];
    writeFileSync(path, torn[index % torn.length] ?? '');
  }
  const outcome = await build(diskFileSystem, root, options);
  expect(outcome.exitCode).toBe(0);
  expect(filesIn(join(root, 'dist'))).toEqual(before);
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'a file where the folder should be');
  expect((await build(diskFileSystem, root, options)).exitCode).toBe(0);
  expect(filesIn(join(root, 'dist'))).toEqual(before);
});

test('what nobody asks for any more is swept out of the cache', async () => {
  rmSync(join(root, CACHE_FOLDER), { force: true });
  await build(diskFileSystem, root, options);
  const count = (): number => filesIn(join(root, CACHE_FOLDER)).size;
  const all = count();
  put('seeds/f.txt', 'Lyon, 5 May 1848\n\nDear Anna,\n\nNothing new.\n\nYours,\n\nE. W.\n');
  await build(diskFileSystem, root, options);
  expect(count()).toBeGreaterThan(all);
  rmSync(join(root, 'seeds/f.txt'));
  rmSync(join(root, 'tei/f.xml'));
  await build(diskFileSystem, root, options);
  expect(count()).toBe(all);
});
