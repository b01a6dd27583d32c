import { Command, CommanderError } from 'commander';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintOptions } from '../../src/cli/printer.js';
import { addValidate } from '../../src/cli/validate.js';
import { UsageError } from '../../src/commands/usage-error.js';
import type { Outcome } from '../../src/commands/outcome.js';

let before: string;
let folder: string;
beforeAll(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'editio-cli-'));
  process.chdir(folder);
  writeFileSync('a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>');
  writeFileSync('-b c.xml', '<TEI');
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** Runs the command with these words; what it gave to be printed. */
async function run(...words: string[]): Promise<{ outcome: Outcome; options: PrintOptions }> {
  const printed: { outcome: Outcome; options: PrintOptions }[] = [];
  const program = new Command('editio').exitOverride().configureOutput({ writeErr: () => undefined });
  const command = addValidate(program, {
    print: (outcome, options) => {
      printed.push({ outcome, options });
      return Promise.resolve();
    },
    progress: () => undefined,
    restarted: () => undefined,
  });
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['node', 'editio', 'validate', ...words]);
  const [only] = printed;
  if (only === undefined) throw new Error('Nothing was printed.');
  return only;
}

describe('editio validate', () => {
  it('does the checks that it is told', async () => {
    expect((await run('a.xml', '--checks', 'gate')).outcome.checks).toEqual(['gate']);
    expect((await run('a.xml', '--checks', 'references, gate')).outcome.checks).toEqual(['gate', 'references']);
  });

  it('takes names that look like options behind --', async () => {
    const { outcome } = await run('--checks', 'gate', '--', 'a.xml', '-b c.xml');
    expect(outcome.files).toEqual(['a.xml', '-b c.xml']);
    expect(outcome.exitCode).toBe(1);
  });

  it('takes several Schematron schemas, an option each, so that no document is taken for one', async () => {
    writeFileSync('r.sch', '');
    const { outcome } = await run(
      '--schematron',
      'r.sch',
      '--schematron',
      './r.sch',
      'a.xml',
      '--checks',
      'schematron',
    );
    expect(outcome.files).toEqual(['a.xml']);
    expect(outcome.summary[0]).toContain('schematron with r.sch, r.sch');
    await expect(run('a.xml', '--schematron', 'none.sch')).rejects.toThrow('There is no Schematron schema none.sch');
  });

  it('hands on how to print', async () => {
    const { options } = await run(
      'a.xml',
      '--checks',
      'gate',
      '--format',
      'sarif',
      '--output',
      'r.sarif',
      '--no-color',
      '-q',
    );
    expect(options).toMatchObject({ format: 'sarif', output: 'r.sarif', color: false, quiet: true });
    const plain = await run('a.xml', '--checks', 'gate');
    expect(plain.options).toMatchObject({ format: 'pretty' });
    expect(plain.options.color).toBeUndefined();
    expect((await run('a.xml', '--checks', 'gate', '--color')).options.color).toBe(true);
  });

  it('checks the folder tei where it is told nothing, and says so where there is none', async () => {
    await expect(run()).rejects.toThrow('there is no folder tei here');
    mkdirSync('tei');
    writeFileSync('tei/x.xml', '<TEI');
    expect((await run('--checks', 'gate')).outcome.files).toEqual([join('tei', 'x.xml')]);
  });

  it.each([
    [['--checks', 'gate,schematrn'], 'Did you mean schematron?'],
    [['--checks', ''], 'There is no check “”'],
    [['--engine', 'jing'], 'Allowed choices are editio, xmllint, both'],
    [['--format', 'xml'], 'Allowed choices are pretty, json, sarif, junit, github'],
    [['--max-warnings', '-1'], 'whole number'],
    [['--max-warnings', 'none'], 'whole number'],
    [['--shcema', 'x'], 'Did you mean --schema?'],
  ])('%j is wrong usage: %s', async (words, why) => {
    await expect(run('a.xml', ...words)).rejects.toThrow(CommanderError);
    await expect(run('a.xml', ...words)).rejects.toThrow(why);
  });

  it('does not write its report over what it reads', async () => {
    await expect(run('a.xml', '--output', './a.xml')).rejects.toThrow('--output would overwrite the input a.xml');
  });

  it('needs a baseline to update one', async () => {
    await expect(run('a.xml', '--update-baseline')).rejects.toThrow(UsageError);
  });
});
