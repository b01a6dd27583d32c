import { dates } from '../../../src/annotate/recognizers/dates/index.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { emptyRegister } from '../../../src/edition/register.js';
import { readPassage } from '../../../src/source/passage.js';
import type { LeafPart, PartPassage } from '../../../src/structure/division.js';

/** A date as a test names it: its words and its attributes, the certainty among them where it is not high. */
export type FoundDate = readonly [words: string, attributes: Readonly<Record<string, string>>];

/** Paragraphs divided by blank lines, line ends joined; from `notesFrom` on, numbered paragraphs begin notes. */
export function paragraphs(text: string, notesFrom = Infinity): PartPassage[] {
  let note: string | undefined;
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((match) => {
    const start = match.index;
    const lineEnds = [...match[0].matchAll(/ *\n/g)].map((end) => ({
      span: { start: start + end.index, end: start + end.index + end[0].length },
      replacement: ' ',
      kind: 'line-joined' as const,
    }));
    if (start >= notesFrom) note = /^(\d+) /.exec(match[0])?.[1] ?? note;
    const passage = readPassage(text, { start, end: start + match[0].length }, lineEnds);
    return { ...passage, part: 'p', ...(note === undefined ? {} : { note }) };
  });
}

/** One passage that plays a part. */
export function passage(text: string, part: LeafPart = 'p', note?: string): PartPassage {
  const read = readPassage(text, { start: 0, end: text.length }, []);
  return { ...read, part, ...(note === undefined ? {} : { note }) };
}

/** What the recogniser finds in passages of one text. */
export function datesIn(
  text: string,
  passages: readonly PartPassage[],
  language: string,
  documentDate?: string,
): { found: FoundDate[]; reported: Diagnostic[] } {
  const reported: Diagnostic[] = [];
  const annotations = dates.recognize({
    file: 'test.txt',
    passages,
    language,
    ...(documentDate === undefined ? {} : { documentDate }),
    register: emptyRegister,
    knownPersons: [],
    decided: [],
    report: (finding) => reported.push(finding),
  });
  const found = annotations.map(({ span, attributes, certainty }): FoundDate => {
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    return [words, certainty === 'high' ? attributes : { ...attributes, cert: certainty }];
  });
  return { found, reported };
}

/** The dates of one sentence. */
export function found(text: string, language = 'en', documentDate?: string): FoundDate[] {
  return datesIn(text, [passage(text)], language, documentDate).found;
}
