import { isShort, type Surrounding } from './surroundings.js';
import { collapse } from './xml-view.js';

/** Some marked words of a text, with those around them. */
export interface Phrase {
  /** The words as printed, white space collapsed. */
  readonly form: string;
  /** A few words before and after them, from the same paragraph, note or heading; from those beside a very short one. */
  readonly before: string;
  readonly after: string;
  /** Number of the paragraph, heading or note that they stand in: phrases with one number stand together. */
  readonly block: number;
}

/** How much of the text around a phrase is shown, in UTF-16 units. */
const CONTEXT = 56;

/** How much raw text is looked at for it: white space in a file can be long. */
const REACH = CONTEXT * 4;

interface OpenPhrase<Start> {
  readonly start: Start;
  readonly from: number;
  to: number;
  readonly order: number;
}

interface FoundPhrase<Start> {
  readonly order: number;
  phrase: Start & Phrase;
}

/** A phrase whose block was short: words of the next block are shown with it. */
interface Awaiting<Start> {
  readonly found: FoundPhrase<Start>;
  readonly rest: string;
}

interface OpenBlock<Start> {
  readonly serial: number;
  readonly pieces: string[];
  length: number;
  readonly phrases: OpenPhrase<Start>[];
  readonly awaited: readonly Awaiting<Start>[];
}

const NOTHING_AROUND: Surrounding = { lead: '', link: '' };

/**
 * Gathers marked words while a text is read; the words around them are known when their block ends.
 *
 * @typeParam Start what is known of a phrase when its element opens.
 */
export class PhraseCollector<Start extends object> {
  readonly #blocks: OpenBlock<Start>[] = [];
  readonly #open: { readonly phrase: OpenPhrase<Start>; readonly block: OpenBlock<Start> }[] = [];
  readonly #found: FoundPhrase<Start>[] = [];
  #awaiting: Awaiting<Start>[] = [];
  #order = 0;
  #serial = 0;

  /** @param isAside true of a note, which no block before it goes on in. */
  openBlock(isAside = false): void {
    const awaited = isAside ? [] : this.#awaiting;
    if (!isAside) this.#awaiting = [];
    this.#blocks.push({ serial: this.#serial++, pieces: [], length: 0, phrases: [], awaited });
  }

  /** Ends what blocks go on in: a speech, a list. */
  endStretch(): void {
    this.#awaiting = [];
  }

  addText(text: string): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    block.pieces.push(text);
    block.length += text.length;
  }

  openPhrase(start: Start): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    const phrase = { start, from: block.length, to: block.length, order: this.#order++ };
    block.phrases.push(phrase);
    this.#open.push({ phrase, block });
  }

  closePhrase(): void {
    const last = this.#open.pop();
    if (last !== undefined) last.phrase.to = last.block.length;
  }

  /** True where the innermost open block has such a phrase. */
  hasInBlock(isSought: (start: Start) => boolean): boolean {
    return this.#blocks.at(-1)?.phrases.some(({ start }) => isSought(start)) ?? false;
  }

  /** Takes all text of the innermost open block so far as one phrase. */
  takeBlock(start: Start): void {
    const block = this.#blocks.at(-1);
    block?.phrases.push({ start, from: 0, to: block.length, order: this.#order++ });
  }

  /**
   * @param surrounding what is shown with phrases of this block where it is short.
   * @returns the text of the block, white space collapsed.
   */
  closeBlock(surrounding: Surrounding = NOTHING_AROUND): string {
    const block = this.#blocks.pop();
    if (block === undefined) return '';
    const text = block.pieces.join('');
    const whole = collapse(text);
    const { lead, link } = isShort(whole) ? surrounding : NOTHING_AROUND;
    for (const { found, rest } of block.awaited) {
      if (whole === '') this.#awaiting.push({ found, rest });
      else found.phrase = { ...found.phrase, after: firstWords(rest + text.slice(0, REACH).trimStart()) };
    }
    for (const { start, from, to, order } of block.phrases) {
      const form = collapse(text.slice(from, to));
      if (form === '') continue;
      const phrase = {
        ...start,
        form,
        block: block.serial,
        before: lastWords(lead + text.slice(Math.max(0, from - REACH), from).trimStart()),
        after: firstWords(text.slice(to, to + REACH)),
      };
      const found = { order, phrase };
      this.#found.push(found);
      if (link !== '') this.#awaiting.push({ found, rest: text.slice(to).trimEnd() + link });
    }
    return whole;
  }

  /** All phrases in the order of the text; a note's stand where the note stands. */
  get phrases(): readonly (Start & Phrase)[] {
    return this.#found.toSorted((a, b) => a.order - b.order).map(({ phrase }) => phrase);
  }
}

/** The end of a text, cut between words, with an ellipsis where something was cut off. */
function lastWords(raw: string): string {
  const text = raw.replace(/[ \t\r\n]+/g, ' ').trimStart();
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(-CONTEXT).replace(/^[\uDC00-\uDFFF]/, '');
  return `…${cut.slice(Math.max(0, cut.indexOf(' ')))}`;
}

function firstWords(raw: string): string {
  const text = raw.replace(/[ \t\r\n]+/g, ' ').trimEnd();
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(0, CONTEXT).replace(/[\uD800-\uDBFF]$/, '');
  const blank = cut.lastIndexOf(' ');
  return `${blank > 0 ? cut.slice(0, blank + 1) : cut}…`;
}
