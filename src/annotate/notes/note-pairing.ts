import type { MarkerStyle, NoteBody } from '../../blocks/block.js';
import { readMarker } from '../../blocks/note-bodies.js';
import { superscriptValue } from '../../blocks/superscripts.js';
import { diagnostic, type Place, type Report } from '../../diagnostics/diagnostic.js';
import { placeOf, type SourceFile } from '../../source/source-file.js';
import { firstFrom, joinedSpans, overlapsAny, type Span } from '../../source/span.js';
import type { PartPassage } from '../../structure/division.js';
import { reportComingBack, reportNumbering, reportUnanchored } from './note-findings.js';

/** A place in the text where a note is attached. */
export interface NoteAnchor {
  /** The marker as printed. */
  readonly span: Span;
  /** Index of the note among the document's notes. */
  readonly note: number;
}

/** What an editor decided: words that are the marker of a note, and words that are none. */
export interface DecidedMarkers {
  readonly markers: readonly { readonly span: Span; readonly number: string; readonly origin: Place }[];
  readonly refused: readonly Span[];
}

/** Something in the text that looks like a note's marker. */
interface Candidate {
  readonly number: string;
  readonly span: Span;
  /** No blank before it: markers are glued to their word, enumerations are not. */
  readonly glued: boolean;
}

const ADD_THE_NOTE =
  'Add the note to the notes of the source, or say in the sidecar that this is no marker (not: note).';

type PrintedStyle = Exclude<MarkerStyle, 'bare'> | 'glued';

