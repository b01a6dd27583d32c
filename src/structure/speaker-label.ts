import type { Block } from '../blocks/block.js';
import { honorificPattern } from '../language/honorifics.js';
import { attendeesLabel, collectiveVoice, meetingFormula } from '../language/sections.js';
import { stageType } from '../language/stage-words.js';
import type { Passage } from '../source/passage.js';
import type { Span } from '../source/span.js';
import { isAttendee, isDateline, withoutMarkers } from './line-kinds.js';

/** How a label is printed: with a title; in capitals; alone in parentheses; in brackets; a plain name with a colon. */
export type LabelShape = 'titled' | 'capitals' | 'parenthesis' | 'bracket' | 'colon';

/** A speaker's label at the beginning of a block. */
export interface SpeakerLabel {
  readonly shape: LabelShape;
  /** The label with its punctuation, as printed. */
  readonly span: Span;
  /** The words of the label, without punctuation and brackets. */
  readonly words: string;
  /** VOICES, STIMMEN: no single person. */
  readonly collective: boolean;
  /** Offset in the source where the remark itself begins; the block's end where the label stands alone. */
  readonly remark: number;
}

interface Candidate extends SpeakerLabel {
  /** Certain by its form alone; the others need the company of the document's other labels. */
  readonly certain: boolean;
  /** It might be a place and a date ("Wien: 3. Mai 1912"): a speaker only where the name is known for one. */
  readonly dated: boolean;
}

const NAME = /(?:\p{Lu}\.[\s]?)*\p{Lu}[\p{L}'’]*\.?(?:\s+(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}'’]*\.?){0,3}/uy;
const HYPHENATED = /-\p{Lu}\p{Ll}+/uy;
const ALSO = /,\s*|,?\s+(?:and|und|et|и|és)\s+/uy;
const LABEL_END = /\s?:\s*(?=\S)|\s?[–—]\s*(?=\S)|-(?=\S)|\s-\s(?=\S)/uy;
const COLON_LABEL =
  /^((?:(?:The|Der|Die|Le|La|L['’])\s?)?\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|of|the|von|van|de|der|für|and|und|et|elvtárs|elvtársnő|úr|asszony)){0,5}(?:\s\([^()]{1,60}\))?)\s?:\s+(?=\S)/u;
const CAPITALS_LABEL =
  /^((?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Gen|Hr|Herr|Frau|Abg|Mme|Mlle|MM|Тов|Г-н)\.?\s)?(?:\p{Lu}{1,4}\.\s?){0,3}\p{Lu}[\p{Lu}'’-]+(?:\s+(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{Lu}'’-]*){0,6}(?:\s\([^()]{1,60}\))?)\s?[.:]\s*[-–—]?\s*(?=\S)/u;

/**
 * Finds the labels of speakers in a document's blocks. A form that could be something else counts only in company:
 * a plain word with a colon is a speaker where it recurs, a name before a hyphen where the name stands elsewhere too.
 *
 * @returns the label of each block that begins with one
 */
export function findSpeakerLabels(
  blocks: readonly Block[],
  passageOf: (block: Block) => Passage,
  language: string,
  participants: readonly string[],
): Map<Block, SpeakerLabel> {
  const title = new RegExp(honorificPattern(language), 'iuy');
  const named = namesElsewhere(blocks);
  const candidates = new Map<Block, Candidate>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.lines.length > 2) continue;
    const candidate = labelAt(passageOf(block), { title, named, participants });
    if (candidate === undefined) continue;
    if (meetingFormula.test(block.text) && !participants.includes(candidate.words)) continue;
    candidates.set(block, candidate);
  }
  const counts = new Map<string, number>();
  const shapes = new Map<LabelShape, number>();
  const recurring = new Set<LabelShape>();
  for (const candidate of candidates.values()) {
    if (candidate.dated) continue;
    counts.set(candidate.words, (counts.get(candidate.words) ?? 0) + 1);
    shapes.set(candidate.shape, (shapes.get(candidate.shape) ?? 0) + 1);
    if ((counts.get(candidate.words) ?? 0) > 1) recurring.add(candidate.shape);
  }
  const present = namesOfThosePresent(blocks);
  const isLabel = (candidate: Candidate): boolean => {
    const count = counts.get(candidate.words) ?? 0;
    const known = named.has(lastName(candidate.words)) || participants.includes(candidate.words);
    const company = shapes.get(candidate.shape) ?? 0;
    return (
      candidate.certain ||
      candidate.collective ||
      present.has(lastName(candidate.words)) ||
      isSpeaker(candidate.shape, { count, known, company, recurs: recurring.has(candidate.shape) })
    );
  };
  const plain = [...candidates.values()].filter((candidate) => !candidate.dated && isLabel(candidate));
  const speakers = new Set([...plain.map(({ words }) => words), ...participants]);
  return new Map(
    [...candidates].filter(([, candidate]) =>
      candidate.dated ? speakers.has(candidate.words) || present.has(lastName(candidate.words)) : isLabel(candidate),
    ),
  );
}

function isSpeaker(
  shape: LabelShape,
  evidence: { count: number; known: boolean; company: number; recurs: boolean },
): boolean {
  switch (shape) {
    case 'titled':
      return evidence.known || evidence.count >= 2 || evidence.company >= 3;
    case 'capitals':
      // Where speakers are printed so, one who speaks once is printed like those who speak again.
      return evidence.count >= 2 || (evidence.company >= 3 && (evidence.known || evidence.recurs));
    case 'parenthesis':
    case 'bracket':
      return evidence.known;
    case 'colon':
      return evidence.count >= 2 || (evidence.company >= 4 && evidence.known);
  }
}

