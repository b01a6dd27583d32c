// How long `editio build` takes on the edition's texts, from nothing to the finished site, as a whole process, beside a
// chain of JVM tools that only transforms and validates the finished TEI: Saxon-HE once for HTML and once for text, over
// all files, and jing once. Both use the same stylesheets and schema. The runs alternate, so that a busy machine slows
// both; what counts is the ratio of the medians.
//
//   npm run bench            five runs of each
//   npm run bench -- 9       nine runs of each
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const saxon = process.env.EDITIO_SAXON ?? '/usr/share/java/Saxon-HE.jar';
const runs = Number(process.argv[2] ?? 5);

/** The peak memory of a process so far, in MiB; 0 where the system does not tell. */
function peakMemory(pid) {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a program to its end: its milliseconds and its peak memory. */
function run(program, words) {
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
      else reject(new Error(`${program} ${words.join(' ')} ended with ${code}`));
    });
  });
}

/** Runs programs one after the other: the sum of their times, the largest of their peaks. */
async function runAll(commands) {
  let time = 0;
  let memory = 0;
  for (const [program, words] of commands) {
    const result = await run(program, words);
    time += result.time;
    memory = Math.max(memory, result.memory);
  }
  return { time, memory };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The edition's sources alone, in a new folder. */
function freshEdition(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'tei'), { recursive: true });
  cpSync(join(root, 'edition.yaml'), join(folder, 'edition.yaml'));
  cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  cpSync(join(root, 'tei', 'register'), join(folder, 'tei', 'register'), { recursive: true });
}

function missingTools() {
  const has = (program, word) => spawnSync(program, [word], { stdio: 'ignore' }).error === undefined;
  return [
    ...(has('java', '-version') ? [] : ['java']),
    ...(existsSync(saxon) ? [] : [`Saxon-HE (${saxon}; EDITIO_SAXON names another place)`]),
    ...(has('jing', '-h') ? [] : ['jing']),
  ];
}

function report(name, results) {
  const times = results.map(({ time }) => time);
  const seconds = (time) => (time / 1000).toFixed(2);
  const memory = Math.max(...results.map((result) => result.memory));
  console.log(
    `${name.padEnd(34)} median ${seconds(median(times))} s   (${seconds(Math.min(...times))} to ${seconds(Math.max(...times))})   peak ${memory.toFixed(0)} MiB`,
  );
  return median(times);
}

const work = mkdtempSync(join(tmpdir(), 'editio-bench-'));
try {
  const edition = join(work, 'edition');
  const input = join(work, 'input');
  const build = [process.execPath, [join(root, 'dist', 'tool', 'cli.js'), 'build', '--edition', edition, '--quiet']];
  freshEdition(edition);
  // Once before anything is counted, so that no run has to fetch files from the disk; and for the TEI.
  await runAll([build]);
  mkdirSync(input);
  const documents = readdirSync(join(edition, 'tei')).filter((name) => name.endsWith('.xml'));
  for (const name of documents) cpSync(join(edition, 'tei', name), join(input, name));

  const transform = (format) => {
    const output = join(work, format);
    mkdirSync(output, { recursive: true });
    const stylesheet = join(root, 'templates', 'xslt', `${format}.xsl`);
    return ['java', ['-cp', saxon, 'net.sf.saxon.Transform', `-s:${input}`, `-xsl:${stylesheet}`, `-o:${output}`]];
  };
  const files = documents.map((name) => join(input, name));
  const chain = [transform('html'), transform('text'), ['jing', [join(root, 'schema', 'editio.rng'), ...files]]];
  const missing = missingTools();
  if (missing.length === 0) await runAll(chain);

  const ours = [];
  const theirs = [];
  for (let i = 0; i < runs; i++) {
    freshEdition(edition);
    ours.push(await runAll([build]));
    if (missing.length === 0) theirs.push(await runAll(chain));
  }
  console.log(`${documents.length} texts, ${runs} runs of each, alternating`);
  const own = report('editio build', ours);
  if (missing.length > 0) {
    console.log(`No comparison: missing ${missing.join(', ')}.`);
  } else {
    const other = report('Saxon-HE, Saxon-HE, jing (JVM)', theirs);
    console.log(`ratio ${(own / other).toFixed(2)} (below 1: editio build is faster)`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
