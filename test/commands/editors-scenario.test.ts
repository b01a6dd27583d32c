import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convert } from '../../src/commands/convert.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { status } from '../../src/commands/status.js';
import { UsageError } from '../../src/commands/usage-error.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { validateFiles } from '../../src/validate/validate.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

const register = (persons: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en">
  <teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>A test.</p></publicationStmt><sourceDesc><p>A test.</p></sourceDesc></fileDesc></teiHeader>
  <standOff><listPerson>${persons}</listPerson></standOff>
</TEI>
`;
const person = (id: string, forename: string, surname: string): string =>
  `<person xml:id="${id}"><persName><forename>${forename}</forename> <surname>${surname}</surname></persName></person>`;
const persons = person('abel-anna', 'Anna', 'Abel') + person('abel-otto', 'Otto', 'Abel');

const text = `Letter to a friend

Vienna, 3 May 1848

Dear friend,

Yesterday Abel came to the house on the hill with tbe papers. In the evening we read them together.

They wrote “alles in Ordnung” on the first page, and nobody believed it on that memorable day.

Bertha Klein has written that May will be too early for her.

We wait.
`;

const sidecar = `genre: letter
decisions:
  - quote: Abel
    before: Yesterday
    person: abel-otto
  - quote: tbe
    correct: the
  - quote: alles in Ordnung
    language: de
  - quote: that memorable day
    date: 1848-03-13
  - quote: We wait
    part: closer
`;

function edition(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'seeds'));
  mkdirSync(join(root, 'tei/register'), { recursive: true });
  writeFileSync(join(root, 'edition.yaml'), 'title: Letters\neditors:\n  - id: ada\n    name: Ada Example\n');
  writeFileSync(join(root, 'seeds/a.txt'), text);
  writeFileSync(join(root, 'seeds/a.yaml'), sidecar);
  writeFileSync(join(root, 'seeds/other.txt'), 'Another text\n\nThis one is never changed by anybody in this story.\n');
  writeFileSync(join(root, 'tei/register/persons.xml'), register(persons));
  return root;
}

const read = (root: string, path = 'tei/a.xml'): string => readFileSync(join(root, path), 'utf8');
const change = (root: string, path: string, ...pairs: (readonly [string, string])[]): void => {
  let now = read(root, path);
  for (const [old, current] of pairs) {
    expect([old, now.split(old).length]).toEqual([old, 2]);
    now = now.replace(old, current);
  }
  writeFileSync(join(root, path), now);
};
const run = (root: string, options: Parameters<typeof convert>[2] = {}): Promise<Outcome> =>
  convert(diskFileSystem, root, options);
const codes = ({ diagnostics }: Outcome): string[] =>
  diagnostics.map(({ code }) => code).filter((code) => /^(?:storage|edition)\//u.test(code));
const states = async (root: string): Promise<readonly string[]> => (await status(diskFileSystem, root, {})).summary;

/** What the decisions of the sidecar made. */
const decided = [
  '<persName ref="register/persons.xml#abel-otto" resp="#a-ada">Abel</persName>',
  '<choice><sic>tbe</sic><corr cert="high" resp="#a-ada">the</corr></choice>',
  '<foreign xml:lang="de" resp="#a-ada">alles in Ordnung</foreign>',
  '<date when="1848-03-13" resp="#a-ada">that memorable day</date>',
  '<salute resp="#a-ada">We wait.</salute>',
];
/** What the editor does by hand: a note, a paragraph divided, a word of the header. */
const byHand: readonly (readonly [string, string])[] = [
  ['believed it', 'believed it<note>Nor did Abel.</note>'],
  ['papers. In the evening', 'papers.</p>\n        <p>In the evening'],
  ['<publisher>', '<publisher n="checked">'],
];

test('five decisions and three changes by hand outlive new texts and registers, and nothing else is touched', async () => {
  const root = edition();
  const first = await run(root);
  expect([first.exitCode, codes(first)]).toEqual([0, []]);
  for (const each of decided) expect(read(root)).toContain(each);
  const hands = byHand.filter(([old]) => read(root).includes(old));
  expect(hands.length).toBeGreaterThanOrEqual(2);
  change(root, 'tei/a.xml', ...hands);
  expect(await states(root)).toEqual(['tei/a.xml: edited by hand', 'tei/other.xml: up to date']);

  change(
    root,
    'seeds/a.txt',
    ['to the house on the hill', 'to our house on the hill'],
    ['too early', 'much too early'],
  );
  writeFileSync(join(root, 'tei/register/persons.xml'), register(persons + person('klein-bertha', 'Bertha', 'Klein')));
  expect((await states(root))[0]).toBe('tei/a.xml: source changed, edited by hand');
  utimesSync(join(root, 'tei/other.xml'), 1, 1);
  const second = await run(root);
  expect([second.exitCode, codes(second)]).toEqual([0, ['storage/merged']]);
  expect(second.diagnostics.find(({ code }) => code === 'storage/merged')?.message).toMatch(
    /\d places? as changed by hand, \d places? as converted anew\.$/u,
  );
  const after = read(root);
  for (const each of [...decided, ...hands.map(([, now]) => now)]) expect(after).toContain(each);
  for (const each of ['to our house', 'much too early', 'persons.xml#klein-bertha">Bertha Klein<'])
    expect(after).toContain(each);
  expect(statSync(join(root, 'tei/other.xml')).mtimeMs).toBe(1000);
  const findings = await validateFiles([{ path: join(root, 'tei/a.xml'), bytes: Buffer.from(after) }], {
    editionFolder: root,
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);

  // Once more, with nothing new: no file is touched, not even its time.
  const files = readdirSync(join(root, 'tei')).filter((name) => name.endsWith('.xml'));
  for (const name of files) utimesSync(join(root, 'tei', name), 1, 1);
  expect(codes(await run(root))).toEqual([]);
  expect(files.map((name) => statSync(join(root, 'tei', name)).mtimeMs)).toEqual(files.map(() => 1000));
  expect(read(root)).toBe(after);
});

describe('what programs do to a file that is saved in them', () => {
  const indented = (xml: string): string =>
    xml
      .replace(/\n( +)</gu, '\n$1$1<')
      .replace(/(<p [^>]*>)(?=\S)/gu, '$1\n            ')
      .replace(/([^<>\n]{40}) /gu, '$1\n            ');
  test.each([
    ['breaks its lines anew', indented],
    ['writes CR LF', (xml: string) => xml.replaceAll('\n', '\r\n')],
    ['adds a byte order mark', (xml: string) => `\ufeff${xml}`],
    [
      'orders its attributes, and writes empty elements and characters otherwise',
      (xml: string) =>
        xml
          .replace(/<(\w+)((?: [\w:]+="[^"]*"){2,})>/gu, (_tag, name: string, all: string) => {
            const attributes = all.match(/ [\w:]+="[^"]*"/gu) ?? [];
            return `<${name}${attributes.reverse().join('').replaceAll('"', "'")}>`;
          })
          .replace(/<(\w+)([^<>]*)\/>/gu, '<$1$2></$1>')
          .replace(/[“”]/gu, (mark) => `&#${mark.charCodeAt(0)};`),
    ],
  ])('is no conflict, and loses nothing: %s', async (_name, save) => {
    const root = edition();
    await run(root);
    change(root, 'tei/a.xml', ['believed it', 'believed it<note>Nor did Abel.</note>']);
    writeFileSync(join(root, 'tei/a.xml'), save(read(root)));
    change(
      root,
      'seeds/a.txt',
      ['Yesterday', 'Since yesterday'],
      ['too early', 'much too early'],
      ['They wrote', 'Somebody wrote'],
    );
    change(root, 'seeds/a.yaml', ['before: Yesterday', 'before: Since yesterday']);
    const outcome = await run(root);
    expect([outcome.exitCode, codes(outcome)]).toEqual([0, ['storage/merged']]);
    const words = read(root)
      .replace(/\s+/gu, ' ')
      .replace(/&#8220;/gu, '“');
    for (const each of ['Nor did Abel.', 'much too early', 'Somebody wrote “', '>alles in Ordnung</foreign>'])
      expect(words).toContain(each);
  });

  test('line ends and byte order marks alone are no change by hand, whatever file they are in', async () => {
    const root = edition();
    await run(root);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:xml|json|yaml|txt)$/u.test(name),
    );
    const withCrLf = (name: string): void => {
      writeFileSync(join(root, name), readFileSync(join(root, name), 'utf8').replaceAll('\n', '\r\n'));
    };
    files.forEach(withCrLf);
    expect(await states(root)).toEqual(['tei/a.xml: up to date', 'tei/other.xml: up to date']);
    const before = read(root);
    expect(codes(await run(root))).toEqual([]);
    expect(read(root)).toBe(before);
    // An edit on top of it is merged from the base, whose line ends were changed too.
    change(root, 'tei/a.xml', ['believed it', 'believed it<note>Nor did Abel.</note>']);
    change(root, 'seeds/a.txt', ['too early', 'much too early']);
    for (const name of readdirSync(join(root, '.editio/base'))) withCrLf(`.editio/base/${name}`);
    const outcome = await run(root);
    expect([outcome.exitCode, codes(outcome)]).toEqual([0, ['storage/merged']]);
    expect(read(root)).toContain('Nor did Abel.');
  });
});

