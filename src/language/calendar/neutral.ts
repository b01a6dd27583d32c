import type { CalendarWords } from './words.js';

const none = { early: [], middle: [], late: [], 'first-half': [], 'second-half': [] } as const;

/**
 * What holds in any language: dates in numbers, and the months of the other vocabularies beside day and year.
 * For a language without a vocabulary of its own.
 */
export const neutral: CalendarWords = {
  language: 'und',
  months: [],
  monthAbbreviations: [],
  weekdays: [],
  weekdayAbbreviations: [],
  seasons: { spring: '', summer: '', autumn: '', winter: '' },
  capitalised: false,
  ambiguousMonths: '',
  doubtfulMonths: '',
  monthFirst: false,
  dayPoint: false,
  ordinalEndings: '',
  joiners: [','],
  prepositions: '',
  dayPrepositions: [],
  yearWords: [],
  decadeEndings: [],
  decadePrefixes: [],
  parts: none,
  dayParts: [],
  timesOfDay: '',
  articles: '',
  spanWords: [],
  spanFrames: [],
  conjunctions: '&',
  last: '',
  current: '',
  next: '',
  instant: [],
  ultimo: [],
  proximo: [],
  oldStyle: [],
  units: { week: '', month: '', year: '' },
  offsets: [],
  counted: [],
  numbers: [],
  notBeforeYear: 'no nr n p pp s f fol vol § # $ £ € №',
  notAfterYear: 'km m % $ £ €',
  followers: '',
  bareYears: false,
};
