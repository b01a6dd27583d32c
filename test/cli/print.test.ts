import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const tool = resolve('dist/tool/cli.js');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-print-'));
  writeFileSync(join(folder, 'bad.xml'), '<TEI');
  writeFileSync(join(folder, 'good.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `editio validate` as a process of its own, its outputs no terminals. */
function validate(words: readonly string[], input = '', variables: Readonly<Record<string, string>> = {}): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'validate', ...words], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, ...variables },
  });
  return { status, stdout, stderr };
}

describe('what editio validate prints', () => {
  it('findings to standard error, the summary to standard output, without colours', () => {
    const { status, stdout, stderr } = validate(['bad.xml', 'good.xml']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^bad\.xml:1:4 error gate\/not-well-formed\n/u);
    expect(stdout).toMatch(
      /^2 files checked \(gate; .*\): 1 error, 0 warnings, 1 note\. 1 of them has no schema\.\n1 remark not shown/u,
    );
    expect(stderr + stdout).not.toContain('\u001B');
  });

  it('colours if asked, whatever the environment says', () => {
    expect(validate(['bad.xml', '--color'], '', { NO_COLOR: '1' }).stderr).toContain('\u001B[31merror');
  });

  it('nothing but findings with --quiet', () => {
    expect(validate(['good.xml', '-q'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('a report alone on standard output', () => {
    const { status, stdout, stderr } = validate(['bad.xml', '--format', 'json']);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      files: ['bad.xml'],
      checks: ['gate'],
      diagnostics: [{ severity: 'error', code: 'gate/not-well-formed', file: 'bad.xml', line: 1, column: 4 }],
    });
  });

  it('annotations with the summary after them', () => {
    const { stdout } = validate(['bad.xml', '--format', 'github']);
    expect(stdout).toMatch(/^::error file=bad\.xml,line=1,col=4,.*\n1 file checked .*\n$/u);
  });

  it('a report into a file, and the findings for people beside it', () => {
    const { status, stdout, stderr } = validate(['bad.xml', '--format', 'sarif', '--output', 'new/report.sarif']);
    expect([status, stdout.startsWith('1 file checked'), stderr.startsWith('bad.xml:1:4 error')]).toEqual([
      1,
      true,
      true,
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'new/report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('why a report could not be written: exit code 4', () => {
    const { status, stderr } = validate(['good.xml', '--format', 'junit', '--output', 'bad.xml/report.xml']);
    expect(status).toBe(4);
    expect(stderr).toMatch(/^error: bad\.xml\/report\.xml: The file was not written/u);
    expect(existsSync(join(folder, 'bad.xml'))).toBe(true);
  });

  it('findings of standard input, under the name that it is given', () => {
    const { status, stderr } = validate(['-', '--stdin-name', 'letter.xml'], '<TEI');
    expect([status, stderr.startsWith('letter.xml:1:4 error')]).toEqual([1, true]);
    expect(validate(['-'], '<TEI').stderr).toMatch(/^standard-input\.xml:1:4/u);
  });

  it.each([
    [['--schema', 'tei_nothing', 'good.xml'], 'There is no schema called'],
    [['*.tei'], 'No file matches *.tei.'],
    [['good.xml', '--baseline', 'none.json'], 'There is no baseline none.json'],
  ])('%j: one line that says why, exit code 2', (words, why) => {
    const { status, stdout, stderr } = validate(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: [^\n]*\n$/u);
    expect(stderr).toContain(why);
  });
});
