import type { Block, BlockDocument } from '../blocks/block.js';
import { fieldLabels } from '../language/fields.js';
import { readAround } from '../source/difference.js';
import { readPassage, type Passage } from '../source/passage.js';
import type { SourceFile } from '../source/source-file.js';
import { beginsAttendees, gluedAttendees } from './attendees.js';
import type { Branch, Division, Leaf } from './division.js';
import type { Evidence, Genre, GenreInput, GenreName } from './genre.js';
import { genres } from './genres/index.js';
import { OWN_TEXT } from './genres/prose.js';
import {
  decideBlocks,
  decideLabels,
  passagesOf,
  type DecidedPart,
  type DecidedSpeaker,
  type StructureDecisions,
} from './decided-parts.js';
import { introductionOf, stretchesOf } from './decided-divisions.js';
import { blockLeaf, branch } from './parts.js';
import { placeParts } from './placement.js';
import { decidedSpeakers, unheededParts, unheededSpeakers } from './unheeded.js';
import { findSpeakerLabels } from './speaker-label.js';
import { stageDirection } from './speeches.js';

export interface StructureOptions {
  /** The genre that the sidecar says; guessed without it. */
  readonly genre?: GenreName;
  /** Labels of speakers that the sidecar lists. */
  readonly participants?: readonly string[];
  /** What an editor decided. */
  readonly decided?: StructureDecisions;
}

/** A note's number and its paragraphs. */
export interface StructuredNote {
  readonly number: string;
  readonly numberSpan: { readonly start: number; readonly end: number };
  readonly paragraphs: readonly Leaf[];
}

/** A document as TEI will divide it. */
export interface StructuredDocument {
  readonly genre: GenreName;
  /** Why it is this genre: what was observed, strongest first; empty where the sidecar said it. */
  readonly evidence: readonly Evidence[];
  /** A `body` with one `div`; one more stands before it where the source prints first where the document is kept. */
  readonly body: Branch;
  readonly notes: readonly StructuredNote[];
  /** Who speaks under a label, by the label's offset, where an editor decided it. */
  readonly speakers: ReadonlyMap<number, DecidedSpeaker>;
  /** Offsets of decisions on parts that TEI has no room for. */
  readonly unheeded: readonly number[];
}

/** Finds the part that each block plays: the genre first, then the genre's own rules. */
export function structureDocument(
  source: SourceFile,
  document: BlockDocument,
  language: string,
  options: StructureOptions = {},
): StructuredDocument {
  const differences = readAround(document.differences, document.apart);
  const passageOf = (block: Block): Passage => readPassage(source.text, block.span, differences);
  const { splits = [], parts = [], speakers = [], divisions = [] } = options.decided ?? {};
  const all = document.body
    .flatMap((block) => divideBlock(source.text, block, passageOf, splits))
    .flatMap((block) => divideLines(block, passageOf));
  const before = all.length > 1 && all[0] !== undefined && isSourceLine(all[0]) ? all.slice(0, 1) : [];
  const own = all.slice(before.length);
  const decided = decideBlocks(source, own, parts);
  const labelled = findSpeakerLabels(own, passageOf, language, options.participants ?? []);
  const labels = decideLabels(source, decided, labelled, speakers);
  const inputOf = (blocks: readonly Block[]): GenreInput => ({
    source,
    document,
    language,
    blocks,
    labels,
    parts: new Map([...decided.said].map(([block, { part }]) => [block, part])),
    passageOf: passagesOf(decided, passageOf),
  });
  const { stretches, unheeded } = stretchesOf(source, decided.blocks, divisions);
  const [first = { blocks: decided.blocks }, ...others] = stretches;
  const { genre, evidence } =
    options.genre === undefined
      ? guessGenre(inputOf(first.blocks.length === 0 ? decided.blocks : first.blocks))
      : { genre: options.genre, evidence: [] };
  const said = new Map(
    [...decided.said].map(([block, each]) => [
      block.span.start,
      { block: decided.real.get(block) ?? block, decided: each },
    ]),
  );
  const heeded = new Set<DecidedPart>();
  const divisionOf = (blocks: readonly Block[], name: GenreName): readonly Division[] => {
    if (blocks.length === 0) return [];
    const { introduction, rest } = introductionOf(name, blocks, decided);
    const children = placeParts(genreNamed(name).structure(inputOf(rest)), said, heeded);
    return ownDivisions(
      introduction.length === 0 ? children : [...introduction, branch('div', children, { type: OWN_TEXT })],
      name,
    );
  };
  const body = branch('body', [
    ...before.map((block) => branch('div', [blockLeaf('p', block)], { type: 'introduction' })),
    ...(first.blocks.length === 0 && others.length === 0
      ? [branch('div', [], { type: genre })]
      : divisionOf(first.blocks, genre)),
    ...others.flatMap((stretch) => divisionOf(stretch.blocks, stretch.genre ?? genre)),
  ]);
  return {
    genre,
    evidence,
    body,
    notes: document.notes.map((note) => ({
      number: note.number,
      numberSpan: note.numberSpan,
      paragraphs: note.paragraphs.map((block) => blockLeaf('p', block)),
    })),
    speakers: decidedSpeakers(body, speakers),
    unheeded: [...unheeded, ...unheededParts(body, parts, heeded), ...unheededSpeakers(body, speakers)],
  };
}

