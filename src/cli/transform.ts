import { Option, type Command } from 'commander';
import { UsageError } from '../commands/usage-error.js';
import type { Print } from './printer.js';

/** Adds the command `transform` to the program. */
export function addTransform(program: Command, print: Print): void {
  program
    .command('transform <files...>')
    .description('transform TEI files, from anywhere, to HTML or plain text')
    .addOption(new Option('--to <format>', 'output format').choices(['html', 'text']).default('html'))
    .option('--out <folder>', 'folder for the outputs; without it one file goes to standard output')
    .option('--param <name=value...>', 'setting of the format, such as width=72')
    .addHelpText('after', '\nExample:\n  editio transform letter.xml --to text --param width=72\n')
    .action(async (files: string[], flags: { to: 'html' | 'text'; out?: string; param?: string[] }) => {
      const { transform } = await import('../commands/transform.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const parameters = Object.fromEntries((flags.param ?? []).map(parameterOf));
      const outcome = await transform(diskFileSystem, files, {
        format: flags.to,
        parameters,
        ...(flags.out === undefined ? {} : { out: flags.out }),
      });
      await print(outcome, { isResult: flags.out === undefined });
    });
}

/** `width=72` as a name and a value of its type. */
function parameterOf(setting: string): [string, string | number | boolean] {
  const at = setting.indexOf('=');
  if (at < 1) throw new UsageError(`a setting is name=value, not “${setting}”`);
  const value = setting.slice(at + 1);
  const typed = /^\d+$/u.test(value) ? Number(value) : value === 'true' ? true : value === 'false' ? false : value;
  return [setting.slice(0, at), typed];
}
