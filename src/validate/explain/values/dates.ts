import { calendars } from '../../../language/calendar/index.js';
import type { Diagnosis } from './diagnosis.js';

/** Days of the months of a leap year. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

let monthNumbers: ReadonlyMap<string, number> | undefined;

/** What is wrong with a date that is none to XML Schema (Part 2, section 3.2.7 and on; ISO 8601). */
export function diagnoseDate(value: string): Diagnosis {
  const text = value.trim();
  return (
    isoDate(text) ??
    span(text) ??
    numbers(text) ??
    moment(text) ??
    uncertain(text) ??
    beforeChrist(text) ??
    inWords(text) ??
    {}
  );
}

/** Year, month, day in ISO's order, but impossible, or without its zeros. */
function isoDate(text: string): Diagnosis | undefined {
  const match = /^(\d{1,4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/.exec(text);
  const [, year = '', month, day] = match ?? [];
  if (match === null || (year.length < 3 && month !== undefined)) return undefined;
  if (month === undefined) return { reason: 'a year has four digits', meant: padded(year, 4) };
  const isSpan = day === undefined && Number(month) > Number(year.slice(-2));
  if (Number(month) > 12 && isSpan) return undefined;
  return whole(year, month, day);
}

function whole(year: string, month: string, day: string | undefined): Diagnosis {
  if (Number(month) > 12 && day !== undefined && isDay(year, day, month)) {
    return { reason: `there is no month ${month}`, meant: join(year, day, month) };
  }
  if (Number(month) < 1 || Number(month) > 12) return { reason: `there is no month ${month}` };
  if (day !== undefined && !isDay(year, month, day)) {
    const last = lastDay(Number(year), Number(month));
    return {
      reason: `${padded(year, 4)}-${padded(month, 2)} has ${last} days`,
      advice: 'If the day is not known, leave it out.',
    };
  }
  return { reason: 'a date is year-month-day, with zeros and hyphens', meant: join(year, month, day) };
}

/** Two dates in one attribute. */
function span(text: string): Diagnosis | undefined {
  const match = /^(\d{4}(?:-\d\d){0,2})\s*[-–—/]\s*(\d{2}|\d{4}(?:-\d\d){0,2})$/.exec(text);
  const [, from = '', end = ''] = match ?? [];
  if (match === null) return undefined;
  const to = end.length === 2 ? from.slice(0, 2) + end : end;
  return {
    reason: 'these are two dates',
    advice: `Write from="${from}" to="${to}", or notBefore and notAfter for a time between them.`,
  };
}

/** Day and month before the year: 30.10.1956, 30/10/1956, 10/30/1956. */
function numbers(text: string): Diagnosis | undefined {
  const [, first = '', mark, second = '', year = ''] =
    /^(\d{1,2})\.?(\s*[./-]\s*)(\d{1,2})\.?\s{0,2}[./-]?\s{0,2}(\d{4})$/.exec(text) ?? [];
  if (mark === undefined) {
    const [, month, yearOnly] = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
    if (month !== undefined && yearOnly !== undefined && Number(month) <= 12) return whole(yearOnly, month, undefined);
    const [, ...compact] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
    const [y, m, d] = compact;
    return y !== undefined && m !== undefined && d !== undefined ? whole(y, m, d) : undefined;
  }
  const order = 'a date is year-month-day';
  const dayFirst = isDay(year, second, first);
  const monthFirst = isDay(year, first, second);
  if (dayFirst && monthFirst && first !== second && !mark.includes('.')) {
    return {
      reason: order,
      advice: `Write "${join(year, second, first)}" or "${join(year, first, second)}", whichever is meant.`,
    };
  }
  if (dayFirst) return { reason: order, meant: join(year, second, first) };
  return monthFirst ? { reason: order, meant: join(year, first, second) } : { reason: order };
}

/** A time of day, alone or after a date. */
function moment(text: string): Diagnosis | undefined {
  const match = /^(\d{4}-\d\d-\d\d)?[T ]?\s*(\d{1,2})[:.h](\d\d)(?::(\d\d))?$/.exec(text);
  const [, date, hour = '', minute = '', second] = match ?? [];
  if (match === null || Number(hour) > 24 || Number(minute) > 59) return undefined;
  const time = `${padded(hour, 2)}:${minute}:${second ?? '00'}`;
  return { reason: 'a time has hours, minutes and seconds', meant: date === undefined ? time : `${date}T${time}` };
}

function uncertain(text: string): Diagnosis | undefined {
  const match = /^(?:~|\?|(?:c|ca|circa|um|about|around|vers|около)\.?)\s*(\d{4})\??$|^(\d{4})\s*(?:\?|\(\?\))$/iu.exec(
    text,
  );
  const year = match?.[1] ?? match?.[2];
  return year === undefined
    ? undefined
    : {
        reason: 'the value holds the date alone',
        meant: year,
        advice: 'Say that it is not certain with cert="low", or with notBefore and notAfter.',
      };
}

function beforeChrist(text: string): Diagnosis | undefined {
  const [, before, after] = /^(?:-(\d{1,3})|(\d{1,4})\s*(?:BCE?|B\.C\.|v\. ?Chr\.))$/i.exec(text) ?? [];
  const year = before ?? after;
  return year === undefined
    ? undefined
    : { reason: 'a year before Christ is a minus and four digits', meant: `-${padded(year, 4)}` };
}

/** A date as a text writes it: 30 October 1956, October 30, 1956, октябрь 1956. */
function inWords(text: string): Diagnosis | undefined {
  if (text.length > 60) return undefined;
  const parts = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const months = parts.flatMap((part) => months_().get(part) ?? []);
  const year = parts.find((part) => /^\d{4}$/.test(part));
  const reason = 'a date is year-month-day, in numbers';
  if (months.length !== 1 || year === undefined) {
    return parts.some((part) => /\p{L}/u.test(part))
      ? { reason: 'a date is written in numbers', advice: 'Where no date is known, leave the attribute out.' }
      : undefined;
  }
  const month = String(months[0]);
  const days = parts.filter((part) => /^\d{1,2}$/.test(part));
  const [day] = days;
  if (days.length > 1 || (day !== undefined && !isDay(year, month, day))) return { reason };
  return { reason, meant: join(year, month, day) };
}

/** The numbers of all month names, in every language that has a calendar here. */
function months_(): ReadonlyMap<string, number> {
  if (monthNumbers !== undefined) return monthNumbers;
  const numbersOf = new Map<string, number>();
  for (const { months, monthAbbreviations } of calendars) {
    for (const list of [months, monthAbbreviations]) {
      list.forEach((forms, index) => {
        for (const form of forms.split(' ')) if (!numbersOf.has(form)) numbersOf.set(form, index + 1);
      });
    }
  }
  return (monthNumbers = numbersOf);
}

function isDay(year: string, month: string, day: string): boolean {
  return Number(day) >= 1 && Number(day) <= lastDay(Number(year), Number(month));
}

/** The last day of a month, by the Gregorian calendar as XML Schema has it; 0 for no month. */
function lastDay(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && !isLeap ? 28 : (longest[month - 1] ?? 0);
}

function join(year: string, month: string, day: string | undefined): string {
  return [padded(year, 4), padded(month, 2), ...(day === undefined ? [] : [padded(day, 2)])].join('-');
}

function padded(digits: string, width: number): string {
  return digits.padStart(width, '0');
}