/**
 * The document as one division; where an editor introduces it, the introduction and the document as one each, under
 * the heading that both have.
 */
function ownDivisions(children: readonly Division[], genre: GenreName): readonly Division[] {
  const introduced = children.some((child) => child.attributes?.['type'] === 'introduction');
  if (!introduced) return [branch('div', children, { type: genre })];
  return children.map((child) =>
    child.kind === 'branch' && child.attributes?.['type'] === OWN_TEXT
      ? branch('div', child.children, { type: genre })
      : child,
  );
}

/** "Source: Department of State, Central Files": said before the document, not by it. */
function isSourceLine({ text }: Block): boolean {
  return fieldLabels.some(({ name, pattern }) => name === 'source' && pattern.test(text));
}

function genreNamed(name: GenreName): Genre {
  const found = genres.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No genre is registered under the name "${name}".`);
  return found;
}

function guessGenre(input: GenreInput): { genre: GenreName; evidence: readonly Evidence[] } {
  let best: { genre: GenreName; evidence: readonly Evidence[]; weight: number } = {
    genre: 'prose',
    evidence: [],
    weight: 0,
  };
  for (const genre of genres) {
    const evidence = genre.evidence(input);
    const weight = evidence.reduce((sum, each) => sum + each.weight, 0);
    if (weight > best.weight) best = { genre: genre.name, evidence, weight };
  }
  return { genre: best.genre, evidence: [...best.evidence].sort((a, b) => b.weight - a.weight) };
}

/**
 * Sets lines apart that are stage directions (a hard line end before "(Laughter in the hall)" makes no stanza of it),
 * and, in a list of those present, the line that begins another ("Excused: Countess Thurn").
 */
function divideLines(block: Block, passageOf: (block: Block) => Passage): Block[] {
  if (block.lines.length < 2) return [block];
  const groups: Block['lines'][number][][] = [];
  const directions = new Set<readonly Block['lines'][number][]>();
  const listsPersons = beginsAttendees(block.text);
  for (const line of block.lines) {
    const { text } = passageOf({ ...block, span: line.span });
    const isDirection = stageDirection({ text }) !== undefined;
    const open = groups.at(-1);
    const begins = isDirection || (listsPersons && beginsAttendees(text));
    if (open === undefined || begins || directions.has(open)) groups.push([line]);
    else open.push(line);
    if (isDirection) directions.add(groups.at(-1) ?? []);
  }
  if (groups.length === 1) return [block];
  return groups.map((lines) => {
    const span = { start: lines[0]?.span.start ?? block.span.start, end: lines.at(-1)?.span.end ?? block.span.end };
    return { ...block, span, lines, text: passageOf({ ...block, span }).text.replace(/\s+/gu, ' ') };
  });
}

/** Divides a block where an editor says so, and where a lost line end glued a list of those present to a sentence. */
function divideBlock(
  text: string,
  block: Block,
  passageOf: (block: Block) => Passage,
  splits: readonly number[],
): Block[] {
  const said = splits.find((offset) => offset > block.span.start && offset < block.span.end);
  const glued = block.lines.length === 1 ? gluedAttendees(passageOf(block)) : undefined;
  const at = said ?? glued;
  if (at === undefined) return [block];
  const part = (start: number, end: number): Block => {
    const span = { start, end };
    return {
      ...block,
      span,
      lines: [{ span, printed: 1, indent: 0 }],
      text: passageOf({ ...block, span }).text.trim(),
    };
  };
  // The blanks before the place belong to neither paragraph.
  const { length } = text.slice(block.span.start, at).trimEnd();
  return [
    part(block.span.start, block.span.start + length),
    ...divideBlock(text, part(at, block.span.end), passageOf, splits),
  ];
}