/** How each style is printed. A marker never opens a paragraph: there a number counts the paragraphs. */
const patterns: Readonly<Record<PrintedStyle, RegExp>> = {
  parenthesis: /(?<=\S)( ?)\((\d{1,4}|\*{1,4})\)/gu,
  bracket: /(?<=\S)( ?)\[(\d{1,4}|\*{1,4}|\p{Ll})\](?!\()/gu,
  superscript: /(?<=\S)( ?)([⁰¹²³⁴-⁹]{1,4})(?![\p{L}\d])/gu,
  sign: /(?<=[\p{L}\p{N}.,;:!?"”»’')\]])( ?)(\*{1,5}|†{1,3}|‡{1,3}|§{1,2}|¶)(?![\p{L}\p{N}*])/gu,
  caret: /(?<=\S)( ?)\[\^([\p{L}\p{N}_-]+)\](?!:)/gu,
  // A figure glued to a word or a mark: "session1", "Hungary.”12". A quantity has a blank before it.
  glued: /(?<=[\p{L}]{2}|[.,;:!?]["”’»]?|["”’»)])()(\d{1,3})(?![\p{L}\d]|[.,]\d|\s?%)/gu,
};

/** The styles in which a note with this printed number may be marked in the text, most likely first. */
const styleCandidates: Readonly<Record<MarkerStyle, readonly PrintedStyle[]>> = {
  parenthesis: ['parenthesis', 'superscript', 'bracket'],
  bracket: ['bracket', 'superscript', 'parenthesis'],
  superscript: ['superscript', 'parenthesis', 'bracket', 'glued'],
  sign: ['sign', 'parenthesis', 'bracket'],
  caret: ['caret'],
  bare: ['parenthesis', 'bracket', 'superscript', 'glued'],
};

/**
 * Pairs the notes of a document with their markers, over the whole document and in both directions. A note takes
 * the marker with its number that stands between the markers around it, one glued to its word before one that
 * stands apart. What finds no partner stays where it is and is reported.
 *
 * @param passages the document's own text, without the notes
 * @param decided what an editor says of markers; it goes before what is found
 */
export function pairNotes(
  source: SourceFile,
  passages: readonly PartPassage[],
  notes: readonly NoteBody[],
  decided: DecidedMarkers,
  report: Report,
): NoteAnchor[] {
  const anchors = decidedAnchors(notes, decided, report);
  const paired = new Set(anchors.map(({ note }) => note));
  // By place: what one style takes for a marker, another may take as well.
  const taken = new Set(anchors.map(({ span }) => span.start));
  for (const style of new Set(notes.map((note) => note.style))) {
    const own = notes.flatMap((note, index) => (note.style === style && !paired.has(index) ? [{ note, index }] : []));
    const inTheWay = joinedSpans([...decided.refused, ...anchors.map(({ span }) => span)]);
    const candidates = likeliestCandidates(
      style,
      passages,
      own.map(({ note }) => note),
    ).filter(({ span }) => !overlapsAny(span, inTheWay));
    pairInOrder(own, candidates, anchors, taken);
    reportLoose(
      source,
      own.map(({ note }) => note),
      candidates.filter((candidate) => !taken.has(candidate.span.start)),
      report,
    );
  }
  reportUnanchored(source, notes, anchors, report);
  reportNumbering(source, notes, anchors, report);
  reportComingBack(source, notes, report);
  if (notes.length === 0) reportWithoutNotes(source, passages, report);
  return anchors.sort((a, b) => a.span.start - b.span.start);
}

/** Notes at the places that an editor says their markers are; of notes with one number, the next behind the place. */
function decidedAnchors(notes: readonly NoteBody[], { markers }: DecidedMarkers, report: Report): NoteAnchor[] {
  const anchors: NoteAnchor[] = [];
  const byNumber = new Map<string, { readonly note: NoteBody; readonly index: number }[]>();
  notes.forEach((note, index) => {
    const known = byNumber.get(note.number);
    if (known === undefined) byNumber.set(note.number, [{ note, index }]);
    else known.push({ note, index });
  });
  for (const { number, span, origin } of markers) {
    const possible = byNumber.get(readMarker(number).number) ?? [];
    const next = possible.findIndex(({ note }) => note.numberSpan.start >= span.end);
    const [chosen] = possible.splice(Math.max(next, 0), 1);
    if (chosen !== undefined) anchors.push({ span, note: chosen.index });
    else {
      report(
        diagnostic(
          'edition/decision-without-effect',
          `The text has no note ${number} that this marker could belong to.`,
          {
            ...origin,
            help: 'Say with noteFor which paragraph is the text of the note.',
          },
        ),
      );
    }
  }
  return anchors;
}

/** The candidates in the one printed style that fits most of the notes. */
function likeliestCandidates(
  style: MarkerStyle,
  passages: readonly PartPassage[],
  notes: readonly NoteBody[],
): Candidate[] {
  const numbers = new Set(notes.map((note) => note.number));
  let best: Candidate[] = [];
  let bestCount = 0;
  for (const printed of styleCandidates[style]) {
    const candidates = findCandidates(passages, printed);
    const count = new Set(candidates.filter((each) => numbers.has(each.number)).map((each) => each.number)).size;
    if (count > bestCount) {
      best = candidates;
      bestCount = count;
    }
  }
  return best;
}

function findCandidates(passages: readonly PartPassage[], style: PrintedStyle): Candidate[] {
  const candidates: Candidate[] = [];
  for (const passage of passages) {
    for (const match of passage.text.matchAll(patterns[style])) {
      const [whole, space = '', printed = ''] = match;
      const start = match.index + space.length;
      candidates.push({
        number: style === 'superscript' ? superscriptValue(printed) : printed,
        span: passage.spanOf(start, match.index + whole.length),
        glued: space === '',
      });
    }
  }
  return candidates;
}

function pairInOrder(
  own: readonly { readonly note: NoteBody; readonly index: number }[],
  candidates: readonly Candidate[],
  anchors: NoteAnchor[],
  taken: Set<number>,
): void {
  const byNumber = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const list = byNumber.get(candidate.number);
    if (list === undefined) byNumber.set(candidate.number, [candidate]);
    else list.push(candidate);
  }
  const lastOf = new Map<string, number>();
  let previous = -1;
  for (const { note, index } of own) {
    // Numbers that begin anew on each page: a marker stands before its note, behind the note of that number before.
    const from = lastOf.get(note.number) ?? -1;
    const to = note.numberSpan.start;
    const all = byNumber.get(note.number) ?? [];
    const possible = all
      .slice(firstFrom(all, from + 1), firstFrom(all, to))
      .filter((candidate) => !taken.has(candidate.span.start));
    lastOf.set(note.number, note.numberSpan.start);
    const chosen =
      possible.find((candidate) => candidate.glued && candidate.span.start > previous) ??
      possible.find((candidate) => candidate.span.start > previous) ??
      possible.find((candidate) => candidate.glued) ??
      possible[0];
    if (chosen === undefined) continue;
    taken.add(chosen.span.start);
    previous = Math.max(previous, chosen.span.start);
    anchors.push({ span: chosen.span, note: index });
  }
}

/** Markers without a note: glued numbers in the notes' own style. The rest are enumerations and figures. */
function reportLoose(
  source: SourceFile,
  notes: readonly NoteBody[],
  loose: readonly Candidate[],
  report: Report,
): void {
  const known = new Set(notes.map((note) => note.number));
  const highest = notes.reduce((most, note) => Math.max(most, Number(note.number) || 0), 0);
  for (const candidate of loose.filter((each) => each.glued)) {
    const printed = source.text.slice(candidate.span.start, candidate.span.end);
    if (known.has(candidate.number)) {
      report(
        diagnostic(
          'notes/duplicate-marker',
          `The marker ${printed} stands here again; the note is attached to another place.`,
          {
            ...placeOf(source, candidate.span),
            help: 'If this is the right place, mend the number at the other one.',
          },
        ),
      );
    } else if (Number(candidate.number) <= highest + 10) {
      report(
        diagnostic('notes/marker-without-note', `The marker ${printed} has no note; it was kept as text.`, {
          ...placeOf(source, candidate.span),
          help: ADD_THE_NOTE,
        }),
      );
    }
  }
}

/** A text without notes whose markers count 1, 2, 3 …, or has a 1 alone: the notes were lost on the way. */
function reportWithoutNotes(source: SourceFile, passages: readonly PartPassage[], report: Report): void {
  for (const style of ['bracket', 'parenthesis', 'superscript'] as const) {
    const candidates = findCandidates(passages, style).filter((candidate) => candidate.glued);
    if (candidates[0]?.number !== '1' || (candidates.length > 1 && candidates[1]?.number !== '2')) continue;
    candidates.forEach((candidate, i) => {
      if (candidate.number !== String(i + 1)) return;
      const printed = source.text.slice(candidate.span.start, candidate.span.end);
      report(
        diagnostic('notes/marker-without-note', `The marker ${printed} has no note; it was kept as text.`, {
          ...placeOf(source, candidate.span),
          help: ADD_THE_NOTE,
        }),
      );
    });
  }
}
