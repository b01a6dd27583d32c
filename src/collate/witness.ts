import { element, type TeiElement } from '../tei/node.js';
import { readingText, type Reading } from './reading-text.js';
import { blockPartsOf, type BlockPart, type TextRun } from './text-blocks.js';
import { tokenize, type Token } from './token.js';

/** A text to collate, as it was read. */
export interface WitnessSource {
  /** What the apparatus calls it: a letter or a short word. */
  readonly siglum: string;
  /** Its title, or the name of its file. */
  readonly title: string;
  /** Where the TEI of the collation will find it: a relative address. */
  readonly href: string;
  /** The TEI document; undefined for a plain text. */
  readonly root?: TeiElement;
  /** Its texts; {@link textOfPlain} makes one of a plain text. */
  readonly texts: readonly TeiElement[];
}

/** A witness, ready to be aligned. */
export interface Witness extends WitnessSource {
  readonly parts: readonly BlockPart[];
  readonly runs: readonly TextRun[];
  readonly tokens: readonly Token[];
}

/** Takes a witness apart into blocks and tokens. Blocks are numbered through all its texts. */
export function prepareWitness(source: WitnessSource, reading: Reading): Witness {
  const whole = element(
    'group',
    {},
    source.texts.map((text) => readingText(text, reading)),
  );
  const { root, runs } = blockPartsOf(whole);
  const parts = root.kind === 'block' ? root.parts : [];
  return { ...source, parts, runs, tokens: runs.flatMap((run) => tokenize(run.text, run.number)) };
}

/** A plain text as TEI: paragraphs are divided by empty lines. */
export function textOfPlain(text: string): TeiElement {
  const paragraphs = text.split(/\n[^\S\n]*\n/u).filter((paragraph) => paragraph.trim() !== '');
  const blocks = paragraphs.map((paragraph) => element('p', {}, [paragraph.trim()]));
  return element('text', {}, [element('body', {}, blocks)]);
}
