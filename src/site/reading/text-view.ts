import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MentionCollector, type Mention, type MentionKind } from './mention.js';
import { collapse } from './xml-view.js';

/** A division with a heading, for the table of contents. */
export interface Section {
  readonly id: string;
  readonly label: string;
  /** 1 for the outermost divisions. */
  readonly depth: number;
}

/** What the site has to know of a document's text. */
export interface TextView {
  readonly mentions: readonly Mention[];
  readonly sections: readonly Section[];
  /** Words of the reading text, notes apart. */
  readonly words: number;
  readonly notes: number;
  readonly dates: number;
  /** Names of all elements of the text: which editorial signs need explaining. */
  readonly elements: ReadonlySet<string>;
  /** `@type` of the text or of its first division. */
  readonly type: string;
}

/** Elements whose text a reader takes as one stretch; a note's text is never part of the stretch around it. */
const BLOCKS: ReadonlySet<string> = new Set(
  `p ab head note speaker stage item label l u salute signed opener closer dateline byline trailer postscript
   cell titlePart argument epigraph address addrLine figDesc`.split(/\s+/),
);

const MENTIONS: Readonly<Record<string, MentionKind>> = {
  persName: 'person',
  placeName: 'place',
  settlement: 'place',
  country: 'place',
  region: 'place',
  geogName: 'place',
  orgName: 'organisation',
};

/** `rs/@type` as the Guidelines use it (13.2.1). */
const REFERRING: Readonly<Record<string, MentionKind>> = {
  person: 'person',
  place: 'place',
  org: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
};

/** In a `choice`, the halves that the reading text does not show. */
const UNSHOWN: ReadonlySet<string> = new Set(['sic', 'orig', 'expan']);

interface Frame {
  readonly name: string;
  readonly id: string | undefined;
  readonly isBlock: boolean;
  readonly closesMention: boolean;
  readonly isUnshown: boolean;
  readonly isDivision: boolean;
  /** Who speaks, for an `sp` (`@who`). */
  readonly speakers: readonly string[];
}

/**
 * Reads the text of a TEI file in one pass: the mentions of its names with the words around them, its divisions,
 * its length. Linear in the file.
 *
 * @param language of the words to count (BCP 47); it decides where words end in scripts without blanks.
 */
