import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The built tool; tests run after a build. */
const TOOL = resolve('dist/tool/cli.js');
const SHIMS = resolve('test/faults/shims');

/** How a process of the tool runs. */
export interface ToolOptions {
  /** A script of `shims/` that is loaded before the tool. */
  readonly shim?: string;
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** How a process of the tool ended. */
export interface ToolResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function shimmed(shim: string | undefined): string[] {
  return shim === undefined ? [] : ['--import', pathToFileURL(join(SHIMS, shim)).href];
}

/** Runs the tool as a process of its own until it ends. */
export function runTool(words: readonly string[], { shim, variables = {}, cwd }: ToolOptions = {}): ToolResult {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...shimmed(shim), TOOL, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...variables },
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { status, signal, stdout, stderr };
}

/** Begins the tool as a process of its own. */
export function startTool(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [TOOL, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a line of the shell in which `$EDITIO` is the tool; the exit code is that of the line. */
export function runShell(line: string, cwd: string): ToolResult {
  const { status, signal, stdout, stderr } = spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, EDITIO: `${process.execPath} ${TOOL}` },
  });
  return { status, signal, stdout, stderr };
}
