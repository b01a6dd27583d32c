import { detectLanguage } from '../language/detect.js';
import type { Difference } from '../source/difference.js';
import type { SourceFile } from '../source/source-file.js';
import { readLine, type Block, type BlockDocument, type NoteBody } from './block.js';
import { separateFields } from './fields.js';
import { readChunks, type Chunk } from './lines.js';
import { headingMark, isRule, readMarkup, type Mark } from './markup.js';
import { separateNotes } from './note-bodies.js';
import { readsOn } from './page-breaks.js';
import { unwrap, vocabularyOf, wrapWidth, type LogicalLine } from './wrapping.js';

export interface BlockOptions {
  /** BCP 47 tag; guessed from the text where it is not given. */
  readonly language?: string;
  /** Offsets where an editor joins what a blank line divides, and where one keeps apart what would be joined. */
  readonly joins?: readonly number[];
  readonly splits?: readonly number[];
}

/** A line longer than this is a paragraph of its own, not a line of an address or a stanza. */
const LONGEST_SHORT_LINE = 100;

/**
 * Divides a source into blocks. Three questions, in this order, since each needs the answer before it: which printed
 * lines are one line (wrapping), which blocks are no part of the document's own text (fields, notes), which blocks
 * are halves of one paragraph (page breaks).
 */
export function readBlocks(source: SourceFile, options: BlockOptions = {}): BlockDocument & { readonly language: string } {
  const { text } = source;
  const language = options.language ?? detectLanguage(text);
  const chunks = readChunks(text);
  const width = wrapWidth(text, chunks);
  const vocabulary = vocabularyOf(text, chunks);

  const differences: Difference[] = [];
  const marks: Mark[] = [];
  const drafts: { lines: LogicalLine[]; level: number | undefined; rule: boolean }[] = [];
  for (const chunk of chunks) {
    const unwrapped = unwrap(text, chunk, width, vocabulary);
    const markup = readMarkup(text, chunkSpan(chunk));
    const joins = unwrapped.differences.filter((join) => !markup.differences.some((mark) => mark.span.end > join.span.start && mark.span.start < join.span.end));
    differences.push(...joins, ...markup.differences);
    marks.push(...markup.marks);
    for (const lines of groupLines(unwrapped.lines)) {
      const first = lines[0];
      if (first === undefined) continue;
      const heading = headingMark(text, first.span);
      if (heading !== undefined) differences.push({ span: heading.mark, replacement: '', kind: 'markup' });
      drafts.push({ lines, level: heading?.level, rule: lines.length === 1 && isRule(text, first.span) });
    }
  }
  differences.sort((a, b) => a.span.start - b.span.start);

  const blocks = drafts.map((draft) => makeBlock(source, draft, marks, differences));
  const notesFound = separateNotes(text, blocks);
  const fieldsFound = separateFields(source, notesFound.rest);
  for (const rule of notesFound.rules) differences.push({ span: rule.span, replacement: '', kind: 'markup' });
  for (const note of notesFound.notes) differences.push({ span: note.numberSpan, replacement: '', kind: 'note-number' });
  const moved = [
    ...fieldsFound.fields.map((field) => field.span),
    ...fieldsFound.catalogue.map((block) => block.span),
    ...(notesFound.heading === undefined ? [] : [notesFound.heading.span]),
  ];

  const pageBreaks: number[] = [];
  const seams = { language, options, pageBreaks, differences, source };
  const body = joinPages(fieldsFound.rest, seams);
  const notes = notesFound.notes.map((note): NoteBody => ({ ...note, paragraphs: joinPages(note.paragraphs, seams) }));

  // Inside text that moves to the header the smaller differences have no meaning of their own for the body.
  const isMoved = (difference: Difference): boolean =>
    moved.some((span) => span.start <= difference.span.start && difference.span.end <= span.end);
  const kept = differences.filter((difference) => !isMoved(difference));
  const fieldDifferences = differences.filter(isMoved).sort((a, b) => a.span.start - b.span.start);
  const all = [...kept, ...moved.map((span): Difference => ({ span, replacement: '', kind: 'moved-to-header' }))];
  all.sort((a, b) => a.span.start - b.span.start);

  return {
    language,
    body,
    catalogue: fieldsFound.catalogue,
    fields: fieldsFound.fields,
    ...(notesFound.heading === undefined ? {} : { notesHeading: notesFound.heading }),
    notes,
    marks,
    pageBreaks,
    differences: all,
    fieldDifferences,
  };
}

