import type { BlockDocument } from '../blocks/block.js';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Difference } from '../source/difference.js';
import { readPassage } from '../source/passage.js';
import { placeOf, type SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { StructuredDocument } from '../structure/structure.js';
import type { TeiElement, TeiNode } from './node.js';

/** What the check compares. */
export interface TextCheckInput {
  readonly source: SourceFile;
  readonly blocks: BlockDocument;
  readonly structured: StructuredDocument;
  readonly differences: readonly Difference[];
  /** The `TEI` element, as read back from the bytes that will be written. */
  readonly tei: TeiElement;
  /** Ids of the notes in the order in which the source prints them. */
  readonly noteIds: readonly string[];
}

/** Elements that say what the source does not: the other reading of a `choice`. */
const added = new Set(['corr', 'expan', 'reg']);

/**
 * The invariant of every conversion: the text of the TEI, its notes put back where the source has them, is the text
 * of the source but for the declared differences; and what moved to the header is in the header. White space is left
 * to the declared differences inside parts and means nothing between them, so characters are compared without it.
 *
 * @returns a finding of severity `error` for the first character that differs; none where the texts are the same
 */
export function checkText(input: TextCheckInput): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const expected = expectedCharacters(input);
  const actual = actualCharacters(input);
  let i = 0;
  while (i < expected.text.length && i < actual.length && expected.text[i] === actual[i]) i++;
  if (i < Math.max(expected.text.length, actual.length)) {
    const at = expected.offsetOf(i);
    findings.push(
      diagnostic(
        'convert/text-differs',
        'Here the text of the TEI would differ from the source without saying so; nothing was written.',
        {
          ...placeOf(input.source, { start: at, end: Math.min(at + 1, input.source.text.length) }),
          expected: [expected.text.slice(i, i + 40)],
          actual: actual.slice(i, i + 40),
          help: 'This is a fault of Editio. Please report it with the text.',
        },
      ),
    );
  }
  return [...findings, ...checkHeader(input)];
}

function expectedCharacters(input: TextCheckInput): { text: string; offsetOf: (index: number) => number } {
  const { source, structured, differences } = input;
  const notes = structured.notes.flatMap((note) => note.paragraphs.map((paragraph) => paragraph.span));
  const spans: Span[] = [];
  let position = 0;
  for (const span of [...notes].sort((a, b) => a.start - b.start)) {
    if (span.start > position) spans.push({ start: position, end: span.start });
    position = Math.max(position, span.end);
  }
  if (position < source.text.length) spans.push({ start: position, end: source.text.length });
  for (const span of notes) spans.push(span);
  const pieces: string[] = [];
  const starts: { length: number; span: Span }[] = [];
  let length = 0;
  for (const span of spans) {
    const piece = withoutSpace(readPassage(source.text, span, differences).text);
    starts.push({ length, span });
    pieces.push(piece);
    length += piece.length;
  }
  return {
    text: pieces.join(''),
    offsetOf: (index) => {
      const start = [...starts].reverse().find((each) => each.length <= index);
      if (start === undefined) return 0;
      const passage = readPassage(source.text, start.span, differences);
      let left = index - start.length;
      for (let at = 0; at < passage.text.length; at++) {
        if (/\s/u.test(passage.text[at] ?? '')) continue;
        if (left === 0) return passage.spanOf(at, at + 1).start;
        left--;
      }
      return start.span.end;
    },
  };
}

function actualCharacters({ tei, noteIds }: TextCheckInput): string {
  const notes = new Map<string, string>();
  const known = new Set(noteIds);
  const collect = (node: TeiNode): string => {
    if (node.kind === 'text') return node.text;
    if (node.kind !== 'element' || added.has(node.name)) return '';
    const inner = node.children.map(collect).join('');
    const id = node.attributes['xml:id'];
    if (node.name !== 'note' || id === undefined || !known.has(id)) return inner;
    notes.set(id, inner);
    return '';
  };
  const body = childOf(tei, 'text');
  const own = body === undefined ? '' : collect(body);
  return withoutSpace(own + noteIds.map((id) => notes.get(id) ?? '').join(''));
}

/** Whether all that moved to the header is there. */
function checkHeader({ source, blocks, tei }: TextCheckInput): Diagnostic[] {
  const header = childOf(tei, 'teiHeader');
  const text = withoutSpace(header === undefined ? '' : allText(header));
  const moved = [
    ...blocks.fields.flatMap((field) => field.values),
    ...blocks.catalogue.flatMap((block) => block.lines.map((line) => line.span)),
    ...(blocks.notesHeading === undefined ? [] : [blocks.notesHeading.span]),
  ];
  return moved
    .filter((span) => !text.includes(withoutSpace(readPassage(source.text, span, blocks.fieldDifferences).text)))
    .map((span) =>
      diagnostic('convert/text-differs', 'This text was to move to the header and is not there; nothing was written.', {
        ...placeOf(source, span),
        help: 'This is a fault of Editio. Please report it with the text.',
      }),
    );
}

function childOf(parent: TeiElement, name: string): TeiElement | undefined {
  return parent.children.find((child): child is TeiElement => child.kind === 'element' && child.name === name);
}

function allText(node: TeiNode): string {
  if (node.kind === 'text') return node.text;
  return node.kind === 'element' ? node.children.map(allText).join('') : '';
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
