import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { UsageError } from '../commands/usage-error.js';
import { visible } from '../diagnostics/visible.js';
import { CACHE_FOLDER } from '../storage/cache-folder.js';
import type { Print, PrintOptions } from './printer.js';

/** The last second of the year 9999, the last that an ISO date of four digits can name. */
const LAST_SECOND = 253_402_300_799;

/**
 * The day of `SOURCE_DATE_EPOCH`, seconds since 1970 in UTC (reproducible-builds.org), if it is set; the clock is never
 * asked.
 *
 * @throws UsageError where it is no number of seconds: a date that was meant must not be left out in silence.
 */
export function buildDate(): { date?: string } {
  const written = process.env['SOURCE_DATE_EPOCH'] ?? '';
  if (written === '') return {};
  const seconds = Number(written);
  if (!/^\d{1,12}$/u.test(written) || seconds > LAST_SECOND) {
    throw new UsageError(`SOURCE_DATE_EPOCH is a number of seconds since 1970, not “${visible(written)}”`);
  }
  return { date: new Date(seconds * 1000).toISOString().slice(0, 10) };
}

/** What the command line says of a conversion. */
export interface ConvertFlags extends PrintOptions {
  readonly edition: string;
  readonly encoding?: string;
  readonly control?: 'refuse' | 'replace';
  readonly report?: boolean;
  readonly settle?: 'mine' | 'new';
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
    .addOption(
      new Option('--settle <side>', 'settle conflicts with changes by hand, in the documents named').choices([
        'mine',
        'new',
      ]),
    )
    .addHelpText('after', '\nExample:\n  editio convert letter-1958-04-17 --report\n')
    .action(async (ids: string[], flags: ConvertFlags) => {
      const { convert } = await import('../commands/convert.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const settling = flags.settle === undefined ? {} : { settle: flags.settle };
      const options = { only: ids, ...decoding(flags), ...buildDate(), ...settling };
      const outcome = await convert(diskFileSystem, flags.edition, options);
      await print(outcome, flags.report === true ? { ...flags, json: true } : flags);
    });
}

interface BuildFlags extends ConvertFlags {
  readonly explain?: boolean;
}

/** What the command needs of the command line to speak before it ends. */
export interface BuildPrinting {
  readonly print: Print;
  readonly progress: (done: number, total: number, what: string) => void;
}

/** Adds the command `build` to the program. */
export function addBuild(program: Command, { print, progress }: BuildPrinting): void {
  onEdition(program.command('build'))
    .description('convert, validate and transform everything, and make the site (dist/edition)')
    .option('--explain', 'say why things were made anew that a build had made before')
    .addHelpText('after', '\nExample:\n  editio build --explain\n')
    .action(async (flags: BuildFlags) => {
      // The processor takes longest to load: in an edition that was never built it begins before the rest of the tool.
      if (!existsSync(join(flags.edition, CACHE_FOLDER))) {
        const { startProcessor } = await import('../processor/thread.js');
        startProcessor();
      }
      const { build } = await import('../commands/build.js');
      const { diskFileSystem } = await import('../storage/file-system.js');
      const { explain = false } = flags;
      const options = { explain, progress, ...decoding(flags), ...buildDate() };
      await print(await build(diskFileSystem, flags.edition, options), flags);
    });
}
