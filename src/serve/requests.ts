import type { IncomingMessage } from 'node:http';

/** More than any answer has, and less than would trouble a computer. */
const LARGEST_BODY = 65_536;

/** Why a request is refused: a status of HTTP, and words. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 413 | 415;
  readonly words: string;
}

/** True for a request to this very server, by a page of its own or by nobody's page. */
export function isFromHere({ headers }: IncomingMessage, port: number): boolean {
  const site = headers['sec-fetch-site'];
  return (
    hostsOf(port).includes(headers.host ?? '') &&
    (headers.origin === undefined || isOwnOrigin(headers.origin, port)) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}

/**
 * Why a request that writes is refused; undefined for one that may. It must come from a page of this very server, which
 * alone knows the token: a page of another site can send requests, but neither read the token nor send JSON without
 * asking first (Fetch Standard, CORS preflight).
 *
 * @param token the secret of the running preview, in the header `X-Editio-Token`.
 */
export function refusalOfWriting({ headers }: IncomingMessage, port: number, token: string): Refusal | undefined {
  if (
    headers.origin === undefined ||
    !isOwnOrigin(headers.origin, port) ||
    headers['sec-fetch-site'] !== 'same-origin'
  ) {
    return { status: 403, words: 'Only a page of this preview can write.' };
  }
  if (headers['x-editio-token'] !== token) {
    return { status: 403, words: 'The preview was begun anew since this page was loaded: load it again.' };
  }
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/iu.test(headers['content-type'] ?? '')) {
    return { status: 415, words: 'An answer is JSON.' };
  }
  return Number(headers['content-length'] ?? 0) > LARGEST_BODY ? tooLarge : undefined;
}

const tooLarge: Refusal = { status: 413, words: 'No answer is so long.' };

/** The JSON that a request brings, or why it is refused. */
export async function readJson(
  request: IncomingMessage,
): Promise<{ readonly value: unknown } | { readonly refusal: Refusal }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return { refusal: tooLarge };
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { refusal: { status: 400, words: 'This is no JSON.' } };
  }
}

/** The path that is asked for, decoded; undefined where it is no address. */
export function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function hostsOf(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

function isOwnOrigin(origin: string, port: number): boolean {
  return hostsOf(port).some((host) => origin === `http://${host}`);
}
