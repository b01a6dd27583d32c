import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import type { ReviewedDocument } from './place.js';
import type { Answer, Question } from './question.js';

/** A marker or a note that found no partner: its number, and where it is printed. */
interface Orphan {
  readonly finding: Diagnostic;
  readonly number: string;
  readonly span: Span;
}

/** How many words of a paragraph a decision on it quotes. */
const WORDS_QUOTED = 6;
/** A paragraph that begins as a note does: "12 See …", "12. See …", "[12] See …", "(12) See …". */
const NOTE_LIKE = /(?<=^|\n)[ \t]*(?:\((\d{1,4})\)|\[(\d{1,4})\]|(\d{1,4})[.)]?)[ \t]+(?=\S)/gu;

/** Questions about markers without notes and notes without markers, each with the partners that fit it. */
export function noteQuestions(document: ReviewedDocument): Question[] {
  const markers = orphansOf(document, 'notes/marker-without-note');
  const notes = orphansOf(document, 'notes/note-without-marker');
  const paragraphs = markers.length === 0 ? [] : noteLikeParagraphs(document, markers);
  const isSingle = markers.length === 1 && notes.length === 1;
  return [
    ...markers.map((marker): Question => {
      const fitting = partnersOf(marker, notes, isSingle);
      return {
        ...asked(document, marker),
        asks: 'marker',
        answers: [
          ...fitting.map(({ partner, ground }) => pairing(document, marker, partner, ground)),
          ...paragraphs
            .filter(({ number }) => number === marker.number)
            .slice(0, 1)
            .map(({ span }) => paragraphAnswer(document, marker, span)),
        ],
      };
    }),
    ...notes.map((note): Question => {
      const fitting = partnersOf(note, markers, isSingle);
      return {
        ...asked(document, note),
        asks: 'note',
        answers: fitting.map(({ partner, ground }) => pairing(document, partner, note, ground)),
      };
    }),
  ];
}

function asked(document: ReviewedDocument, { finding, span }: Orphan): Omit<Question, 'asks' | 'answers'> {
  const { code, message, help } = finding;
  return {
    kind: 'note',
    question: message,
    rule: `${code}${help === undefined ? '' : `: ${help}`}`,
    places: [{ document, span }],
  };
}

function orphansOf({ diagnostics, source }: ReviewedDocument, code: Diagnostic['code']): Orphan[] {
  return diagnostics.flatMap((finding) => {
    if (finding.code !== code || finding.span === undefined || finding.file !== source.path) return [];
    const printed = source.text.slice(finding.span.start, finding.span.end);
    return [{ finding, number: numberOf(printed), span: finding.span }];
  });
}

/** The number or sign in a printed marker: "[12]", "12.", "(*)". */
function numberOf(printed: string): string {
  return printed.normalize('NFKC').replace(/[^\p{L}\p{N}*†‡§¶_-]+/gu, '');
}

/** The orphans of the other side that fit: of the same number, or the only ones, or the nearest in number. */
function partnersOf(
  orphan: Orphan,
  others: readonly Orphan[],
  isSingle: boolean,
): { readonly partner: Orphan; readonly ground: string }[] {
  const same = others.filter(({ number }) => number === orphan.number);
  if (same.length > 0) {
    const [nearest] = [...same].sort((a, b) => distance(a, orphan) - distance(b, orphan));
    return nearest === undefined ? [] : [{ partner: nearest, ground: 'They have the same number' }];
  }
  const [only] = others;
  if (isSingle && only !== undefined) return [{ partner: only, ground: 'No other marker and no other note is open' }];
  const near = others
    .filter(({ number }) => Math.abs(Number(number) - Number(orphan.number)) <= 1)
    .sort((a, b) => distance(a, orphan) - distance(b, orphan));
  return near.slice(0, 1).map((partner) => ({ partner, ground: 'Their numbers are next to each other' }));
}

function distance(a: Orphan, b: Orphan): number {
  return Math.abs(a.span.start - b.span.start);
}

/** The decision that a marker is the marker of a note. */
function pairing(document: ReviewedDocument, marker: Orphan, note: Orphan, ground: string): Answer {
  const printed = document.source.text.slice(marker.span.start, marker.span.end);
  return {
    says: `${printed} is the marker of note ${note.number}`,
    rule: `${ground}.`,
    given: { kind: 'verdict', verdict: { marker: note.number }, at: [{ document, span: marker.span }] },
  };
}

/** Paragraphs behind the first orphan marker that begin with the number of one of them, as notes do. */
function noteLikeParagraphs(
  { source: { text } }: ReviewedDocument,
  markers: readonly Orphan[],
): { readonly number: string; readonly span: Span }[] {
  const wanted = new Set(markers.map(({ number }) => number));
  const from = Math.min(...markers.map(({ span }) => span.end));
  return [...text.matchAll(NOTE_LIKE)].flatMap((match) => {
    const number = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return start > from && wanted.has(number) ? [{ number, span: { start, end: endOfWords(text, start) } }] : [];
  });
}

function endOfWords(text: string, start: number): number {
  const [line = ''] = text.slice(start, start + WORDS_QUOTED * 30).split('\n');
  return start + line.split(' ').slice(0, WORDS_QUOTED).join(' ').trimEnd().length;
}

/** The decision that a paragraph is the text of the note with a marker. */
function paragraphAnswer(document: ReviewedDocument, marker: Orphan, span: Span): Answer {
  const { text } = document.source;
  const printed = text.slice(marker.span.start, marker.span.end);
  return {
    says: `the paragraph “${text.slice(span.start, span.end)} …” is its note`,
    rule: 'It begins with the same number, behind the marker.',
    given: { kind: 'verdict', verdict: { noteFor: printed }, at: [{ document, span }] },
  };
}
