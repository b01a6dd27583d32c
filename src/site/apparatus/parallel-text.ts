import { stretchesOf } from '../../collate/text-blocks.js';
import type { TeiElement, TeiNode } from '../../tei/node.js';
import { readingsIn, readingText, type EntryReading } from './entry.js';
import { kindOfPlace, type VariationKind } from './variation-kind.js';
import { elementsNamed, pointersIn, type Witness } from './witness.js';

/** Words that all witnesses that are there have alike. */
export interface Agreement {
  readonly kind: 'agreement';
  readonly text: string;
  /** The language of the words, where it is not the block's. */
  readonly language: string;
  /** By number of the witness: whether it has text here. */
  readonly attested: readonly boolean[];
}

/** What some witnesses read at a place. */
export interface ParallelReading {
  readonly witnesses: readonly number[];
  readonly text: string;
  /** True where they have the words elsewhere, or have words of elsewhere. */
  readonly isMoved: boolean;
}

/** A place where witnesses differ. */
export interface Variation {
  readonly kind: 'variation';
  readonly id: string;
  readonly variation: VariationKind;
  /** The lemma first. */
  readonly readings: readonly ParallelReading[];
  readonly attested: readonly boolean[];
}

/** Where some witnesses begin a paragraph and others do not. */
export interface ParagraphBreak {
  readonly kind: 'break';
  readonly id: string;
  readonly witnesses: readonly number[];
}

/** Where a witness begins, ends, breaks off or goes on. */
export interface ExtentSign {
  readonly kind: 'extent';
  readonly id: string;
  readonly name: string;
  readonly witnesses: readonly number[];
}

export type ParallelPart = Agreement | Variation | ParagraphBreak | ExtentSign;

/** A block of the base with what each witness has of it. */
export interface ParallelBlock {
  readonly id: string;
  /** The name of its element: `p`, `head`. */
  readonly name: string;
  readonly parts: readonly ParallelPart[];
}

/** Signs of a witness's extent: whether it has text after them. */
const signs: Readonly<Record<string, boolean>> = { witStart: true, lacunaEnd: true, witEnd: false, lacunaStart: false };

/** Elements that are no part of the running text. */
const leftOut = new Set('note noteGrp fw figDesc certainty respons index del surplus'.split(' '));

/**
 * A text in parallel segmentation, taken apart into blocks and, within them, into what the witnesses share and where
 * they differ (Guidelines, 13.2.3).
 *
 * @param root the TEI document
 */
export function parallelTextOf(root: TeiElement, witnesses: readonly Witness[]): ParallelBlock[] {
  return new ParallelReader(root, witnesses).read();
}

class ParallelReader {
  private readonly numbers: ReadonlyMap<string, number>;
  /** Entries on paragraphs, by the anchor that they point to. */
  private readonly breaks: ReadonlyMap<string, TeiElement>;
  private attested: readonly boolean[];
  private parts: ParallelPart[] = [];

  constructor(
    private readonly root: TeiElement,
    witnesses: readonly Witness[],
  ) {
    this.numbers = new Map(witnesses.map(({ pointer }, number) => [pointer, number]));
    const lists = elementsNamed(root, 'listApp').flatMap((list) => elementsNamed(list, 'app'));
    this.breaks = new Map(lists.map((app) => [(app.attributes['to'] ?? app.attributes['from'] ?? '').slice(1), app]));
    this.attested = this.attestedFirst(witnesses.length);
  }

  read(): ParallelBlock[] {
    const texts = this.root.children.filter((child) => child.kind === 'element' && child.name === 'text');
    const stretches = texts.flatMap((text) => (text.kind === 'element' ? stretchesOf(text) : []));
    return stretches.flatMap(({ block, nodes }) => {
      this.parts = [];
      this.addAll(nodes, '');
      const { parts } = this;
      if (parts.every((part) => part.kind === 'agreement' && part.text.trim() === '')) return [];
      return [{ id: block.attributes['xml:id'] ?? '', name: block.name, parts }];
    });
  }

  /** A witness whose first sign is that it begins, or goes on, has no text before it. */
  private attestedFirst(count: number): boolean[] {
    const first = new Map<number, boolean>();
    for (const app of elementsNamed(this.root, 'app')) {
      for (const { element } of readingsIn(app)) {
        for (const [name, isAfter] of Object.entries(signs)) {
          if (elementsNamed(element, name).length === 0) continue;
          for (const number of this.witnessesOf(element)) if (!first.has(number)) first.set(number, !isAfter);
        }
      }
    }
    return Array.from({ length: count }, (_, number) => first.get(number) ?? true);
  }

  private addAll(nodes: readonly TeiNode[], language: string): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.addText(node.text, language);
      else if (node.kind === 'element') this.addElement(node, language);
    }
  }

  private addElement(element: TeiElement, language: string): void {
    if (leftOut.has(element.name)) return;
    if (element.name === 'app') this.addEntry(element);
    else if (element.name === 'anchor') this.addBreak(element);
    else if (['lb', 'gap', 'choice', 'space'].includes(element.name)) this.addText(readingText(element), language);
    else this.addAll(element.children, element.attributes['xml:lang'] ?? language);
  }

  private addText(text: string, language: string): void {
    const words = text.replace(/\s+/gu, ' ');
    if (words === '') return;
    const last = this.parts.at(-1);
    if (last?.kind === 'agreement' && last.language === language && last.attested === this.attested) {
      this.parts[this.parts.length - 1] = { ...last, text: (last.text + words).replace(/ {2,}/gu, ' ') };
    } else this.parts.push({ kind: 'agreement', text: words, language, attested: this.attested });
  }

  private addEntry(app: TeiElement): void {
    const id = app.attributes['xml:id'] ?? '';
    const [lemma, ...others] = readingsIn(app);
    if (lemma === undefined) return;
    const readings = [lemma, ...others];
    for (const { element } of readings) this.addSigns(element, id);
    if (readings.every(({ text }) => text.trim() === '')) return;
    this.parts.push({
      kind: 'variation',
      id,
      variation: kindOfPlace(lemma, others),
      readings: readings.map(({ element, text }: EntryReading) => ({
        witnesses: this.witnessesOf(element),
        text,
        isMoved: element.attributes['subtype'] === 'transposition' || element.attributes['type'] === 'transposition',
      })),
      attested: this.attested,
    });
  }

  private addSigns(reading: TeiElement, id: string): void {
    for (const [name, isAfter] of Object.entries(signs)) {
      if (elementsNamed(reading, name).length === 0) continue;
      const witnesses = this.witnessesOf(reading);
      this.parts.push({ kind: 'extent', id, name, witnesses });
      this.attested = this.attested.map((was, number) => (witnesses.includes(number) ? isAfter : was));
    }
  }

  private addBreak(anchor: TeiElement): void {
    const id = anchor.attributes['xml:id'] ?? '';
    const app = this.breaks.get(id);
    if (app === undefined) return;
    const opening = readingsIn(app).filter(({ element }) => elementsNamed(element, 'milestone').length > 0);
    this.parts.push({ kind: 'break', id, witnesses: opening.flatMap(({ element }) => this.witnessesOf(element)) });
  }

  private witnessesOf(reading: TeiElement): number[] {
    return pointersIn(reading.attributes['wit']).flatMap((pointer) => this.numbers.get(pointer) ?? []);
  }
}
