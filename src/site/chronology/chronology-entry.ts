import { calendarDate } from '../figures/calendar.js';
import type { DocumentView } from '../reading/document-view.js';
import type { DateMention } from '../reading/mention.js';
import type { PersonEntry, Register } from '../../edition/register.js';
import { dateOf } from '../reading/date-view.js';

/** What is dated: a document, a place in a text that names the date, or what a register says. */
export type ChronologySubject =
  | { readonly kind: 'document'; readonly document: DocumentView }
  | { readonly kind: 'mention'; readonly document: DocumentView; readonly mention: DateMention }
  | { readonly kind: 'birth' | 'death'; readonly person: PersonEntry }
  | { readonly kind: 'event'; readonly label: string };

/** One thing under a date. */
export interface ChronologyEntry {
  /** The date it stands under, as precise as it is known: `1956`, `1956-10`, `1956-10-30`. */
  readonly date: string;
  /** The end of a stretch of time, empty for none. */
  readonly end: string;
  /** `@cert` where it is less than high. */
  readonly certainty: string;
  readonly subject: ChronologySubject;
}

/**
 * Everything that has a date: the documents, the dates in their texts, events of the register, and lives where they
 * touch the years of these. What has no date of the calendar (31 April) is left out: validation tells of it.
 *
 * @param documents in the order of the site, which entries of one date keep.
 */
export function chronologyEntries(documents: readonly DocumentView[], register: Register): ChronologyEntry[] {
  const entries: ChronologyEntry[] = [];
  const add = (start: string, end: string, certainty: string, subject: ChronologySubject): void => {
    const date = dateKey(start) || dateKey(end);
    const until = dateKey(end);
    if (date !== '') entries.push({ date, end: until === date ? '' : until, certainty, subject });
  };
  for (const document of documents) {
    const { date } = document;
    if (date !== undefined) add(date.start, date.end, date.certainty, { kind: 'document', document });
  }
  for (const { label, dating } of register.events ?? []) {
    const date = dateOf({ name: 'event', attributes: new Map(Object.entries(dating)), children: [] });
    add(date.start, date.end, date.certainty, { kind: 'event', label });
  }
  for (const document of documents) {
    for (const mention of document.text.dated) {
      const { start, end, certainty } = mention.value;
      add(start, end, certainty, { kind: 'mention', document, mention });
    }
  }
  return [...lifeEntries(register.persons, new Set(entries.map(({ date }) => yearOf(date)))), ...entries];
}

/** Births and deaths in the years that the edition speaks of; a register has those of other years. */
function lifeEntries(persons: readonly PersonEntry[], years: ReadonlySet<string>): ChronologyEntry[] {
  return persons.flatMap((person) =>
    (['birth', 'death'] as const).flatMap((kind) => {
      const rough = kind === 'birth' ? person.born : person.died;
      const known = dateOf({ name: kind, attributes: new Map(Object.entries(rough?.dating ?? {})), children: [] });
      const date = dateKey(known.start) || dateKey(known.end) || dateKey(person[kind] ?? '');
      const end = dateKey(known.end) === date ? '' : dateKey(known.end);
      return years.has(yearOf(date)) ? [{ date, end, certainty: known.certainty, subject: { kind, person } }] : [];
    }),
  );
}

/** The year of a date, as it is written. */
export function yearOf(date: string): string {
  return /^-?\d+/.exec(date)?.[0] ?? '';
}

/** The date of a value without a time of day or a zone; empty for what is no date. */
export function dateKey(value: string): string {
  return calendarDate(value) === undefined ? '' : value.replace(/[TZ].*$/, '');
}
