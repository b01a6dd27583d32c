// What the benchmarks measure with: whole processes, their time and their peak memory. Runs of what is compared
// alternate, so that a busy machine slows both; what counts is the ratio of the medians.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The peak memory of a process so far, in MiB; 0 where the system does not tell. */
function peakMemory(pid) {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a program to its end: its milliseconds and its peak memory. One that fails ends the benchmark. */
export function run(program, words) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, words, { stdio: 'ignore' });
    let memory = 0;
    const timer = setInterval(() => {
      memory = Math.max(memory, peakMemory(child.pid));
    }, 20);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      const time = performance.now() - began;
      if (code === 0) resolve({ time, memory });
      else reject(new Error(`${program} ${words.join(' ').slice(0, 200)} ended with ${code}`));
    });
  });
}

/** Runs programs one after the other: the sum of their times, the largest of their peaks. */
export async function runAll(commands) {
  let time = 0;
  let memory = 0;
  for (const [program, words] of commands) {
    const result = await run(program, words);
    time += result.time;
    memory = Math.max(memory, result.memory);
  }
  return { time, memory };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Whether a program can be run. */
export function has(program, word) {
  return spawnSync(program, [word], { stdio: 'ignore' }).error === undefined;
}

/** Prints what several runs took. Returns the median of their times. */
export function report(name, results) {
  const times = results.map(({ time }) => time);
  const seconds = (time) => (time / 1000).toFixed(2);
  const memory = Math.max(...results.map((result) => result.memory));
  console.log(
    `${name.padEnd(34)} median ${seconds(median(times))} s   (${seconds(Math.min(...times))} to ${seconds(Math.max(...times))})   peak ${memory.toFixed(0)} MiB`,
  );
  return median(times);
}
