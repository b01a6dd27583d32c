import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { compileStylesheets } from '../transform/sample.js';

beforeAll(compileStylesheets);

const header = (title: string): string =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc></teiHeader>`;
const tei = (title: string, rest: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">${header(title)}${rest}</TEI>\n`;
const body = (text: string): string => `<text><body>${text}</body></text>`;

const letter = tei(
  'A letter on rain',
  body(
    '<p>It rains, writes <persName ref="../indices/people.xml#p1">A. Abel</persName>. See <ref target="diary.xml">the diary</ref>.</p>',
  ),
);
const diary = tei(
  'A diary',
  body('<p>Nobody came, and <rs type="person" ref="../indices/people.xml#p1">she</rs> left.</p>'),
);
const people = tei(
  'People',
  body(
    '<listPerson><person xml:id="p1"><persName><surname>Abel</surname><forename>Anna</forename></persName></person></listPerson>',
  ),
);

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
const run = (root: string): Promise<Outcome> => build(diskFileSystem, root, {});
const page = (root: string, path: string): string => readFileSync(join(root, 'dist/edition', path), 'utf8');
const codes = ({ diagnostics }: Outcome): string[] => diagnostics.map(({ code }) => code);

describe('a folder of TEI from elsewhere', () => {
  const files = {
    'letters/Letter 1.xml': letter,
    'letters/diary.xml': diary,
    'indices/people.xml': people,
    'letters/broken.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>',
    'ead.xml': '<ead><eadheader/></ead>',
  };

  test('makes a site: pages, a register, links between them; what cannot be read is told of and left out', async () => {
    const root = folderWith(files);
    const outcome = await run(root);
    expect(outcome.exitCode).toBeLessThan(2);
    expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(codes(outcome)).toEqual(
      expect.arrayContaining(['gate/not-well-formed', 'edition/no-document', 'edition/no-title']),
    );
    expect(readdirSync(join(root, 'dist/edition/documents'))).toEqual(['Letter-1.html', 'diary.html']);
    const html = page(root, 'documents/Letter-1.html');
    expect(html).toContain('It rains, writes');
    expect(html).toMatch(/<a[^>]*href="\.\.\/documents\/diary\.html"[^>]*>the diary<\/a>/);
    expect(html).toMatch(/<a[^>]*href="\.\.\/[^"]*#[^"]*"[^>]*>A\. Abel<\/a>/);
    expect(page(root, 'persons.html')).toContain('Abel');
  });

  test('the files are published as they are, and never written to', async () => {
    const root = folderWith(files);
    await run(root);
    expect(readFileSync(join(root, 'letters/Letter 1.xml'), 'utf8')).toBe(letter);
    expect(page(root, 'tei/Letter-1.xml')).toBe(letter);
    expect(readdirSync(join(root, 'letters'))).toEqual(['Letter 1.xml', 'broken.xml', 'diary.xml']);
  });

  test('with nothing to publish no site is written', async () => {
    const outcome = await run(folderWith({ 'ead.xml': '<ead/>' }));
    expect(outcome.summary.join()).toContain('no TEI to publish');
  });
});

test('an edition of texts of its own and TEI from elsewhere has both', async () => {
  const root = folderWith({
    'edition.yaml': 'title: Rain and letters\n',
    'seeds/note.txt': 'A note\n\nThe weather is bad and the roads are worse.\n',
    'tei/letter.xml': letter,
  });
  const outcome = await run(root);
  expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(readdirSync(join(root, 'dist/edition/documents'))).toEqual(['letter.html', 'note.html']);
  expect(page(root, 'documents/note.html')).toContain('the roads are worse');
  expect(readFileSync(join(root, 'tei/letter.xml'), 'utf8')).toBe(letter);
});
