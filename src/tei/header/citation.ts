import type { Annotation, AnnotationKind } from '../../annotate/annotation.js';
import { parseDate } from '../../annotate/recognizers/dates/index.js';
import type { Passage } from '../../source/passage.js';

/** Where an archival document is kept, each level as printed. */
export interface Shelfmark {
  readonly repository?: string;
  readonly fond?: string;
  readonly opis?: string;
  readonly delo?: string;
  readonly leaves?: string;
  /** All of it, as printed. */
  readonly printed: string;
}

/** What a citation, as archives print them, says. */
export interface Citation {
  readonly shelfmark?: Shelfmark;
  readonly translator?: string;
  readonly compiler?: string;
  readonly url?: string;
  /** The parts, as annotations of the citation's own words. */
  readonly annotations: readonly Annotation[];
}

/** The labels of an archive's levels; the first group is the value. */
const levels: readonly (readonly [keyof Omit<Shelfmark, 'printed' | 'repository'>, RegExp])[] = [
  ['fond', /^(?:F(?:ond|und|onds)?|f(?:ond)?|Bestand|RG|Record Group|ф)\.?\s?(?=\d|[A-Z])(.+)$/u],
  ['opis', /^(?:Op(?:is)?|op|Inventory|inv|оп)\.?\s?(?=\d)(.+)$/u],
  ['delo', /^(?:D(?:elo)?|d|File|Dosar|Akte|Dossier|Folder|Box|д)\.?\s?(?=\d|[A-Z])(.+)$/u],
  ['leaves', /^(?:Ll?|List|Listy|ll?|Leaves|pp?|fols?|ff?|Bl|лл?)\.?\s?(?=\d)(.+)$/u],
];

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a citation: the parts that it names, wherever they stand in it. */
export function readCitation(passage: Passage, language: string): Citation {
  const annotations: Annotation[] = [];
  const mark = (
    kind: AnnotationKind,
    start: number,
    end: number,
    attributes: Readonly<Record<string, string>> = {},
  ): void => {
    if (end <= start) return;
    annotations.push({ span: passage.spanOf(start, end), kind, attributes, recognizer: 'citation', certainty: 'high' });
  };
  const { text } = passage;
  const shelfmark = findShelfmark(text, mark);
  const titled = /^[“"«„]([^”"»“]{3,300}?)[,.]?[”"»“]/u.exec(text);
  if (titled?.[1] !== undefined) mark('title', 1, 1 + titled[1].length, { level: 'a' });
  for (const segment of segmentsOf(text)) {
    const value =
      /\d{4}/u.test(segment.text) && segment.text.length < 40 ? parseDate(segment.text, language) : undefined;
    if (value?.attributes.when !== undefined) mark('date', segment.start, segment.end, { when: value.attributes.when });
  }
  for (const match of text.matchAll(/(?:pp?|S|str|стр?)\.\s?(\d+(?:\s?[-–]\s?\d+)?)/gu)) {
    if (
      annotations.some(
        (other) =>
          other.kind === 'idno' &&
          passage.offsetOf(other.span.start) <= match.index &&
          match.index < passage.offsetOf(other.span.end - 1),
      )
    )
      continue;
    mark('biblScope', match.index, match.index + match[0].length, { unit: 'page' });
  }
  for (const match of text.matchAll(/(?:No|Nos|Nr|Issue|№)\.?\s\d+(?:[-–/]\d+)?/gu))
    mark('biblScope', match.index, match.index + match[0].length, { unit: 'issue' });
  const published =
    /(?:[Pp]ublished|[Vv]eröffentlicht|[Pp]ublié|[Оо]публиковано)\s+(?:in|dans|в)\s+["“„«]?(\p{Lu}[^,"”»“]*?)(?=["”»“]|\s\(|,|\s(?:No|Nos|Nr|vol|Vol|№)\.?\s|\s\d|$)/u.exec(
      text,
    );
  if (published?.[1] !== undefined) {
    const start = published.index + published[0].length - published[1].length;
    mark('title', start, start + published[1].length, { level: 'j' });
  }
  const translator = nameAfter(
    text,
    /(?:[Tt]ranslated(?:\s+from\s+the\s+\p{L}+)?\s+by|[Tt]ranslation\s+by|[Üü]bersetzt\s+von|[Tt]raduit\s+par|[Пп]еревод)\s+/u,
  );
  const compiler = nameAfter(text, /(?:[Cc]ompiled|[Rr]ecorded)\s+by\s+/u);
  const url = /https?:\/\/[^\s<>]+/u.exec(text)?.[0];
  return {
    ...(shelfmark === undefined ? {} : { shelfmark }),
    ...(translator === undefined ? {} : { translator }),
    ...(compiler === undefined ? {} : { compiler }),
    ...(url === undefined ? {} : { url }),
    annotations,
  };
}

function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  for (const match of text.matchAll(/[^,;“”"]+/gu)) {
    const body = match[0].trim();
    const start = match.index + match[0].length - match[0].trimStart().length;
    if (body !== '') segments.push({ text: body, start, end: start + body.length });
  }
  // The months of English dates hold a comma: "October 30, 1956".
  return segments.flatMap((segment, i) => {
    const next = segments[i + 1];
    const isMonthDay = /^\p{L}+\.?\s\d{1,2}$/u.test(segment.text) && next !== undefined && /^\d{4}/u.test(next.text);
    return isMonthDay
      ? [{ text: text.slice(segment.start, next.start + 4), start: segment.start, end: next.start + 4 }, segment]
      : [segment];
  });
}

/** The level of each segment that has a label; what stands before the first is the repository. */
function findShelfmark(
  text: string,
  mark: (kind: AnnotationKind, start: number, end: number, attributes?: Readonly<Record<string, string>>) => void,
): Shelfmark | undefined {
  const segments = [...text.matchAll(/[^,]+/gu)].map((match): Segment => {
    const lead = match[0].length - match[0].trimStart().length;
    // A sentence's end ends a shelfmark: "Ll. 6-14, compiled …", "pp. 227-228. Translated by".
    const body = match[0]
      .trim()
      .replace(/\.\s+\p{Lu}.*$/su, '')
      .replace(/\.$/u, '');
    return { text: body, start: match.index + lead, end: match.index + lead + body.length };
  });
  const found: Partial<Record<keyof Shelfmark, string>> = {};
  let first: number | undefined;
  let end = 0;
  for (const [i, segment] of segments.entries()) {
    const level = levels.find(([, pattern]) => pattern.test(segment.text));
    if (level === undefined) {
      if (first !== undefined) break;
      continue;
    }
    if (first === undefined && level[0] !== 'fond') continue;
    first ??= i;
    found[level[0]] = segment.text;
    end = segment.end;
    if (level[0] === 'leaves') break;
  }
  const fondSegment = first === undefined ? undefined : segments[first];
  if (first === undefined || fondSegment === undefined || Object.keys(found).length < 2) return undefined;
  const repository = segments[first - 1];
  const start = repository?.start ?? fondSegment.start;
  mark('idno', start, end, { type: 'shelfmark' });
  return {
    ...found,
    ...(repository === undefined ? {} : { repository: repository.text }),
    printed: text.slice(start, end),
  };
}

function nameAfter(text: string, opening: RegExp): string | undefined {
  const match = opening.exec(text);
  if (match === null) return undefined;
  const name = /^(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}'’-]+(?:\s+(?:\p{Lu}\.\s?)*\p{Lu}[\p{L}'’-]+){0,4}/u.exec(
    text.slice(match.index + match[0].length),
  );
  return name?.[0];
}
