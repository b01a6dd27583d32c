import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';
import { takeLock, type LockOutcome } from '../../src/storage/lock.js';
import { systemProcesses, type ProcessTable } from '../../src/storage/processes.js';
import { faultyFileSystem, systemError } from './faulty-file-system.js';
import { temporaryFolder } from './temporary-folder.js';

/** A computer on which the processes given live, each with its start. */
function computer(pid: number, alive: Readonly<Record<number, string>>, host = 'here'): ProcessTable {
  return { pid, host, isAlive: (asked) => asked in alive, startOf: (asked) => alive[asked] };
}

function take(root: string, processes: ProcessTable, fileSystem = diskFileSystem): [LockOutcome, Diagnostic[]] {
  const findings: Diagnostic[] = [];
  return [takeLock(fileSystem, root, (finding) => findings.push(finding), processes), findings];
}

function release(outcome: LockOutcome): void {
  if (outcome.kind === 'held') outcome.lock.release();
}

test('a second run is refused while the first lives, and told who it is', () => {
  const root = temporaryFolder();
  const [first] = take(root, computer(11, { 11: 'a', 12: 'b' }));
  expect(first.kind).toBe('held');
  const [second, findings] = take(root, computer(12, { 11: 'a', 12: 'b' }));
  expect(second).toMatchObject({ kind: 'refused', finding: { code: 'storage/locked', file: '.editio/lock' } });
  expect(second.kind === 'refused' && second.finding.message).toContain('process 11 on here');
  expect(findings).toEqual([]);
  release(first);
  expect(readdirSync(join(root, '.editio'))).toEqual([]);
  expect(take(root, computer(12, { 12: 'b' }))[0].kind).toBe('held');
});

test.each([
  ['a dead process', computer(12, { 12: 'b' })],
  ['a process whose number another one has now', computer(12, { 11: 'later', 12: 'b' })],
])('the lock of %s is taken over with a note', (_, later) => {
  const root = temporaryFolder();
  const [first] = take(root, computer(11, { 11: 'a' }));
  const [second, findings] = take(root, later);
  expect(second.kind).toBe('held');
  expect(findings.map(({ code }) => code)).toEqual(['storage/lock-taken-over']);
  // The dead run comes back to life: it must not take away a lock that is no longer its own.
  release(first);
  expect(existsSync(join(root, '.editio/lock'))).toBe(true);
  release(second);
  expect(existsSync(join(root, '.editio/lock'))).toBe(false);
});

test('a lock of another computer is honoured', () => {
  const root = temporaryFolder();
  take(root, computer(11, { 11: 'a' }, 'there'));
  expect(take(root, computer(12, { 12: 'b' }))[0].kind).toBe('refused');
});

test.each(['', '{', '{"version":1}', 'null', '{"version":1,"pid":-1,"host":"here"}'])(
  'an unreadable lock (%j) is taken over with a note',
  (content) => {
    const root = temporaryFolder();
    mkdirSync(join(root, '.editio'));
    writeFileSync(join(root, '.editio/lock'), content);
    const [outcome, findings] = take(root, computer(12, { 12: 'b' }));
    expect(outcome.kind).toBe('held');
    expect(findings.map(({ code }) => code)).toEqual(['storage/lock-taken-over']);
  },
);

test('of two runs that find a dead lock at once, one gets it', () => {
  const root = temporaryFolder();
  take(root, computer(11, { 11: 'a' }));
  const alive = { 12: 'b', 13: 'c' };
  let raced: LockOutcome | undefined;
  const slow: FileSystem = {
    ...diskFileSystem,
    rename: (from, to) => {
      // Another run takes the dead lock over between our reading it and our removing it.
      if (to.endsWith('-dead') && raced === undefined) raced = take(root, computer(13, alive))[0];
      diskFileSystem.rename(from, to);
    },
  };
  const [outcome] = take(root, computer(12, alive), slow);
  expect(raced?.kind).toBe('held');
  expect(outcome.kind).toBe('refused');
  expect(readFileSync(join(root, '.editio/lock'), 'utf8')).toContain('"pid":13');
  expect(readdirSync(join(root, '.editio'))).toEqual(['lock']);
});

