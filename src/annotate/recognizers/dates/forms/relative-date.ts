import {
  endsPhrase,
  is,
  isCapitalised,
  readDay,
  readMonth,
  readWeekday,
  skip,
  skipDayPoint,
  type Form,
  type Reader,
} from '../reader.js';

/** Past a time of day that belongs to the date: "gestern Abend", "yesterday evening". */
function skipTimeOfDay(reader: Reader, at: number): number {
  return reader.lexicon.timesOfDay.has(reader.tokens[at]?.lower ?? '') ? at + 1 : at;
}

/** The token stands at the beginning of a sentence: nothing before it, or a mark that ends one. */
function startsSentence(reader: Reader, at: number): boolean {
  const before = reader.tokens[at - 1];
  return before === undefined || is(before, '.', '!', '?', ':', '–', '—', '-', '„', '"', '“', '”', '«', '»', '(', '…');
}

/** "yesterday", "the following day", "two days later", "morgen, Freitag Abend". */
export const offsetDate: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const counted = lexicon.counted.match(tokens, at);
  if (counted !== undefined) {
    const { unit, sign, anchor } = counted.value;
    const count = sign * (counted.count ?? 1);
    return { start: at, end: counted.end, expression: { kind: 'offset', unit, count, anchor } };
  }
  const offset = lexicon.offsets.match(tokens, at);
  if (offset === undefined) return undefined;
  // A noun in German ("der Morgen"): the adverb has a capital only where a sentence begins.
  const noun =
    lexicon.words.language === 'de' && isCapitalised(tokens[at]) && lexicon.timesOfDay.has(tokens[at]?.lower ?? '');
  if (noun && !startsSentence(reader, at)) return undefined;
  // "heute morgen": one adverb and its time of day.
  const afterTime = skipTimeOfDay(reader, offset.end);
  const weekday = readWeekday(reader, skip(reader, afterTime, ','), false);
  const base = { kind: 'offset', unit: 'day', count: offset.value.days, anchor: offset.value.anchor } as const;
  if (weekday === undefined) return { start: at, end: afterTime, expression: base };
  const named = { ...base, weekday: weekday.value };
  return { start: at, end: skipTimeOfDay(reader, weekday.end), expression: named };
};

/** "last week", "diesen Monat", "le mois dernier", "next year", "next Monday", "last May". */
export const directedDate: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const first = tokens[at];
  const before = first === undefined ? undefined : lexicon.directions.get(first.lower);
  const nameAt = before === undefined ? at : at + 1;
  const name = tokens[nameAt];
  if (name === undefined) return undefined;
  const unit = lexicon.units.get(name.lower);
  const weekday = readWeekday(reader, nameAt, false);
  const month = readMonth(reader, nameAt);
  const end = unit === undefined ? (weekday?.end ?? month?.end) : nameAt + 1;
  if (end === undefined || (month?.foreign === true && weekday === undefined)) return undefined;
  // "May last", "lundi prochain": after the name only where the phrase ends there, for "May last longer".
  const after =
    before === undefined && unit === undefined ? lexicon.directions.get(tokens[end]?.lower ?? '') : undefined;
  const romance = before === undefined && ['fr', 'es', 'it'].includes(lexicon.words.language);
  const follows = romance ? lexicon.directions.get(tokens[end]?.lower ?? '') : after;
  const direction = before ?? follows;
  if (direction === undefined) return undefined;
  if (before === undefined && !endsPhrase(reader, end + 1)) return undefined;
  const stop = before === undefined ? end + 1 : end;
  if (unit !== undefined) {
    // "the last year", "the next month": how long, not when.
    if (before !== undefined && lexicon.words.language === 'en' && lexicon.articles.has(tokens[at - 1]?.lower ?? ''))
      return undefined;
    const count = direction === 'last' ? -1 : direction === 'next' ? 1 : 0;
    return { start: at, end: stop, expression: { kind: 'offset', unit, count, anchor: 'document' } };
  }
  if (weekday !== undefined) {
    const moment = { weekday: weekday.value };
    return { start: at, end: skipTimeOfDay(reader, stop), expression: { kind: 'moment', moment, direction } };
  }
  if (month === undefined) return undefined;
  return { start: at, end: stop, expression: { kind: 'moment', moment: { month: month.value }, direction } };
};

