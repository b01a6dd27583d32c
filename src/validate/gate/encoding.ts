import { fileKindOf } from './file-kind.js';

/** A file's characters, and the encoding that they were read in. */
export interface DecodedXml {
  readonly text: string;
  /** Label of the encoding (WHATWG Encoding Standard), as the file or its byte order mark says. */
  readonly encoding: string;
}

export interface EncodingFault {
  readonly reason: 'unknown' | 'mismatch';
  readonly message: string;
  readonly help: string;
  /** Index of the first byte that contradicts the declaration. */
  readonly byte: number;
  readonly expected: string;
  readonly actual: string;
}

export type DecodingResult = { readonly decoded: DecodedXml } | { readonly fault: EncodingFault };

/**
 * Decodes an XML file strictly: byte order mark first, then the XML declaration's word, then UTF-8
 * (XML 1.0, section 4.3.3). A declaration that the bytes contradict is a fault that names both.
 */
export function decodeXml(bytes: Uint8Array): DecodingResult {
  const kind = fileKindOf(bytes);
  if (kind !== undefined) return { fault: notXml(kind) };
  const mark = byteOrderMark(bytes);
  const wide = mark?.startsWith('utf-16') === true ? mark : wideEncoding(bytes);
  const declared = declaredEncoding(bytes, wide);
  const found = mark ?? wide;
  if (declared !== undefined && canonical(declared) === undefined) {
    return { fault: unknownEncoding(declared) };
  }
  if (found !== undefined && declared !== undefined && !agree(declared, found)) {
    return { fault: mismatch(declared, found, 0, mark === undefined ? 'the bytes are' : 'its byte order mark says') };
  }
  if (found === undefined && declared !== undefined && canonical(declared)?.startsWith('utf-16') === true) {
    return { fault: mismatch(declared, 'one byte a character', 0, 'the bytes have') };
  }
  const encoding = found ?? declared ?? 'utf-8';
  const text = decode(bytes, encoding);
  if (text === undefined) {
    const byte = firstWrongByte(bytes, encoding);
    const value = (bytes[byte] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return { fault: mismatch(encoding, `another (byte 0x${value} at offset ${byte})`, byte, 'the bytes are in') };
  }
  if (canonical(encoding) !== 'utf-8' && found === undefined && looksLikeUtf8(bytes)) {
    return { fault: mismatch(encoding, 'utf-8', 0, 'every byte sequence is that of') };
  }
  return { decoded: { text, encoding } };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark, known by the `<` that every XML file begins with (XML 1.0, appendix F). */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Uint8Array, wide: string | undefined): string | undefined {
  const start = new TextDecoder(wide ?? 'latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/^\uFEFF|^\u00EF\u00BB\u00BF/, '');
  const declaration = /^<\?xml\s[^>]*?\?>/.exec(start)?.[0];
  return declaration === undefined ? undefined : /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
}

/** The encoding's name in the WHATWG Encoding Standard, or undefined for one that it does not know. */
function canonical(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** `UTF-16` in a declaration leaves the byte order to the mark. */
function agree(declared: string, found: string): boolean {
  if (/^utf-?16$/i.test(declared)) return found.startsWith('utf-16');
  return canonical(declared) === found;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where strict decoding fails: the longest piece that decodes, found by halving. */
function firstWrongByte(bytes: Uint8Array, encoding: string): number {
  const decodes = (end: number): boolean => {
    try {
      // With `stream`, a character that is cut off at the end is no failure.
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (middle <= bytes.length && decodes(middle)) good = middle;
    else bad = middle;
  }
  // A character that began well before the wrong byte is part of the fault.
  while (good > 0 && decode(bytes.subarray(0, good), encoding) === undefined) good--;
  return Math.min(good, Math.max(0, bytes.length - 1));
}

/** True of bytes beyond ASCII that all form UTF-8 sequences: no text in a one-byte encoding does that by chance. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80) && decode(bytes, 'utf-8') !== undefined;
}

function unknownEncoding(declared: string): EncodingFault {
  return {
    reason: 'unknown',
    message: `The file declares the encoding "${declared}", which Editio does not know.`,
    help: 'Save the file as UTF-8 and declare encoding="UTF-8".',
    byte: 0,
    expected: 'utf-8',
    actual: declared,
  };
}

function mismatch(declared: string, actual: string, byte: number, verb: string): EncodingFault {
  return {
    reason: 'mismatch',
    message: `The file is said to be in ${declared}, but ${verb} ${actual}.`,
    help: 'Save the file as UTF-8 and declare encoding="UTF-8", or correct the declaration.',
    byte,
    expected: declared,
    actual,
  };
}

function notXml(kind: string): EncodingFault {
  return {
    reason: 'mismatch',
    message: `The file is ${kind}, not XML that can be read.`,
    help: 'Give a TEI file in UTF-8 here: unpack an archive, save a text as UTF-8.',
    byte: 0,
    expected: 'utf-8',
    actual: kind,
  };
}
