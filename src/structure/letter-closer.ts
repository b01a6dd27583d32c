import type { Block } from '../blocks/block.js';
import { postscript, salutation, valediction } from '../language/letters.js';
import type { Span } from '../source/span.js';
import type { Division } from './division.js';
import type { GenreInput } from './genre.js';
import { isDateline, isOfficeLine, isPersonLine, withoutMarkers } from './line-kinds.js';
import { branch, leaf, plainParts } from './parts.js';

/** Where a letter's closer is among its blocks. */
export interface Closer {
  /** Indexes of its first block and of the block after its last. */
  readonly from: number;
  readonly to: number;
  /** The words of leave, if it has any. */
  readonly leave?: string;
}

/** The longest line of a closer: an office and a name may be long, a sentence of the letter is longer. */
const LONGEST_LINE = 160;
/** Words of a line before a signature that takes leave without a formula. */
const MOST_WORDS = 5;
/** A signature is a name and a few lines on its bearer, none of them long. */
const MOST_SIGNATURE_LINES = 4;
const LONGEST_STANDING = 60;
const MOST_STANDING_WORDS = 8;

interface ClosingLine {
  readonly span: Span;
  readonly text: string;
  readonly kind: 'leave' | 'signature' | 'date' | 'leave-and-signature';
}

/**
 * Finds the closer: the last run of short lines with words of leave or a signature. Dates and postscripts may
 * follow it; prose after it without "P.S." is a postscript all the same.
 */
export function findCloser(input: GenreInput, blocks: readonly Block[]): Closer | undefined {
  for (let to = blocks.length; to > 0; to--) {
    const block = blocks[to - 1];
    if (block === undefined || postscript.test(block.text)) continue;
    if (linesAt(blocks, to - 1, input) === undefined) continue;
    const from = closerStart(blocks, to, input);
    // Closing lines up to the first block, and none takes leave: no part of them is a closer.
    if (from === undefined) return undefined;
    const run = blocks.slice(from, to).flatMap((_, i) => linesAt(blocks, from + i, input) ?? []);
    const leave = run.find((line) => line.kind === 'leave' || line.kind === 'leave-and-signature');
    const signature = run.some((line) => line.kind === 'signature' || line.kind === 'leave-and-signature');
    if (leave === undefined && !(signature && to >= blocks.length - 1)) {
      // A shorter run has no words of leave either; its signature counts at the very end only.
      if (to < blocks.length) to = Math.min(to, from + 1);
      continue;
    }
    return { from, to, ...(leave === undefined ? {} : { leave: leave.text }) };
  }
  return undefined;
}

/** TEI has a closer only after something that it closes: in a letter of short lines it begins with the words of leave. */
function closerStart(blocks: readonly Block[], to: number, input: GenreInput): number | undefined {
  const from = runStart(blocks, to, input);
  if (from > 0) return from;
  const leave = blocks
    .slice(1, to)
    .findIndex(
      (block) => linesOf(block, input)?.some((line) => line.kind !== 'signature' && line.kind !== 'date') === true,
    );
  return leave === -1 ? undefined : leave + 1;
}

function runStart(blocks: readonly Block[], to: number, input: GenreInput): number {
  let from = to;
  while (from > 0) {
    if (linesAt(blocks, from - 1, input) === undefined) break;
    from--;
  }
  // A short line directly before a signature takes leave in words of its own: "Aus tiefster Hölle."
  const before = blocks[from - 1];
  if (from > 1 && from < to && before !== undefined && isFreeLeave(before)) from--;
  return from;
}

function isFreeLeave(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.lines.length === 1 &&
    /[.!,]$/u.test(block.text) &&
    block.text.split(/\s+/u).length <= MOST_WORDS
  );
}

/** The closing lines of a block, or undefined where it is something else. Under words of leave more is a signature. */
function linesAt(blocks: readonly Block[], at: number, input: GenreInput): ClosingLine[] | undefined {
  const block = blocks[at];
  if (block === undefined) return undefined;
  const before = blocks[at - 1];
  return (
    linesOf(block, input) ??
    (before !== undefined && linesOf(before, input)?.at(-1)?.kind === 'leave' ? linesOf(block, input, true) : undefined)
  );
}

function linesOf(block: Block, input: GenreInput, afterLeave = false): ClosingLine[] | undefined {
  if (block.kind !== 'paragraph' || (afterLeave && postscript.test(block.text))) return undefined;
  const lines: ClosingLine[] = [];
  let takesLeave = afterLeave && block.lines.length <= MOST_SIGNATURE_LINES;
  for (const { span } of block.lines) {
    const raw = block.lines.length === 1 ? block.text : input.source.text.slice(span.start, span.end);
    const text = withoutMarkers(raw);
    const signed = lines.at(-1)?.kind === 'signature' || lines.at(-1)?.kind === 'leave-and-signature';
    const kind =
      kindOf(text, input.language) ??
      (signed && (isOfficeLine(text, input.language) || (takesLeave && isStanding(text))) ? 'signature' : undefined);
    if (kind === undefined) return undefined;
    if (kind === 'leave') takesLeave = true;
    lines.push({ span, text, kind });
  }
  return lines;
}

