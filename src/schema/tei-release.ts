import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { writeAtomically } from '../storage/atomic-write.js';
import { hashOf } from '../storage/ledger.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { userCacheFolder } from '../storage/user-cache.js';
import { knownChecksums } from './tei-checksums.js';
import { downloadFault, fetchRelease } from './tei-download.js';
import type { TextFile } from './odd-report.js';

/** The version of the TEI that schemas are made with where nothing says otherwise. */
export const DEFAULT_TEI_VERSION = '4.9.0';

/** The web site whose Vault keeps every version of the TEI. */
export const DEFAULT_TEI_SITE = 'https://tei-c.org';

export interface ReleaseRequest {
  /** A file of the user's own; nothing is looked for or fetched. */
  readonly file?: string;
  readonly version: string;
  /** The site that a missing version is fetched from. */
  readonly site: string;
  /** The SHA-256 that the file must have, as 64 hexadecimal digits. */
  readonly checksum?: string;
  /** The variables of the environment. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export type FoundRelease =
  | { readonly file: TextFile; readonly remarks: readonly Diagnostic[] }
  | { readonly file?: undefined; readonly finding: Diagnostic };

/**
 * Finds the TEI's own specifications, `p5subset.xml`: the file that the user names; the one in the folder of
 * `EDITIO_TEI`; the copy in the user's cache; or, once, the TEI's Vault, from where it goes into the cache.
 *
 * What comes from the web is trusted by its checksum: the one that the user gives, or that Editio knows, or that was
 * recorded when this version was first fetched. A copy in the cache that has another one is refused.
 */
export async function findRelease(fileSystem: FileSystem, request: ReleaseRequest): Promise<FoundRelease> {
  const { file, variables } = request;
  if (file !== undefined) return checkedFile(fileSystem, file, request);
  const folder = variables['EDITIO_TEI'];
  if (folder !== undefined && folder !== '') {
    const path = join(folder, 'p5subset.xml');
    if (fileSystem.status(path) !== undefined) return checkedFile(fileSystem, path, request);
  }
  const cache = join(userCacheFolder(variables), 'tei', request.version);
  const kept = join(cache, 'p5subset.xml');
  if (fileSystem.status(kept) === undefined) return fetched(fileSystem, cache, request);
  const recorded = readText(fileSystem, join(cache, 'p5subset.xml.sha256'))?.trim().slice(0, 64);
  const checksum = request.checksum ?? knownChecksums.get(request.version) ?? recorded;
  return checkedFile(fileSystem, kept, { ...request, ...(checksum === undefined ? {} : { checksum }) });
}

function checkedFile(fileSystem: FileSystem, path: string, request: ReleaseRequest): FoundRelease {
  let bytes: Uint8Array;
  try {
    bytes = fileSystem.read(path);
  } catch (error) {
    return {
      finding: diagnostic('schema/tei-missing', `The TEI’s specifications cannot be read: ${systemReason(error)}.`, {
        file: path,
        help: 'Name the file with --p5subset.',
      }),
    };
  }
  const fault = checksumFault(bytes, path, request);
  return fault === undefined ? { file: { path, text: decoded(bytes) }, remarks: [] } : { finding: fault };
}

function checksumFault(bytes: Uint8Array, path: string, { checksum }: ReleaseRequest): Diagnostic | undefined {
  const actual = hashOf(bytes);
  if (checksum === undefined || checksum.toLowerCase() === actual) return undefined;
  return diagnostic('schema/tei-changed', `The file is not the one that was expected: its SHA-256 is another.`, {
    file: path,
    expected: [checksum.toLowerCase()],
    actual,
    help: 'Delete it, so that it is fetched again; or give another file with --p5subset.',
  });
}

async function fetched(fileSystem: FileSystem, cache: string, request: ReleaseRequest): Promise<FoundRelease> {
  const { version, site } = request;
  const address = `${site.replace(/\/$/, '')}/Vault/P5/${version}/xml/tei/odd/p5subset.xml`;
  const result = await fetchRelease(address);
  if (result.bytes === undefined) return { finding: downloadFault(address, version, result.reason) };
  const expected = request.checksum ?? knownChecksums.get(version);
  const fault = checksumFault(result.bytes, address, {
    ...request,
    ...(expected === undefined ? {} : { checksum: expected }),
  });
  if (fault !== undefined) return { finding: fault };
  const remarks = keep(fileSystem, cache, result.bytes);
  if (expected === undefined && remarks.length === 0) {
    const message = `TEI ${version} was fetched for the first time; its SHA-256 is ${hashOf(result.bytes)}.`;
    const help = 'Give it with --tei-sha256 where every run must have the same.';
    remarks.push(diagnostic('schema/tei-recorded', message, { file: join(cache, 'p5subset.xml'), help }));
  }
  return { file: { path: address, text: decoded(result.bytes) }, remarks };
}

/** Keeps what was fetched, with its checksum; where that fails the run goes on with what it has. */
function keep(fileSystem: FileSystem, cache: string, bytes: Uint8Array): Diagnostic[] {
  const record = new TextEncoder().encode(`${hashOf(bytes)}  p5subset.xml\n`);
  try {
    fileSystem.makeFolder(cache);
    // The checksum goes first: a run that stops in between leaves no file that nothing vouches for.
    for (const [name, content] of [['p5subset.xml.sha256', record] as const, ['p5subset.xml', bytes] as const]) {
      const outcome = writeAtomically(fileSystem, cache, name, content);
      if (outcome.kind === 'failed') return [notKept(cache, outcome.finding.message)];
    }
    return [];
  } catch (error) {
    return [notKept(cache, `${systemReason(error)}.`)];
  }
}

function notKept(cache: string, reason: string): Diagnostic {
  return diagnostic('schema/tei-not-kept', `The TEI’s specifications cannot be kept for the next run: ${reason}`, {
    file: cache,
    help: 'Set EDITIO_CACHE to a folder that can be written.',
  });
}

function readText(fileSystem: FileSystem, path: string): string | undefined {
  return fileSystem.status(path) === undefined ? undefined : decoded(fileSystem.read(path));
}

/** The TEI's files are UTF-8 without a byte order mark, which the decoder would drop. */
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
