import { join } from 'node:path';
import { z } from 'zod';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { writeAtomically } from './atomic-write.js';
import { systemErrorCode, systemReason, type FileSystem } from './file-system.js';
import { WRITE_HELP } from './output-findings.js';
import { systemProcesses, type ProcessTable } from './processes.js';

/** The edition's lock, held: one run at a time. */
export interface Lock {
  /** Gives the lock back; nothing where it is no longer ours. */
  release(): void;
}

/** The lock, or why another run or the disk refused it (the command ends with exit code 4). */
export type LockOutcome =
  { readonly kind: 'held'; readonly lock: Lock } | { readonly kind: 'refused'; readonly finding: Diagnostic };

/** Later versions of Editio may say more, but whose a lock is they have to say in these words. */
const holderSchema = z.object({
  version: z.number().int().positive(),
  pid: z.number().int().positive(),
  host: z.string(),
  start: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

const versionSchema = z.object({ version: z.number().int().min(2) });

const FOLDER = '.editio';
const LOCK = `${FOLDER}/lock`;

/** What a run writes on its way to the lock: its claim, and a dead lock that it has put aside. */
const CLAIM = /^lock-(\d+)(-dead)?$/u;

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
        dropDeadClaims(fileSystem, root, processes);
        return {
          kind: 'held',
          lock: releasedAtExit(() => {
            releaseLock(fileSystem, path, bytes);
          }),
        };
      } catch (error) {
        if (systemErrorCode(error) !== 'EEXIST') throw error;
      }
      const finding = removeDeadLock(fileSystem, root, processes, report);
      if (finding !== undefined) return { kind: 'refused', finding };
    }
    return { kind: 'refused', finding: locked('another run took the lock at the same moment') };
  } catch (error) {
    return { kind: 'refused', finding: unwritten(systemReason(error)) };
  } finally {
    removeIfThere(fileSystem, join(root, claim));
  }
}

/** The locks that this process holds; they are given back whatever ends it, but for a kill. */
const held = new Set<() => void>();

function releasedAtExit(giveBack: () => void): Lock {
  if (held.size === 0) process.once('exit', releaseAll);
  held.add(giveBack);
  return {
    release: () => {
      held.delete(giveBack);
      if (held.size === 0) process.off('exit', releaseAll);
      giveBack();
    },
  };
}

function releaseAll(): void {
  for (const giveBack of held) giveBack();
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
  root: string,
  processes: ProcessTable,
  report: Report,
): Diagnostic | undefined {
  const path = join(root, LOCK);
  const seen = readIfThere(fileSystem, path);
  if (seen === undefined) return undefined;
  const holder = parseHolder(seen);
  if (holder === 'later') return locked('a later version of Editio has left a lock that this one cannot read');
  if (holder !== undefined && isHeld(holder, processes)) {
    return locked(`process ${holder.pid} on ${holder.host} is at work on this edition`);
  }
  // Without hard links a lock is empty for a moment; whoever is writing it has a claim beside it.
  if (holder === undefined && claimsOf(fileSystem, root, processes).some(({ isLive }) => isLive)) {
    return locked('another run took the lock at the same moment');
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
    claimLock(fileSystem, aside, path, Buffer.from(taken));
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

/** Whose a lock is; undefined where it is damaged, `later` where a later Editio wrote it in words of its own. */
function parseHolder(text: string): Holder | 'later' | undefined {
  try {
    const content: unknown = JSON.parse(text);
    const holder = holderSchema.safeParse(content);
    if (holder.success) return holder.data;
    return versionSchema.safeParse(content).success ? 'later' : undefined;
  } catch {
    return undefined;
  }
}

/** The claims of other runs, and whether those are at work. */
function claimsOf(
  fileSystem: FileSystem,
  root: string,
  processes: ProcessTable,
): { readonly path: string; readonly isLive: boolean }[] {
  return fileSystem.list(join(root, FOLDER)).flatMap((name) => {
    const [, number, dead] = CLAIM.exec(name) ?? [];
    if (number === undefined || Number(number) === processes.pid) return [];
    const path = join(root, FOLDER, name);
    const holder = dead === undefined ? parseHolder(readIfThere(fileSystem, path) ?? '') : undefined;
    const isLive = typeof holder === 'object' ? isHeld(holder, processes) : processes.isAlive(Number(number));
    return [{ path, isLive }];
  });
}

/** Removes what runs that were killed on their way to the lock left there. */
function dropDeadClaims(fileSystem: FileSystem, root: string, processes: ProcessTable): void {
  try {
    for (const { path, isLive } of claimsOf(fileSystem, root, processes)) {
      if (!isLive) removeIfThere(fileSystem, path);
    }
  } catch (error) {
    // They are only in the way; the next run tries again.
    systemReason(error);
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
    // A claim that stays behind harms nobody; a later run removes it.
    systemReason(error);
  }
}

/** Nobody else is in the way: the disk is, and waiting does not help. */
function unwritten(reason: string): Diagnostic {
  return diagnostic('storage/write-failed', `The lock could not be written, so nothing was done: ${reason}.`, {
    file: LOCK,
    help: WRITE_HELP,
  });
}

function locked(reason: string): Diagnostic {
  return diagnostic('storage/locked', `Only one run at a time works on an edition, and ${reason}.`, {
    file: LOCK,
    help: 'Wait for the other run to end. If you are certain that none is at work, remove the file.',
  });
}