describe('a conflict', () => {
  const inConflict = async (): Promise<string> => {
    const root = edition();
    await run(root);
    change(root, 'tei/a.xml', ['Bertha', 'Berta'], ['believed it', 'believed it<note>Nor did Abel.</note>']);
    change(root, 'seeds/a.txt', ['Bertha', 'Birgit'], ['too early', 'much too early']);
    const outcome = await run(root);
    expect([outcome.exitCode, codes(outcome)]).toEqual([3, ['storage/merge-conflict', 'storage/edited-by-hand']]);
    expect(await states(root)).toContain('tei/a.xml: conflict, see tei/a.new.xml');
    return root;
  };

  test.each([
    ['mine', 'Berta'],
    ['new', 'Birgit'],
  ] as const)('is settled for “%s” at the places in conflict, and all else of both stays', async (settle, name) => {
    const root = await inConflict();
    const mine = read(root);
    const outcome = await run(root, { only: ['a'], settle });
    expect([outcome.exitCode, new Set(codes(outcome))]).toEqual([
      0,
      new Set(settle === 'new' ? ['storage/merged', 'storage/settled'] : ['storage/merged']),
    ]);
    for (const each of [name, 'Nor did Abel.', 'much too early']) expect(read(root)).toContain(each);
    expect(existsSync(join(root, 'tei/a.new.xml'))).toBe(false);
    expect(await states(root)).toContain('tei/a.xml: edited by hand');
    // What the editor had is kept where it was not to stand.
    const folder = join(root, '.editio/replaced');
    const kept = existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')) : [];
    expect(kept).toEqual(settle === 'new' ? [mine] : []);
    expect(codes(await run(root))).toEqual([]);
  });

  test.each(['mine', 'new'] as const)('of a file whose base is lost is settled whole for “%s”', async (settle) => {
    const root = await inConflict();
    const mine = read(root);
    rmSync(join(root, '.editio'), { recursive: true });
    expect((await run(root)).exitCode).toBe(3);
    const outcome = await run(root, { only: ['a'], settle });
    expect([outcome.exitCode, codes(outcome)]).toEqual([0, ['storage/settled']]);
    expect(read(root) === mine).toBe(settle === 'mine');
    expect(existsSync(join(root, 'tei/a.new.xml'))).toBe(false);
    expect(await states(root)).toContain(`tei/a.xml: ${settle === 'mine' ? 'edited by hand' : 'up to date'}`);
  });

  test('is not settled for all documents at once', async () => {
    await expect(run(await inConflict(), { settle: 'mine' })).rejects.toThrow(UsageError);
  });
});

