import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { dateOf } from './date-view.js';
import type { DateMention, DateStart, Mention, MentionKind, MentionStart } from './mention.js';
import { isEntry, pointersOf, tokens } from './naming.js';
import { ReferenceReader, type KnownReferences } from './references.js';
import { PhraseCollector } from './phrase.js';
import { Surroundings } from './surroundings.js';
import { isUnspoken, SpeechCounter, type Speech } from './speech.js';
import { WordCounter } from './word-counter.js';

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
  /** The dates that have a value. */
  readonly dated: readonly DateMention[];
  readonly speeches: readonly Speech[];
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
   cell titlePart argument epigraph address addrLine figDesc u`.split(/\s+/),
);

/** Elements for what one speaker says at a stretch (TEI Guidelines, 7.2.2 and 8.3.1). */
const SPEECHES: ReadonlySet<string> = new Set(['sp', 'u']);

/** In a `choice`, the halves that the reading text does not show. */
const UNSHOWN: ReadonlySet<string> = new Set(['sic', 'orig', 'expan']);

interface Frame {
  readonly name: string;
  readonly id: string | undefined;
  readonly isBlock: boolean;
  readonly closesPhrase: boolean;
  readonly isUnshown: boolean;
  readonly isDivision: boolean;
  /** In an entry of a register: names in it mention nobody. */
  readonly isEntry: boolean;
  /** What it names, for a name. */
  readonly kind: MentionKind | undefined;
  /** Who speaks, for a speech (`@who`). */
  readonly speakers: readonly string[];
}

/**
 * Reads the text of a TEI file in one pass: the mentions of its names with the words around them, its divisions,
 * its length. Linear in the file.
 *
 * @param language of the words to count (BCP 47); it decides where words end in scripts without blanks.
 * @param known whom pointers mean, as the file writes them; a pointer that is not there means the entry with its id.
 */
export function readText(xml: string, language: string, known?: KnownReferences): TextView {
  const references = new ReferenceReader(known);
  const frames: Frame[] = [];
  const elements = new Set<string>();
  const sections: Section[] = [];
  const collector = new PhraseCollector<MentionStart | DateStart>();
  const counter = new WordCounter(language);
  const speeches = new SpeechCounter();
  const surroundings = new Surroundings();
  let textDepth = 0;
  let unshown = 0;
  let notes = 0;
  let dates = 0;
  let type = '';

  /** The ids around the place that is being read, the nearest first. */
  const idsHere = (): string[] => frames.flatMap(({ id }) => (id === undefined ? [] : [id])).reverse();

  /** Who speaks the words that are being read. */
  const speakersHere = (): readonly string[] => frames.findLast((frame) => SPEECHES.has(frame.name))?.speakers ?? [];

  /** A label without a name in it (VOICES) is itself the name of those who speak. */
  const nameSpeaker = (label: Frame): void => {
    const references = frames.at(-1)?.speakers ?? [];
    if (references.length === 0 || collector.hasInBlock(({ kind }) => kind === 'person')) return;
    collector.takeBlock({
      kind: 'person',
      references,
      anchors: [...(label.id === undefined ? [] : [label.id]), ...idsHere()],
      certainty: '',
      speakers: references,
    });
  };

  const open = (tag: SaxesTagPlain): void => {
    const name = localName(tag.name);
    const attributes = tag.attributes;
    if (name === 'text') textDepth++;
    const isInText = textDepth > 0;
    const isUnshown = isInText && UNSHOWN.has(name) && frames.at(-1)?.name === 'choice';
    const around = frames.at(-1);
    const isInEntry = around?.isEntry === true || (isInText && isEntry(name));
    const named = isInText && !isInEntry ? references.named(name, attributes) : undefined;
    // The settlement within the name of a place is a part of this name, unless it refers to something itself.
    const kind = named?.kind === around?.kind && pointersOf(attributes).length === 0 ? undefined : named?.kind;
    const date = isInText && name === 'date' ? datingOf(attributes) : undefined;
    const isBlock = isInText && (BLOCKS.has(name) || name === 'text');
    frames.push({
      name,
      id: attributes['xml:id'],
      isBlock,
      closesPhrase: kind !== undefined || date !== undefined,
      isUnshown,
      isDivision: isInText && /^div[1-7]?$/.test(name),
      isEntry: isInEntry,
      kind,
      speakers: SPEECHES.has(name) ? references.idsOf(tokens(attributes['who'])) : [],
    });
    if (isUnshown) unshown++;
    if (!isInText) return;
    elements.add(name);
    if (type === '' && (name === 'text' || name === 'div')) type = kindOfText(attributes['type']);
    if (name === 'note') notes++;
    if (name === 'date') dates++;
    if (name === 'note') counter.pause();
    if (isBlock) collector.openBlock(name === 'note');
    if (name === 'list') surroundings.openList();
    if (kind !== undefined) {
      const own = named?.ids ?? [];
      const speakers = speakersHere();
      const isSpeaker = own.length === 0 && kind === 'person' && frames.some((frame) => frame.name === 'speaker');
      collector.openPhrase({
        kind,
        references: isSpeaker ? speakers : own,
        anchors: idsHere(),
        certainty: attributes['cert'] ?? '',
        speakers,
      });
    }
    if (date !== undefined) collector.openPhrase({ ...date, anchors: idsHere() });
    if (isBlock || name === 'lb' || name === 'pb') counter.separate();
    if (SPEECHES.has(name)) speeches.open(frames.at(-1)?.speakers ?? [], counter.total());
    if (isUnspoken(name)) speeches.pause(counter.total());
  };

  const close = (): void => {
    const frame = frames.pop();
    if (frame === undefined) return;
    if (frame.isUnshown) unshown--;
    if (frame.closesPhrase) collector.closePhrase();
    if (frame.name === 'speaker') nameSpeaker(frame);
    if (frame.isBlock) {
      const blockText = collector.closeBlock(surroundings.of(frame.name));
      counter.separate();
      const division = frames.at(-1);
      surroundings.ended(frame.name, division?.name ?? '', blockText);
      if (frame.name === 'speaker') speeches.name(blockText);
      if (frame.name === 'head' && division?.isDivision === true && division.id !== undefined) {
        addSection(sections, { id: division.id, label: blockText, depth: frames.filter((f) => f.isDivision).length });
      }
    }
    if (textDepth > 0) {
      if (frame.name === 'list') surroundings.closeList();
      if (frame.name === 'list' || SPEECHES.has(frame.name)) collector.endStretch();
      if (isUnspoken(frame.name)) speeches.resume(counter.total());
      if (SPEECHES.has(frame.name)) speeches.close(counter.total());
      if (frame.name === 'note') counter.resume();
    }
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
  const { phrases } = collector;
  const mentions = phrases.filter((phrase) => phrase.kind !== 'date');
  const dated = phrases.filter((phrase) => phrase.kind === 'date');
  return {
    mentions,
    dated,
    speeches: speeches.speeches,
    sections,
    words: counter.total(),
    notes,
    dates,
    elements,
    type,
  };
}

/** Values of `@type` that say which part of a text stands here, and not which kind of text it is. */
const PARTS: ReadonlySet<string> = new Set(
  `act scene book chapter section subsection part textpart page front back body text div title_page titlepage
   edition transcription translation original commentary apparatus bibliography contents references index notes
   dramatis_personae debatesection segment entry address main header`.split(/\s+/),
);

/** The kind of text that `@type` names; empty where it names a part of one. */
function kindOfText(type = ''): string {
  return PARTS.has(type.trim().toLowerCase()) ? '' : type.trim();
}

/** What a `date` says in its attributes; nothing without a value. */
function datingOf(attributes: Readonly<Record<string, string>>): Omit<DateStart, 'anchors'> | undefined {
  const value = dateOf({ name: 'date', attributes: new Map(Object.entries(attributes)), children: [] });
  if (value.start === '' && value.end === '') return undefined;
  return { kind: 'date', value, calendar: attributes['calendar'] ?? '' };
}

/** A second heading of one division (a title over two lines) adds to the first. */
function addSection(sections: Section[], section: Section): void {
  const last = sections.at(-1);
  if (last?.id === section.id) sections[sections.length - 1] = { ...last, label: `${last.label} ${section.label}` };
  else if (section.label !== '') sections.push(section);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
