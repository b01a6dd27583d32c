import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.js';
import type { Regions } from './regions.js';

/** Characters of the line that are taken on either side of the place, white space made even. */
const CONTEXT = 60;
/** Characters in which they are looked for. */
const WINDOW = 240;
/** Characters of the place itself that are taken. */
const PLACE = 200;
/** Hexadecimal digits of the hash that are kept: 64 bits. */
const DIGITS = 16;

/**
 * A name for each finding that stays the same while the file is edited elsewhere: code, rule, file, and the words at the
 * place with what stands around them in the line, white space made even. Neither line numbers nor the wording of the
 * message go into it. Findings that are alike in all of this are numbered in the order of the list: `…:1`, `…:2`.
 *
 * @param nameOf the file as the fingerprint names it, such as its path from the folder that the reader shares.
 * @returns one fingerprint for each finding, in their order.
 */
export function fingerprintsOf(
  diagnostics: readonly Diagnostic[],
  regions: Regions,
  nameOf: (file: string) => string = (file) => file,
): string[] {
  const counts = new Map<string, number>();
  return diagnostics.map((finding) => {
    const parts = [finding.code, finding.rule ?? '', nameOf(finding.file ?? ''), ...wordsAt(finding, regions)];
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, DIGITS);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** The words before the place, at it and after it in its line; where there is no text, the message has to do. */
function wordsAt(finding: Diagnostic, regions: Regions): readonly string[] {
  const { file, span, position } = finding;
  const text = file === undefined ? undefined : regions.textOf(file);
  const lines = file === undefined ? undefined : regions.linesOf(file);
  if (text === undefined || lines === undefined || (span === undefined && position === undefined)) {
    return [finding.message];
  }
  const start = span?.start ?? lines.startOf(position?.line ?? 1) + (position?.column ?? 1) - 1;
  const line = lines.positionOf(start).line;
  const from = lines.startOf(line);
  const to = from + lines.textOf(line).length;
  const end = Math.max(start, Math.min(span?.end ?? start, to, start + PLACE));
  return [
    even(text.slice(Math.max(from, start - WINDOW), start)).slice(-CONTEXT),
    even(text.slice(start, end)),
    even(text.slice(end, Math.min(to, end + WINDOW))).slice(0, CONTEXT),
  ];
}

/** Every run of white space as one blank, none at the ends: a new indentation changes nothing. */
function even(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
