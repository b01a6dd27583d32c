import { basename, dirname, join } from 'node:path';
import type { FileSystem } from '../../storage/file-system.js';
import { fileName } from '../seed-file.js';
import { roleOf, type FileRole } from './file-role.js';

/** A TEI file that lies in an edition's folder. */
export interface TeiInput {
  /** The path relative to the edition's folder, with `/` between its parts. */
  readonly path: string;
  readonly role: FileRole;
}

export interface TeiSearch {
  /** The folder to look through, relative to the edition's; empty for all of it. */
  readonly folder: string;
  /** Folders that hold what was made of the edition, or what belongs to a tool; relative to the edition's. */
  readonly except: readonly string[];
}

/** Folders of tools that lie beside the texts of many archives. */
const TOOL_FOLDERS: ReadonlySet<string> = new Set(['node_modules', 'schema', 'schemas', 'templates', 'dist']);
/** Folders in folders that are looked into: more is no archive, but a circle or a mistake. */
const DEEPEST = 12;

/**
 * Finds the XML files of a folder and its subfolders, in the order of their names, and says what each is. Links are
 * not followed; what is hidden, and what belongs to tools, is passed over.
 *
 * @throws a system error where something cannot be read.
 */
export function findTei(fileSystem: FileSystem, root: string, { folder, except }: TeiSearch): TeiInput[] {
  const hidden = new Set(except.map((each) => join(root, each)));
  const found: TeiInput[] = [];
  const visit = (path: string, depth: number): void => {
    for (const name of fileSystem.list(path)) {
      if (name.startsWith('.')) continue;
      const inner = join(path, name);
      const kind = fileSystem.status(inner)?.kind;
      if (kind === 'folder' && depth < DEEPEST && !TOOL_FOLDERS.has(name) && !hidden.has(inner))
        visit(inner, depth + 1);
      if (kind !== 'file' || !isXmlName(name)) continue;
      found.push({ path: fileName(root, inner), role: roleOf(fileSystem.read(inner)) });
    }
  };
  const start = join(root, folder);
  if (fileSystem.status(start)?.kind === 'folder') visit(start, 0);
  return found;
}

/** A name of an XML file; new versions that wait beside an editor's file are none. */
function isXmlName(name: string): boolean {
  return /\.(?:xml|tei)$/i.test(name) && !/\.new\.xml$/i.test(name);
}

/**
 * Gives each file an id: its name without the ending; where two files of different folders have one name, with the
 * folders before it, as many as tell them apart. Ids differ in more than case, and hold only letters, digits, `.`, `_`
 * and `-`.
 *
 * @param taken ids that other documents have.
 */
export function idsOf(paths: readonly string[], taken: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set(taken.map(folded));
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = folded(safeId(stemOf(path)));
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  for (const group of groups.values()) {
    for (const path of group) {
      const candidates = group.length === 1 ? [safeId(stemOf(path)), ...longerIds(path)] : longerIds(path);
      const free = candidates.find((id) => !used.has(folded(id)));
      const id = free ?? numbered(candidates[0] ?? 'text', used);
      used.add(folded(id));
      ids.set(path, id);
    }
  }
  return ids;
}

/** Names with one folder more each: `letters-1890-a`, from the nearest folder outwards. */
function longerIds(path: string): string[] {
  const parts = dirname(path)
    .split('/')
    .filter((part) => part !== '.' && part !== '');
  const stem = stemOf(path);
  return [...parts.map((_, index) => safeId([...parts.slice(parts.length - index - 1), stem].join('-'))), safeId(stem)];
}

function numbered(id: string, used: ReadonlySet<string>): string {
  let count = 2;
  while (used.has(folded(`${id}-${count}`))) count++;
  return `${id}-${count}`;
}

function stemOf(path: string): string {
  return basename(path).replace(/\.(?:tei\.xml|xml|tei)$/i, '');
}

/** An id that every file system, web server and XML tool takes. */
function safeId(stem: string): string {
  const id = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[.-]+$/gu, '');
  return /^\p{L}/u.test(id) ? id : `d-${id}`.replace(/-$/, '');
}

function folded(id: string): string {
  return id.normalize('NFC').toLowerCase();
}