export function readText(xml: string, language: string): TextView {
  const frames: Frame[] = [];
  const elements = new Set<string>();
  const sections: Section[] = [];
  const collector = new MentionCollector();
  const counter = new WordCounter(language);
  let textDepth = 0;
  let unshown = 0;
  let notes = 0;
  let dates = 0;
  let type = '';

  /** The ids around the place that is being read, the nearest first. */
  const idsHere = (): string[] => frames.flatMap(({ id }) => (id === undefined ? [] : [id])).reverse();

  /** Who speaks, while a speaker's label is being read. */
  const speakersHere = (): readonly string[] =>
    frames.some((frame) => frame.name === 'speaker')
      ? (frames.findLast((frame) => frame.name === 'sp')?.speakers ?? [])
      : [];

  /** A label without a name in it (VOICES) is itself the name of those who speak. */
  const nameSpeaker = (label: Frame): void => {
    const references = frames.at(-1)?.speakers ?? [];
    if (references.length === 0 || collector.hasMentionInBlock()) return;
    collector.mentionBlock({
      kind: 'person',
      references,
      anchors: [...(label.id === undefined ? [] : [label.id]), ...idsHere()],
      certainty: '',
    });
  };

  const open = (tag: SaxesTagPlain): void => {
    const name = localName(tag.name);
    const attributes = tag.attributes;
    if (name === 'text') textDepth++;
    const isInText = textDepth > 0;
    const isUnshown = isInText && UNSHOWN.has(name) && frames.at(-1)?.name === 'choice';
    const kind = isInText ? (name === 'rs' ? REFERRING[attributes['type'] ?? ''] : MENTIONS[name]) : undefined;
    const isBlock = isInText && (BLOCKS.has(name) || name === 'text');
    frames.push({
      name,
      id: attributes['xml:id'],
      isBlock,
      closesMention: kind !== undefined,
      isUnshown,
      isDivision: isInText && /^div[1-7]?$/.test(name),
      speakers: name === 'sp' ? fragmentsOf(attributes['who'] ?? '') : [],
    });
    if (isUnshown) unshown++;
    if (!isInText) return;
    elements.add(name);
    if (type === '' && (name === 'text' || name === 'div')) type = attributes['type'] ?? '';
    if (name === 'note') notes++;
    if (name === 'date') dates++;
    if (name === 'note') counter.pause();
    if (isBlock) collector.openBlock();
    if (kind !== undefined) {
      const own = referencesOf(attributes);
      const references = own.length === 0 && kind === 'person' ? speakersHere() : own;
      collector.openMention({ kind, references, anchors: idsHere(), certainty: attributes['cert'] ?? '' });
    }
    if (isBlock || name === 'lb' || name === 'pb') counter.separate();
  };

  const close = (): void => {
    const frame = frames.pop();
    if (frame === undefined) return;
    if (frame.isUnshown) unshown--;
    if (frame.closesMention) collector.closeMention();
    if (frame.name === 'speaker') nameSpeaker(frame);
    if (frame.isBlock) {
      const blockText = collector.closeBlock();
      counter.separate();
      const division = frames.at(-1);
      if (frame.name === 'head' && division?.isDivision === true && division.id !== undefined) {
        addSection(sections, { id: division.id, label: blockText, depth: frames.filter((f) => f.isDivision).length });
      }
    }
    if (frame.name === 'note' && textDepth > 0) counter.resume();
    if (frame.name === 'text') textDepth--;
  };

  const take = (text: string): void => {
    if (textDepth === 0 || unshown > 0) return;
    collector.addText(text);
    counter.add(text);
  };

  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', open);
  parser.on('closetag', close);
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(xml).close();
  return { mentions: collector.mentions, sections, words: counter.total(), notes, dates, elements, type };
}

/** A second heading of one division (a title over two lines) adds to the first. */
function addSection(sections: Section[], section: Section): void {
  const last = sections.at(-1);
  if (last?.id === section.id) sections[sections.length - 1] = { ...last, label: `${last.label} ${section.label}` };
  else if (section.label !== '') sections.push(section);
}

/** What a name refers to: the fragments of `@ref`, and `@key`, which older files have (TEI att.canonical). */
function referencesOf(attributes: Readonly<Record<string, string>>): string[] {
  return fragmentsOf(`${attributes['ref'] ?? ''} ${attributes['key'] ?? ''}`);
}

/** The ids in an attribute with one or more pointers: `#a register/persons.xml#b` gives `a` and `b`. */
function fragmentsOf(pointers: string): string[] {
  const tokens = pointers.split(/\s+/).filter((token) => token !== '');
  return tokens.map((token) => token.slice(token.indexOf('#') + 1));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Counts words as Unicode divides them (UAX 29), so that every script is counted by its own rules. */
class WordCounter {
  readonly #segmenter: Intl.Segmenter;
  #pieces: string[] = [];
  #paused = 0;
  #words = 0;

  constructor(language: string) {
    this.#segmenter = new Intl.Segmenter(segmenterLanguage(language), { granularity: 'word' });
  }

  add(text: string): void {
    if (this.#paused === 0) this.#pieces.push(text);
  }

  /** Blocks end words; the pieces so far are counted, so that no text is held for long. */
  separate(): void {
    if (this.#paused > 0) return;
    for (const { isWordLike } of this.#segmenter.segment(collapse(this.#pieces.join('')))) {
      if (isWordLike === true) this.#words++;
    }
    this.#pieces = [];
  }

  /** A note interrupts the text but no word of it. */
  pause(): void {
    this.#paused++;
  }

  resume(): void {
    this.#paused--;
  }

  total(): number {
    this.separate();
    return this.#words;
  }
}

function segmenterLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
