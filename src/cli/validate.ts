import { existsSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { UsageError } from '../commands/usage-error.js';
import type { ValidateCommandOptions } from '../commands/validate.js';
import { reportFormats } from '../diagnostics/reporters/format.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { checks, isCheck, type Check } from '../validate/checks.js';
import type { Engine } from '../validate/relax-ng/relax-ng-check.js';
import type { Print, PrintOptions } from './printer.js';
import { wholeNumber } from './whole-number.js';

/** What the command line is told of `validate`. */
interface ValidateFlags extends PrintOptions {
  readonly checks?: ReadonlySet<Check>;
  readonly schema?: string;
  readonly schematron?: readonly string[];
  readonly phase?: string;
  readonly engine?: Engine;
  readonly allowDoctype?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly maxWarnings?: number;
  readonly stdinName?: string;
  readonly watch?: boolean;
}

/** What the program does with the command: it alone prints. */
export interface ValidatePrinter {
  readonly print: Print;
  /** Told now and then how many files of how many are done. */
  readonly progress: (done: number, total: number) => void;
  /** Told before the findings of a run that a change of these files began; none before the first. */
  readonly restarted: (changed: readonly string[]) => void;
}

const engines: readonly Engine[] = ['editio', 'xmllint', 'both'];

const help = `
Files may be folders (all .xml files in them) and quoted patterns; one that begins with ! takes files away. - is standard
input. Without a name, the folder tei is checked.

Examples:
  editio validate tei/*.xml --schema tei_all
  editio validate 'tei/**/*.xml' '!tei/drafts/**' --format github
  editio validate tei --baseline known.json --max-warnings 0
`;

/** Adds the command `validate` to the program. */
export function addValidate(program: Command, printer: ValidatePrinter): Command {
  return program
    .command('validate [files...]')
    .description('check TEI files: well-formedness, RELAX NG, Schematron, references')
    .addOption(new Option('--checks <names>', `which checks: ${checks.join(',')}`).argParser(checkNames))
    .option('--schema <name>', 'RELAX NG schema for all files: a file, tei_all, editio')
    .addOption(
      new Option('--schematron <file>', 'Schematron schema for all files; may be repeated').argParser(collected),
    )
    .option('--phase <name>', 'phase of the Schematron schemas; #ALL for all their patterns')
    .addOption(new Option('--engine <name>', 'what decides about RELAX NG').choices(engines))
    .option('--allow-doctype', 'let a document type declaration pass that declares nothing itself; it is never read')
    .addOption(new Option('--format <name>', 'form of the report').choices(reportFormats).default('pretty'))
    .option('--output <file>', 'write the report to a file; findings are still printed for people')
    .option('--baseline <file>', 'findings that this file knows do not count')
    .option('--update-baseline', 'write the baseline from what is found')
    .addOption(new Option('--max-warnings <number>', 'more warnings than this are an error').argParser(wholeNumber))
    .option('--stdin-name <name>', 'what to call the file on standard input')
    .option('--watch', 'check again whenever a file changes, until Ctrl-C')
    .option('--color', 'use colours; --no-color: use none')
    .addOption(new Option('--no-color').hideHelp())
    .option('-v, --verbose', 'print remarks too, and every name that would be lawful at a place')
    .option('-q, --quiet', 'print findings only')
    .addHelpText('after', help)
    .action(async (files: string[], flags: ValidateFlags) => {
      await run(files.length === 0 ? [defaultFolder()] : files, flags, printer);
    });
}

async function run(paths: readonly string[], flags: ValidateFlags, printer: ValidatePrinter): Promise<void> {
  const options = optionsOf(flags, printer);
  const { validate } = await import('../commands/validate.js');
  if (flags.watch !== true) {
    await printer.print(await validate(paths, options), flags);
    return;
  }
  const { watch } = await import('../commands/watch.js');
  await watch(paths, options, async (outcome, changed) => {
    printer.restarted(changed);
    await printer.print(outcome, flags);
  });
}

function optionsOf(flags: ValidateFlags, printer: ValidatePrinter): ValidateCommandOptions {
  const { baseline, output, updateBaseline: update = false, maxWarnings, stdinName } = flags;
  if (update && baseline === undefined) throw new UsageError('--update-baseline needs --baseline FILE.');
  return {
    progress: printer.progress,
    verbose: flags.verbose === true,
    ...(flags.checks === undefined ? {} : { checks: flags.checks }),
    ...(flags.schema === undefined ? {} : { schema: flags.schema }),
    ...(flags.schematron === undefined ? {} : { schematron: flags.schematron }),
    ...(flags.phase === undefined ? {} : { phase: flags.phase }),
    ...(flags.engine === undefined ? {} : { engine: flags.engine }),
    ...(flags.allowDoctype === undefined ? {} : { allowDoctype: flags.allowDoctype }),
    ...(baseline === undefined ? {} : { baseline: { path: baseline, update } }),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
    ...(output === undefined ? {} : { output }),
    ...(stdinName === undefined ? {} : { stdinName }),
  };
}

function defaultFolder(): string {
  if (existsSync('tei')) return 'tei';
  throw new UsageError('Name the files to check: there is no folder tei here.');
}

function checkNames(value: string): ReadonlySet<Check> {
  const names = value.split(',').map((name) => name.trim());
  return new Set(
    names.map((name) => {
      if (isCheck(name)) return name;
      const near = nearestSpelling(name, checks);
      const guess = near === undefined ? '' : ` Did you mean ${near}?`;
      throw new InvalidArgumentError(`There is no check “${name}”.${guess} The checks are ${checks.join(', ')}.`);
    }),
  );
}

/** The values of an option that may be repeated. */
function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
