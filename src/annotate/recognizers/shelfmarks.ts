import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';

const FOND = String.raw`(?:F(?:ond)?\.?\s?\d+[a-z]?|f(?:ond)?\.\s?\d+[a-z]?|ф\.\s?\d+)`;
const LEVEL = String.raw`(?:,\s?(?:Op(?:is)?|op|оп|Per|P|D(?:elo)?|d|д|Ll?|Ll?ist|List|ll?|лл?|Dok|Doc)\.?\s?[\d][\d/a-z]*(?:\s?[-–]\s?\d+)?)`;
const ARCHIVE = String.raw`(?:\p{Lu}[\p{L}]{2,12}(?:\s\p{Lu}[\p{L}]+)?,\s?)?`;

/** Shelfmarks as archives count: fond, opis, delo, leaves; record group and box. */
const patterns: readonly RegExp[] = [
  new RegExp(`${ARCHIVE}${FOND}${LEVEL}{1,5}`, 'gu'),
  /(?:\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,6},\s)?(?:RG|Record Group)\s?\d+(?:,\s(?:Box|Folder|Entry|Series|Lot)\s[\dA-Z][\w-]*){1,4}/gu,
];

/** Offsets of the shelfmarks in a text, end exclusive. */
export function findShelfmarks(text: string): { start: number; end: number }[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

/** The shelfmarks of archival documents that a text or a note cites. */
export const shelfmarks: Recognizer = {
  name: 'shelfmarks',
  recognize: ({ passages }) =>
    passages.flatMap((passage) =>
      findShelfmarks(passage.text).map(({ start, end }): Annotation => ({
        span: passage.spanOf(start, end),
        kind: 'idno',
        attributes: { type: 'shelfmark' },
        recognizer: 'shelfmarks',
        certainty: 'high',
      })),
    ),
};
