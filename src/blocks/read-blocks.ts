import { detectLanguage } from '../language/detect.js';
import type { FieldName } from '../language/fields.js';
import type { Difference } from '../source/difference.js';
import type { SourceFile } from '../source/source-file.js';
import { spanWithout, type Span } from '../source/span.js';
import { readLine, type Block, type BlockDocument, type NoteBody, type PageBreak } from './block.js';
import { separateFields } from './fields.js';
import { readChunks, type Chunk } from './lines.js';
import { headingMark, isRule, marksFrom, marksWithout, readMarkup, type Mark } from './markup.js';
import { separateNotes } from './note-bodies.js';
import { joinPages } from './page-breaks.js';
import { separatePageNumbers } from './page-numbers.js';
import { separateNotesSaid, type NoteText } from './said-notes.js';
import { unwrap, vocabularyOf, wrapWidth, type LogicalLine } from './wrapping.js';

export interface BlockOptions {
  /** BCP 47 tag; guessed from the text where it is not given. */
  readonly language?: string;
  /** Offsets where an editor joins what a blank line divides, and where one keeps apart what would be joined. */
  readonly joins?: readonly number[];
  readonly splits?: readonly number[];
  /** Offsets of paragraphs that an editor says are the text of a note, and the note's marker as printed. */
  readonly noteTexts?: readonly NoteText[];
  /** Offsets of paragraphs that an editor says are no text of the document, and what they say about it. */
  readonly fields?: readonly { readonly offset: number; readonly name: FieldName }[];
}

/** A line longer than this is a paragraph of its own, not a line of an address or a stanza. */
const LONGEST_SHORT_LINE = 100;

/**
 * Divides a source into blocks. Three questions, in this order, since each needs the answer before it: which printed
 * lines are one line (wrapping), which blocks are no part of the document's own text (fields, notes), which blocks
 * are halves of one paragraph (page breaks).
 */
