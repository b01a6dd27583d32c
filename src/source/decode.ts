import { TextDecoder } from 'node:util';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { codePointName, doubtfulCharacters } from './characters.js';
import { byteOrderMark, wideEncoding, withLineFeeds, wrongByte } from './encoding.js';
import { formatOf, type FileFormat } from './file-format.js';
import { tooLarge, tooManyLines } from './size.js';
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
  const large = tooLarge(path, bytes.length);
  if (large !== undefined) return refuse(large);
  const format = formatOf(bytes);
  if (format?.isMarkup === false) return refuse(otherFormat(path, format));
  const mark = byteOrderMark(bytes);
  if (mark === 'utf-32') return refuse(unreadableMark(path));
  if (mark !== undefined) {
    diagnostics.push(
      diagnostic('source/byte-order-mark', `The file begins with a byte order mark (${mark}); it was taken off.`, {
        file: path,
      }),
    );
  }
  const encoding = mark ?? options.encoding ?? 'utf-8';
  const looksWide = mark === undefined && options.encoding === undefined ? wideEncoding(bytes) : undefined;
  if (looksWide !== undefined) return refuse(looksLikeUtf16(path, looksWide));

  const read = decodeAs(path, bytes, encoding);
  if (typeof read !== 'string') return refuse(read);
  const lineEnds = new Set(read.match(/\r\n|[\r\n\u2028\u2029]/g) ?? []);
  if (lineEnds.size > 1) {
    diagnostics.push(
      diagnostic('source/mixed-line-ends', 'The file mixes several kinds of line end; all were read as LF.', {
        file: path,
      }),
    );
  }
  const source = sourceFileOf(path, withLineFeeds(read), encoding);
  if (source.text.trim() === '') return refuse(emptyFile(path));
  const excessive = tooManyLines(source);
  if (excessive !== undefined) return refuse(excessive);

  const nul = source.text.indexOf('\0');
  if (nul !== -1) {
    return refuse(
      diagnostic('source/binary', 'The file holds a NUL character: it is no plain text.', {
        ...placeOf(source, { start: nul, end: nul + 1 }),
        help: 'Save the text as plain text (UTF-8) in the program that it comes from.',
      }),
    );
  }
  const { text, finding } = withoutControls(source, options.controls === 'replace');
  if (finding !== undefined) diagnostics.push(finding);
  if (text === undefined) return { diagnostics };
  if (format !== undefined) {
    diagnostics.push(
      diagnostic('source/markup', `This looks like ${format.name}; it was read as plain text, its tags and all.`, {
        ...placeOf(source, { start: 0, end: 1 }),
        help: format.help,
      }),
    );
  }
  diagnostics.push(...doubtfulCharacters(source));
  return { source: text === source.text ? source : sourceFileOf(path, text, encoding), diagnostics };
}

/** The text of bytes in an encoding, or why there is none. */
function decodeAs(path: string, bytes: Uint8Array, encoding: string): string | Diagnostic {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return diagnostic('source/unknown-encoding', `"${encoding}" is no encoding that Editio knows.`, {
      file: path,
      help: 'Use a label of the WHATWG Encoding Standard, such as utf-8, windows-1252, windows-1251, koi8-r or utf-16le.',
    });
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return wrongByte(path, bytes, encoding);
  }
}

/**
 * The text with U+FFFD for each character that XML 1.0 (section 2.2) excludes; undefined where these are refused.
 * NUL is none of them: it was refused before.
 */
function withoutControls(source: SourceFile, replaces: boolean): { text?: string; finding?: Diagnostic } {
  const unlawful = /[\u0001-\u0008\u000B\u000E-\u001F\uFFFE\uFFFF]/g;
  const first = unlawful.exec(source.text);
  if (first === null) return { text: source.text };
  const place = placeOf(source, { start: first.index, end: first.index + 1 });
  const name = codePointName(first[0]);
  if (!replaces) {
    return {
      finding: diagnostic('source/control-character', `${name} is a control character that XML 1.0 cannot hold.`, {
        ...place,
        help: 'Remove it from the source, or convert with --control replace to put U+FFFD in its place.',
      }),
    };
  }
  return {
    text: source.text.replace(unlawful, '\uFFFD'),
    finding: diagnostic(
      'source/control-replaced',
      `Control characters (the first is ${name}) were replaced by U+FFFD.`,
      place,
    ),
  };
}

function emptyFile(path: string): Diagnostic {
  return diagnostic('source/empty', 'The file has no text; no TEI was made of it.', {
    file: path,
    help: 'Put the text into the file, or take the file away.',
  });
}

function otherFormat(path: string, { name, help }: FileFormat): Diagnostic {
  return diagnostic('source/other-format', `This is ${name}, no plain text.`, { file: path, help });
}

function unreadableMark(path: string): Diagnostic {
  return diagnostic('source/unknown-encoding', 'The file is in UTF-32, which is not read here.', {
    file: path,
    help: 'Save the text as UTF-8.',
  });
}

function looksLikeUtf16(path: string, encoding: string): Diagnostic {
  return diagnostic(
    'source/looks-like-utf-16',
    'Zeros stand as every second byte: this looks like UTF-16 without a byte order mark.',
    { file: path, help: `If it is, convert with --encoding ${encoding}; better, save the text as UTF-8.` },
  );
}
