import type { Block, BlockDocument } from '../blocks/block.js';
import { fieldLabels } from '../language/fields.js';
import { readAround } from '../source/difference.js';
import { readPassage, type Passage } from '../source/passage.js';
import type { SourceFile } from '../source/source-file.js';
import { gluedAttendees } from './attendees.js';
import type { Branch, Division, Leaf } from './division.js';
import type { Evidence, GenreInput, GenreName } from './genre.js';
import { genres } from './genres/index.js';
import { OWN_TEXT } from './genres/prose.js';
import { blockLeaf, branch } from './parts.js';
import { findSpeakerLabels } from './speaker-label.js';
import { stageDirection } from './speeches.js';

export interface StructureOptions {
  /** The genre that the sidecar says; guessed without it. */
  readonly genre?: GenreName;
  /** Labels of speakers that the sidecar lists. */
  readonly participants?: readonly string[];
  /** Offsets where an editor divides a block. */
  readonly splits?: readonly number[];
  /** What an editor says that the block at an offset is. */
  readonly parts?: readonly { readonly offset: number; readonly part: string }[];
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
  const all = document.body
    .flatMap((block) => divideBlock(block, passageOf, options.splits ?? []))
    .flatMap((block) => divideLines(block, passageOf));
  const before = all.length > 1 && all[0] !== undefined && isSourceLine(all[0]) ? all.slice(0, 1) : [];
  const blocks = all.slice(before.length);
  const participants = options.participants ?? [];
  const input: GenreInput = {
    source,
    document,
    language,
    blocks,
    labels: findSpeakerLabels(blocks, passageOf, language, participants),
    parts: partsSaid(blocks, options),
    passageOf,
  };
  const { genre, evidence } = options.genre === undefined ? guessGenre(input) : { genre: options.genre, evidence: [] };
  const chosen = genres.find((each) => each.name === genre);
  if (chosen === undefined) throw new Error(`No genre is registered under the name "${genre}".`);
  const children: readonly Division[] = blocks.length === 0 ? [] : chosen.structure(input);
  return {
    genre,
    evidence,
    body: branch('body', [
      ...before.map((block) => branch('div', [blockLeaf('p', block)], { type: 'introduction' })),
      ...ownDivisions(children, genre),
    ]),
    notes: document.notes.map((note) => ({
      number: note.number,
      numberSpan: note.numberSpan,
      paragraphs: note.paragraphs.map((block) => blockLeaf('p', block)),
    })),
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

/** Sets lines apart that are stage directions: a hard line end before "(Laughter in the hall)" makes no stanza of it. */
function divideLines(block: Block, passageOf: (block: Block) => Passage): Block[] {
  if (block.lines.length < 2) return [block];
  const groups: Block['lines'][number][][] = [];
  const directions = new Set<readonly Block['lines'][number][]>();
  for (const line of block.lines) {
    const isDirection = stageDirection({ text: passageOf({ ...block, span: line.span }).text }) !== undefined;
    const open = groups.at(-1);
    if (open === undefined || isDirection || directions.has(open)) groups.push([line]);
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
function divideBlock(block: Block, passageOf: (block: Block) => Passage, splits: readonly number[]): Block[] {
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
  const first = part(block.span.start, at);
  const trimmed =
    first.text.length < at - block.span.start
      ? { ...first, span: { start: block.span.start, end: block.span.start + passageOf(first).text.trimEnd().length } }
      : first;
  return [trimmed, ...divideBlock(part(at, block.span.end), passageOf, splits)];
}

function partsSaid(blocks: readonly Block[], options: StructureOptions): ReadonlyMap<Block, string> {
  const said = new Map<Block, string>();
  for (const { offset, part } of options.parts ?? []) {
    const block = blocks.find((each) => offset >= each.span.start && offset < each.span.end);
    if (block !== undefined) said.set(block, part);
  }
  return said;
}