/** What somebody is, in words that no list has, under the name: "k. k. Hofrat". A few words, and no sentence. */
function isStanding(text: string): boolean {
  return (
    text.length <= LONGEST_STANDING &&
    text.split(/\s+/u).length <= MOST_STANDING_WORDS &&
    !/[\d!?:;,]/u.test(text) &&
    !/\p{L}{4,}\.$/u.test(text)
  );
}

function kindOf(text: string, language: string): ClosingLine['kind'] | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  if (isDateline(text)) return 'date';
  const leave = valediction.exec(text)?.[0];
  if (leave !== undefined && sentences(text) <= 2) {
    // In German a formula ends with a noun, which looks like a name: "Mit vorzüglicher Hochachtung".
    const isFormula = leave.length >= text.replace(/[.,!]$/u, '').length;
    return !isFormula && /\s/u.test(text) && endsWithName(text) ? 'leave-and-signature' : 'leave';
  }
  if (isPersonLine(text, language) || isVocative(text)) return 'signature';
  // An office with a name at its end, no sentence: "First Secretary of the CC of the CPSU N. Khrushchev".
  return text.length <= 90 &&
    !/[!?]/u.test(text) &&
    /^\p{Lu}/u.test(text) &&
    !/^(?:aus|in|mit|unter|from|with|by|avec|dans)\s/iu.test(text) &&
    endsWithName(text) &&
    sentences(text) <= 1 &&
    // "Ich danke Dir für den Brief.": a sentence that ends with a noun.
    !(text.endsWith('.') && (text.match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0) >= 2) &&
    !/\p{Ll}{3,},\s\p{Ll}/u.test(text) &&
    text.split(/\s+/u).length <= 10
    ? 'signature'
    : undefined;
}

function sentences(text: string): number {
  return text.split(/[.!?]\s+(?=\p{Lu}\p{Ll}+\s+\p{Ll})/u).length;
}

function endsWithName(text: string): boolean {
  const bare = text.replace(/\.$/u, '');
  return (
    /(?:^|[\s.])\p{Lu}[\p{L}'’-]+$/u.test(bare) &&
    !/(?:^|\s)(?:Sie|Ihr|Ihre|Ihnen|Dein|Deine|Dich|Dir|Euer|Eure|God|Gott|Lord)$/u.test(bare) &&
    !/(?:^|\s)(?:Hochachtung|Verehrung|Ergebenheit|Wertschätzung|Dankbarkeit|Freundschaft|Grü(?:ß|ss)en?)$/u.test(bare)
  );
}

/** The parts of a closer and of what follows it. */
export function closerParts(input: GenreInput, blocks: readonly Block[], closer: Closer): Division[] {
  const children: Division[] = [];
  const run = blocks.slice(closer.from, closer.to);
  const all = run.flatMap((block, i) => linesAt(blocks, closer.from + i, input) ?? freeLeave(block));
  all.forEach((line, i) => children.push(...lineParts(input, line, all[i + 1])));
  const after = blocks.slice(closer.to);
  const dated = after[0] !== undefined && isDateline(withoutMarkers(after[0].text)) ? 1 : 0;
  for (const block of after.slice(0, dated)) children.push(leaf('dateline', block.span));
  const rest = after.slice(dated);
  return [
    branch('closer', children),
    ...(rest.length === 0
      ? []
      : [
          branch(
            'postscript',
            rest.flatMap((block) => plainParts(block)),
          ),
        ]),
  ];
}

function freeLeave(block: Block): ClosingLine[] {
  return [{ span: block.span, text: block.text, kind: 'leave' }];
}

/** "I remain, / Sir, / your obedient servant": who is called amid the leave does not sign. */
function isVocative(text: string): boolean {
  return /^\p{L}+,$/u.test(text) && salutation.test(text);
}

function lineParts(input: GenreInput, line: ClosingLine, next: ClosingLine | undefined): Division[] {
  switch (line.kind) {
    case 'date':
      return [leaf('dateline', line.span)];
    case 'signature':
      return [leaf(isVocative(line.text) ? 'salute' : 'signed', line.span)];
    case 'leave':
      return [leaf('salute', line.span)];
    case 'leave-and-signature': {
      // "With communist greetings, First Secretary … N. Khrushchev": a comma divides leave and signature.
      const raw = input.source.text.slice(line.span.start, line.span.end);
      const comma = /^[^,]{8,80}?,\s+(?=\p{Lu})/u.exec(raw);
      const signedBelow = next?.kind === 'signature' || next?.kind === 'leave-and-signature';
      if (comma !== null && !signedBelow) {
        const at = line.span.start + comma[0].length;
        return [
          leaf('salute', { start: line.span.start, end: line.span.start + comma[0].trimEnd().length }),
          leaf('signed', { start: at, end: line.span.end }),
        ];
      }
      return [leaf(signedBelow ? 'salute' : 'signed', line.span)];
    }
  }
}
