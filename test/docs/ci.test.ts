import { Command } from 'commander';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addValidate } from '../../src/cli/validate.js';
import { checks } from '../../src/validate/checks.js';
import { reportFormats } from '../../src/diagnostics/reporters/format.js';

const document = readFileSync('docs/ci.md', 'utf8');
const commands = readFileSync('docs/commands.md', 'utf8');

const options = addValidate(new Command(), {
  print: () => Promise.resolve(),
  progress: () => undefined,
  restarted: () => undefined,
}).options;

/** The code blocks of one language in the document. */
function blocks(language: string): string[] {
  return [...document.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gmu'))].map(
    ([, code]) => code ?? '',
  );
}

/** All texts in a value as YAML or JSON gives it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What the calls of `editio validate` in a text say that the command does not know: options, formats. */
function unknownIn(text: string): string[] {
  return [...text.matchAll(/\beditio validate([^\n#|)]*)/gu)].flatMap(([, words = '']) => {
    const given = words.trim().split(/\s+/u);
    const unknown = given.filter(
      (word) => word.startsWith('-') && !options.some(({ long, short }) => long === word || short === word),
    );
    const format = given[given.indexOf('--format') + 1] ?? '';
    const isFormat = (reportFormats as readonly string[]).includes(format);
    return given.includes('--format') && !isFormat ? [...unknown, format] : unknown;
  });
}

describe('docs/ci.md', () => {
  it('has examples that can be read, and calls the command as it is', () => {
    const examples = [
      ...blocks('yaml').flatMap((text) => textsIn(parse(text, { strict: true }))),
      ...blocks('json').flatMap((text) => textsIn(JSON.parse(text))),
      ...blocks('sh'),
    ];
    const calls = examples.filter((text) => text.includes('editio validate'));
    expect(calls.length).toBeGreaterThanOrEqual(8);
    expect(calls.flatMap(unknownIn)).toEqual([]);
  });

  it('would be found at fault, if it called it otherwise', () => {
    expect(unknownIn('npx editio validate tei --formt github')).toEqual(['--formt']);
    expect(unknownIn('npx editio validate tei --format githb')).toEqual(['githb']);
  });

  it('shows the very files that a new edition gets', () => {
    expect(blocks('yaml')).toContain(readFileSync('templates/init/github-workflow.yml', 'utf8'));
    expect(blocks('sh')).toContain(readFileSync('templates/init/pre-commit', 'utf8'));
  });

  it('makes workflows whose steps are commands or actions with a version', () => {
    for (const text of blocks('yaml').filter((each) => each.includes('jobs:'))) {
      const { jobs } = parse(text) as { jobs: Record<string, { steps: { run?: string; uses?: string }[] }> };
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      expect(steps.length).toBeGreaterThan(3);
      expect(steps.filter(({ run, uses }) => run === undefined && !/^[\w-]+\/[\w/-]+@v\d+$/u.test(uses ?? ''))).toEqual(
        [],
      );
    }
  });
});

describe('docs/commands.md', () => {
  const section = /^## editio validate\n[\s\S]*?(?=^## )/mu.exec(commands)?.[0] ?? '';
  const words = [...section.matchAll(/^\| (`[^|]*) \|/gmu)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`\s]+)[^`]*`/gu)].map(([, word]) => word ?? ''),
  );

  it('has every option and every check of validate, and no other', () => {
    const known = options.flatMap(({ long, short }) => [long, short]).filter((name) => name !== undefined);
    expect(words.sort()).toEqual([...checks, ...known].sort());
  });

  it('has every format', () => {
    const [row = ''] = /^\| `--format.*$/mu.exec(section) ?? [];
    expect(reportFormats.filter((format) => !row.includes(`\`${format}\``))).toEqual([]);
  });
});

describe('the hook', () => {
  const good = '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>\n';
  let folder: string;
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const commit = (): { status: number | null; output: string } => {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    const { status, stdout, stderr } = spawnSync('git', [...identity, 'commit', '-m', 'Some TEI'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'editio-hook-'));
    git('init', '--quiet');
    copyFileSync('templates/init/pre-commit', join(folder, '.git/hooks/pre-commit'));
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
    mkdirSync(join(folder, 'tei/deep'), { recursive: true });
    const program = join(folder, 'node_modules/.bin/editio');
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/tool/cli.js')}" "$@"\n`);
    chmodSync(program, 0o755);
    writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('lets a commit without TEI pass', () => {
    git('add', '.gitignore');
    expect(commit()).toMatchObject({ status: 0 });
  });

  it('refuses a staged file with an error, though the folder has it mended already', () => {
    writeFileSync(join(folder, 'tei/a b.xml'), '<TEI');
    writeFileSync(join(folder, 'tei/deep/[c].xml'), good);
    git('add', 'tei');
    writeFileSync(join(folder, 'tei/a b.xml'), good);
    const { status, output } = commit();
    expect(status).toBe(1);
    expect(output).toContain('tei/a b.xml:1:');
    expect(output).toContain('2 files checked');
  });

  it('lets it pass when it is mended', () => {
    git('add', 'tei');
    expect(commit()).toMatchObject({ status: 0 });
  });
});
