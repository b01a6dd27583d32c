#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import type { Outcome } from './commands/outcome.js';
import { reporters, type ReportFormat } from './diagnostics/reporters/index.js';
import { diskFileSystem } from './storage/file-system.js';
import { toolVersion } from './version.js';

/** Exit codes that no command returns: wrong usage, a fault of ours, Ctrl-C. */
const USAGE = 2;
const FAULT = 70;
const INTERRUPTED = 130;

interface PrintOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly format?: ReportFormat;
  /** The outcome's summary is what was asked for, not a word about it. */
  readonly output?: boolean;
}

/** Prints what a command did: findings to standard error, the rest to standard output. */
function print(outcome: Outcome, options: PrintOptions): void {
  const { data, files, summary, textOf } = outcome;
  const diagnostics = outcome.diagnostics.filter((finding) => options.verbose === true || finding.severity !== 'info');
  const findings = { files, diagnostics, ...(textOf === undefined ? {} : { textOf }) };
  if (options.json === true || options.format === 'json') {
    const report: unknown = JSON.parse(reporters.json({ ...findings, diagnostics: outcome.diagnostics }));
    process.stdout.write(`${JSON.stringify({ ...(report as object), ...(data ?? {}) }, null, 2)}\n`);
  } else {
    const colour = process.stderr.isTTY && process.env['NO_COLOR'] === undefined;
    if (diagnostics.length > 0) process.stderr.write(reporters.pretty(findings, { colour }));
    const hidden = outcome.diagnostics.length - diagnostics.length;
    const lines =
      hidden > 0 && options.quiet !== true && options.output !== true
        ? [...summary, `${hidden} ${hidden === 1 ? 'remark' : 'remarks'} not shown; --verbose shows them.`]
        : summary;
    if (options.quiet !== true || options.output === true) for (const line of lines) process.stdout.write(`${line}\n`);
  }
  process.exitCode = outcome.exitCode;
}

/** The day of `SOURCE_DATE_EPOCH` (reproducible-builds.org), if it is set; the clock is never asked. */
function buildDate(): { date?: string } {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  return Number.isFinite(seconds) ? { date: new Date(seconds * 1000).toISOString().slice(0, 10) } : {};
}

interface ConvertFlags extends PrintOptions {
  readonly edition: string;
  readonly encoding?: string;
  readonly control?: 'refuse' | 'replace';
  readonly report?: boolean;
}

function decoding(flags: ConvertFlags): { encoding?: string; controls?: 'refuse' | 'replace' } {
  return {
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.control === undefined ? {} : { controls: flags.control }),
  };
}

/** The options that every command on an edition takes. */
function onEdition(command: Command): Command {
  return command
    .option('-C, --edition <folder>', 'folder of the edition', '.')
    .option('--encoding <label>', 'encoding of the texts, where it is not UTF-8')
    .addOption(new Option('--control <what>', 'what to do with control characters').choices(['refuse', 'replace']))
    .option('--json', 'print the findings as JSON')
    .option('-v, --verbose', 'print remarks too, not only errors and warnings')
    .option('-q, --quiet', 'print findings only');
}

function example(text: string): string {
  return `\nExample:\n  ${text}\n`;
}

function program(): Command {
  const editio = new Command('editio')
    .description('From plain-text historical documents to a scholarly digital edition in TEI.')
    .version(toolVersion)
    .showHelpAfterError('(editio --help tells what there is)')
    .exitOverride();

  onEdition(editio.command('convert [id...]'))
    .description('convert texts (seeds/*.txt) to TEI (tei/*.xml)')
    .option('--report', 'print, as JSON, the genre of each text and why, and every difference between text and TEI')
    .addHelpText('after', example('editio convert letter-1958-04-17 --report'))
    .action(async (ids: string[], flags: ConvertFlags) => {
      const { convert } = await import('./commands/convert.js');
      const outcome = convert(diskFileSystem, flags.edition, { only: ids, ...decoding(flags), ...buildDate() });
      print(outcome, flags.report === true ? { ...flags, json: true } : flags);
    });

  onEdition(editio.command('build'))
    .description('convert, validate and transform everything, and make the site (dist/edition)')
    .addHelpText('after', example('editio build'))
    .action(async (flags: ConvertFlags) => {
      // The processor takes longest to load: it begins before the rest of the tool is read.
      const { startProcessor } = await import('./transform/saxon.js');
      startProcessor();
      const { build } = await import('./commands/build.js');
      print(await build(diskFileSystem, flags.edition, { ...decoding(flags), ...buildDate() }), flags);
    });

  editio
    .command('validate [files...]')
    .description(
      'check TEI files, or all in a folder (without a name: tei), for well-formedness and against a RELAX NG schema',
    )
    .option('--schema <file>', 'RELAX NG schema (.rng) for all files')
    .addOption(
      new Option('--format <name>', 'how findings are printed').choices(Object.keys(reporters)).default('pretty'),
    )
    .option('-v, --verbose', 'print remarks too')
    .addHelpText('after', example('editio validate tei/*.xml --format json'))
    .action(async (files: string[], flags: { schema?: string; format: ReportFormat; verbose?: boolean }) => {
      const { validate } = await import('./commands/validate.js');
      print(
        await validate(
          files.length === 0 ? ['tei'] : files,
          flags.schema === undefined ? {} : { schema: flags.schema },
        ),
        flags,
      );
    });

  editio
    .command('transform <files...>')
    .description('transform TEI files, from anywhere, to HTML or plain text')
    .addOption(new Option('--to <format>', 'output format').choices(['html', 'text']).default('html'))
    .option('--out <folder>', 'folder for the outputs; without it one file goes to standard output')
    .option('--param <name=value...>', 'setting of the format, such as width=72')
    .addHelpText('after', example('editio transform letter.xml --to text --param width=72'))
    .action(async (files: string[], flags: { to: 'html' | 'text'; out?: string; param?: string[] }) => {
      const { transform } = await import('./commands/transform.js');
      const parameters = Object.fromEntries((flags.param ?? []).map(parameterOf));
      const outcome = await transform(diskFileSystem, files, {
        format: flags.to,
        parameters,
        ...(flags.out === undefined ? {} : { out: flags.out }),
      });
      print(outcome, { output: flags.out === undefined });
    });
  return editio;
}

/** `width=72` as a name and a value of its type. */
function parameterOf(setting: string): [string, string | number | boolean] {
  const at = setting.indexOf('=');
  if (at < 1) throw new CommanderError(USAGE, 'editio.param', `error: a setting is name=value, not “${setting}”`);
  const value = setting.slice(at + 1);
  const typed = /^\d+$/u.test(value) ? Number(value) : value === 'true' ? true : value === 'false' ? false : value;
  return [setting.slice(0, at), typed];
}

async function main(): Promise<void> {
  // A reader that closes the pipe (`editio … | head`) has what it wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.on('SIGINT', () => process.exit(INTERRUPTED));
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'editio.param') process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode === 0 ? 0 : USAGE;
      return;
    }
    if (error instanceof RangeError) {
      process.stderr.write(`error: ${error.message}\n`);
      process.exitCode = USAGE;
      return;
    }
    process.stderr.write(
      `This is a fault of Editio, not of your files. Please report it:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = FAULT;
  }
}

await main();
