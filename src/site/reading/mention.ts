import { collapse } from './xml-view.js';

export type MentionKind = 'person' | 'place' | 'organisation';

/** One name in a text. */
export interface Mention {
  readonly kind: MentionKind;
  /** Ids that the name refers to; empty where nobody has identified it. */
  readonly references: readonly string[];
  /** The name as printed, white space collapsed. */
  readonly form: string;
  /** A few words before and after it, from the same paragraph, note or heading. */
  readonly before: string;
  readonly after: string;
  /** `xml:id` of the name and of the elements around it, the nearest first. */
  readonly anchors: readonly string[];
  /** `@cert`, empty where the file says nothing. */
  readonly certainty: string;
}

/** What is known of a mention when its element opens. */
export type MentionStart = Pick<Mention, 'kind' | 'references' | 'anchors' | 'certainty'>;

/** How much of the text around a name is shown, in UTF-16 units. */
const CONTEXT = 56;

/** How much raw text is looked at for it: white space in a file can be long. */
const REACH = CONTEXT * 4;

interface OpenMention {
  readonly start: MentionStart;
  readonly from: number;
  to: number;
  readonly order: number;
}

interface OpenBlock {
  readonly pieces: string[];
  length: number;
  readonly mentions: OpenMention[];
}

/** Gathers mentions while a text is read; the words around a name are known when its block ends. */
export class MentionCollector {
  readonly #blocks: OpenBlock[] = [];
  readonly #open: { readonly mention: OpenMention; readonly block: OpenBlock }[] = [];
  readonly #found: { readonly order: number; readonly mention: Mention }[] = [];
  #order = 0;

  openBlock(): void {
    this.#blocks.push({ pieces: [], length: 0, mentions: [] });
  }

  addText(text: string): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    block.pieces.push(text);
    block.length += text.length;
  }

  openMention(start: MentionStart): void {
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    const mention = { start, from: block.length, to: block.length, order: this.#order++ };
    block.mentions.push(mention);
    this.#open.push({ mention, block });
  }

  closeMention(): void {
    const last = this.#open.pop();
    if (last !== undefined) last.mention.to = last.block.length;
  }

  /** True where the innermost open block has a mention of its own. */
  hasMentionInBlock(): boolean {
    return (this.#blocks.at(-1)?.mentions.length ?? 0) > 0;
  }

  /** Takes all text of the innermost open block so far as one mention. */
  mentionBlock(start: MentionStart): void {
    const block = this.#blocks.at(-1);
    block?.mentions.push({ start, from: 0, to: block.length, order: this.#order++ });
  }

  /** @returns the text of the block, white space collapsed. */
  closeBlock(): string {
    const block = this.#blocks.pop();
    if (block === undefined) return '';
    const text = block.pieces.join('');
    for (const { start, from, to, order } of block.mentions) {
      const form = collapse(text.slice(from, to));
      if (form === '') continue;
      const mention = {
        ...start,
        form,
        before: lastWords(text.slice(Math.max(0, from - REACH), from)),
        after: firstWords(text.slice(to, to + REACH)),
      };
      this.#found.push({ order, mention });
    }
    return collapse(text);
  }

  /** All mentions in the order of the text; a note's stand where the note stands. */
  get mentions(): readonly Mention[] {
    return this.#found.toSorted((a, b) => a.order - b.order).map(({ mention }) => mention);
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