describe('a text that gets another name', () => {
  const renamed = async (isEdited: boolean): Promise<string> => {
    const root = edition();
    await run(root);
    if (isEdited)
      change(root, 'tei/a.xml', ['believed it', 'believed it<note>See <ref target="#a-p1">above</ref>.</note>']);
    for (const ending of ['txt', 'yaml']) renameSync(join(root, `seeds/a.${ending}`), join(root, `seeds/b.${ending}`));
    return root;
  };

  test('takes its TEI along, with its ids and what was changed by hand', async () => {
    const root = await renamed(true);
    expect(await states(root)).toContain('tei/a.xml: text renamed, goes to tei/b.xml');
    const outcome = await run(root);
    expect(codes(outcome).sort()).toEqual(['storage/merged', 'storage/text-renamed']);
    expect(readdirSync(join(root, 'tei')).sort()).toEqual(['b.xml', 'other.xml', 'register']);
    expect(read(root, 'tei/b.xml')).toContain('believed it<note>See <ref target="#b-p1">above</ref>.</note>');
    expect(read(root, 'tei/b.xml')).not.toMatch(/["#]a-/u);
    expect(await states(root)).toEqual(['tei/b.xml: edited by hand', 'tei/other.xml: up to date']);
  });

  test('has the TEI of a new text, where nobody changed it', async () => {
    const root = await renamed(false);
    expect(codes(await run(root))).toEqual(['storage/text-renamed']);
    const clean = edition();
    for (const ending of ['txt', 'yaml'])
      renameSync(join(clean, `seeds/a.${ending}`), join(clean, `seeds/b.${ending}`));
    await run(clean);
    expect(read(root, 'tei/b.xml')).toBe(read(clean, 'tei/b.xml'));
    expect(await states(root)).toEqual(['tei/b.xml: up to date', 'tei/other.xml: up to date']);
  });

  test('begins anew where its words changed as well; the old file stays, and is told', async () => {
    const root = await renamed(true);
    change(root, 'seeds/b.txt', ['too early', 'much too early']);
    const outcome = await run(root);
    expect(codes(outcome)).toEqual(['storage/text-gone']);
    expect(outcome.diagnostics.find(({ code }) => code === 'storage/text-gone')?.message).toContain(
      'has changes by hand',
    );
    expect(read(root)).toContain('See <ref');
  });
});

test('a TEI file that was removed is made anew, and that is told', async () => {
  const root = edition();
  await run(root);
  unlinkSync(join(root, 'tei/a.xml'));
  expect(await states(root)).toContain('tei/a.xml: missing');
  expect(codes(await run(root))).toEqual(['storage/written-anew']);
});

test('the status names the version of Editio that a file comes from, where it is another', async () => {
  const root = edition();
  await run(root);
  const old = read(root)
    .replace(/(<application[^>]*version=")[^"]*/u, '$10.0.1')
    .replaceAll('Editio 0.1.0', 'Editio 0.0.1');
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256').update(old).digest('hex');
  writeFileSync(join(root, 'tei/a.xml'), old);
  writeFileSync(join(root, `.editio/base/${hash}.xml`), old);
  const ledger = JSON.parse(read(root, '.editio/ledger.json')) as { files: Record<string, unknown> };
  ledger.files['tei/a.xml'] = [hash];
  writeFileSync(join(root, '.editio/ledger.json'), JSON.stringify(ledger));
  expect((await states(root))[0]).toBe('tei/a.xml: source changed, converted by Editio 0.0.1');
});
