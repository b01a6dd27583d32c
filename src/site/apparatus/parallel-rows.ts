import type { Messages } from '../theme/messages.js';
import type { ApparatusView } from './apparatus-view.js';
import type { ParallelBlock, ParallelPart, Variation } from './parallel-text.js';

/** A piece of a witness's text as the page prints it. */
export interface Piece {
  readonly kind: 'text' | 'variant' | 'break' | 'extent';
  readonly isText: boolean;
  readonly isVariant: boolean;
  readonly isBreak: boolean;
  readonly isExtent: boolean;
  /** The words; of a sign of the witness's extent, what it says. */
  readonly text: string;
  /** The language of the words, where it is not the text's. */
  readonly language: string;
  /** Of a place of variation: its kind, and that in words, for those who do not see the mark. */
  readonly variation: string;
  readonly label: string;
  /** True of words that are not those of the base. */
  readonly isOther: boolean;
  /** True where words of the base are left out. */
  readonly isGap: boolean;
  /** The entry of the apparatus; empty where there is none to link. */
  readonly href: string;
}

/** What one witness has of a block. */
export interface ParallelCell {
  /** The class of its column, and the name of the box that shows it. */
  readonly name: string;
  readonly siglum: string;
  readonly isBase: boolean;
  readonly isAbsent: boolean;
  readonly pieces: readonly Piece[];
}

/** A block of the base, and beside it what each witness has. */
export interface ParallelRow {
  readonly id: string;
  /** Its place in the text, from 1 on. */
  readonly count: number;
  readonly isHeading: boolean;
  readonly cells: readonly ParallelCell[];
}

/**
 * The witnesses side by side, block by block.
 *
 * @param entryHref the address of an entry of the apparatus, by its id on its page
 */
export function parallelRows(
  view: ApparatusView,
  messages: Messages,
  entryHref: (id: string) => string,
): ParallelRow[] {
  const href = (id: string): string => (id === '' ? '' : entryHref(`${id}~entry`));
  return view.blocks.map((block, index) => ({
    id: `page:block-${index + 1}`,
    count: index + 1,
    isHeading: block.name === 'head',
    cells: view.witnesses.map(({ siglum }, number) => {
      const pieces = piecesOf(block, number, view.base, { messages, href });
      return {
        name: `witness-${number}`,
        siglum,
        isBase: number === view.base,
        isAbsent: pieces.length === 0,
        pieces,
      };
    }),
  }));
}

interface Wording {
  readonly messages: Messages;
  readonly href: (id: string) => string;
}

function piecesOf({ parts }: ParallelBlock, witness: number, base: number, wording: Wording): Piece[] {
  const pieces = parts.flatMap((part) => pieceOf(part, witness, base, wording));
  // Blanks alone are no text.
  return pieces.some(({ isText, text }) => !isText || text.trim() !== '') ? pieces : [];
}

function pieceOf(part: ParallelPart, witness: number, base: number, wording: Wording): Piece[] {
  const { messages, href } = wording;
  switch (part.kind) {
    case 'agreement':
      return part.attested[witness] === true ? [piece('text', { text: part.text, language: part.language })] : [];
    case 'break':
      return part.witnesses.includes(witness) ? [piece('break')] : [];
    case 'extent':
      return part.witnesses.includes(witness)
        ? [piece('extent', { text: messages.text(`apparatus.sign.${part.name}`), href: href(part.id) })]
        : [];
    case 'variation':
      return part.attested[witness] === true ? variantPieces(part, witness, base, wording) : [];
  }
}

function variantPieces(place: Variation, witness: number, base: number, { messages, href }: Wording): Piece[] {
  const own = place.readings.find(({ witnesses }) => witnesses.includes(witness));
  if (own === undefined) return [];
  const isOther = !own.witnesses.includes(base);
  // Blanks stay outside of the mark, as between any words.
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(own.text) ?? [];
  const blank = (words: string): Piece[] => (words === '' ? [] : [piece('text', { text: words })]);
  const { variation } = place;
  // Words that are left out are told between blanks; a mark that is left out leaves the word as it is.
  const isGap = own.text === '' && isOther && variation !== 'punctuation' && variation !== 'layout';
  const label = messages.text(`apparatus.mark.${variation}`);
  return [
    ...blank(isGap ? ' ' : before),
    piece('variant', { variation, label, text, isOther, isGap, href: href(place.id) }),
    ...blank(isGap ? ' ' : after),
  ];
}

function piece(kind: Piece['kind'], told: Partial<Piece> = {}): Piece {
  return {
    kind,
    isText: kind === 'text',
    isVariant: kind === 'variant',
    isBreak: kind === 'break',
    isExtent: kind === 'extent',
    text: '',
    language: '',
    variation: '',
    label: '',
    isOther: false,
    isGap: false,
    href: '',
    ...told,
  };
}
