import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.js';
import { convert } from '../../src/commands/convert.js';
import type { Outcome } from '../../src/commands/outcome.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { faultyFileSystem } from '../storage/faulty-file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

const register = (persons: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en">
  <teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc></teiHeader>
  <standOff><listPerson>${persons}</listPerson></standOff>
</TEI>
`;
const person = (id: string, forename: string, surname: string): string =>
  `<person xml:id="${id}"><persName><forename>${forename}</forename> <surname>${surname}</surname></persName></person>`;
const twoPersons = person('abel-anna', 'Anna', 'Abel') + person('abel-otto', 'Otto', 'Abel');

const seed = `Letter to a friend

Dear friend,

Yesterday Anna Abel came to the house on the hill. She brought the papers that we had been waiting for. In the evening we read them together.

The weather is bad and the roads are worse. Nobody travels who need not travel.

Bertha Klein has written that she will not come before the spring.

Yours truly,
Robert
`;

function editionIn(text = seed, persons = twoPersons): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'seeds'));
  mkdirSync(join(root, 'tei/register'), { recursive: true });
  writeFileSync(join(root, 'seeds/x.txt'), text);
  writeFileSync(join(root, 'tei/register/persons.xml'), register(persons));
  return root;
}
const read = (root: string, path = 'tei/x.xml'): string => readFileSync(join(root, path), 'utf8');
const change = (root: string, path: string, ...pairs: (readonly [string, string])[]): void => {
  let text = read(root, path);
  for (const [old, current] of pairs) {
    expect(text.split(old)).toHaveLength(2);
    text = text.replace(old, current);
  }
  writeFileSync(join(root, path), text);
};
const run = (root: string): Promise<Outcome> => convert(diskFileSystem, root, {});
const codes = ({ diagnostics }: Outcome): string[] =>
  diagnostics.map(({ code }) => code).filter((code) => code.startsWith('storage/'));

test('three corrections by hand outlive a new text and a new register', async () => {
  const root = editionIn();
  expect((await run(root)).exitCode).toBe(0);
  change(
    root,
    'tei/x.xml',
    ['ref="register/persons.xml#abel-anna"', 'ref="register/persons.xml#abel-otto" cert="low"'],
    ['waiting for. In the evening', 'waiting for.</p>\n        <p>In the evening'],
    ['bad and the roads', 'bad<note>It rained all March.</note> and the roads'],
  );
  const edited = read(root);
  change(root, 'seeds/x.txt', ['before the spring', 'before the summer'], ['need not travel', 'needs not travel']);
  writeFileSync(
    join(root, 'tei/register/persons.xml'),
    register(twoPersons + person('klein-bertha', 'Bertha', 'Klein')),
  );

  const outcome = await run(root);
  expect([outcome.exitCode, codes(outcome)]).toEqual([0, ['storage/merged']]);
  const merged = read(root);
  for (const expected of [
    '<persName ref="register/persons.xml#abel-otto" cert="low">Anna Abel</persName>',
    'waiting for.</p>\n        <p>In the evening we',
    'bad<note>It rained all March.</note> and the roads',
    'needs not travel.',
    'come before the summer.',
    '<persName ref="register/persons.xml#klein-bertha">Bertha Klein</persName>',
  ]) {
    expect(merged).toContain(expected);
  }
  // All else is as it was: taking the changes back gives the editor's file again.
  change(
    root,
    'tei/x.xml',
    ['needs not', 'need not'],
    ['the summer', 'the spring'],
    [
      '<persName ref="register/persons.xml#klein-bertha">Bertha Klein</persName>',
      /Bertha Klein|<persName[^>]*>Bertha Klein<\/persName>/u.exec(edited)?.[0] ?? '',
    ],
  );
  expect(read(root)).toBe(edited);

  writeFileSync(join(root, 'tei/x.xml'), merged);
  const again = await run(root);
  expect([again.exitCode, codes(again), read(root)]).toEqual([0, [], merged]);
  // And once more, from where the last merge left it.
  change(root, 'seeds/x.txt', ['Yours truly', 'Yours ever']);
  expect((await run(root)).exitCode).toBe(0);
  expect(read(root)).toBe(merged.replaceAll('Yours truly', 'Yours ever'));
});

test('a pointer written by hand to what has another id now is told', async () => {
  const root = editionIn();
  await run(root);
  change(root, 'tei/x.xml', [
    'bad and the roads',
    'bad<note>See <ref target="#x-p3">Bertha</ref> and <ref target="#x-p1">Anna</ref>.</note> and the roads',
  ]);
  change(root, 'seeds/x.txt', [
    'Bertha Klein has',
    'On Sunday the post came late, as it always does.\n\nBertha Klein has',
  ]);
  const outcome = await run(root);
  expect([outcome.exitCode, codes(outcome)]).toEqual([0, ['storage/merged', 'storage/pointer-moved']]);
  expect(outcome.diagnostics.find(({ code }) => code === 'storage/pointer-moved')?.message).toMatch(
    /^“#x-p3”.* it was “Bertha Klein has.* and is “On Sunday/u,
  );
});

describe('what cannot be merged', () => {
  test('is told with its place on both sides, and the editor’s file is as it was', async () => {
    const root = editionIn();
    await run(root);
    change(root, 'tei/x.xml', ['the roads are worse', 'the lanes are worse']);
    const edited = read(root);
    change(root, 'seeds/x.txt', ['the roads are worse', 'the ways are worse']);
    const outcome = await run(root);
    expect([outcome.exitCode, codes(outcome)]).toEqual([3, ['storage/merge-conflict', 'storage/edited-by-hand']]);
    expect(read(root)).toBe(edited);
    const conflict = outcome.diagnostics.find(({ code }) => code === 'storage/merge-conflict');
    const newLine =
      read(root, 'tei/x.new.xml')
        .split('\n')
        .findIndex((line) => line.includes('the ways are')) + 1;
    expect(conflict?.message).toContain(`“lanes”, tei/x.new.xml has “ways” in line ${newLine}; before, it was “roads”`);
    expect(
      edited.split('\n')[(conflict?.position?.line ?? 0) - 1]?.slice((conflict?.position?.column ?? 0) - 1),
    ).toMatch(/^lanes are worse/u);
    for (const path of ['tei/x.xml', 'tei/x.new.xml']) expect(read(root, path)).not.toMatch(/<{3,}|>{3,}|={3,}/u);
  });

  test.each([
    ['is not well-formed', ['are worse.', 'are <hi>worse.'], 'not well-formed'],
    ['is invalid', ['are worse', 'are <title><p>worse</p></title>'], 'invalid'],
    ['has an id that the text makes too', ['<p xml:id="x-p1">', '<p xml:id="x-p4">'], 'x-p4'],
  ] as const)('a file that %s stays as it is', async (_name, edit, reason) => {
    const root = editionIn();
    await run(root);
    change(root, 'tei/x.xml', edit);
    const edited = read(root);
    change(root, 'seeds/x.txt', [
      'Bertha Klein has',
      'On Sunday the post came late, as it always does.\n\nBertha Klein has',
    ]);
    const outcome = await run(root);
    expect([outcome.exitCode, codes(outcome)]).toEqual([3, ['storage/merge-refused', 'storage/edited-by-hand']]);
    const refused = outcome.diagnostics.find(({ code }) => code === 'storage/merge-refused');
    expect(refused?.message).toContain(reason);
    expect(refused?.help).toContain('Correct the file');
    expect([read(root), existsSync(join(root, 'tei/x.new.xml'))]).toEqual([edited, true]);
  });
});

test('a build publishes what was merged', async () => {
  const root = editionIn();
  await run(root);
  change(root, 'tei/x.xml', ['bad and the roads', 'bad<note>It rained all March.</note> and the roads']);
  change(root, 'seeds/x.txt', ['Yours truly', 'Yours ever']);
  const outcome = await build(diskFileSystem, root, {});
  expect([outcome.exitCode, codes(outcome)]).toEqual([0, ['storage/merged']]);
  const page = read(root, 'dist/edition/documents/x.html');
  expect(page).toContain('It rained all March.');
  expect(page).toContain('Yours ever');
});

test('a disk that fails at any moment leaves the editor’s file wholly as it was or wholly merged', async () => {
  const start = editionIn();
  await run(start);
  change(start, 'tei/x.xml', ['bad and the roads', 'bad<note>It rained all March.</note> and the roads']);
  const edited = read(start);
  change(start, 'seeds/x.txt', ['Yours truly', 'Yours ever']);
  const whole = temporaryFolder();
  cpSync(start, whole, { recursive: true });
  expect((await run(whole)).exitCode).toBe(0);
  const merged = read(whole);
  let seen = 0;
  for (let failAt = 3; ; failAt += 7) {
    const root = temporaryFolder();
    cpSync(start, root, { recursive: true });
    const { fileSystem, operations } = faultyFileSystem(failAt, 'EIO');
    await convert(fileSystem, root, {});
    if (operations() < failAt) break;
    expect([edited, merged]).toContain(read(root));
    if (read(root) === merged) seen += 1;
    // The lock of a run that died is taken over; here the process lives on.
    rmSync(join(root, '.editio/lock'), { force: true });
    expect((await run(root)).exitCode).toBe(0);
    expect(read(root)).toBe(merged);
  }
  // Not vacuous: some runs died after the file was replaced.
  expect(seen).toBeGreaterThan(0);
});
