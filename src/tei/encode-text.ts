import type { AnnotatedDocument } from '../annotate/annotate.js';
import type { Annotation } from '../annotate/annotation.js';
import type { NoteAnchor } from '../annotate/notes/note-pairing.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Branch, Division, Leaf } from '../structure/division.js';
import { leavesOf } from '../structure/parts.js';
import type { StructuredDocument, StructuredNote } from '../structure/structure.js';
import { annotationElement, type AnnotationEncoding } from './annotation-element.js';
import type { IdentifierAllocator } from './identifiers.js';
import { element, type TeiElement, type TeiNode } from './node.js';
import { weave, type Weft } from './weave.js';

/** What a document's `text` is made from. */
export interface TextInput {
  readonly source: SourceFile;
  readonly structured: StructuredDocument;
  readonly annotated: AnnotatedDocument;
  readonly identifiers: IdentifierAllocator;
  readonly encoding: AnnotationEncoding;
  /** `@type` of the document's notes, where its heading says whose they are. */
  readonly noteType?: 'translation' | 'editorial' | 'author';
  /** `@resp` of the notes, a pointer, where it is known. */
  readonly noteResponsibility?: string;
  /** Pointers of those who speak under a label, by the label's offset; found from the names in it. */
  readonly speakers: (label: Leaf) => string | undefined;
}

/** A document's `text`, and the ids of its notes in the order in which the source prints them. */
export interface EncodedText {
  readonly text: TeiElement;
  readonly noteIds: readonly string[];
}

/** Parts whose elements get an id, and the letters that the id begins with. */
const identified: Readonly<Record<string, string>> = {
  div: 'div',
  p: 'p',
  sp: 'sp',
  l: 'l',
  list: 'list',
  item: 'item',
  ab: 'ab',
  head: 'head',
  stage: 'stage',
  floatingText: 'ft',
  note: 'n',
};

/** Makes the `text` of a document: its structure as elements, its annotations woven into them, its notes at their markers. */
export function encodeText(input: TextInput): EncodedText {
  const { source, structured, annotated, identifiers, encoding } = input;
  const noteIds = structured.notes.map((note) => identifiers.next('n', note.number));
  const weft: Weft = {
    sourceText: source.text,
    differences: annotated.differences,
    annotations: annotated.annotations,
    anchors: annotated.anchors,
    elementOf: (annotation, children) =>
      annotationElement(linkNote(annotation, structured.notes, noteIds), children, encoding),
    noteAt: (anchor: NoteAnchor) => noteElement(anchor.note),
  };
  const ownWeft: Weft = { ...weft, ...annotated.own };
  const noteElement = (index: number): TeiNode => {
    const note = structured.notes[index];
    if (note === undefined) throw new Error('An anchor points to a note that the document does not have.');
    return element(
      'note',
      {
        'xml:id': noteIds[index],
        n: note.number,
        place: 'end',
        type: input.noteType,
        resp: input.noteResponsibility,
      },
      note.paragraphs.map((leaf) => element('p', {}, weave(leaf.span, weft), leaf.span)),
      note.numberSpan,
    );
  };
  const identifierOf = (name: string): Record<string, string> => {
    const kind = identified[name];
    return kind === undefined ? {} : { 'xml:id': identifiers.next(kind) };
  };
  const build = (division: Division, heads: readonly Leaf[]): TeiElement => {
    const name = division.part;
    const said = division.attributes?.['resp'] ?? speakerDecided(division, structured);
    const resp = said === undefined ? {} : { resp: encoding.pointers.toEditor(said.replace(/^#/u, '')) };
    if (division.kind === 'leaf') {
      const woven = weave(division.span, ownWeft);
      const note = name === 'p' ? standaloneNote(woven, division.span) : undefined;
      const made = note ?? element(name, { ...division.attributes, ...resp }, woven, division.span);
      return { ...made, attributes: { ...identifierOf(made.name), ...made.attributes } };
    }
    const ownHeads = division.part === 'div' ? headsOf(division) : heads;
    const who = division.part === 'sp' ? speakerOf(division, heads, input) : undefined;
    return element(
      name,
      { ...identifierOf(name), ...division.attributes, ...resp, who },
      division.children.map((child) => build(child, ownHeads)),
      spanOf(division),
    );
  };
  const body = build(structured.body, []);
  const anchored = new Set(annotated.anchors.map((anchor) => anchor.note));
  const loose = structured.notes.flatMap((_note, index) => (anchored.has(index) ? [] : [noteElement(index)]));
  const back = loose.length === 0 ? [] : [element('back', {}, [element('div', { type: 'notes' }, loose)])];
  return { text: element('text', {}, [ensureContent(body), ...back]), noteIds };
}

/** TEI allows no empty `body`: a source that holds nothing but what moved to the header has an empty `ab`. */
function ensureContent(body: TeiElement): TeiElement {
  const [div] = body.children;
  if (div?.kind === 'element' && div.children.length === 0) return element('body', {}, [element('ab')]);
  return body;
}

/** The editor who decided who speaks in a speech. */
function speakerDecided(division: Division, { speakers }: StructuredDocument): string | undefined {
  if (division.kind === 'leaf' || division.part !== 'sp') return undefined;
  const label = division.children.find((child) => child.kind === 'leaf' && child.part === 'speaker');
  return label?.kind === 'leaf' ? speakers.get(label.span.start)?.resp : undefined;
}

function headsOf(division: Branch): Leaf[] {
  return division.children.filter((child): child is Leaf => child.kind === 'leaf' && child.part === 'head');
}

/** Who speaks: those whom the label names; where a heading opened the speech, those whom the heading names. */
function speakerOf(speech: Branch, heads: readonly Leaf[], input: TextInput): string | undefined {
  const label = speech.children.find((child): child is Leaf => child.kind === 'leaf' && child.part === 'speaker');
  const named = label === undefined ? heads : [label];
  const pointers = named.map((leaf) => input.speakers(leaf)).filter((pointer) => pointer !== undefined);
  return pointers.length === 0 ? undefined : pointers.join(' ');
}

function spanOf(division: Branch): { start: number; end: number } | undefined {
  const leaves = leavesOf(division);
  const first = leaves[0];
  const last = leaves.at(-1);
  return first === undefined || last === undefined ? undefined : { start: first.span.start, end: last.span.end };
}

/** A cross-reference to a note of this document gets the note's id. */
function linkNote(annotation: Annotation, notes: readonly StructuredNote[], noteIds: readonly string[]): Annotation {
  const number = /^#note-(.+)$/u.exec(annotation.attributes['target'] ?? '')?.[1];
  if (annotation.kind !== 'ref' || number === undefined) return annotation;
  const id = noteIds[notes.findIndex((note) => note.number === number)];
  return id === undefined ? annotation : { ...annotation, attributes: { ...annotation.attributes, target: `#${id}` } };
}

/** A paragraph that is a remark in brackets and nothing else is that note, with the full stop behind its bracket. */
function standaloneNote(paragraph: readonly TeiNode[], span: Span): TeiElement | undefined {
  const [note, rest, ...others] = paragraph;
  if (note?.kind !== 'element' || note.name !== 'note' || note.attributes['place'] !== 'inline') return undefined;
  if (others.length > 0 || (rest !== undefined && (rest.kind !== 'text' || !/^\s*[.!?]?\s*$/u.test(rest.text))))
    return undefined;
  return element('note', note.attributes, [...note.children, ...(rest === undefined ? [] : [rest])], span);
}