const feasts = [
  'good',
  'bloody',
  'black',
  'palm',
  'easter',
  'ash',
  'holy',
  'shrove',
  'maundy',
  'man',
  'whit',
  'stiller',
  'grüner',
];

/** A weekday that stands alone: "Donnerstag", "on Monday night". */
export const weekdayAlone: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const weekday = readWeekday(reader, at, false);
  if (weekday === undefined) return undefined;
  const before = tokens[at - 1];
  if (before !== undefined && feasts.includes(before.lower)) return undefined;
  const end = skipTimeOfDay(reader, weekday.end);
  const next = tokens[end];
  if (lexicon.words.language === 'en') {
    // "Saturday Review": a name of something.
    if (isCapitalised(next)) return undefined;
    if (lexicon.articles.has(before?.lower ?? '') && !endsPhrase(reader, end)) return undefined;
  }
  // "Herr Sonntag", "Robinson's Friday": a person.
  if (isCapitalised(before) && !startsSentence(reader, at - 1) && !endsPhrase(reader, at - 1)) return undefined;
  return { start: at, end, expression: { kind: 'moment', moment: { weekday: weekday.value } } };
};

/** A month that stands alone: "in November", "Juli", "в октябре". */
export const monthAlone: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const month = readMonth(reader, at);
  if (month === undefined || month.foreign) return undefined;
  const token = tokens[at];
  if (token === undefined) return undefined;
  // An abbreviation needs its point, and then a place where no name can stand.
  const before = tokens[at - 1];
  const preceded = before !== undefined && before.kind === 'word' && lexicon.prepositions.has(before.lower);
  const reading = {
    start: at,
    end: month.end,
    expression: { kind: 'moment', moment: { month: month.value } },
  } as const;
  if (reader.alone) return reading;
  if (month.short) return preceded && is(tokens[month.end - 1], '.') ? reading : undefined;
  if (lexicon.ambiguousMonths.has(token.lower)) {
    if (!preceded || is(before, 'by', 'from', 'to', 'von', 'vor', 'nach', 'de', 'of', 'before', 'after'))
      return undefined;
    return !lexicon.doubtfulMonths.has(token.lower) || endsPhrase(reader, month.end) ? reading : undefined;
  }
  const next = tokens[month.end];
  // "October Revolution": a name of something, unless a preposition of time stands before.
  if (isCapitalised(next) && (!preceded || is(before, 'of', 'before', 'after', 'from'))) return undefined;
  if (lexicon.words.language === 'en' && lexicon.articles.has(before?.lower ?? '') && !endsPhrase(reader, month.end))
    return undefined;
  return reading;
};

/** A day that stands alone: "on the 29th", "den 30.", "8th inst.", "5. d. M.". */
export const dayAlone: Form = (reader, at) => {
  const { tokens, lexicon } = reader;
  const day = readDay(reader, at);
  if (day === undefined) return undefined;
  const pointed = lexicon.words.dayPoint ? skipDayPoint(reader, day.end) : day.end;
  const writing = lexicon.monthOfWriting.match(tokens, pointed);
  if (writing !== undefined && (day.ordinal || pointed > day.end || !isCapitalised(tokens[pointed + 1]))) {
    const moment = { day: day.value };
    // The point of "inst." is the abbreviation's; after a whole word it is the sentence's.
    const abbreviated = (tokens[writing.end - 1]?.text.length ?? 0) <= 4;
    const end = abbreviated ? skipDayPoint(reader, writing.end) : writing.end;
    return { start: at, end, expression: { kind: 'moment', moment, direction: writing.value } };
  }
  if (!endsPhrase(reader, pointed) || is(tokens[pointed], ':', '-', '–')) return undefined;
  const marked = day.ordinal || pointed > day.end || lexicon.words.language === 'fr' || lexicon.words.language === 'ru';
  if (!marked || !hasDayPreposition(reader, at)) return undefined;
  return {
    start: at,
    end: day.ordinal ? day.end : pointed,
    expression: { kind: 'moment', moment: { day: day.value } },
  };
};

/** A preposition that stands before days, of one or two words, ends at token `at`. */
function hasDayPreposition(reader: Reader, at: number): boolean {
  return [1, 2, 3].some((back) => {
    const phrase = at >= back ? reader.lexicon.dayPrepositions.match(reader.tokens, at - back) : undefined;
    return phrase?.end === at;
  });
}
