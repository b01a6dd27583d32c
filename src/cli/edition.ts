import { Option, type Command } from 'commander';
import type { Print, PrintOptions } from './printer.js';

/** The day of `SOURCE_DATE_EPOCH` (reproducible-builds.org), if it is set; the clock is never asked. */
export function buildDate(): { date?: string } {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  return Number.isFinite(seconds) ? { date: new Date(seconds * 1000).toISOString().slice(0, 10) } : {};
}

/** What the command line says of a conversion. */
export interface ConvertFlags extends PrintOptions {
  readonly edition: string;
  readonly encoding?: string;
  readonly control?: 'refuse' | 'replace';
  readonly report?: boolean;
}

/** How the command line says that texts are to be read. */
export function decoding(flags: ConvertFlags): { encoding?: string; controls?: 'refuse' | 'replace' } {
  return {
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.control === undefined ? {} : { controls: flags.control }),
  };
}

/** The options that every command on an edition takes. */
export function onEdition(command: Command): Command {
  return command
    .option('-C, --edition <folder>', 'folder of the edition', '.')
    .option('--encoding <label>', 'encoding of the texts, where it is not UTF-8')
    .addOption(new Option('--control <what>', 'what to do with control characters').choices(['refuse', 'replace']))
    .option('--json', 'print the findings as JSON')
    .option('-v, --verbose', 'print remarks too, not only errors and warnings')
    .option('-q, --quiet', 'print findings only');
}

/** Adds the command `convert` to the program. */
export function addConvert(program: Command, print: Print): void {
  onEdition(program.command('convert [id...]'))
    .description('convert texts (seeds/*.txt) to TEI (tei/*.xml)')
    .option('--report', 'print, as JSON, the genre of each text and why, and every difference between text and TEI')
    .addHelpText('after', '\nExample:\n  editio convert letter-1958-04-17 --report\n')
    .action(async (ids: string[], flags: ConvertFlags) => {
      const { convert } = await import('../commands/convert.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const outcome = await convert(diskFileSystem, flags.edition, { only: ids, ...decoding(flags), ...buildDate() });
      await print(outcome, flags.report === true ? { ...flags, json: true } : flags);
    });
}

/** Adds the command `build` to the program. */
export function addBuild(program: Command, print: Print): void {
  onEdition(program.command('build'))
    .description('convert, validate and transform everything, and make the site (dist/edition)')
    .addHelpText('after', '\nExample:\n  editio build\n')
    .action(async (flags: ConvertFlags) => {
      // The processor takes longest to load: it begins before the rest of the tool is read.
      const { startProcessor } = await import('../processor/thread.js');
      startProcessor();
      const { build } = await import('../commands/build.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      await print(await build(diskFileSystem, flags.edition, { ...decoding(flags), ...buildDate() }), flags);
    });
}
