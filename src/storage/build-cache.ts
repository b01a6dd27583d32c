import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { CACHE_FOLDER } from './cache-folder.js';
import { removeLeftovers, replaceFile } from './atomic-write.js';
import type { FileSystem } from './file-system.js';
import { toolFingerprint } from './fingerprint.js';

const STEPS = ['conversion', 'validation', 'transformation', 'names', 'reading', 'citation', 'page'] as const;

/** A step of a build whose results are kept. */
export type Step = (typeof STEPS)[number];

/** What a result was made from: a hash by the name of each input, as users are told of it. */
export type Inputs = Readonly<Record<string, string>>;

/** Why a result was made anew: it is the first under its name, or these inputs changed. */
export interface Reason {
  readonly step: Step;
  readonly name: string;
  /** The names of the inputs that changed; none where nothing was kept under this name. */
  readonly changed: readonly string[];
}

/** What was made before, by what it was made of. Times mean nothing to it. */
export interface BuildCache {
  /**
   * What was made in a step under a name, from these inputs and by this very Editio; undefined where there is nothing of
   * the kind, so that it has to be made.
   */
  recall(step: Step, name: string, inputs: Inputs): unknown;
  /** Whether something is kept under a name, whatever it was made from. */
  has(step: Step, name: string): boolean;
  /** Keeps what was made: plain data. A cache that cannot be written costs time, nothing else. */
  keep(step: Step, name: string, inputs: Inputs, value: unknown): void;
  /** Why each result was made anew that was not found, in their order. */
  readonly reasons: readonly Reason[];
  /** Takes away everything that was not asked for since the cache was opened. */
  sweep(): void;
}

/**
 * What was made before of these inputs; else it is made now, and kept.
 *
 * @param make makes plain data, of a form that only another Editio changes.
 */
export function recallOrMake<Value>(
  cache: BuildCache,
  { step, name, inputs }: { readonly step: Step; readonly name: string; readonly inputs: Inputs },
  make: () => Value,
): Value {
  const known = cache.recall(step, name, inputs);
  if (known !== undefined) return known as Value;
  const made = make();
  cache.keep(step, name, inputs, made);
  return made;
}

/** A cache that has nothing and keeps nothing. */
export const noCache: BuildCache = {
  recall: () => undefined,
  has: () => false,
  keep: () => undefined,
  reasons: [],
  sweep: () => undefined,
};

export interface CacheOptions {
  /** Nothing is written: for commands that only look. */
  readonly isReadOnly?: boolean;
}

const IGNORE = '.gitignore';
const VERSION = 1;
/** Bytes of a SHA-256 hash. */
const HASH_LENGTH = 32;
const TOOL = 'Editio';
const headSchema = z.object({ version: z.literal(VERSION), inputs: z.record(z.string(), z.string()) });

/**
 * Opens the cache of an edition: a file for each result, which begins with the hash of what follows, so that one that
 * was torn or tampered with is as good as none; then the inputs; then the result.
 */
export function openCache(fileSystem: FileSystem, root: string, { isReadOnly = false }: CacheOptions = {}): BuildCache {
  const folder = join(root, CACHE_FOLDER);
  const reasons: Reason[] = [];
  const asked = new Set<string>();
  const made = new Set<Step>();
  const pathOf = (step: Step, name: string): string => join(folder, step, hashOf(name).toString('hex').slice(0, 40));
  const withTool = (inputs: Inputs): Inputs => ({ ...inputs, [TOOL]: toolFingerprint() });
  return {
    reasons,
    recall: (step, name, given) => {
      const path = pathOf(step, name);
      asked.add(path);
      const entry = readEntry(fileSystem, path);
      const changed = entry === undefined ? [] : changedInputs(entry.inputs, withTool(given));
      if (entry !== undefined && changed.length === 0) return deserialize(entry.result) as unknown;
      reasons.push({ step, name, changed });
      return undefined;
    },
    has: (step, name) => isFile(fileSystem, pathOf(step, name)),
    keep: (step, name, given, value) => {
      if (isReadOnly) return;
      const path = pathOf(step, name);
      asked.add(path);
      const head = Buffer.from(`${JSON.stringify({ version: VERSION, inputs: withTool(given) })}\n`);
      const content = Buffer.concat([head, serialize(value)]);
      try {
        if (!made.has(step)) prepare(fileSystem, folder, step);
        made.add(step);
        replaceFile(fileSystem, path, Buffer.concat([hashOf(content), content]), { isDurable: false });
      } catch {
        // A full disk is found out by what has to be written.
      }
    },
    sweep: () => {
      if (!isReadOnly) removeOthers(fileSystem, folder, asked);
    },
  };
}

/** Makes the folder of a step. The cache as a whole tells Git to leave it out. */
function prepare(fileSystem: FileSystem, folder: string, step: Step): void {
  fileSystem.makeFolder(join(folder, step));
  for (const path of [folder, join(folder, step)]) {
    if (fileSystem.status(path)?.kind !== 'folder') throw new Error(`${path} leads elsewhere.`);
  }
  const ignore = join(folder, IGNORE);
  if (fileSystem.status(ignore) === undefined) {
    replaceFile(fileSystem, ignore, new TextEncoder().encode('*\n'), { isDurable: false });
  }
}

/** The parts of an entry; undefined for none, a damaged one, or one of another format. */
function readEntry(
  fileSystem: FileSystem,
  path: string,
): { readonly inputs: Inputs; readonly result: Uint8Array } | undefined {
  try {
    const bytes = Buffer.from(fileSystem.read(path));
    const content = bytes.subarray(HASH_LENGTH);
    if (!hashOf(content).equals(bytes.subarray(0, HASH_LENGTH))) return undefined;
    const end = content.indexOf('\n');
    const head = headSchema.safeParse(JSON.parse(content.subarray(0, end).toString('utf8')));
    return head.success ? { inputs: head.data.inputs, result: content.subarray(end + 1) } : undefined;
  } catch {
    return undefined;
  }
}

function changedInputs(before: Inputs, now: Inputs): string[] {
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return [...names].filter((name) => before[name] !== now[name]);
}

/** How entries are called; what has another name is not ours. */
const ENTRY = /^[0-9a-f]{40}$/u;

function removeOthers(fileSystem: FileSystem, folder: string, asked: ReadonlySet<string>): void {
  for (const step of STEPS) {
    try {
      // A link would lead out of the edition.
      if (fileSystem.status(join(folder, step))?.kind !== 'folder') continue;
      for (const name of fileSystem.list(join(folder, step)).filter((each) => ENTRY.test(each))) {
        const path = join(folder, step, name);
        if (!asked.has(path)) fileSystem.remove(path);
      }
      removeLeftovers(fileSystem, join(folder, step));
    } catch {
      // What stays is asked for by nobody; the next sweep takes it away.
    }
  }
}

function isFile(fileSystem: FileSystem, path: string): boolean {
  try {
    return fileSystem.status(path)?.kind === 'file';
  } catch {
    return false;
  }
}

function hashOf(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
