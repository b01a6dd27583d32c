// Loaded before the tool: the process kills itself, as a machine without power does, at the change of the disk with the
// number FAULT_AT, before it is done; where it is a write, with half of the bytes written. FAULT_SIGNAL names another
// signal than SIGKILL; the tool may catch that, so the change is then done.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const at = Number(process.env.FAULT_AT);
const signal = process.env.FAULT_SIGNAL ?? 'SIGKILL';
const changes = ['openSync', 'writeSync', 'closeSync', 'renameSync', 'linkSync', 'unlinkSync', 'mkdirSync'];
const opened = new Set();
let count = 0;

/** Files that are only read are no changes. */
function isChange(name, [first, second]) {
  if (name === 'openSync') return second === 'wx';
  if (name === 'closeSync' || name === 'writeSync') return opened.has(first);
  return true;
}

if (isMainThread) {
  for (const name of changes) {
    const original = fs[name];
    fs[name] = (...given) => {
      if (isChange(name, given) && ++count === at) {
        if (name === 'writeSync' && signal === 'SIGKILL')
          original(given[0], given[1].subarray(0, given[1].length >> 1));
        process.kill(process.pid, signal);
      }
      const result = original(...given);
      if (name === 'openSync' && given[1] === 'wx') opened.add(result);
      return result;
    };
  }
  syncBuiltinESMExports();
}
