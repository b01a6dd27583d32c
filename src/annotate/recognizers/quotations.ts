import { diagnostic } from '../../diagnostics/diagnostic.js';
import { overlapsAny, type Span } from '../../source/span.js';
import type { PartPassage } from '../../structure/division.js';
import type { Annotation } from '../annotation.js';
import type { AnnotationInput, Recognizer } from '../recognizer.js';

/** Opening marks and what closes them. German „…“ closes with the mark that English opens with. */
const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '"': '"' };

/** A verb of saying, or the reported speaker, beside a quotation: then it is speech. */
const saying =
  /(?<!\p{L})(?:said|says|say|asked|asks|replied|replies|answered|answers|declared|agreed|suggested|told|tells|remarked|added|exclaimed|cried|shouted|wrote|sagte|sagt|fragte|antwortete|erwiderte|rief|erklärte|meinte|dit|demanda|répondit|déclara|сказал|спросил|ответил|заявил|mondta|kérdezte|válaszolta)(?!\p{L})/iu;

/**
 * Quotations in the line, with their marks inside: `said` where the words around them tell that somebody speaks. A
 * mark that never closes ends with its paragraph and is reported, and so is one that closes what nothing opened.
 */
export const quotations: Recognizer = {
  name: 'quotations',
  recognize: (input) => {
    reportUnopened(input);
    return input.passages.flatMap((passage) => (isRunningText(passage) ? inPassage(passage, input) : []));
  },
};

function isRunningText(passage: PartPassage): boolean {
  return passage.part === 'p' || passage.part === 'item';
}

function inPassage(passage: PartPassage, input: AnnotationInput): Annotation[] {
  const { text } = passage;
  const annotations: Annotation[] = [];
  let open: { at: number; closes: string } | undefined;
  for (const match of text.matchAll(/[“”„«»"]/gu)) {
    const mark = match[0];
    if (open !== undefined) {
      if (!open.closes.includes(mark)) continue;
      // A straight mark before a letter and behind a blank opens another quotation; the one before it never closed.
      annotations.push(...quotation(passage, open.at, match.index + 1, true));
      open = undefined;
    } else if (opens(text, match.index, mark)) open = { at: match.index, closes: closers[mark] ?? mark };
  }
  if (open !== undefined) {
    annotations.push(...quotation(passage, open.at, text.length, false));
    const isOwnMark = text.slice(open.at + 1).trim().length > 0;
    const span = passage.spanOf(open.at, open.at + 1);
    const end = passage.spanOf(Math.max(0, text.trimEnd().length - 1), text.length);
    if (isOwnMark && !isCorrected(span, input) && !isCorrected(end, input)) {
      input.report(
        diagnostic(
          'convert/quotation-not-closed',
          'A quotation opens here and never closes; it ends with its paragraph.',
          { file: input.file, span },
        ),
      );
    }
  }
  return annotations;
}

/** True where an editor has corrected the words of a place. */
function isCorrected(span: Span, { corrected = [] }: AnnotationInput): boolean {
  return overlapsAny(span, corrected);
}

/**
 * Reports each mark that closes a quotation which nothing opened. A quotation may go on over paragraphs: what an
 * earlier one left open counts as long as no other has been opened.
 */
function reportUnopened(input: AnnotationInput): void {
  let left = 0;
  for (const passage of input.passages.filter(isRunningText)) {
    const { text } = passage;
    let depth = 0;
    for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/gu)) {
      if (opens(text, index, mark) && !(depth > 0 && closes(text, index))) {
        depth++;
        left = 0;
      } else if (depth > 0) depth--;
      else if (left > 0) left--;
      else if (closes(text, index) && !isCorrected(passage.spanOf(index, index + 1), input)) {
        input.report(
          diagnostic(
            'convert/quotation-not-opened',
            'A quotation closes here that nothing opens; the mark stays where it is.',
            {
              file: input.file,
              span: passage.spanOf(index, index + 1),
              help: 'If the mark is an error of the source, correct it by a decision: quote the word with its mark.',
            },
          ),
        );
      }
    }
    left += depth;
  }
}

/** A mark right behind a word, and not inside it: "ob"edinenie" has a sign of transliteration, 5'10" a measure. French has a blank before ». */
function closes(text: string, at: number): boolean {
  if (/^\s»(?:[\s.,;:!?)]|$)/u.test(text.slice(Math.max(0, at - 1), at + 2))) return true;
  return /[^\s\p{N}([{—–"“”„«»]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}

function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === '”') return false;
  if (mark === '»') return /[\s(]/u.test(before) && /[\p{L}\p{N}([“„‚‘…-]/u.test(after);
  if (mark === '"') return /[\s([—–-]/u.test(before) && /\S/u.test(after);
  return /\S/u.test(after) || mark !== '“';
}

/** @param closed false where the quotation ends only because its paragraph does: then it alone does not prove speech */
function quotation(passage: PartPassage, start: number, end: number, closed: boolean): Annotation[] {
  const { text } = passage;
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 40);
  const whole = closed && start === 0 && end >= text.length - 1;
  const announced = /[,:]\s*$/u.test(before) && saying.test(before);
  const attributed = (/^,/u.test(after) || /[,?!]["”“»]$/u.test(text.slice(start, end))) && saying.test(clause(after));
  if (!whole && !announced && !attributed && !(closed && leadsOn(text, start, end))) return [];
  return [
    {
      span: passage.spanOf(start, end),
      kind: 'said',
      attributes: {},
      recognizer: 'quotations',
      certainty: 'high',
    },
  ];
}

/** A paragraph's first sentence in quotation marks, and behind it the words that announce the next: “Too late.” He replied, “Never.” */
function leadsOn(text: string, start: number, end: number): boolean {
  if (start > 0 || !/[.!?…]["”“»«]$/u.test(text.slice(start, end))) return false;
  const announcement = /^\s+([^.!?"“”„«»]{1,60})[,:]\s*["“„«»]/u.exec(text.slice(end, end + 80))?.[1];
  return announcement !== undefined && saying.test(announcement);
}

/** The words up to the end of their clause: what stands behind it speaks of something else. */
function clause(words: string): string {
  return /^,?[^.;:,]*/u.exec(words)?.[0] ?? '';
}
