import type { Span } from '../../source/span.js';
import type { Expectation, XmlName } from '../relax-ng/fault.js';
import type { ExplainContext } from './context.js';
import type { Explanation, FaultOf } from './explanation.js';
import { indexGrammar } from './grammar-index.js';
import { isWordHolder } from './habits/usual-content.js';
import { alternatives, isSame, isTei, quoted, tag, tei } from './names.js';
import { byUse, possibilities, usualAmong } from './ranking.js';

type MisplacedText = FaultOf<'text-not-allowed'>;

/** Characters that look like white space, or like nothing, and are text to XML. */
const blanks: Readonly<Record<string, string>> = {
  '\u00A0': 'a no-break space',
  '\u00AD': 'a soft hyphen',
  '\u2002': 'an en space',
  '\u2003': 'an em space',
  '\u2009': 'a thin space',
  '\u200B': 'a zero-width space',
  '\u200C': 'a zero-width non-joiner',
  '\u200D': 'a zero-width joiner',
  '\u202F': 'a narrow no-break space',
  '\u3000': 'an ideographic space',
  '\uFEFF': 'a byte order mark',
};

const blank = /[\t\n\r ]*/y;

/** Longest piece of text that is marked. */
const LONGEST_MARK = 60;

/** Most containers that are named in a grammar of which nothing else is known. */
const FEW_CONTAINERS = 3;

/** Explains text in an element that holds elements only, or nothing. */
export function explainMisplacedText(fault: MisplacedText, context: ExplainContext): Explanation {
  const { parent, expected } = fault;
  const possible = possibilities({ parent, expected }, context);
  return {
    code: 'relax-ng/text-not-allowed',
    message: `${wordsFor(fault, context)}.`,
    span: firstWords(context.text, fault.offset),
    help: [possible.sentence],
    ...(parent === undefined ? {} : { page: parent }),
    expected: possible.expected,
    actual: fault.text.trim().slice(0, LONGEST_MARK),
  };
}

function wordsFor({ parent, text, expected }: MisplacedText, { grammar }: ExplainContext): string {
  const where = parent === undefined ? 'here' : `directly in ${tag(parent)}`;
  const invisible = invisibleCharacter(text);
  if (invisible !== undefined) {
    return `${invisible} stands ${where}, where only elements and ordinary blanks can stand; take it away`;
  }
  const words = quoted(trimmed(text));
  if (takes(expected, 'div') && !takes(expected, 'p')) {
    return `Text cannot stand ${where} after its divisions; put ${words} into a <div> of its own`;
  }
  const holders = expected.elements.filter((name) => grammar.holdsText(name));
  const containers = containersOf(holders, parent);
  if (containers.length > 0) {
    return `Text cannot stand ${where}; put ${words} into ${alternatives(containers.map(tag))}`;
  }
  if (parent === undefined || expected.anyElement) return `Text cannot stand ${where}`;
  if (!indexGrammar(grammar).canHoldElements(parent)) {
    return `Text cannot stand inside ${tag(parent)}, which is always empty; put ${words} before or after it`;
  }
  return `Text cannot stand ${where}; it holds elements only`;
}

function takes({ elements }: Expectation, local: string): boolean {
  return elements.some((name) => isSame(name, tei(local)));
}

/**
 * What the text can be put into, the likeliest first. TEI's elements are named where words are commonly put into them;
 * of another grammar's those that hold text, if they are few.
 */
function containersOf(holders: readonly XmlName[], parent: XmlName | undefined): readonly XmlName[] {
  if (!isTei(parent)) return holders.length <= FEW_CONTAINERS ? holders : [];
  const common = holders.filter((name) => isWordHolder(name.local, parent?.local ?? ''));
  const usual = usualAmong(common, parent);
  return (usual.length > 0 ? usual : byUse(common)).slice(0, 2);
}

/** The name and number of the character, where text consists of one that nobody sees. */
function invisibleCharacter(text: string): string | undefined {
  const words = trimmed(text);
  const [first = ''] = words;
  const name = Object.hasOwn(blanks, first) ? blanks[first] : undefined;
  if (
    name === undefined ||
    Array.from(words).some((character) => !/\s/.test(character) && !Object.hasOwn(blanks, character))
  ) {
    return undefined;
  }
  const number = first.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (U+${number})`;
}

/** Without XML's white space at its ends; other blanks are text. */
function trimmed(text: string): string {
  return text.replace(/^[\t\n\r ]+/, '').replace(/(?<![\t\n\r ])[\t\n\r ]+$/, '');
}

/** The first line of the text, without the white space, comments and instructions before it. */
function firstWords(text: string, offset: number): Span {
  const start = afterMarkup(text, offset);
  const line = text.slice(start, start + LONGEST_MARK).split(/[\r\n<\]]/, 1)[0] ?? '';
  return { start, end: start + Math.max(1, trimmed(line).length) };
}

/** Where text begins behind white space and what is no text; the mark of a CDATA section is stepped over. */
function afterMarkup(text: string, offset: number): number {
  for (let at = offset; ;) {
    blank.lastIndex = at;
    blank.exec(text);
    at = blank.lastIndex;
    const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined;
    if (closing === undefined) return text.startsWith('<![CDATA[', at) ? at + '<![CDATA['.length : at;
    const close = text.indexOf(closing, at);
    if (close === -1) return at;
    at = close + closing.length;
  }
}
