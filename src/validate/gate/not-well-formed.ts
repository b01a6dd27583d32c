import type { LineIndex } from '../../diagnostics/line-index.js';
import { findIllegalCharacter } from '../../xml/characters.js';
import { scanMarkup, type MarkupPlace } from './markup-scan.js';

/** An element whose end tag has not been read. */
export interface OpenElement {
  readonly name: string;
  /** Offset of the start tag's `<`. */
  readonly offset: number;
}

/** A fault in the words of an editor; offset and length in UTF-16 units. */
export interface Explanation {
  readonly message: string;
  readonly help: string;
  readonly offset: number;
  readonly length: number;
}

interface Fault {
  readonly text: string;
  readonly complaint: string;
  readonly offset: number;
  readonly open: readonly OpenElement[];
  readonly place: MarkupPlace;
  readonly lineOf: (offset: number) => number;
}

type Words = Pick<Explanation, 'message' | 'help'> & { readonly offset?: number; readonly length?: number };

const nothingAfter = 'Nothing after this place can be checked before it is mended.';

/**
 * Says what is wrong where the parser gave up, and what to do. Linear in the text; run once, at the fault.
 *
 * @param complaint the parser's phrase, without position.
 * @param offset where the parser stood.
 * @param open the elements that were open there, outermost first.
 */
export function explainNotWellFormed(
  text: string,
  complaint: string,
  offset: number,
  open: readonly OpenElement[],
  lines: LineIndex,
): Explanation {
  const lineOf = (place: number): number => lines.positionOf(place).line;
  const fault: Fault = { text, complaint, offset, open, place: scanMarkup(text, offset), lineOf };
  const words = ampersand(fault) ?? comment(fault) ?? neverClosed(fault) ?? tags(fault) ?? byComplaint(fault);
  return { offset, length: 1, ...words };
}

function ampersand({ place }: Fault): Words | undefined {
  if (place.ampersand === undefined) return undefined;
  return {
    message: '& must be written &amp;',
    help: 'Write &amp; where the character itself is meant, in addresses (?a=1&amp;b=2) too.',
    offset: place.ampersand,
  };
}

function comment({ complaint, place, lineOf }: Fault): Words | undefined {
  if (complaint !== 'malformed comment') return undefined;
  return {
    message: `"--" stands within the comment that begins in line ${lineOf(place.start)}`,
    help: 'Write one hyphen or a dash (–) instead; or end the comment before this place with -->.',
  };
}

const closers: Readonly<Partial<Record<MarkupPlace['kind'], string>>> = {
  comment: '-->',
  'CDATA section': ']]>',
  'processing instruction': '?>',
  tag: '>',
};

function neverClosed({ text, offset, place, lineOf }: Fault): Words | undefined {
  const closer = closers[place.kind];
  const atEnd = offset >= text.length - 1;
  if (place.closed || !atEnd || closer === undefined) return undefined;
  return {
    message: `a ${place.kind} that begins in line ${lineOf(place.start)} is never closed`,
    help: `Write ${closer} where it ends.`,
    // A tag may lack no more than its last character, so its fault is told where the text ends.
    ...(place.kind === 'tag' ? {} : { offset: place.start }),
  };
}

/** End tags too few, too many or in the wrong order. */
function tags({ text, complaint, offset, open, lineOf }: Fault): Words | undefined {
  const innermost = open.at(-1);
  if (complaint === 'unexpected close tag' || complaint.startsWith('unmatched closing tag')) {
    const start = text.lastIndexOf('</', offset);
    const name = text.slice(start + 2, offset).trim();
    const place = { offset: start, length: offset + 1 - start };
    if (innermost === undefined || !open.some((element) => element.name === name)) {
      const inside =
        innermost === undefined ? '' : `; <${innermost.name}> of line ${lineOf(innermost.offset)} is open here`;
      return { message: `</${name}> closes nothing${inside}`, help: 'Remove it, or write its start tag.', ...place };
    }
    return {
      message: `</${name}> stands here, but <${innermost.name}> of line ${lineOf(innermost.offset)} is still open`,
      help: `Write </${innermost.name}> before it, where that element ends.`,
      ...place,
    };
  }
  if (!complaint.startsWith('unclosed tag') || innermost === undefined) return undefined;
  return {
    message: `the file ends, but <${innermost.name}> of line ${lineOf(innermost.offset)} is still open`,
    help: `Write </${innermost.name}> where that element ends.`,
  };
}

