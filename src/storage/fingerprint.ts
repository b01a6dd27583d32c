import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../version.js';

/**
 * A hash of plain data (objects, arrays, maps, sets, texts, numbers): the same data has the same one.
 *
 * Another order of an object's properties is other data.
 *
 * @throws TypeError for a function, and for an object with a state of its own that `toJSON` does not tell.
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Map) return { map: [...(each as ReadonlyMap<unknown, unknown>)] };
    if (each instanceof Set) return { set: [...(each as ReadonlySet<unknown>)] };
    if (typeof each === 'number' && !Number.isFinite(each)) return { number: String(each) };
    if (!isPlain(each)) throw new TypeError('Only plain data has a fingerprint.');
    return each;
  });
  return createHash('sha256').update(text).digest('hex');
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Array.isArray(value);
}

let ofTool: string | undefined;

/**
 * A hash of Editio itself: its program, stylesheets, templates and schemas, the versions of its packages and of Node
 * (whose data on languages and dates go into pages). What another Editio made may differ, even in the same version.
 */
export function toolFingerprint(): string {
  ofTool ??= hashOfTool();
  return ofTool;
}

function hashOfTool(): string {
  const hash = createHash('sha256').update(`${process.versions.node} ${process.versions.icu ?? ''}`);
  hash.update(readFileSync(join(packageFolder, 'package.json')));
  const program = dirname(dirname(fileURLToPath(import.meta.url)));
  for (const folder of [program, join(packageFolder, 'templates'), join(packageFolder, 'schema')]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isPartOfTool(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(`\0${file.slice(folder.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Declarations of types and what tools note for themselves change nothing. */
function isPartOfTool(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith('.d.ts');
}
