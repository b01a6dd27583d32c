import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { UsageError } from './usage-error.js';

/** Folders that are never looked into for TEI, unless they are named themselves. */
const skipped = new Set(['node_modules']);

/**
 * The files that a user's words mean, in their order, each once:
 * - a file stands for itself, whatever its name looks like (a hook hands over names with brackets and blanks);
 * - a folder for all `.xml` files in it at any depth, but none in `node_modules`, and none whose name or folder begins
 *   with a dot;
 * - a pattern (`tei/**\/*.xml`) for the files that it matches; one that begins with `!` takes files away again.
 *
 * @returns paths as the user would write them; one that does not exist is kept, for the reader to complain of.
 * @throws UsageError where a pattern or folder has no file: a check that looks at nothing must not pass.
 */
export async function selectFiles(words: readonly string[]): Promise<string[]> {
  const isExclusion = (word: string): boolean => word.startsWith('!') && !existsSync(word);
  const exclusions = words.filter(isExclusion).map((word) => word.slice(1));
  const wanted = words.filter((word) => !isExclusion(word));
  if (wanted.length === 0) throw new UsageError('There are only patterns that take files away: name some files first.');
  const found: string[] = [];
  for (const word of wanted) found.push(...(await filesOf(word)));
  const left = exclusions.length === 0 ? found : await without(found, exclusions);
  if (left.length === 0) throw new UsageError('No file is left to check.');
  const seen = new Set<string>();
  return left.filter((path) => {
    const whole = resolve(path);
    return !seen.has(whole) && seen.add(whole);
  });
}

async function filesOf(word: string): Promise<string[]> {
  if (isFolder(word)) {
    const files = xmlFilesIn(word);
    if (files.length === 0) throw new UsageError(`There is no .xml file in the folder ${word}.`);
    return files;
  }
  if (existsSync(word) || !/[*?[\]{}()]/u.test(word)) return [word];
  const { glob } = await import('tinyglobby');
  const matched = await glob(word.replaceAll('\\', '/'), { followSymbolicLinks: false, expandDirectories: false });
  if (matched.length === 0) throw new UsageError(`No file matches ${word}.${nearestFolder(word)}`);
  return matched.sort();
}

async function without(files: readonly string[], exclusions: readonly string[]): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const away = await glob([...exclusions], { absolute: true, dot: true, followSymbolicLinks: false });
  const paths = new Set(away.map((path) => resolve(path)));
  return files.filter((path) => !paths.has(resolve(path)));
}

/** A hint where the first folder of a pattern is misspelt. */
function nearestFolder(pattern: string): string {
  const [first = ''] = pattern.split('/');
  if (first === '' || /[*?[\]{}()]/u.test(first) || existsSync(first)) return '';
  const folders = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const near = nearestSpelling(
    first,
    folders.map(({ name }) => name),
  );
  return near === undefined ? ` There is no folder ${first}.` : ` There is no folder ${first}; did you mean ${near}?`;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // What is wrong with the path, its reader says.
    return false;
  }
}

function xmlFilesIn(folder: string): string[] {
  const found: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    // Links are not followed: a folder may link to one above it.
    if (entry.isDirectory()) found.push(...xmlFilesIn(path));
    else if (entry.isFile() && /\.xml$/iu.test(entry.name)) found.push(path);
  }
  return found;
}
