import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.js';
import { validateFiles, type ValidateOptions } from '../../src/validate/validate.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

const schema = 'schema/editio.rng';
const folder = mkdtempSync(join(tmpdir(), 'editio-validate-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const document = (body: string, before = ''): string => `<?xml version="1.0" encoding="UTF-8"?>${before}
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${body}
</body></text></TEI>`;

const check = (xml: string, options: ValidateOptions = { schema }, path = 'x.xml'): Promise<Diagnostic[]> =>
  validateFiles([{ path, bytes: new TextEncoder().encode(xml) }], options);

describe('RELAX NG findings', () => {
  it.each([
    ['relax-ng/element-unknown', '<p>a</p>\n<p>b <foo/></p>', '6:6', '<foo'],
    ['relax-ng/element-not-allowed', '<p>b</p>\n<p><publisher/></p>', '6:4', '<publisher'],
    ['relax-ng/text-not-allowed', '<div><p>a</p>text</div>', '5:14', 'text'],
    ['relax-ng/attribute-not-allowed', '<p bad="1">b</p>', '5:4', 'bad'],
    ['relax-ng/attribute-value', '<p>a <date>x</date> <date\n when="1956-13">b</date></p>', '6:8', '1956-13'],
    ['relax-ng/attribute-missing', '<p><milestone/></p>', '5:4', '<milestone'],
    ['relax-ng/element-missing', '<list><head>a</head></list>', '5:21', '</list'],
    ['relax-ng/attribute-value', '<p xml:id="1a">b</p>', '5:12', '1a'],
    ['relax-ng/duplicate-id', '<p xml:id="a">b</p><p xml:id="a">b</p>', '5:31', 'a'],
  ])('%s in %j', async (code, body, place, words) => {
    const xml = document(body);
    const findings = await check(xml);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    const [finding] = findings;
    expect(`${finding?.position?.line ?? 0}:${finding?.position?.column ?? 0}`).toBe(place);
    expect(xml.slice(finding?.span?.start, finding?.span?.end)).toBe(words);
    expect(finding?.help).toBeTruthy();
  });

  it('keeps the findings of several files apart, whatever the files are called', async () => {
    const bytes = (body: string): Uint8Array => new TextEncoder().encode(document(body));
    const findings = await validateFiles(
      [
        { path: '-- a:b.xml', bytes: bytes('<p>a</p>') },
        { path: '-version.xml', bytes: bytes('<q/>x') },
        { path: 'c.xml', bytes: new TextEncoder().encode('<TEI') },
        { path: 'schema.rng', bytes: bytes('<p bad="1"/>') },
      ],
      { schema },
    );
    expect(findings.map(({ file, code }) => [file, code])).toEqual([
      ['-version.xml', 'relax-ng/text-not-allowed'],
      ['c.xml', 'gate/not-well-formed'],
      ['schema.rng', 'relax-ng/attribute-not-allowed'],
    ]);
  });

  it('validates a file in another encoding', async () => {
    const xml = document('<p>\u00E9</p>').replace('UTF-8', 'windows-1252');
    const bytes = Uint8Array.from(xml, (character) => character.charCodeAt(0));
    const findings = await validateFiles([{ path: 'x.xml', bytes }], { schema });
    expect(findings.map(({ code }) => code)).toEqual(['gate/encoding-not-unicode']);
  });

  it('validates an edition of five documents of 100 kB well under its second', async () => {
    const body =
      '<p>On <date when="1956-10-30">30 October</date> <persName>A</persName> said<note n="1"><p>b</p></note></p>\n';
    const bytes = new TextEncoder().encode(document(body.repeat(900)));
    const start = performance.now();
    expect(
      await validateFiles(
        ['1', '2', '3', '4', '5'].map((path) => ({ path, bytes })),
        { schema },
      ),
    ).toEqual([]);
    // The measure is generous, for machines that do other work at the same time.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('schemas', () => {
  it('reports one that cannot be read or used', async () => {
    const broken = join(folder, 'broken.rng');
    writeFileSync(
      broken,
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0">\n<start><ref name="x"/></start></grammar>',
    );
    expect(await check(document('<p/>'), { schema: broken })).toMatchObject([
      { code: 'relax-ng/schema-invalid', file: broken, position: { line: 2, column: 8 } },
    ]);
    const none = join(folder, 'none.rng');
    expect(await check(document('<p/>'), { schema: none })).toMatchObject([
      { code: 'validate/schema-unreadable', file: none },
    ]);
  });

  it('breaks off what takes too long', async () => {
    expect(await check(document('<p/>'), { schema, timeLimit: 1, engine: 'xmllint' })).toMatchObject([
      { code: 'relax-ng/time-limit' },
    ]);
  });

  it('says which checks were done where no schema applies, and fetches none', async () => {
    expect(await check(document('<foo/>'), {})).toMatchObject([{ code: 'validate/no-schema', severity: 'info' }]);
    const remote = '<?xml-model href="http://127.0.0.1:9/tei_all.rng"?>';
    const [finding] = await check(document('<foo/>', remote), {});
    expect(finding?.message).toContain('http://127.0.0.1:9/tei_all.rng');
  });

  it('tells of one that a file names and that is not there', async () => {
    const missing = '<?xml-model href="gone.rng"?><?xml-model href="gone.sch"?>';
    expect(await check(document('<p/>', missing), {})).toMatchObject([
      { code: 'validate/schema-missing', severity: 'warning', actual: 'gone.rng' },
      { code: 'validate/schema-missing', severity: 'warning', actual: 'gone.sch' },
    ]);
    expect(await check(document('<p/>', missing))).toMatchObject([{ actual: 'gone.sch' }]);
  });

  it('takes the one that xml-model names if it is a file here, else the edition’s for its own files', async () => {
    writeFileSync(
      join(folder, 'own.rng'),
      '<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>',
    );
    const own = await check(document('<p/>', '<?xml-model href="own.rng"?>'), {}, join(folder, 'a.xml'));
    expect(own[0]).toMatchObject({ code: 'relax-ng/element-unknown', actual: 'teiHeader' });
    const edition = await check(document('<foo/>'), { editionFolder: folder }, join(folder, 'tei', 'a.xml'));
    expect(edition[0]).toMatchObject({ code: 'relax-ng/element-unknown', actual: 'foo' });
    const outside = await check(document('<foo/>'), { editionFolder: folder }, 'a.xml');
    expect(outside[0]?.code).toBe('validate/no-schema');
  });
});

describe('the command', () => {
  it('takes files and folders, and reports what it cannot read', async () => {
    const run = await validate(['test/schema/valid', 'no-such.xml'], { schema, checks: new Set(['relax-ng']) });
    expect(run.diagnostics.map(({ file, code }) => [file, code])).toEqual([['no-such.xml', 'gate/unreadable']]);
    expect(run.files).toContain(join('test/schema/valid', 'letter.xml'));
    expect(run.textOf?.(join('test/schema/valid', 'letter.xml'))).toBe(
      readFileSync('test/schema/valid/letter.xml', 'utf8'),
    );
  });
});
