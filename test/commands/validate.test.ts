import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/commands/usage-error.js';
import { validate } from '../../src/commands/validate.js';

const document = (body: string, encoding = 'UTF-8'): string => `<?xml version="1.0" encoding="${encoding}"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${body}
</body></text></TEI>
`;
/** A grammar that is quickly read: any TEI, but no element `bold`. */
const grammar = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element><anyName><except><name ns="http://www.tei-c.org/ns/1.0">bold</name></except></anyName>
<zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define></grammar>`;

let before: string;
let folder: string;
beforeAll(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'editio-command-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  writeFileSync('any.rng', grammar);
  writeFileSync('good.xml', document('<p>a</p>'));
  writeFileSync('bad.xml', document('<p>a <bold>b</bold></p>'));
  writeFileSync('latin.xml', document('<p>a</p>', 'ISO-8859-1'));
  rmSync('known.json', { force: true });
});

const schema = 'any.rng';

describe('the summary', () => {
  it('says how many files were checked, how, and what was found', async () => {
    const { summary, exitCode, checks } = await validate(['good.xml', 'bad.xml'], { schema });
    expect(summary).toHaveLength(1);
    expect(summary[0]).toMatch(/^2 files checked \(gate; relax-ng with any\.rng; .*\): 1 error, 0 warnings\.$/u);
    expect([exitCode, checks]).toEqual([1, ['gate', 'relax-ng', 'schematron', 'references']]);
  });

  it('names only the checks that were asked for, and always the gate', async () => {
    const { summary, checks } = await validate(['good.xml'], { schema, checks: new Set(['relax-ng']) });
    expect(summary).toEqual(['1 file checked (gate; relax-ng with any.rng): 0 errors, 0 warnings.']);
    expect(checks).toEqual(['gate', 'relax-ng']);
  });

  it('does not name a check as done that looked at no file', async () => {
    const bare = await validate(['good.xml']);
    expect(bare.summary[0]).toContain('(gate; relax-ng: no schema; schematron: no rules; references)');
    expect(bare.data).toEqual({ checks: ['gate', 'references'] });
    expect(bare.checks?.map((check) => bare.wasChecked?.(check, 'good.xml'))).toEqual([true, false, false, true]);
    writeFileSync('broken.xml', '<TEI');
    const broken = await validate(['broken.xml'], { schema });
    expect(broken.summary[0]).toContain('(gate; relax-ng: not done; schematron: not done; references: not done)');
    expect(broken.data).toEqual({ checks: ['gate'] });
  });

  it('says which files have no schema', async () => {
    const { summary } = await validate(['good.xml'], { checks: new Set(['relax-ng']) });
    expect(summary[0]).toMatch(/1 of them has no schema\.$/u);
  });
});

describe('the schema', () => {
  it('that is not there is wrong usage', async () => {
    await expect(validate(['good.xml'], { schema: 'none.rng' })).rejects.toThrow(UsageError);
  });
});

describe('--output', () => {
  it('is none of the files that are read, by whatever name', async () => {
    writeFileSync('known.json', '{"format":"editio-baseline","version":1,"findings":[]}');
    rmSync('link.xml', { force: true });
    symlinkSync('good.xml', 'link.xml');
    const options = { schema, schematron: ['any.rng'], baseline: { path: 'known.json' } };
    for (const output of ['good.xml', join(folder, 'good.xml'), 'link.xml', './any.rng', 'known.json']) {
      await expect(validate(['good.xml'], { ...options, output })).rejects.toThrow(
        /--output would overwrite the input/u,
      );
    }
    await expect(validate(['none.xml'], { output: 'none.xml' })).rejects.toThrow(UsageError);
    expect((await validate(['good.xml'], { schema, output: 'bad.xml' })).exitCode).toBe(0);
  });
});

describe('--max-warnings', () => {
  it.each([
    [0, 1],
    [1, 0],
  ])('%i ends with exit code %i where there is one warning', async (maxWarnings, code) => {
    const { exitCode, diagnostics } = await validate(['latin.xml'], { schema, maxWarnings });
    expect(exitCode).toBe(code);
    expect(diagnostics.some((finding) => finding.code === 'validate/too-many-warnings')).toBe(code === 1);
  });
});

describe('--baseline', () => {
  it('never takes in that a file is not well-formed', async () => {
    writeFileSync('broken.xml', '<TEI');
    const update = { schema, baseline: { path: 'known.json', update: true } };
    const { exitCode, diagnostics } = await validate(['broken.xml', 'bad.xml'], update);
    expect([exitCode, diagnostics.map(({ code }) => code)]).toEqual([1, ['gate/not-well-formed']]);
    expect(readFileSync('known.json', 'utf8')).not.toContain('gate/');
    expect(readFileSync('known.json', 'utf8')).toContain('relax-ng/');
  });

  const baseline = { path: 'known.json' };

  it('lets pass what it knows, tells what is new, and what is fixed', async () => {
    const files = ['bad.xml', 'latin.xml'];
    const first = await validate(files, { schema, baseline: { ...baseline, update: true } });
    expect([first.exitCode, first.diagnostics]).toEqual([0, []]);
    expect(first.summary[1]).toBe('known.json: 2 findings known, 2 of them new; 0 fixed and taken out.');
    const again = await validate(files, { schema, baseline, maxWarnings: 0 });
    expect([again.exitCode, again.diagnostics]).toEqual([0, []]);
    expect(again.summary[1]).toBe('known.json: 2 findings known and not shown.');

    writeFileSync('bad.xml', document('\n<p>new <bold>x</bold></p>\n<p>a <bold>b</bold></p>'));
    writeFileSync('latin.xml', document('<p>a</p>'));
    const third = await validate(files, { schema, baseline });
    expect(third.exitCode).toBe(1);
    expect(third.diagnostics.map(({ file, position }) => [file, position?.line])).toEqual([['bad.xml', 6]]);
    expect(third.summary.slice(1).join('\n')).toMatch(
      /^known\.json: 1 finding known and not shown\.\n1 finding of known\.json fixed.*\n {2}fixed: latin\.xml gate\/encoding-not-unicode /u,
    );
    expect(third.data).toMatchObject({ baseline: { known: 1, fixed: [{ file: 'latin.xml' }] } });
  });

  it('names files from its own folder, so that it holds wherever the command is run', async () => {
    await validate(['./bad.xml'], { schema, baseline: { ...baseline, update: true } });
    expect(readFileSync('known.json', 'utf8')).toContain('"file":"bad.xml"');
    const { exitCode } = await validate([join(folder, 'bad.xml')], { schema, baseline });
    expect(exitCode).toBe(0);
  });

  it('is not there, or is none: wrong usage', async () => {
    await expect(validate(['bad.xml'], { schema, baseline })).rejects.toThrow(/--update-baseline/u);
    writeFileSync('known.json', '{}');
    await expect(validate(['bad.xml'], { schema, baseline })).rejects.toThrow(UsageError);
    await expect(validate(['bad.xml'], { schema, baseline: { ...baseline, update: true } })).rejects.toThrow(
      UsageError,
    );
    expect(readFileSync('known.json', 'utf8')).toBe('{}');
  });

  it('cannot be written: exit code 4, and the findings count', async () => {
    const { exitCode, diagnostics } = await validate(['bad.xml'], {
      schema,
      baseline: { path: 'good.xml/known.json', update: true },
    });
    expect(exitCode).toBe(4);
    expect(diagnostics.map(({ code }) => code.split('/')[0])).toEqual(['relax-ng', 'storage']);
  });

  it('never takes in that a file could not be read', async () => {
    const { exitCode, diagnostics } = await validate(['no-such.xml'], {
      schema,
      baseline: { ...baseline, update: true },
    });
    expect([exitCode, diagnostics.map(({ code }) => code)]).toEqual([1, ['gate/unreadable']]);
  });
});
