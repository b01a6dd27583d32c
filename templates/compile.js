// Compiles every entry stylesheet (templates/xslt/*.xsl) to SaxonJS's executable form, dist/tool/stylesheets/*.sef.json.
// Nothing is done for a stylesheet whose sources, all files under templates/xslt, are those of the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, 'templates', 'xslt');
const target = join(root, 'dist', 'tool', 'stylesheets');
const compiler = createRequire(import.meta.url).resolve('xslt3/xslt3.js');
const compilerPackage = createRequire(import.meta.url).resolve('xslt3/package.json');

/** All stylesheet files below a folder, in a fixed order. */
function stylesheetFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return stylesheetFiles(path);
      return entry.name.endsWith('.xsl') ? [path] : [];
    });
}

/** One hash over the names and contents of all stylesheets, this script and the compiler's version. */
function sourceHash(files) {
  const hash = createHash('sha256');
  for (const file of [...files, fileURLToPath(import.meta.url), compilerPackage]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The text of a file, or an empty string where there is none. */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const files = stylesheetFiles(sources);
const hash = sourceHash(files);
mkdirSync(target, { recursive: true });

for (const entry of files.filter((file) => dirname(file) === sources)) {
  const name = basename(entry, '.xsl');
  const output = join(target, `${name}.sef.json`);
  const record = join(target, `${name}.sha256`);
  if (readIfThere(record) === hash && readIfThere(output) !== '') continue;
  const temporary = `${output}.${process.pid}`;
  try {
    execFileSync(process.execPath, [compiler, `-xsl:${entry}`, `-export:${temporary}`, '-nogo', '-relocate:on'], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    renameSync(temporary, output);
    writeFileSync(record, hash);
  } catch (error) {
    rmSync(temporary, { force: true });
    process.stderr.write(`templates/compile.js: ${relative(root, entry)} does not compile\n`);
    process.exitCode = 1;
    if (error.status === undefined) throw error;
  }
}