export function readBlocks(
  source: SourceFile,
  options: BlockOptions = {},
): BlockDocument & { readonly language: string } {
  const { text } = source;
  const language = options.language ?? detectLanguage(text);
  const chunks = readChunks(text);
  const width = wrapWidth(text, chunks);
  const vocabulary = vocabularyOf(text, chunks);

  const differences: Difference[] = [];
  const marks: Mark[] = [];
  const drafts: Draft[] = [];
  for (const chunk of chunks) {
    const unwrapped = unwrap(text, chunk, width, vocabulary);
    const markup = readMarkup(text, chunkSpan(chunk));
    for (const join of unwrapped.differences) differences.push(join);
    for (const mark of markup) {
      marks.push(mark);
      for (const sign of mark.signs) differences.push({ span: sign, replacement: '', kind: 'markup' });
    }
    let beginsPage = chunk.pageBefore;
    for (const lines of groupLines(unwrapped.lines)) {
      const first = lines[0];
      if (first === undefined) continue;
      const heading = headingMark(text, first.span);
      if (heading !== undefined) differences.push({ span: heading.mark, replacement: '', kind: 'markup' });
      drafts.push({ lines, level: heading?.level, rule: lines.length === 1 && isRule(text, first.span), beginsPage });
      beginsPage = false;
    }
  }
  differences.sort((a, b) => a.span.start - b.span.start);

  const blocks = drafts.map((draft) => makeBlock(source, draft, marks, differences));
  const said = separateNotesSaid(text, blocks, options.noteTexts ?? []);
  const notesFound = separateNotes(text, said.rest);
  const printedNotes = [...notesFound.notes, ...said.notes].sort((a, b) => a.numberSpan.start - b.numberSpan.start);
  const fieldsFound = separateFields(source, notesFound.rest, options.fields);
  const noteSpans = printedNotes.map(({ numberSpan, paragraphs }) => ({
    start: numberSpan.start,
    end: paragraphs.at(-1)?.span.end ?? numberSpan.end,
  }));
  const moved = [
    // A note may stand at the foot of a page amid what moves.
    ...fieldsFound.fields.flatMap((field) => spanWithout(field.span, noteSpans)),
    ...fieldsFound.catalogue.map((block) => block.span),
    ...(notesFound.heading === undefined ? [] : [notesFound.heading.span]),
  ];

  const pageNumbers = separatePageNumbers(fieldsFound.rest);
  const numbers: Difference[] = [
    ...notesFound.rules.map((rule): Difference => ({ span: rule.span, replacement: '', kind: 'markup' })),
    ...printedNotes.map((note): Difference => ({ span: note.numberSpan, replacement: '', kind: 'note-number' })),
    ...[...pageNumbers.numbers.keys()].map((block): Difference => ({
      span: block.span,
      replacement: '',
      kind: 'page-number',
    })),
  ].sort((a, b) => a.span.start - b.span.start);
  const { own: ownMarks, refused } = marksWithout(
    marks,
    numbers.map(({ span }) => span),
  );
  const declared = [
    ...differences.filter(({ kind, span }) => kind !== 'markup' || !refused.has(span.start)),
    ...numbers,
  ];
  const pageBreaks = pagesOf(fieldsFound.rest, pageNumbers.numbers);
  const apart: Span[] = [];
  const { joins = [], splits = [] } = options;
  const seams = {
    language,
    joins,
    splits,
    pageBreaks,
    pageStarts: new Set(pageBreaks.map(({ offset }) => offset)),
    differences: declared,
    source,
    apart,
  };
  const body = joinPages(pageNumbers.rest, seams);
  const notes = printedNotes.map((note): NoteBody => ({
    ...note,
    paragraphs: joinPages(note.paragraphs, { ...seams, apart: [] }),
  }));

  // Inside text that moves to the header the smaller differences have no meaning of their own for the body.
  const isMoved = (difference: Difference): boolean =>
    moved.some((span) => span.start <= difference.span.start && difference.span.end <= span.end);
  const kept = declared.filter((difference) => !isMoved(difference));
  const fieldDifferences = declared.filter(isMoved).sort((a, b) => a.span.start - b.span.start);
  const all = [...kept, ...moved.map((span): Difference => ({ span, replacement: '', kind: 'moved-to-header' }))];
  all.sort((a, b) => a.span.start - b.span.start);

  return {
    language,
    body,
    catalogue: fieldsFound.catalogue,
    fields: fieldsFound.fields,
    ...(notesFound.heading === undefined ? {} : { notesHeading: notesFound.heading }),
    notes,
    marks: ownMarks,
    pageBreaks: pageBreaks.sort((a, b) => a.offset - b.offset),
    differences: all,
    apart,
    fieldDifferences,
  };
}

/** Where pages begin: at a form feed, and behind a page's printed number. */
function pagesOf(blocks: readonly Block[], numbers: ReadonlyMap<Block, string>): PageBreak[] {
  return blocks.flatMap((block, i) => {
    if (numbers.has(block)) return [];
    const before = blocks[i - 1];
    const number = before === undefined ? undefined : numbers.get(before);
    if (number !== undefined) return [{ offset: block.span.start, number }];
    return block.beginsPage === true ? [{ offset: block.span.start }] : [];
  });
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

/** A block of which only the lines are known. */
interface Draft {
  readonly lines: LogicalLine[];
  readonly level: number | undefined;
  readonly rule: boolean;
  readonly beginsPage: boolean;
}

function makeBlock(
  source: SourceFile,
  draft: Draft,
  marks: readonly Mark[],
  differences: readonly Difference[],
): Block {
  const start = draft.lines[0]?.span.start ?? 0;
  const end = draft.lines.at(-1)?.span.end ?? start;
  const whole = marksFrom(marks, start, start + 3).find(
    (mark) => mark.kind !== 'link' && end - mark.span.end <= 3 && mark.span.end <= end,
  );
  return {
    kind: draft.rule ? 'rule' : draft.level === undefined ? 'paragraph' : 'heading',
    span: { start, end },
    lines: draft.lines,
    ...(draft.level === undefined ? {} : { level: draft.level }),
    ...(draft.beginsPage ? { beginsPage: true } : {}),
    ...(whole === undefined || whole.kind === 'link' ? {} : { emphasis: whole.kind }),
    text: readLine(source, { start, end }, differences),
  };
}
