import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { removeLeftovers } from './atomic-write.js';
import type { FileSystem } from './file-system.js';
import { hashOf } from './ledger.js';
import { publishFile, removePublished, replaced } from './published-file.js';
import { readSiteRecord, writeSiteRecord, type SiteRecord } from './site-record.js';

/** A file to be published; `path` is relative to the output folder, with slashes. */
export interface PublishedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What became of the output folder. */
export interface Publication {
  /** Errors of the disk, what was left lying, and what was put aside. */
  readonly findings: readonly Diagnostic[];
  readonly written: number;
  /** Files of an earlier publication that this one has no more, by their paths. */
  readonly removed: readonly string[];
}

/** A file with its bytes and their hash. */
interface HashedFile extends PublishedFile {
  readonly hash: string;
}

/** Files after which other work, and signals, are let in. */
const TURN = 50;

/**
 * Writes the files of a publication into the output folder, and takes away those of the last one that it has no more:
 * pages of documents that are gone. A file that Editio did not write, or that was changed since, is not taken away, and
 * where it has to be replaced, a copy of it is kept. Files that have their bytes already are not touched.
 *
 * The record of what is ours is written first, with the old and the new state of every file, and again at the end:
 * whenever the run dies in between, the next one still knows which files are ours. Where the disk refuses, nothing more
 * is written, and nothing is taken away. To be called under the edition's lock.
 *
 * @param root the edition's folder. @param output the folder of the publication, relative to it.
 */
export async function publishFiles(
  fileSystem: FileSystem,
  root: string,
  output: string,
  files: readonly PublishedFile[],
): Promise<Publication> {
  const last = readSiteRecord(fileSystem, root, output);
  if (last.kind === 'refused') return { findings: [last.finding], written: 0, removed: [] };
  const before = last.record;
  const findings: Diagnostic[] = last.finding === undefined ? [] : [last.finding];
  let written = 0;
  const removed: string[] = [];
  const end = (...more: Diagnostic[]): Publication => ({ findings: [...findings, ...more], written, removed });

  const hashed = files.map((file): HashedFile => ({ ...file, hash: hashOf(bytesOf(file)) }));
  const intent = intentOf(before, hashed);
  const begun = intent === undefined ? undefined : writeSiteRecord(fileSystem, root, output, intent);
  if (begun?.kind === 'failed') return end(begun.finding);

  const after = new Map<string, readonly string[]>();
  const kept: { file: string; keptAs: string }[] = [];
  for (const [index, file] of hashed.entries()) {
    if (index % TURN === TURN - 1) await setImmediate();
    const { path, hash } = file;
    const known = before.get(path) ?? [];
    const result = publishFile(fileSystem, { root, output }, path, bytesOf(file), known);
    if (result.kind === 'written') {
      written++;
      if (result.keptAs !== undefined) kept.push({ file: `${output}/${path}`, keptAs: result.keptAs });
    }
    if (result.kind !== 'failed') after.set(path, [hash]);
    else if (result.finding.code === 'storage/write-failed') return end(...replaced(kept), result.finding);
    else {
      findings.push(result.finding);
      if (known.length > 0) after.set(path, known);
    }
  }
  findings.push(...replaced(kept));
  const wanted = new Set(hashed.map(({ path }) => path));
  for (const [path, hashes] of [...before].filter(([each]) => !wanted.has(each))) {
    const left = removePublished(fileSystem, { root, output }, path, hashes);
    if (left === undefined) removed.push(path);
    else findings.push(left);
    // What could not be removed is tried again; what somebody changed is theirs from now on.
    if (left?.code === 'storage/orphan-left') after.set(path, hashes);
  }
  const ended = writeSiteRecord(fileSystem, root, output, after);
  tidy(fileSystem, join(root, output), [...after.keys(), ...removed]);
  return ended.kind === 'failed' ? end(ended.finding) : end();
}

/** A text is written in UTF-8. */
function bytesOf({ content }: PublishedFile): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The record while a publication goes on; undefined where it writes nothing new. */
function intentOf(before: SiteRecord, files: readonly HashedFile[]): SiteRecord | undefined {
  const changed = files.filter(({ path, hash }) => before.get(path)?.includes(hash) !== true);
  if (changed.length === 0) return undefined;
  const both = changed.map(({ path, hash }): [string, string[]] => [path, [...(before.get(path) ?? []), hash]]);
  return new Map([...before, ...both]);
}

/** Removes what runs that were killed left in the folders of a publication. */
function tidy(fileSystem: FileSystem, output: string, paths: readonly string[]): void {
  const folders = new Set(paths.map((path) => dirname(join(output, path))));
  for (const folder of folders.add(output)) removeLeftovers(fileSystem, folder);
}