test('a disk without hard links can be locked too', () => {
  const root = temporaryFolder();
  const plain: FileSystem = {
    ...diskFileSystem,
    link: () => {
      throw systemError('EPERM');
    },
  };
  const [first] = take(root, computer(11, { 11: 'a' }), plain);
  expect(first.kind).toBe('held');
  expect(take(root, computer(12, { 11: 'a', 12: 'b' }), plain)[0].kind).toBe('refused');
});

test('what killed runs left on their way to the lock is removed, what others are doing is not', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, '.editio'));
  const claim = (pid: number): string => JSON.stringify({ version: 1, pid, host: 'here', start: 'a' });
  const left = {
    'lock-8': claim(8),
    'lock-9': '',
    'lock-9-dead': claim(7),
    'lock-11': claim(11),
    'lock-13': claim(13),
  };
  for (const [name, content] of Object.entries(left)) writeFileSync(join(root, '.editio', name), content);
  // Number 13 is another process's now.
  const [outcome] = take(root, computer(12, { 11: 'a', 12: 'b', 13: 'later' }));
  expect(outcome.kind).toBe('held');
  expect(readdirSync(join(root, '.editio'))).toEqual(['lock', 'lock-11']);
});

test('a lock that is still being written, as without hard links, is not taken for a dead one', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, '.editio'));
  writeFileSync(join(root, '.editio/lock'), '');
  writeFileSync(join(root, '.editio/lock-11'), JSON.stringify({ version: 1, pid: 11, host: 'here' }));
  const [outcome, findings] = take(root, computer(12, { 11: 'a', 12: 'b' }));
  expect([outcome.kind, findings]).toEqual(['refused', []]);
  expect(take(root, computer(12, { 12: 'b' }))[0].kind).toBe('held');
});

test('a disk that refuses the lock is no other run: nobody is told to wait for one', () => {
  const full: FileSystem = {
    ...diskFileSystem,
    link: () => {
      throw systemError('EIO');
    },
  };
  const [outcome] = take(temporaryFolder(), computer(11, { 11: 'a' }), full);
  expect(outcome).toMatchObject({ kind: 'refused', finding: { code: 'storage/write-failed', file: '.editio/lock' } });
  expect(outcome.kind === 'refused' && outcome.finding.help).toContain('whether the disk has room');
});

test('a disk that fails at operation 1, 2, 3 … refuses the lock, and the next run gets it', () => {
  for (let failAt = 1; ; failAt++) {
    const root = temporaryFolder();
    const { fileSystem, operations } = faultyFileSystem(failAt, 'EIO');
    const [outcome] = take(root, computer(11, { 11: 'a' }), fileSystem);
    if (operations() < failAt) break;
    release(outcome);
    // The first run is dead by now.
    expect(take(root, computer(12, { 12: 'b' }))[0].kind).toBe('held');
  }
});

test('the system knows its own process', () => {
  expect(systemProcesses.isAlive(systemProcesses.pid)).toBe(true);
  expect(systemProcesses.startOf(systemProcesses.pid)).toBe(systemProcesses.startOf(systemProcesses.pid));
  const root = temporaryFolder();
  expect(take(root, systemProcesses)[0].kind).toBe('held');
  expect(take(root, systemProcesses)[0].kind).toBe('refused');
});

test.runIf(existsSync('/proc/self/stat'))(
  'a process that ended and was not yet asked for does not live',
  async ({ skip }) => {
    // The shell becomes a program that never asks for the end of its child, which ends only after that.
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 20']);
    try {
      const child = await new Promise<number>((resolve) => {
        parent.stdout.once('data', (line: Buffer) => {
          resolve(Number(line.toString()));
        });
      });
      await expect.poll(() => systemProcesses.isAlive(child), { timeout: 5000 }).toBe(false);
      // Where the system cleans up by itself (its signal SIGCHLD ignored), nothing is left to be told apart.
      skip(!existsSync(`/proc/${child}`), 'the system keeps no process that ended');
      expect(readFileSync(`/proc/${child}/stat`, 'utf8')).toMatch(/\) Z /u);
    } finally {
      parent.kill();
    }
  },
);
