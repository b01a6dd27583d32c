import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { pid as ownPid } from 'node:process';
import { systemErrorCode } from './file-system.js';

/** What the storage needs to know of the computer's processes. */
export interface ProcessTable {
  readonly pid: number;
  readonly host: string;
  isAlive(pid: number): boolean;
  /** When a process began, as the system counts it; undefined where the system does not tell. */
  startOf(pid: number): string | undefined;
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
