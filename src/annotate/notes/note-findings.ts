import type { NoteBody } from '../../blocks/block.js';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { placeOf, type SourceFile } from '../../source/source-file.js';
import type { NoteAnchor } from './note-pairing.js';

/** Reports the notes that no marker in the text points to. */
export function reportUnanchored(
  source: SourceFile,
  notes: readonly NoteBody[],
  anchors: readonly NoteAnchor[],
  report: Report,
): void {
  const anchored = new Set(anchors.map((anchor) => anchor.note));
  notes.forEach((note, index) => {
    if (anchored.has(index)) return;
    report(
      diagnostic(
        'notes/note-without-marker',
        `Note ${note.number} has no marker in the text; it was kept at the end.`,
        {
          ...placeOf(source, note.numberSpan),
          help: 'Put its marker into the text, or attach it in the sidecar (noteFor).',
        },
      ),
    );
  });
}

/**
 * Reports numbers that two notes have, and numbers that the notes leave out. Numbers may begin anew on each page: a note
 * whose marker stands behind the note of that number before it is told apart from that one.
 */
export function reportNumbering(
  source: SourceFile,
  notes: readonly NoteBody[],
  anchors: readonly NoteAnchor[],
  report: Report,
): void {
  const markers = new Map(anchors.map(({ note, span }) => [note, span.start]));
  notes.forEach((note, i) => {
    const previous = notes[i - 1];
    if (previous === undefined || previous.style !== note.style) return;
    const [before, number] = [Number(previous.number), Number(note.number)];
    if (number === before) {
      if ((markers.get(i) ?? -1) > previous.numberSpan.start) return;
      report(
        diagnostic('notes/duplicate-number', `Two notes have the number ${note.number}.`, {
          ...placeOf(source, note.numberSpan),
          help: `The other one begins at ${source.path}:${placeOf(source, previous.numberSpan).position.line}.`,
        }),
      );
    } else if (number > before + 1) {
      report(
        diagnostic('notes/number-missing', `Note ${previous.number} is followed by note ${note.number}.`, {
          ...placeOf(source, note.numberSpan),
          help: 'See whether a note was lost, or a number misread.',
        }),
      );
    }
  });
}

/** How a numbered note begins whose number cannot be read as anything else: in brackets. */
const bracketed = /^(?:\((\d{1,4})\)|\[(\d{1,4})\])/u;

/**
 * Reports paragraphs of a note that begin as a note of a number does that the notes have had: they may be an enumeration,
 * so that they stay where they are, or a note whose number was misread.
 */
export function reportComingBack(source: SourceFile, notes: readonly NoteBody[], report: Report): void {
  const had = new Map<string, NoteBody>();
  for (const note of notes) {
    had.set(note.number, note);
    // Several of them are an enumeration within the note.
    const items = note.paragraphs.slice(1).flatMap((block) => {
      const match = bracketed.exec(source.text.slice(block.span.start, block.span.start + 8));
      const style = match?.[1] === undefined ? 'bracket' : 'parenthesis';
      return match === null || style !== note.style ? [] : [{ block, number: match[1] ?? match[2] ?? '' }];
    });
    if (items.length !== 1) continue;
    for (const { block, number } of items) {
      const first = had.get(number);
      if (first === undefined) continue;
      const span = { start: block.span.start, end: block.span.start + number.length + 2 };
      report(
        diagnostic(
          'notes/duplicate-number',
          `The number ${number} comes back here; it was read as part of note ${note.number}.`,
          {
            ...placeOf(source, span),
            help: `Note ${number} begins at ${source.path}:${placeOf(source, first.numberSpan).position.line}. Mend the number if this is a note of its own.`,
          },
        ),
      );
    }
  }
}