/**
 * A title, a name, and where several speak, more names with or without titles: `Cde. Bulganin-`, `Cde. Kaganovich,
 * Cde. Molotov, Cde. Zhukov:`. A hyphen ends the name if the name stands elsewhere without it ("Bulganin-The Chinese"),
 * and belongs to it otherwise ("Gheorghiu-Dej").
 */
function titledLabel(
  text: string,
  title: RegExp,
  named: ReadonlySet<string>,
): { words: string; length: number } | undefined {
  const at = (pattern: RegExp, position: number): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  const opening = at(title, 0);
  if (opening === undefined) return undefined;
  let position = opening.length;
  for (;;) {
    const name = at(NAME, position);
    if (name === undefined) return undefined;
    position += name.length;
    const hyphenated = at(HYPHENATED, position);
    if (hyphenated !== undefined && !named.has(lastName(name))) position += hyphenated.length;
    const also = at(ALSO, position);
    if (also === undefined) break;
    position += also.length;
    position += at(title, position)?.length ?? 0;
  }
  const end = at(LABEL_END, position);
  return end === undefined ? undefined : { words: text.slice(0, position), length: position + end.length };
}

interface LabelKnowledge {
  /** A title, matched at a position without regard to case. */
  readonly title: RegExp;
  /** Names that the document has elsewhere, in lower case. */
  readonly named: ReadonlySet<string>;
  /** Labels that the sidecar lists. */
  readonly participants: readonly string[];
}

function labelAt(passage: Passage, { title, named, participants }: LabelKnowledge): Candidate | undefined {
  const text = passage.text.slice(0, 300);
  const dated = text.length < 60 && isDateline(text);
  const make = (shape: LabelShape, words: string, length: number, certain: boolean): Candidate => ({
    shape,
    words: words.replace(/[.:\s]+$/u, '').trim(),
    span: passage.spanOf(0, Math.max(1, text.slice(0, length).trimEnd().length)),
    collective: collectiveVoice.test(words.replace(/[.:\s]+$/u, '')),
    remark: length >= passage.text.length ? passage.span.end : passage.spanOf(length, length + 1).start,
    certain,
    dated,
  });

  const alone = /^[([]([^()[\]]{2,60})[)\]][.:]?\s*$/u.exec(withoutMarkers(passage.text));
  if (alone?.[1] !== undefined && passage.text.length < 90) {
    const inner = alone[1];
    if (!isOneName(inner) || stageType(inner, false) !== undefined) return undefined;
    return make('parenthesis', inner, passage.text.length, false);
  }
  const bracketed = /^\[([^[\]]{2,60})\][.:]?\s+(?=\S)/u.exec(text);
  if (bracketed?.[1] !== undefined && isOneName(bracketed[1]))
    return make('bracket', bracketed[1], bracketed[0].length, false);

  // A line in capitals throughout is a heading ("SPEECH OF COM. N. S. KHRUSHCHEV"), and so is a numbered one.
  const capitals = CAPITALS_LABEL.exec(text);
  const speaks = capitals !== null && /\p{Ll}/u.test(text.slice(capitals[0].length));
  if (speaks && capitals[1] !== undefined && capitals[1].replace(/[^\p{L}]/gu, '').length >= 3) {
    return make('capitals', capitals[1], capitals[0].length, false);
  }
  const withTitle = titledLabel(text, title, named);
  if (withTitle !== undefined) {
    // A dash before a small letter ends the label for certain: names are not written so.
    const certain = /-$/u.test(text.slice(0, withTitle.length)) && /^\p{Ll}/u.test(text.slice(withTitle.length));
    return make('titled', withTitle.words, withTitle.length, certain);
  }
  const colon = COLON_LABEL.exec(text);
  if (colon?.[1] !== undefined && /\p{Ll}/u.test(text.slice(colon[0].length)) && !/\s[IVXL]+$/u.test(colon[1])) {
    const certain = participants.includes(colon[1]) || collectiveVoice.test(colon[1]);
    return make('colon', colon[1], colon[0].length, certain);
  }
  return undefined;
}

function isOneName(words: string): boolean {
  return (
    !/[,;:]|\s(?:and|und|et|и|és)\s/u.test(words) &&
    /^(?:\p{Lu}[\p{L}'’.-]*)(?:\s+\p{Lu}[\p{L}'’.-]*){0,4}$/u.test(words)
  );
}

function lastName(words: string): string {
  return /(\p{L}[\p{L}'’-]*)\.?$/u.exec(words)?.[1]?.toLowerCase() ?? '';
}

/** The words with capitals in the lists of those present: whoever is listed there and stands before a colon, speaks. */
function namesOfThosePresent(blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>();
  let isList = false;
  for (const { text } of blocks) {
    const label = presence.exec(text)?.[0];
    isList = label !== undefined || (isList && isAttendee(text, 'en'));
    if (!isList) continue;
    for (const match of text.slice(label?.length ?? 0).matchAll(/(?<![\p{L}])\p{Lu}[\p{L}'’-]+/gu))
      names.add(lastName(match[0]));
  }
  return names;
}

const presence = new RegExp(`^(?:${attendeesLabel.source})\\s?(?::|$)`, 'iu');

/** The capitalised words of the document that stand anywhere but at the beginning of a block before a hyphen. */
function namesElsewhere(blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of blocks) {
    for (const match of block.text.matchAll(/(?<![\p{L}])\p{Lu}[\p{L}'’]+(?:-\p{Lu}\p{Ll}+)*(?![\p{L}-])/gu)) {
      if (match.index > 0 || isAttendee(block.text, 'en')) names.add(match[0].toLowerCase());
    }
  }
  return names;
}
