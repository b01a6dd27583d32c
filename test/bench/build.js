// How long `editio build` takes on the edition's texts, from nothing to the finished site, as a whole process, beside a
// chain of JVM tools that only transforms and validates the finished TEI: Saxon-HE once for HTML and once for text, over
// all files, and jing once. Both use the same stylesheets and schema. (The chain has no Schematron, no references, no
// second opinion and no site.)
//
//   node test/bench/build.js 9       nine runs of each; five without a number
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has, report, root, runAll } from './measure.js';

const saxon = process.env.EDITIO_SAXON ?? '/usr/share/java/Saxon-HE.jar';
const runs = Number(process.argv[2] ?? 5);

/** The edition's sources alone, in a new folder. */
function freshEdition(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'tei'), { recursive: true });
  cpSync(join(root, 'edition.yaml'), join(folder, 'edition.yaml'));
  cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  cpSync(join(root, 'tei', 'register'), join(folder, 'tei', 'register'), { recursive: true });
}

function missingTools() {
  return [
    ...(has('java', '-version') ? [] : ['java']),
    ...(existsSync(saxon) ? [] : [`Saxon-HE (${saxon}; EDITIO_SAXON names another place)`]),
    ...(has('jing', '-h') ? [] : ['jing']),
  ];
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
