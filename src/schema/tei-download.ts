import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { versionOf } from './vocabulary.js';
import { readXmlTree } from './xml-tree.js';

/** Milliseconds that a download may take. */
const TIME = 60_000;

/** Bytes that the file may have; it has about four million. */
const SIZE = 64_000_000;

export type Download = { readonly bytes: Uint8Array } | { readonly bytes?: undefined; readonly reason: string };

/** Fetches `p5subset.xml` and looks whether it is that: a proxy may answer with a page of its own. */
export async function fetchRelease(address: string): Promise<Download> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIME) });
    if (!response.ok) return { reason: `the server answers ${response.status}` };
    const bytes = await readLimited(response);
    if (bytes === undefined) return { reason: `the answer has more than ${SIZE} bytes` };
    const { root } = readXmlTree(new TextDecoder().decode(bytes));
    if (root === undefined || versionOf(root) === '') return { reason: 'the answer is no specification of the TEI' };
    return { bytes };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

async function readLimited(response: Response): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    const bytes = piece as Uint8Array;
    size += bytes.length;
    if (size > SIZE) return undefined;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** Why a connection failed; what lies below the fetch says more than it does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return `no answer came within ${TIME / 1000} seconds`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  if (error.name !== 'TypeError') throw error;
  return code === undefined || cause.message.includes(code) ? cause.message : `${cause.message} (${code})`;
}

/** What to do where the TEI's specifications are not there and cannot be fetched. */
export function downloadFault(address: string, version: string, reason: string): Diagnostic {
  return diagnostic(
    'schema/tei-missing',
    `The specifications of TEI ${version} are not on this computer and cannot be fetched: ${reason}.`,
    {
      file: address,
      help: 'Fetch the file by other means and name it with --p5subset, or put it as p5subset.xml into a folder and set EDITIO_TEI to that.',
    },
  );
}
