import { createRequire } from 'node:module';
import type { Chrono, ParsedComponents, ParsedResult } from 'chrono-node';
import type { DateContext } from './context.js';
import { asDay } from './context.js';
import { daysInMonth } from './day.js';
import type { Moment } from './expression.js';
import type { DateMention } from './finder.js';

/**
 * Languages in which chrono-node finds the dates because there is no vocabulary of ours. It is loaded when a
 * text needs it (it costs a tenth of a second), and only its explicit findings count.
 */
const locales = ['ar', 'fi', 'ja', 'nl', 'pt', 'sv', 'uk', 'vi', 'zh'] as const;
type Locale = (typeof locales)[number];

interface LocaleModule {
  readonly casual?: Chrono;
  readonly hans?: { readonly casual: Chrono };
}

const require = createRequire(import.meta.url);
const loaded = new Map<Locale, Chrono | undefined>();

function finderOf(language: string): Chrono | undefined {
  const base = language.toLowerCase().split('-')[0];
  const locale = locales.find((candidate) => candidate === base);
  if (locale === undefined) return undefined;
  if (!loaded.has(locale)) {
    const module = require(`chrono-node/${locale}`) as LocaleModule;
    loaded.set(locale, module.casual ?? module.hans?.casual);
  }
  return loaded.get(locale);
}

/** The components that the words themselves state; chrono fills in the others from a reference date. */
function statedMoment(components: ParsedComponents): Moment | undefined {
  const stated = (name: 'year' | 'month' | 'day'): number | undefined =>
    components.isCertain(name) ? (components.get(name) ?? undefined) : undefined;
  const year = stated('year');
  const month = stated('month');
  const day = stated('day');
  if (month === undefined || (day === undefined && year === undefined)) return undefined;
  if (year !== undefined && (year < 1000 || year > 2099)) return undefined;
  if (day !== undefined && day > daysInMonth(month, year)) return undefined;
  return { month, ...(year === undefined ? {} : { year }), ...(day === undefined ? {} : { day }) };
}

/** Where the date's words end: a time of day that chrono takes along is no part of it. */
function endOfDate(result: ParsedResult, moment: Moment): number {
  if (!result.start.isCertain('hour')) return result.text.length;
  const year = moment.year === undefined ? -1 : result.text.indexOf(String(moment.year));
  return year < 0 ? result.text.length : year + 4;
}

/** Dates of a text in a language that chrono-node knows; empty for other languages. Offsets are UTF-16 units. */
export function chronoCandidates(text: string, language: string, context: DateContext): DateMention[] {
  const finder = finderOf(language);
  if (finder === undefined) return [];
  const written = asDay(context.written);
  // A fixed reference where the day of writing is not known: what depends on it is left out below.
  const reference =
    written === undefined ? new Date(2000, 0, 1) : new Date(written.year, written.month - 1, written.day);
  const mentions: DateMention[] = [];
  for (const result of finder.parse(text, reference)) {
    const from = statedMoment(result.start);
    const absolute = /\p{Nd}/u.test(result.text);
    if (from === undefined || (!absolute && written === undefined)) continue;
    const padding = result.text.length - result.text.trimStart().length;
    const start = result.index + padding;
    const end = result.index + result.text.slice(0, endOfDate(result, from)).trimEnd().length;
    const to = result.end ? statedMoment(result.end) : undefined;
    if (end <= start) continue;
    const expression =
      to === undefined ? ({ kind: 'moment', moment: from } as const) : ({ kind: 'span', from, to } as const);
    mentions.push({ start, end, expression });
  }
  return mentions;
}
