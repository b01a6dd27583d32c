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

/** Reports numbers that two notes have, and numbers that the notes leave out. */
export function reportNumbering(source: SourceFile, notes: readonly NoteBody[], report: Report): void {
  notes.forEach((note, i) => {
    const previous = notes[i - 1];
    if (previous === undefined || previous.style !== note.style) return;
    const [before, number] = [Number(previous.number), Number(note.number)];
    if (number === before) {
      report(
        diagnostic('notes/duplicate-number', `Two notes have the number ${note.number}.`, {
          ...placeOf(source, note.numberSpan),
          help: `The other one begins at ${source.path}:${placeOf(source, previous.numberSpan).position.line}.`,
        }),
      );
    } else if (number > before + 1) {
      report(
        diagnostic(
          'notes/number-missing',
          `Note ${previous.number} is followed by note ${note.number}.`,
          placeOf(source, note.numberSpan),
        ),
      );
    }
  });
}
