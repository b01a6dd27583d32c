import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert } from '../../src/commands/convert.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { runShell, runTool, startTool } from './running-tool.js';
import { filesIn, run, writeEdition } from './small-edition.js';

/** What nobody wants to see who has done nothing wrong. */
const TRACE = /^\s+at |Error:|fault of Editio/mu;

function edition(): string {
  const root = join(temporaryFolder(), 'edition');
  writeEdition(root);
  return root;
}

describe('the end of a run', () => {
  it.each([
    ['SIGINT', 130, 3],
    ['SIGTERM', 143, 12],
    ['SIGHUP', 129, 25],
  ])('36: %s ends it with %i between two operations, the lock given back', (signal, exitCode, at) => {
    const root = edition();
    const { status, stderr } = runTool(['convert', '-C', root], {
      shim: 'kill-at-change.js',
      variables: { FAULT_AT: String(at), FAULT_SIGNAL: signal },
    });
    expect([status, stderr]).toEqual([exitCode, '']);
    const left = [...filesIn(root).keys()].filter((path) => /\.tmp$|\.editio\/lock/u.test(path));
    expect(left).toEqual([]);
  });

  it('36: a watching run ends with 130 at Ctrl-C', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bad.xml'), '<TEI');
    const child = startTool(['validate', folder, '--watch']);
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('gate/not-well-formed')) child.kill('SIGINT');
    });
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect([exitCode, TRACE.test(said)]).toEqual([130, false]);
  });

  it('36: a reader that goes away is no fault, and the exit code is that of the command', async () => {
    const root = edition();
    await run(convert, root);
    writeFileSync(join(root, 'bad.xml'), '<TEI');
    const gone = (words: string, redirections = ''): string =>
      runShell(`$EDITIO ${words} ${redirections} | true; echo \${PIPESTATUS[0]}`, root).stdout.trim();
    expect(gone('status')).toBe('0');
    expect(gone('validate bad.xml', '2>&1')).toBe('1');
    const { stderr } = runShell('$EDITIO validate bad.xml --format json | true', root);
    expect(stderr).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('36: an output that cannot be written is told, with exit code 4', () => {
    const { status, stderr } = runShell('$EDITIO --help > /dev/full', temporaryFolder());
    expect([status, TRACE.test(stderr)]).toEqual([4, false]);
    expect(stderr).toContain('error: standard output: ENOSPC');
  });

  it('36: without a terminal there are no colours and nothing is written over', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bad.xml'), '<TEI');
    const { stdout, stderr } = runTool(['validate', folder]);
    expect(stdout + stderr).not.toMatch(/[\r\u001B]/u);
    expect(readdirSync(folder)).toEqual(['bad.xml']);
  });
});
