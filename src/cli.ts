#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addCollate } from './cli/collate.js';
import { addBuild, addConvert } from './cli/edition.js';
import { addExplain } from './cli/explain.js';
import { addInit } from './cli/init.js';
import type { PrintOptions } from './cli/printer.js';
import { Progress } from './cli/progress.js';
import { addReview } from './cli/review.js';
import { addSchema } from './cli/schema.js';
import { addServe } from './cli/serve.js';
import { addStatus } from './cli/status.js';
import { addTransform } from './cli/transform.js';
import { addValidate } from './cli/validate.js';
import type { Outcome } from './commands/outcome.js';
import { UsageError } from './commands/usage-error.js';
import type { Findings, ReporterOptions } from './diagnostics/reporters/reporter.js';
import type { ReportFormat } from './diagnostics/reporters/format.js';
import { visible } from './diagnostics/visible.js';
import { toolVersion } from './version.js';

/** Exit codes that no command returns: wrong usage, an output that cannot be written, a fault of ours. */
const USAGE = 2;
const ENVIRONMENT = 4;
const FAULT = 70;

/** Signals that ask a run to end, with their numbers; the exit code is 128 more, as shells have it. */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Milliseconds after which a run that is still going on says how far it is. */
const PATIENCE = 1000;

/**
 * Prints what a command did. For people, findings go to standard error and the rest to standard output; a report for
 * programs goes to standard output, or to the file of `--output`.
 */
async function print(outcome: Outcome, options: PrintOptions): Promise<void> {
  const format = options.json === true ? 'json' : (options.format ?? 'pretty');
  process.exitCode = outcome.exitCode;
  if (format !== 'pretty' || options.output !== undefined) {
    const report = await reportOf(outcome, format, options.verbose === true);
    if (options.output === undefined) {
      process.stdout.write(report);
      if (format === 'github') printLines(outcome.summary);
      return;
    }
    if (!(await writeReport(options.output, report))) process.exitCode = ENVIRONMENT;
  }
  await printPretty(outcome, options);
}

/** The findings of a run, all or without remarks. */
function findingsOf({ files, diagnostics, textOf, checks, wasChecked }: Outcome, withRemarks: boolean): Findings {
  return {
    files,
    diagnostics: withRemarks ? diagnostics : diagnostics.filter((finding) => finding.severity !== 'info'),
    ...(textOf === undefined ? {} : { textOf }),
    ...(checks === undefined ? {} : { checks }),
    ...(wasChecked === undefined ? {} : { wasChecked }),
  };
}

/** The report of a run in a format for programs; a format that is read beside the lines leaves remarks out. */
async function reportOf(outcome: Outcome, format: ReportFormat, verbose: boolean): Promise<string> {
  if (format === 'json') {
    const { jsonReport } = await import('./diagnostics/reporters/json.js');
    const { asciiJson } = await import('./diagnostics/reporters/ascii-json.js');
    return asciiJson({ ...jsonReport(findingsOf(outcome, true)), ...(outcome.data ?? {}) });
  }
  const { reporters } = await import('./diagnostics/reporters/index.js');
  const { readDocumentation } = await import('./diagnostics/documentation.js');
  const options: ReporterOptions = { root: process.cwd(), version: toolVersion, documentation: readDocumentation() };
  return reporters[format](findingsOf(outcome, verbose || format === 'sarif'), options);
}

/** Writes a report; where the disk refuses, says so and returns false. */
async function writeReport(path: string, report: string): Promise<boolean> {
  const { writeNamedFile } = await import('./storage/named-file.js');
  const { diskFileSystem } = await import('./storage/file-system.js');
  const written = writeNamedFile(diskFileSystem, path, report);
  if (written.kind === 'failed') process.stderr.write(`error: ${path}: ${written.finding.message}\n`);
  return written.kind !== 'failed';
}

