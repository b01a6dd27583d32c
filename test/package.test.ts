import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A project elsewhere that has the packed tool among its packages, beside the packages that it depends on. */
let project: string;
let packed: readonly string[];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'editio-package-'));
  // Built already (npm test builds first): a build here would pull the files from under other tests.
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [pack] = JSON.parse(output) as { filename: string; files: { path: string }[] }[];
  if (pack === undefined) throw new Error('npm packed nothing.');
  packed = pack.files.map(({ path }) => path);
  const packages = join(project, 'node_modules');
  mkdirSync(packages);
  execFileSync('tar', ['-xzf', join(project, pack.filename), '-C', packages]);
  // npm would fetch the packages that it depends on; here they are those of this folder.
  execFileSync('mv', [join(packages, 'package'), join(packages, 'editio')]);
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    const link = join(packages, 'editio', 'node_modules', name);
    // The name of a scoped package has a folder of its own.
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link);
  }
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

/** Runs the packed tool in the project. */
function editio(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const { bin } = JSON.parse(readFileSync(join(project, 'node_modules/editio/package.json'), 'utf8')) as {
    bin: { editio: string };
  };
  const program = join(project, 'node_modules/editio', bin.editio);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const letter =
  'Vienna, 3 May 1848\n\nDear Clara,\n\nWe leave on 5 May, and shall be with you soon.\n\nYours sincerely,\nRobert\n';

describe('the package, elsewhere', () => {
  it('has what it runs on, and nothing else', () => {
    const folders = new Set(packed.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path)));
    expect([...folders].sort()).toEqual(
      [
        'ARCHITECTURE.md',
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist',
        'docs',
        'package.json',
        'schema',
        'templates',
      ].sort(),
    );
    expect(packed.filter((path) => /\.tsbuildinfo$|^dist\/(?!tool\/)/u.test(path))).toEqual([]);
  });

  it('prints its help and its version', () => {
    expect(editio('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(editio('--help').stdout).toMatch(/^Usage: editio /u);
    expect(editio('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it('makes an edition of a bare folder with one text', () => {
    mkdirSync(join(project, 'letters'));
    writeFileSync(join(project, 'letters', 'letter.txt'), letter);
    expect(editio('build', '--edition', 'letters')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(project, 'letters/tei/letter.xml'), 'utf8')).toContain('xml:id="letter"');
    expect(readdirSync(join(project, 'letters/dist/edition'))).toContain('index.html');
  });

  it('transforms and validates TEI from anywhere', () => {
    const tei = (text: string): string =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A note</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body>${text}</body></text></TEI>`;
    writeFileSync(join(project, 'note.xml'), tei('<p>We met <persName>Imre Nagy</persName>.</p>'));
    writeFileSync(join(project, 'invalid.xml'), tei('<p>We met.</p><unknown/>'));
    expect(editio('transform', 'note.xml', '--to', 'text')).toEqual({
      status: 0,
      stdout: 'A note\n\nWe met Imre Nagy.\n',
      stderr: '',
    });
    expect(editio('transform', 'note.xml', '--to', 'html').stdout).toContain('<article');
    const schema = join(project, 'node_modules/editio/schema/editio.rng');
    const { status, stdout } = editio('validate', 'note.xml', 'invalid.xml', '--schema', schema, '--format', 'json');
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; code: string }[] };
    expect(status).toBe(1);
    expect(diagnostics.map(({ file, code }) => [file, code])).toContainEqual([
      'invalid.xml',
      'relax-ng/element-unknown',
    ]);
    expect(diagnostics.filter(({ file }) => file === 'note.xml')).toEqual([]);
  });

  it('is a library', () => {
    writeFileSync(join(project, 'package.json'), '{"type":"module"}');
    writeFileSync(
      join(project, 'program.js'),
      "import * as editio from 'editio';\nconsole.log(Object.keys(editio).sort().join(' '));",
    );
    const names = execFileSync(process.execPath, ['program.js'], { cwd: project, encoding: 'utf8' }).trim().split(' ');
    expect(names).toEqual(expect.arrayContaining(['build', 'convert', 'transform', 'validate']));
  });
});
