import { join } from 'node:path';
import { z } from 'zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { systemReason, type FileSystem } from './file-system.js';
import { READ_HELP } from './output-findings.js';

/** What stands in a file in which Editio keeps what it knows of an edition: JSON with the version of its format. */
export type RecordFile =
  | { readonly kind: 'none' }
  /** `content` is undefined where it is no JSON; whether it is the record's is for its schema to say. */
  | { readonly kind: 'read'; readonly content: unknown }
  /** A later version of Editio wrote it. */
  | { readonly kind: 'later'; readonly version: number }
  /** Taken for lost, it would be written anew, and with it all that it knows. */
  | { readonly kind: 'unreadable'; readonly reason: string };

const versionSchema = z.object({ version: z.number().int().positive() });

/**
 * Reads such a file.
 *
 * @param path the file, relative to the edition's folder `root`. @param newest the latest version of its format that is
 * known here.
 */
export function readRecordFile(fileSystem: FileSystem, root: string, path: string, newest: number): RecordFile {
  let content: unknown;
  try {
    if (fileSystem.status(join(root, path)) === undefined) return { kind: 'none' };
    content = parseJson(Buffer.from(fileSystem.read(join(root, path))).toString('utf8'));
  } catch (error) {
    return { kind: 'unreadable', reason: systemReason(error) };
  }
  const version = versionSchema.safeParse(content);
  if (version.success && version.data.version > newest) return { kind: 'later', version: version.data.version };
  return { kind: 'read', content };
}

/** The finding for a record that cannot be read. @param whatFollows what it is and what was not done, as one clause. */
export function unreadRecord(file: string, whatFollows: string, reason: string): Diagnostic {
  return diagnostic('storage/read-failed', `${whatFollows}: ${reason}.`, { file, help: READ_HELP });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