async function printPretty(outcome: Outcome, options: PrintOptions): Promise<void> {
  const verbose = options.verbose === true;
  const findings = findingsOf(outcome, verbose);
  if (findings.diagnostics.length > 0) {
    const { reportPretty } = await import('./diagnostics/reporters/pretty.js');
    // A command that says itself what it checked sums up on standard output.
    const totals = outcome.checks === undefined;
    process.stderr.write(reportPretty(findings, { colour: wantsColour(options), verbose, totals }));
  }
  if (options.quiet === true && options.isResult !== true) return;
  const hidden = outcome.diagnostics.length - findings.diagnostics.length;
  const remarks = `${hidden} ${hidden === 1 ? 'remark' : 'remarks'} not shown; --verbose shows them.`;
  const lines = hidden > 0 && options.isResult !== true ? [...outcome.summary, remarks] : outcome.summary;
  printLines(lines);
}

function printLines(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** Colours are for terminals, unless `--color` or the variable `NO_COLOR` (no-color.org) says otherwise. */
function wantsColour({ color }: PrintOptions): boolean {
  if (color !== undefined) return color;
  const refused = process.env['NO_COLOR'];
  return process.stderr.isTTY && (refused === undefined || refused === '');
}

function program(): Command {
  const editio = new Command('editio')
    .description('From plain-text historical documents to a scholarly digital edition in TEI.')
    .version(toolVersion)
    .showHelpAfterError('(editio --help tells what there is)')
    .exitOverride();

  addInit(editio, print);
  addConvert(editio, print);
  addBuild(editio, { print, progress });
  addServe(editio, { print, say });
  addStatus(editio, print);
  addReview(editio, print);
  addExplain(editio, print);
  addValidate(editio, { print, progress, restarted });
  addTransform(editio, print);
  addCollate(editio, print);
  addSchema(editio, print);
  return editio;
}

const progressOfRun = new Progress();

/** How far a long run is, in one line of a terminal that is written over and taken away at the end. */
function progress(done: number, total: number, what = 'files'): void {
  const now = performance.now();
  const line = progressOfRun.line(done, total, what, now);
  if (!process.stderr.isTTY || now < PATIENCE) return;
  process.stderr.write(done < total ? `\r\u001B[K${line}` : '\r\u001B[K');
}

/** A line from a command that goes on. */
function say(line: string): void {
  process.stdout.write(`${visible(line)}\n`);
}

/** Clears a terminal for the findings of the next run, and says what changed. */
function restarted(changed: readonly string[]): void {
  if (process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[H');
  if (changed.length > 0) process.stdout.write(`Changed: ${changed.map(visible).join(', ')}\n`);
}

async function main(): Promise<void> {
  endInOrder();
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : USAGE;
    } else if (error instanceof UsageError || isSettingError(error)) {
      process.stderr.write(`error: ${error.message}\n`);
      process.exitCode = USAGE;
    } else await tellFault(error);
  }
}

/**
 * Whatever ends a run, it ends between two operations on files, says nothing of our insides, and what listens to the
 * end of the process gives the lock back.
 */
function endInOrder(): void {
  for (const [signal, number] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(128 + number));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that closes the pipe (`editio … | head`) has what it wanted; the exit code is that of the command.
      if (error.code === 'EPIPE') process.exit();
      if (stream === process.stdout) process.stderr.write(`error: standard output: ${error.message}\n`);
      process.exit(ENVIRONMENT);
    });
  }
  process.once('uncaughtException', (error) => {
    void tellFault(error).finally(() => process.exit());
  });
}

/** Says what ended a run that should have gone on: the system where it refused something, else a fault of ours. */
async function tellFault(error: unknown): Promise<void> {
  if (error instanceof Error && 'syscall' in error) {
    const { systemReason } = await import('./storage/file-system.js');
    const place = 'path' in error && typeof error.path === 'string' ? `${visible(error.path)}: ` : '';
    process.stderr.write(`error: ${place}${systemReason(error)}\n`);
    process.exitCode = ENVIRONMENT;
    return;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`This is a fault of Editio, not of your files. Please report it:\n${trace}\n`);
  process.exitCode = FAULT;
}

/** A setting that a format does not take; a stack that overflows is a RangeError as well, and a fault of ours. */
function isSettingError(error: unknown): error is RangeError {
  return error instanceof RangeError && !error.message.startsWith('Maximum call stack');
}

await main();
