import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pid as ownPid } from 'node:process';
import { z } from 'zod';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { writeAtomically } from './atomic-write.js';
import { systemErrorCode, systemReason, type FileSystem } from './file-system.js';

/** What a lock needs to know of the computer's processes. */
export interface ProcessTable {
  readonly pid: number;
  readonly host: string;
  isAlive(pid: number): boolean;
  /** When a process began, as the system counts it; undefined where the system does not tell. */
  startOf(pid: number): string | undefined;
}

/** The edition's lock, held: one run at a time. */
export interface Lock {
  /** Gives the lock back; nothing where it is no longer ours. */
  release(): void;
}

/** The lock, or why another run or the disk refused it (the command ends with exit code 4). */
export type LockOutcome =
  { readonly kind: 'held'; readonly lock: Lock } | { readonly kind: 'refused'; readonly finding: Diagnostic };

const holderSchema = z.object({
  version: z.literal(1),
  pid: z.number().int().positive(),
  host: z.string(),
  start: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

const LOCK = '.editio/lock';

/**
 * Takes the lock of an edition: the file `.editio/lock`, which says who holds it. A lock whose process is gone, or
 * whose process number now belongs to another process, is taken over with a note. One of another computer (a
 * shared disk) is always honoured: nothing here can tell whether that process lives.
 */
export function takeLock(
  fileSystem: FileSystem,
  root: string,
  report: Report,
  processes = systemProcesses,
): LockOutcome {
  const path = join(root, LOCK);
  const start = processes.startOf(processes.pid);
  const holder: Holder = {
    version: 1,
    pid: processes.pid,
    host: processes.host,
    ...(start === undefined ? {} : { start }),
  };
  const claim = `${LOCK}-${processes.pid}`;
  const bytes = Buffer.from(`${JSON.stringify(holder)}\n`);
  // The claim is written whole under a name of its own, then linked: so the lock is never seen half-written.
  const written = writeAtomically(fileSystem, root, claim, bytes);
  if (written.kind === 'failed') return { kind: 'refused', finding: written.finding };
  try {
    // The second round is for the lock of a dead run, taken away in the first; a third would be a race with others.
    for (let round = 1; round <= 2; round++) {
      try {
        claimLock(fileSystem, join(root, claim), path, bytes);
        return {
          kind: 'held',
          lock: {
            release: () => {
              releaseLock(fileSystem, path, bytes);
            },
          },
        };
      } catch (error) {
        if (systemErrorCode(error) !== 'EEXIST') throw error;
      }
      const finding = removeDeadLock(fileSystem, path, processes, report);
      if (finding !== undefined) return { kind: 'refused', finding };
    }
    return { kind: 'refused', finding: locked('another run took the lock at the same moment') };
  } catch (error) {
    return { kind: 'refused', finding: locked(`the lock could not be written: ${systemReason(error)}`) };
  } finally {
    removeIfThere(fileSystem, join(root, claim));
  }
}

/** What a file system without hard links says when asked for one. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

function claimLock(fileSystem: FileSystem, claim: string, path: string, bytes: Uint8Array): void {
  try {
    fileSystem.link(claim, path);
  } catch (error) {
    if (!NO_LINKS.has(systemErrorCode(error) ?? '')) throw error;
    const handle = fileSystem.create(path);
    try {
      fileSystem.write(handle, bytes, 0);
    } finally {
      fileSystem.close(handle);
    }
  }
}

/** Takes away the lock of a run that is no more; the finding where its run lives. */
function removeDeadLock(
  fileSystem: FileSystem,
  path: string,
  processes: ProcessTable,
  report: Report,
): Diagnostic | undefined {
  const seen = readIfThere(fileSystem, path);
  if (seen === undefined) return undefined;
  const holder = parseHolder(seen);
  if (holder !== undefined && isHeld(holder, processes)) {
    return locked(`process ${holder.pid} on ${holder.host} is at work on this edition`);
  }
  // Renamed first and looked at again: between reading and removing, another run may have taken the lock over.
  const aside = `${path}-${processes.pid}-dead`;
  try {
    fileSystem.rename(path, aside);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const taken = Buffer.from(fileSystem.read(aside)).toString('utf8');
  if (taken !== seen) {
    fileSystem.link(aside, path);
    fileSystem.remove(aside);
    return locked('another run took the lock at the same moment');
  }
  fileSystem.remove(aside);
  const whose = holder === undefined ? 'an unreadable lock' : `the lock of process ${holder.pid}, which is no more,`;
  report(diagnostic('storage/lock-taken-over', `An earlier run ended early: ${whose} was taken over.`, { file: LOCK }));
  return undefined;
}

function isHeld(holder: Holder, processes: ProcessTable): boolean {
  if (holder.host !== processes.host) return true;
  if (!processes.isAlive(holder.pid)) return false;
  const start = processes.startOf(holder.pid);
  return start === undefined || holder.start === undefined || start === holder.start;
}

function releaseLock(fileSystem: FileSystem, path: string, bytes: Uint8Array): void {
  try {
    if (fileSystem.status(path) === undefined) return;
    if (Buffer.compare(fileSystem.read(path), bytes) === 0) fileSystem.remove(path);
  } catch (error) {
    // The work is done; the next run takes the lock of a dead process over.
    systemReason(error);
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function readIfThere(fileSystem: FileSystem, path: string): string | undefined {
  try {
    return Buffer.from(fileSystem.read(path)).toString('utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function removeIfThere(fileSystem: FileSystem, path: string): void {
  try {
    if (fileSystem.status(path) !== undefined) fileSystem.remove(path);
  } catch (error) {
    // A claim that stays behind is overwritten by the next run of the same number, and harms nobody.
    systemReason(error);
  }
}

function locked(reason: string): Diagnostic {
  return diagnostic('storage/locked', `Only one run at a time works on an edition, and ${reason}.`, {
    file: LOCK,
    help: 'Wait for the other run to end. If you are certain that none is at work, remove the file.',
  });
}

/** The computer's own processes. Start times are known on Linux only (`/proc/<pid>/stat`, field 22). */
export const systemProcesses: ProcessTable = {
  pid: ownPid,
  host: hostname(),
  isAlive: (pid) => {
    // A dead process stays in the table until its parent has asked for it; in a container perhaps for good.
    if (/^[ZX]$/u.test(statFields(pid)?.[0] ?? '')) return false;
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // Not permitted means that it lives, but is another user's.
      return systemErrorCode(error) === 'EPERM';
    }
  },
  startOf: (pid) => statFields(pid)?.[19],
};

/** The fields of `/proc/<pid>/stat` from the third on, the state of the process; undefined where there is no such file. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name in parentheses may hold spaces; the fields after it do not.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
