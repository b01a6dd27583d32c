import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { escapeAttribute } from '../../xml/escape.js';
import type { Messages } from '../theme/messages.js';
import { decodeReferences } from '../reading/xml-view.js';

/** What the addresses of a text become on its page. */
export interface AddressRules {
  /** The address of a link as the page has it; undefined for one that must not be linked. */
  readonly link: (address: string) => string | undefined;
  /** The same for a picture; without an address its words stand in its place. */
  readonly picture: (address: string) => string | undefined;
}

/** A text as HTML. */
export interface RenderedText {
  /** The words of a heading of the first level at the beginning, which is not in the HTML; empty without one. */
  readonly title: string;
  readonly html: string;
  /** The words of the first paragraph. */
  readonly beginning: string;
}

/** The highest level of a heading inside a page: its title stands above. */
const FIRST_LEVEL = 2;

/** Every heading, the tags that lead somewhere, and those of tables, as micromark writes them. */
const HEADING = /<h([1-6])>(.*?)<\/h\1>/gs;
const TAG = /<(a|img)\b([^>]*)>/g;
const TABLE_TAG = /<(th|td)(?: align="(left|center|right)")?>(?=(<\/th>)?)/g;

/**
 * Renders Markdown (CommonMark 0.31 with the tables and footnotes of GitHub) for a page. HTML in the text is printed
 * as text. Headings begin at the second level, leave none out, and have ids made from their words.
 *
 * micromark escapes `<`, `>` and `"` in all that comes from the text, so that its tags can be told by their form; every
 * address passes the rules.
 */
export function renderMarkdown(markdown: string, messages: Messages, rules: AddressRules): RenderedText {
  const raw = micromark(markdown, {
    // Addresses are judged by the rules, which know what the site allows; micromark would empty them without a word.
    allowDangerousProtocol: true,
    extensions: [gfmTable(), gfmFootnote()],
    htmlExtensions: [
      gfmTableHtml(),
      gfmFootnoteHtml({
        // No id made from a heading has a colon.
        clobberPrefix: 'note:',
        label: messages.text('own.notes'),
        labelAttributes: '',
        backLabel: (reference) => messages.text('own.back', { note: String(reference + 1) }),
      }),
    ],
  });
  const [, titleHtml = '', body = raw] = /^<h1>(.*?)<\/h1>\n?(.*)$/s.exec(raw) ?? [];
  const title = wordsOf(titleHtml);
  const html = withTables(withAddresses(withHeadings(body), rules), messages.text('own.table'));
  return { title, html, beginning: wordsOf(/<p>(.*?)<\/p>/s.exec(body)?.[1] ?? '') };
}

/** The words of a piece of HTML, without tags and the numbers of notes. */
function wordsOf(html: string): string {
  const plain = html.replace(/<sup><a [^>]*data-footnote-ref[^>]*>[^<]*<\/a><\/sup>/g, '').replace(/<[^>]*>/g, '');
  return decodeReferences(plain).replace(/\s+/g, ' ').trim();
}

function withHeadings(html: string): string {
  const levels = [...html.matchAll(HEADING)].map((match) => Number(match[1]));
  const shift = FIRST_LEVEL - Math.min(...levels);
  const taken = new Set<string>();
  let before = FIRST_LEVEL - 1;
  return html.replace(HEADING, (_, level: string, content: string) => {
    const own = Math.min(Number(level) + shift, before + 1, 6);
    before = own;
    return `<h${own} id="${headingId(wordsOf(content), taken)}">${content}</h${own}>`;
  });
}

/** An id from the words of a heading: `Why this edition?` → `why-this-edition`; a number follows where it is taken. */
function headingId(words: string, taken: Set<string>): string {
  const stem =
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'section';
  let id = stem;
  for (let number = 2; taken.has(id) || id === NOTES_ID; number++) id = `${stem}-${number}`;
  taken.add(id);
  return id;
}

/** The id that the footnotes' heading has of itself. */
const NOTES_ID = 'footnote-label';

function withAddresses(html: string, { link, picture }: AddressRules): string {
  return html.replace(TAG, (tag: string, name: string, attributes: string) => {
    const key = name === 'a' ? 'href' : 'src';
    const written = new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1];
    if (written === undefined) return tag;
    const address = (name === 'a' ? link : picture)(decodeReferences(written));
    if (address !== undefined)
      return tag.replace(` ${key}="${written}"`, () => ` ${key}="${escapeAttribute(address)}"`);
    // What must not be linked stays as words.
    return name === 'a' ? '<a>' : (/ alt="([^"]*)"/.exec(attributes)?.[1] ?? '');
  });
}

/** Wide tables scroll by themselves; the side on which a column stands is a class, as HTML has no `align` any more. */
function withTables(html: string, label: string): string {
  return html
    .replace(TABLE_TAG, (_, name: string, side: string | undefined, end: string | undefined) => {
      const scope = name === 'th' && end === undefined ? ' scope="col"' : '';
      return `<${name}${scope}${side === undefined ? '' : ` class="to-${side}"`}>`;
    })
    .replaceAll(
      '<table>',
      `<div class="scroller" role="group" aria-label="${escapeAttribute(label)}" tabindex="0"><table>`,
    )
    .replaceAll('</table>', '</table></div>');
}
