import type { PartPassage } from '../../structure/division.js';
import type { Annotation } from '../annotation.js';
import type { Recognizer } from '../recognizer.js';
import { findShelfmarks } from './shelfmarks.js';

/** Place, publisher and year in parentheses, with pages behind: "(New York: Allied Publishers, 1964), pp. 7-8". */
const imprint =
  /\((?<place>\p{Lu}[\p{L}. ,-]{1,40}): (?<publisher>[^():]{2,80}), \d{4}\)(?:, (?<pages>(?:pp?|S|с|o)\.\s?\d+(?:[-–]\d+)?))?/gu;
/** Those who edited a book, at the beginning of the reference to it: "A. Miller and B. Baker, eds.", "A. Müller (Hg.)". */
const editors =
  /^(?<names>\p{Lu}[\p{L}\p{M}.'’ -]{2,60}(?:(?:, | and | und | et | és | и | & )\p{Lu}[\p{L}\p{M}.'’ -]{2,60}){0,3}?)(?:, (?:eds?|Hrsg|Hg|éds?|szerk|ред)\.| \((?:eds?|Hrsg|Hg|éds?|szerk|ред)\.\))/u;
/** A title in quotation marks, a periodical, a date and a page: `"Title," Pravda (Moscow), 31 October 1956, p. 1`. */
const article =
  /["“„]([^"“”„]{3,300}?),?["”“],? (\p{Lu}[\p{L}'’ -]{2,40}?)(?: \([^()]{2,30}\))?,? (?:No\. \d+,? )?(?:\()?[^"“”();]{0,30}\d{4}\)?,? (pp?\.\s?\d+(?:[-–]\d+)?)/gu;
/** A title in quotation marks at the end of the words before a shelfmark, with "in" between them. */
const citedDocument = /["“„]([^"“”„]{3,300}),["”“][^"“”„;]{0,200}?,? in $/u;
/** What introduces a reference: "see", "in" … */
const introduction = /(?:^|[\s(])(?:[Ss]ee(?: also)?|[Ii]n|[Cc]f\.|[Vv]gl\.|[Ss]iehe|[Vv]oir|[Сс]м\.)\s+/gu;
/** A sentence's end before the reference; initials and "eds." are none. */
const sentenceEnd = /(?<=\p{Ll}{4}|[)”"])[.;]\s+(?=\p{Lu})/gu;

/** References to books, articles and archival documents in notes, as `bibl` with title and pages. */
export const bibliographicReferences: Recognizer = {
  name: 'bibliographic-references',
  recognize: ({ passages }) =>
    passages
      .filter((passage) => passage.note !== undefined)
      .flatMap((passage) => [...books(passage), ...articles(passage), ...documents(passage)]),
};

function make(
  passage: PartPassage,
  kind: 'bibl' | 'title' | 'biblScope' | 'editor' | 'pubPlace' | 'publisher',
  start: number,
  end: number,
  attributes: Readonly<Record<string, string>> = {},
): Annotation {
  return {
    span: passage.spanOf(start, end),
    kind,
    attributes,
    recognizer: 'bibliographic-references',
    certainty: 'high',
  };
}

function books(passage: PartPassage): Annotation[] {
  return [...passage.text.matchAll(imprint)].flatMap((match) => {
    const before = passage.text.slice(Math.max(0, match.index - 300), match.index);
    const start = match.index - before.length + beginning(before);
    const end = match.index + match[0].length;
    const { place = '', publisher = '', pages } = match.groups ?? {};
    const placeAt = match.index + 1;
    const publisherAt = placeAt + place.length + ': '.length;
    return [
      make(passage, 'bibl', start, end),
      ...editorsOf(passage, start, match.index),
      make(passage, 'pubPlace', placeAt, placeAt + place.length),
      make(passage, 'publisher', publisherAt, publisherAt + publisher.length),
      ...(pages === undefined ? [] : [make(passage, 'biblScope', end - pages.length, end, { unit: 'page' })]),
    ];
  });
}

/** Each editor of a book, the name alone. */
function editorsOf(passage: PartPassage, start: number, end: number): Annotation[] {
  const names = editors.exec(passage.text.slice(start, end))?.groups?.['names'] ?? '';
  // "Miller, John" is one name.
  const isInverted = names.split(', ').some((name) => !name.includes(' '));
  const single = isInverted
    ? /\p{Lu}(?:(?! and | und | et | és | и | & ).)*/gu
    : /\p{Lu}(?:(?!, | and | und | et | és | и | & ).)*/gu;
  return [...names.matchAll(single)].map((match) =>
    make(passage, 'editor', start + match.index, start + match.index + match[0].length),
  );
}

/** Where the reference begins whose imprint follows: after its introduction, or with its sentence. */
function beginning(before: string): number {
  const after = (pattern: RegExp): number => {
    const last = [...before.matchAll(pattern)].at(-1);
    return last === undefined ? 0 : last.index + last[0].length;
  };
  return Math.max(after(introduction), after(sentenceEnd));
}

function articles(passage: PartPassage): Annotation[] {
  return [...passage.text.matchAll(article)].flatMap((match) => {
    const [whole, title = '', periodical = '', pages = ''] = match;
    const end = match.index + whole.length;
    const periodicalAt = match.index + whole.indexOf(periodical, title.length + 2);
    return [
      make(passage, 'bibl', match.index, end),
      make(passage, 'title', match.index + 1, match.index + 1 + title.length, { level: 'a' }),
      make(passage, 'title', periodicalAt, periodicalAt + periodical.length, { level: 'j' }),
      make(passage, 'biblScope', end - pages.length, end, { unit: 'page' }),
    ];
  });
}

function documents(passage: PartPassage): Annotation[] {
  return findShelfmarks(passage.text).flatMap(({ start, end }) => {
    const from = Math.max(0, start - 500);
    const match = citedDocument.exec(passage.text.slice(from, start));
    if (match?.[1] === undefined) return [];
    const at = from + match.index;
    return [make(passage, 'bibl', at, end), make(passage, 'title', at + 1, at + 1 + match[1].length, { level: 'u' })];
  });
}
