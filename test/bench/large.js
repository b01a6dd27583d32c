// How `editio build` grows with the edition: letters of about 350 words, made up, from nothing to the finished site; then
// once more with one text changed. As ratios: time a document in the large edition to that in the small one, the time of
// the second build to that of the first, and of SaxonJS alone (both stylesheets over the same files, nothing else) to
// the whole.
//
//   node test/bench/large.js 500 5000      the sizes; these without numbers
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLargeEdition } from './large-edition.js';
import { root, run } from './measure.js';

const sizes = process.argv.slice(2).map(Number);
const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
const each = [];

/** Milliseconds that SaxonJS takes for the files of an edition, in batches as a build has them, once it is warm. */
async function saxonTime(folder) {
  const { runStylesheet } = await import('../../dist/tool/processor/stylesheet.js');
  const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const began = performance.now();
  for (let start = 0; start < texts.length; start += 10) {
    const batch = texts.slice(start, start + 10);
    for (const format of ['html', 'text']) await runStylesheet(format, batch, {});
  }
  return performance.now() - began;
}

console.log(`${availableParallelism()} processors`);
for (const size of sizes.length > 0 ? sizes : [500, 5000]) {
  const edition = mkdtempSync(join(tmpdir(), 'editio-large-'));
  const build = [process.execPath, [join(root, 'dist', 'tool', 'cli.js'), 'build', '--edition', edition, '--quiet']];
  try {
    writeLargeEdition(edition, size);
    const first = await run(...build);
    const text = join(edition, 'seeds', `letter-${String(Math.ceil(size / 2)).padStart(5, '0')}.txt`);
    appendFileSync(text, '\nAnd so on.\n');
    const second = await run(...build);
    each.push(first.time / size);
    console.log(
      `${size} documents: ${seconds(first.time)}, ${((size * 1000) / first.time).toFixed(1)} documents a second, peak ${first.memory.toFixed(0)} MiB`,
    );
    console.log(
      `  one text changed: ${seconds(second.time)}, ${(second.time / first.time).toFixed(3)} of the first build, peak ${second.memory.toFixed(0)} MiB`,
    );
    if (size <= 500) {
      const saxon = await saxonTime(join(edition, 'tei'));
      console.log(`  SaxonJS alone, in one thread: ${seconds(saxon)}, ${(saxon / first.time).toFixed(2)} of the build`);
    }
  } finally {
    rmSync(edition, { recursive: true, force: true });
  }
}
if (each.length > 1) {
  console.log(
    `growth: a document takes ${(each.at(-1) / each[0]).toFixed(2)} times as long in the largest as in the smallest`,
  );
}