function chunkSpan(chunk: Chunk): { start: number; end: number } {
  return { start: chunk.lines[0]?.span.start ?? 0, end: chunk.lines.at(-1)?.span.end ?? 0 };
}

/** Short lines that follow each other belong together; a paragraph, on one line or joined of several, stands alone. */
function groupLines(lines: readonly LogicalLine[]): LogicalLine[][] {
  const anyProse = lines.some(isProseLine);
  const groups: LogicalLine[][] = [];
  let open: LogicalLine[] | undefined;
  for (const line of lines) {
    if (isProseLine(line) || (anyProse && open === undefined)) {
      groups.push([line]);
      open = undefined;
    } else if (open === undefined) {
      open = [line];
      groups.push(open);
    } else open.push(line);
  }
  return groups;
}

function isProseLine(line: LogicalLine): boolean {
  return line.printed > 1 || line.span.end - line.span.start > LONGEST_SHORT_LINE;
}

function makeBlock(
  source: SourceFile,
  draft: { lines: LogicalLine[]; level: number | undefined; rule: boolean },
  marks: readonly Mark[],
  differences: readonly Difference[],
): Block {
  const start = draft.lines[0]?.span.start ?? 0;
  const end = draft.lines.at(-1)?.span.end ?? start;
  const whole = marks.find(
    (mark) => mark.kind !== 'link' && mark.span.start - start <= 3 && mark.span.start >= start && end - mark.span.end <= 3 && mark.span.end <= end,
  );
  return {
    kind: draft.rule ? 'rule' : draft.level === undefined ? 'paragraph' : 'heading',
    span: { start, end },
    lines: draft.lines,
    ...(draft.level === undefined ? {} : { level: draft.level }),
    ...(whole === undefined || whole.kind === 'link' ? {} : { emphasis: whole.kind }),
    text: readLine(source, { start, end }, differences),
  };
}

interface Seams {
  readonly language: string;
  readonly options: BlockOptions;
  readonly pageBreaks: number[];
  readonly differences: Difference[];
  readonly source: SourceFile;
}

/** Joins blocks that a page break divided; what stood between them (a footer) has been taken away already. */
function joinPages(blocks: readonly Block[], seams: Seams): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const previous = joined.at(-1);
    if (previous === undefined || !isSeam(previous, block, seams)) {
      joined.push(block);
      continue;
    }
    seams.pageBreaks.push(block.span.start);
    declareSeam(previous, block, seams);
    joined[joined.length - 1] = {
      ...previous,
      span: { start: previous.span.start, end: block.span.end },
      lines: [{ span: { start: previous.span.start, end: block.span.end }, printed: 2, indent: previous.lines[0]?.indent ?? 0 }],
      text: `${previous.text} ${block.text}`,
    };
  }
  return joined;
}

function isSeam(previous: Block, block: Block, seams: Seams): boolean {
  const at = (offsets: readonly number[] | undefined): boolean =>
    offsets?.some((offset) => offset >= block.span.start && offset < block.span.end) ?? false;
  if (at(seams.options.splits)) return false;
  return at(seams.options.joins) || readsOn(previous, block, seams.language);
}

/** The blank lines at the seam read as one space; text that stands between, moved elsewhere, is declared by its own kind. */
function declareSeam(previous: Block, block: Block, seams: Seams): void {
  const gap = { start: previous.span.end, end: block.span.start };
  const { text } = seams.source;
  const blank = /^\s*/u.exec(text.slice(gap.start, gap.end))?.[0].length ?? 0;
  seams.differences.push({ span: { start: gap.start, end: gap.start + blank }, replacement: ' ', kind: 'page-joined' });
  if (gap.start + blank < gap.end) {
    const tail = /\s*$/u.exec(text.slice(gap.start, gap.end))?.[0].length ?? 0;
    seams.differences.push({ span: { start: gap.end - tail, end: gap.end }, replacement: '', kind: 'page-joined' });
  }
}
