import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { diskFileSystem, type FileSystem } from '../../../src/storage/file-system.js';
import { readXml } from '../../../src/tei/xml-reader.js';
import {
  checkReferences,
  collectReferences,
  type FileReferences,
  type ReferenceOptions,
} from '../../../src/validate/references/index.js';

/** Files by their paths, relative to the working directory; nothing of them is on the disk. */
export type Archive = Readonly<Record<string, string>>;

/** A TEI file around a body; a text that begins with `<?xml` or `<TEI` or `<teiCorpus` is a whole file. */
export function teiFile(content: string): string {
  if (/^<(?:\?xml|TEI|teiCorpus)/u.test(content)) return content;
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0">\n${content}\n</TEI>`;
}

/** What the check collects from a file. */
export function collect(path: string, text: string): FileReferences {
  const collector = collectReferences(path, text);
  const fault = readXml(text, collector.handler);
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
  return collector.result();
}

/** A disk that holds an archive and nothing else. */
export function diskOf(archive: Archive): FileSystem {
  const files = new Map(Object.entries(archive).map(([path, text]) => [resolve(path), new TextEncoder().encode(text)]));
  const folders = new Map<string, Set<string>>();
  for (const path of files.keys()) {
    for (let child = path; dirname(child) !== child; child = dirname(child)) {
      const names = folders.get(dirname(child)) ?? new Set<string>();
      folders.set(dirname(child), names.add(child.slice(join(dirname(child), 'x').length - 1)));
    }
  }
  const missing = (): never => {
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  };
  return {
    ...diskFileSystem,
    realPath: (path) => (files.has(path) || folders.has(path) ? path : missing()),
    status: (path) => {
      const bytes = files.get(path);
      if (bytes !== undefined) return { kind: 'file', size: bytes.length, modified: 0 };
      return folders.has(path) ? { kind: 'folder', size: 0, modified: 0 } : undefined;
    },
    read: (path) => files.get(path) ?? missing(),
    list: (path) => [...(folders.get(path) ?? missing())].sort(),
  };
}

/**
 * The findings on an archive's files.
 *
 * @param checked those that are checked; the others only lie on the disk. All, where none is named.
 */
export function findingsOf(
  archive: Archive,
  checked: readonly string[] = Object.keys(archive),
  options: ReferenceOptions = {},
): Diagnostic[] {
  const files = Object.fromEntries(Object.entries(archive).map(([path, text]) => [path, teiFile(text)]));
  return checkReferences(
    checked.map((path) => collect(path, files[path] ?? '')),
    { fileSystem: diskOf(files), ...options },
  );
}

/** The words of a file that a finding underlines. */
export function underlined(finding: Diagnostic, archive: Archive): string {
  const { start = 0, end = 0 } = finding.span ?? {};
  return teiFile(archive[finding.file ?? ''] ?? '').slice(start, end);
}
