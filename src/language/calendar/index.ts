import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { hungarian } from './hungarian.js';
import { italian } from './italian.js';
import { polish } from './polish.js';
import { russianLatin } from './russian-latin.js';
import { russian } from './russian.js';
import { spanish } from './spanish.js';
import type { CalendarWords } from './words.js';

export { neutral } from './neutral.js';
export type {
  CalendarWords,
  CountedPhrase,
  Direction,
  OffsetAnchor,
  OffsetPhrase,
  PeriodPart,
  Season,
} from './words.js';

/** Every calendar vocabulary, one a language. To add a language: one file, one line here. */
export const calendars: readonly CalendarWords[] = [
  english,
  german,
  french,
  russian,
  russianLatin,
  hungarian,
  spanish,
  italian,
  polish,
];

/**
 * The calendar vocabulary of a language, or undefined where there is none.
 *
 * @param language a BCP 47 tag; a script counts ("ru-Latn"), a region does not ("de-CH" is "de").
 */
export function calendarWords(language: string): CalendarWords | undefined {
  const tag = language.toLowerCase();
  return (
    calendars.find(
      (words) => tag === words.language.toLowerCase() || tag.startsWith(`${words.language.toLowerCase()}-latn`),
    ) ?? calendars.find((words) => tag.split('-')[0] === words.language)
  );
}