const lessThan = 'Write &lt; where the character < itself is meant';

function byComplaint(fault: Fault): Words {
  const { text, complaint, offset, place, lineOf } = fault;
  const character = text.charAt(offset);
  if (complaint === 'disallowed character' && place.kind === 'attribute value' && character === '<') {
    const message = `"<" stands in the attribute value that begins in line ${lineOf(place.start)}`;
    return { message, help: `${lessThan}; or look for the quotation mark that is missing before it.` };
  }
  if (
    complaint === 'disallowed character' &&
    findIllegalCharacter(String.fromCodePoint(text.codePointAt(offset) ?? 0x20)) === 0
  ) {
    const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return {
      message: `the character U+${code} stands here, which XML forbids`,
      help: 'Remove it, or write the character that was meant: it is mostly the trace of a conversion.',
    };
  }
  if (complaint === 'unquoted attribute value') {
    const curly = /[“”„‘’«»]/.test(character);
    return curly
      ? { message: `an attribute value begins with ${character}`, help: 'Write straight quotation marks: " or \'.' }
      : { message: complaint, help: 'Write the value between straight quotation marks: n="1".' };
  }
  if (complaint === 'malformed character entity') {
    const start = text.lastIndexOf('&', offset);
    const written = text.slice(start, offset + 1);
    const message = `${written} is the number of no character that XML allows`;
    return {
      message,
      help: "Remove it, or write the character's Unicode number.",
      offset: start,
      length: written.length,
    };
  }
  if (/^(?:an|the) XML declaration must/.test(complaint)) {
    const start = Math.max(0, text.lastIndexOf('<?', offset));
    return { message: complaint, help: 'Remove what stands before it, white space too.', offset: start };
  }
  if (complaint === 'documents may contain only one root') {
    return { message: complaint, help: helpOf(complaint), offset: text.lastIndexOf('<', offset) };
  }
  if (complaint === 'text data outside of root node') return outside(fault);
  if (complaint.startsWith('disallowed character in tag name')) {
    return { message: `"<" begins no tag here`, help: `${lessThan}.`, offset: text.lastIndexOf('<', offset - 1) };
  }
  return { message: complaint, help: helpOf(complaint) };
}

function outside({ text, offset, complaint }: Fault): Words {
  const from = text.lastIndexOf('>', offset - 1) + 1;
  const start = from + Math.max(0, text.slice(from).search(/\S/));
  if (!/<[\p{L}_!?/]/u.test(text)) {
    return { message: 'it holds no tag at all, so this is no XML', help: 'Give a TEI file.', offset: start };
  }
  return { message: complaint, help: 'Remove the text, or move it into the root element.', offset: start };
}

function helpOf(complaint: string): string {
  const prefix = /^unbound namespace prefix: "([^"]*)"/.exec(complaint)?.[1];
  if (prefix === 'xi') return 'Add xmlns:xi="http://www.w3.org/2001/XInclude" to the root element.';
  if (prefix !== undefined) return `Declare it, with xmlns:${prefix}="…" on the root element, or remove the prefix.`;
  if (complaint.startsWith('duplicate attribute'))
    return 'Keep one of the two; several values go into one, with spaces.';
  if (complaint === 'document must contain a root element') return 'A TEI file has a root element <TEI>.';
  if (complaint === 'documents may contain only one root') return 'Put both into one <teiCorpus>, or into two files.';
  if (complaint === 'inappropriately located doctype declaration')
    return 'Remove it: Editio reads no document type declaration, and XML allows one before the root element only.';
  if (complaint.startsWith('the string "]]>"')) return 'Write ]]&gt; instead.';
  return nothingAfter;
}
