import { diagnostic, type Diagnostic, type DiagnosticDetail } from '../../diagnostics/diagnostic.js';
import type { XmlHandler } from '../../tei/xml-reader.js';

export interface GateLimits {
  /** Largest file, in bytes. */
  readonly bytes: number;
  /** Longest text or attribute value, in UTF-16 units; libxml2 refuses ten million bytes. */
  readonly nodeLength: number;
}

export const defaultLimits: GateLimits = { bytes: 64 * 1024 * 1024, nodeLength: 3_333_333 };

/** Longest name of an element or attribute (libxml2's limit), in UTF-16 units. */
const NAME_LENGTH = 50_000;
/**
 * Most attributes of one element, and most namespace declarations in force at one place. TEI knows some sixty attributes
 * for an element; XSLT processors take time that grows with the square of either number.
 */
const ATTRIBUTES = 250;
const NAMESPACES = 1_000;
/** References make a text longer than it reads: `&amp;`. */
const WRITTEN_LONGER = 3;

/** Makes the place of an offset in the file. */
type At = (offset: number, length?: number) => DiagnosticDetail;

/** The finding of a file of so many bytes, where that is more than is read. */
export function tooLargeFile(file: string, size: number, limits = defaultLimits): Diagnostic | undefined {
  if (size <= limits.bytes) return undefined;
  return diagnostic('gate/too-large', `The file has ${size} bytes; the limit is ${limits.bytes}.`, {
    file,
    help: 'Divide it into several TEI files, or raise the limit.',
  });
}

/**
 * Finds a stretch without any tag that is far too long, before a parser begins to gather it.
 *
 * @param at makes places for the finding.
 */
export function findLongStretch(text: string, limits: GateLimits, at: At): Diagnostic | undefined {
  const limit = limits.nodeLength * WRITTEN_LONGER;
  if (text.length <= limit) return undefined;
  for (let start = 0; start !== -1;) {
    const next = text.indexOf('<', start + 1);
    const length = (next === -1 ? text.length : next) - start;
    if (length > limit) return tooLong(`${kindAt(text, start, limit)} that begins here`, length, limits, at(start));
    start = next;
  }
  return undefined;
}

/** What measures a document's parts while a parser reads it, and remembers the first that is too large. */
export interface Measuring {
  readonly handler: XmlHandler;
  finding(): Diagnostic | undefined;
}

/** Begins to measure a document. @param at makes places for the finding. */
export function measureParts(limits: GateLimits, at: At): Measuring {
  let found: Diagnostic | undefined;
  let last = 0;
  const scopes: number[] = [0];
  const measure = (length: number, what: () => string): void => {
    if (length > limits.nodeLength) found ??= tooLong(what(), length, limits, at(last));
  };
  const handler: XmlHandler = {
    startTag: ({ name, attributes, offset }) => {
      last = offset;
      const declared = attributes.filter((each) => /^xmlns(?::|$)/u.test(each.name)).length;
      const inForce = (scopes.at(-1) ?? 0) + declared;
      scopes.push(inForce);
      if (attributes.length > ATTRIBUTES) {
        found ??= tooMany(`<${name}> has ${attributes.length} attributes; the limit is ${ATTRIBUTES}.`, at(offset));
      } else if (inForce > NAMESPACES) {
        found ??= tooMany(
          `At <${name}>, ${inForce} namespace declarations are in force; the limit is ${NAMESPACES}.`,
          at(offset),
        );
      }
      const longest = Math.max(name.length, ...attributes.slice(0, ATTRIBUTES).map((each) => each.name.length));
      if (longest > NAME_LENGTH) {
        found ??= diagnostic(
          'gate/node-too-long',
          `A name in this tag has ${longest} characters; the limit is ${NAME_LENGTH}.`,
          { ...at(offset), help: 'No element or attribute of TEI has such a name: the file is damaged.' },
        );
      }
      for (const each of attributes) measure(each.value.length, () => `The attribute ${each.name} of <${name}>`);
    },
    endTag: () => {
      scopes.pop();
    },
    text: (piece) => {
      measure(piece.length, () => 'A text');
    },
  };
  return { handler, finding: () => found };
}

function kindAt(text: string, start: number, limit: number): string {
  if (text.startsWith('<!--', start)) return 'The comment';
  if (text.startsWith('<?', start)) return 'The instruction';
  const close = text.indexOf('>', start);
  return close === -1 || close - start > limit ? 'The tag' : 'The text';
}

function tooLong(what: string, length: number, { nodeLength }: GateLimits, place: DiagnosticDetail): Diagnostic {
  return diagnostic('gate/node-too-long', `${what} has ${length} characters; the limit is ${nodeLength}.`, {
    ...place,
    help: 'Divide the text into elements: XML tools refuse single texts of this length.',
  });
}

function tooMany(message: string, place: DiagnosticDetail): Diagnostic {
  return diagnostic('gate/too-many-attributes', message, {
    ...place,
    help: 'No text needs that: the file is damaged, or made to harm. Take out what a program has put in.',
  });
}
