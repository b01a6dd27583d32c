// How long `editio validate` takes for the gate and RELAX NG, as a whole process, beside jing and libxml2's xmllint: with
// tei_all, on fifty small files (with the compiled grammar in the cache, and without) and on one of five megabytes.
//
//   node test/bench/validate.js 9    nine runs of each; five without a number
//
// tei_all.rng is looked for in $EDITIO_TEI, else in ../shared/tei.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has, report, root, run } from './measure.js';

const runs = Number(process.argv[2] ?? 5);
const schema = join(process.env.EDITIO_TEI ?? join(root, '..', 'shared', 'tei'), 'tei_all.rng');

/** Fifty files of a few kilobytes: the edition's documents, each with one division of its text. */
function smallFiles(folder) {
  const texts = readdirSync(join(root, 'tei')).filter((name) => name.endsWith('.xml'));
  return Array.from({ length: 50 }, (_, index) => {
    const text = readFileSync(join(root, 'tei', texts[index % texts.length]), 'utf8');
    const path = join(folder, `${index}.xml`);
    const body = /<p[ >](?:(?!<p[ >])[\s\S])*?<\/p>/.exec(text.slice(text.indexOf('<body>')))?.[0] ?? '<p/>';
    writeFileSync(path, `${text.slice(0, text.search(/<text[ >]/))}<text><body>${body}</body></text></TEI>`);
    return path;
  });
}

/** One document whose paragraphs are repeated until it has five megabytes. */
function largeFile(folder) {
  const text = readFileSync(join(root, 'tei', 'stenographic-record-1956-11-04.xml'), 'utf8');
  const body = text.slice(text.indexOf('<body>') + 6, text.lastIndexOf('</body>')).replace(/ xml:id="[^"]*"/g, '');
  const path = join(folder, 'large.xml');
  const content = body.repeat(Math.ceil(5_000_000 / body.length));
  writeFileSync(path, `${text.slice(0, text.search(/<text[ >]/))}<text><body>${content}</body></text></TEI>`);
  return path;
}

/** Runs each of some commands in turn, again and again. */
async function alternate(commands) {
  const results = commands.map(() => []);
  for (let i = 0; i < runs; i++) {
    for (const [index, { before, words }] of commands.entries()) {
      before?.();
      results[index].push(await run(words[0], words.slice(1)));
    }
  }
  return results;
}

const work = mkdtempSync(join(tmpdir(), 'editio-bench-'));
const cache = join(work, 'cache');
process.env.EDITIO_CACHE = cache;
try {
  if (!existsSync(schema)) throw new Error(`There is no ${schema}: set EDITIO_TEI to the folder that has tei_all.rng.`);
  const cli = [process.execPath, join(root, 'dist', 'tool', 'cli.js'), 'validate'];
  const editio = (files) => [...cli, '--schema', schema, '--checks', 'gate,relax-ng', ...files];
  const forget = () => {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache);
  };
  for (const [name, files] of [
    ['50 small files', smallFiles(work)],
    ['one file of 5 MB', [largeFile(work)]],
  ]) {
    const size = files.reduce((sum, path) => sum + readFileSync(path).length, 0) / 1e6;
    console.log(`${name} (${size.toFixed(1)} MB), tei_all, ${runs} runs of each, alternating`);
    await run(cli[0], editio(files).slice(1));
    const kept = { name: 'editio validate', words: editio(files) };
    const cold = { name: 'editio validate, nothing cached', words: editio(files), before: forget };
    const jing = { name: 'jing (JVM)', words: ['jing', schema, ...files] };
    const commands = [kept, ...(has('jing', '-h') ? [jing] : []), cold];
    const results = await alternate(commands);
    const medians = commands.map((command, index) => report(command.name, results[index]));
    if (commands.includes(jing)) {
      const ratio = (index) => (medians[index] / medians[1]).toFixed(2);
      console.log(`ratio to jing ${ratio(0)}, with nothing cached ${ratio(2)} (below 1: editio is faster)`);
    }
    if (has('xmllint', '--version')) {
      const once = await run('xmllint', ['--noout', '--relaxng', schema, ...files]);
      report('xmllint (libxml2), once', [once]);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
