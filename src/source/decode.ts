import { TextDecoder } from 'node:util';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { placeOf, sourceFileOf, type SourceFile } from './source-file.js';

export interface DecodeOptions {
  /** A label of the WHATWG Encoding Standard; without it the bytes must be UTF-8, or UTF-16 with a byte order mark. */
  readonly encoding?: string;
  /** What to do with a control character, which XML 1.0 cannot hold: refuse the file, or put U+FFFD in its place. */
  readonly controls?: 'refuse' | 'replace';
}

export interface Decoded {
  /** The source, or undefined where a diagnostic of severity `error` says why there is none. */
  readonly source?: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decodes a source text strictly: a byte that the encoding does not allow is an error with its offset, never a
 * silent U+FFFD. A byte order mark is taken off; CRLF, CR, U+2028 and U+2029 become LF.
 */
export function decodeSource(path: string, bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const diagnostics: Diagnostic[] = [];
  const refuse = (finding: Diagnostic): Decoded => ({ diagnostics: [...diagnostics, finding] });

  if (bytes.length === 0) return refuse(emptyFile(path));
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) {
    diagnostics.push(
      diagnostic('source/byte-order-mark', `The file begins with a byte order mark (${mark}); it was taken off.`, {
        file: path,
      }),
    );
  }
  const encoding = mark ?? options.encoding ?? 'utf-8';
  const looksWide = mark === undefined && options.encoding === undefined ? wideEncoding(bytes) : undefined;
  if (looksWide !== undefined) {
    return refuse(
      diagnostic(
        'source/looks-like-utf-16',
        'Every second byte is zero: this looks like UTF-16 without a byte order mark.',
        {
          file: path,
          help: `If it is, convert with --encoding ${looksWide}.`,
        },
      ),
    );
  }

  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return refuse(
      diagnostic('source/unknown-encoding', `"${encoding}" is no encoding that Editio knows.`, {
        file: path,
        help: 'Use a label of the WHATWG Encoding Standard, such as utf-8, windows-1252, windows-1251, koi8-r or utf-16le.',
      }),
    );
  }
  let raw: string;
  try {
    raw = decoder.decode(bytes);
  } catch {
    return refuse(wrongByte(path, bytes, encoding));
  }

  const lineEnds = new Set(raw.match(/\r\n|[\r\n\u2028\u2029]/g) ?? []);
  if (lineEnds.size > 1) {
    diagnostics.push(
      diagnostic('source/mixed-line-ends', 'The file mixes several kinds of line end; all were read as LF.', {
        file: path,
      }),
    );
  }
  let text = raw.replace(/\r\n|[\r\u2028\u2029]/g, '\n');
  const source = sourceFileOf(path, text, encoding);
  if (text.trim() === '') return refuse(emptyFile(path));

  const nul = text.indexOf('\0');
  if (nul !== -1) {
    return refuse(
      diagnostic(
        'source/binary',
        'The file holds a NUL character: it is no plain text.',
        placeOf(source, { start: nul, end: nul + 1 }),
      ),
    );
  }
  // The very characters that XML 1.0, section 2.2, excludes.
  const unlawful = /[\u0001-\u0008\u000B\u000E-\u001F\uFFFE\uFFFF]/g;
  const control = unlawful.exec(text);
  if (control !== null) {
    const place = placeOf(source, { start: control.index, end: control.index + 1 });
    const name = codePointName(control[0]);
    if (options.controls !== 'replace') {
      return refuse(
        diagnostic('source/control-character', `${name} is a control character that XML 1.0 cannot hold.`, {
          ...place,
          help: 'Remove it from the source, or convert with --control replace to put U+FFFD in its place.',
        }),
      );
    }
    diagnostics.push(
      diagnostic(
        'source/control-replaced',
        `Control characters (the first is ${name}) were replaced by U+FFFD.`,
        place,
      ),
    );
    text = text.replace(unlawful, '\uFFFD');
  } else {
    reportEach(source, /\uFFFD/g, diagnostics, (span) =>
      diagnostic(
        'source/replacement-character',
        'U+FFFD stands here: the text was damaged before it came to Editio.',
        span,
      ),
    );
  }
  reportEach(source, /[\u202A-\u202E\u2066-\u2069]/g, diagnostics, (span) =>
    diagnostic('source/bidi-control', 'A control character for the direction of writing stands here; it was kept.', {
      ...span,
      help: 'Such characters can make a text look other than it is. Remove it unless the document needs it.',
    }),
  );
  return { source: text === source.text ? source : sourceFileOf(path, text, encoding), diagnostics };
}

function reportEach(
  source: SourceFile,
  pattern: RegExp,
  diagnostics: Diagnostic[],
  make: (place: ReturnType<typeof placeOf>) => Diagnostic,
): void {
  for (const match of source.text.matchAll(pattern)) {
    diagnostics.push(make(placeOf(source, { start: match.index, end: match.index + match[0].length })));
  }
}

function emptyFile(path: string): Diagnostic {
  return diagnostic('source/empty', 'The file has no text; no TEI was made of it.', { file: path });
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** The UTF-16 that bytes without a byte order mark look like, if every second one of the first is zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 64);
  const pairs = sample.length >> 1;
  if (pairs < 2) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < pairs * 2; i++) {
    if (sample[i] === 0) {
      if (i % 2 === 0) evenZeros++;
      else oddZeros++;
    }
  }
  if (oddZeros === pairs && evenZeros === 0) return 'utf-16le';
  if (evenZeros === pairs && oddZeros === 0) return 'utf-16be';
  return undefined;
}

/**
 * Finds the first byte that is not lawful. By halving, where the decoder stops: a prefix without that byte decodes, one
 * with it does not. The sequence that it breaks may have begun up to three bytes before; its first byte is the wrong one.
 */
function wrongByte(path: string, bytes: Uint8Array, encoding: string): Diagnostic {
  const decodes = (length: number, stream: boolean): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle, true)) good = middle;
    else bad = middle;
  }
  let wrong = bad - 1;
  while (wrong > Math.max(0, bad - 4) && !decodes(wrong, false)) wrong--;
  const line = countLineFeeds(bytes, wrong) + 1;
  const value = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return diagnostic(
    'source/wrong-byte',
    `Byte 0x${value} at offset ${wrong} is not lawful ${encoding.toUpperCase()}.`,
    {
      file: path,
      position: { line, column: 1 },
      help: 'Say the encoding of the file with --encoding (windows-1252, windows-1251, koi8-r …), or mend the byte. Editio never guesses.',
    },
  );
}

function countLineFeeds(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let i = 0; i < end; i++) if (bytes[i] === 0x0a) count++;
  return count;
}

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
