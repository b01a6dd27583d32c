import { TextDecoder } from 'node:util';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { placeOf, sourceFileOf } from './source-file.js';

/** The encoding that a byte order mark at the beginning of a file names. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? 'utf-32' : undefined;
}

/** How many bytes are looked at for zeros. */
const SAMPLE = 1024;

/**
 * The UTF-16 that bytes without a byte order mark look like: zeros stand in it as every second byte, all of a Latin
 * text, the blanks and line ends of any other; and never at the other half.
 */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) evenZeros++;
    else oddZeros++;
  });
  const enough = Math.max(2, sample.length / 40);
  if (oddZeros >= enough && evenZeros === 0) return 'utf-16le';
  return evenZeros >= enough && oddZeros === 0 ? 'utf-16be' : undefined;
}

/**
 * Says which byte is the first that an encoding does not allow. Found by halving where the decoder stops: a prefix without
 * that byte decodes, one with it does not. The sequence that it breaks may have begun up to three bytes before; its first
 * byte is the wrong one.
 */
export function wrongByte(path: string, bytes: Uint8Array, encoding: string): Diagnostic {
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
  const before = withLineFeeds(new TextDecoder(encoding).decode(bytes.subarray(0, wrong)));
  const { position } = placeOf(sourceFileOf(path, before), { start: before.length, end: before.length });
  const value = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return diagnostic(
    'source/wrong-byte',
    `Byte 0x${value} at offset ${wrong} is not lawful ${encoding.toUpperCase()}.`,
    {
      file: path,
      position,
      help: 'Say the encoding of the file with --encoding (windows-1252, windows-1251, koi8-r …), or mend the byte. Editio never guesses.',
    },
  );
}

/** A text with LF for every line end: CRLF, CR, U+2028 and U+2029. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n|[\r\u2028\u2029]/g, '\n');
}
