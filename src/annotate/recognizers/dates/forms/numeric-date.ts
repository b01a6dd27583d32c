import type { Moment } from '../expression.js';
import { is, skip, type Form, type Reader } from '../reader.js';

/** Three numbers divided by one kind of mark: their values, how many digits each has, and where they end. */
interface Triple {
  readonly values: readonly [number, number, number];
  readonly digits: readonly [number, number, number];
  readonly mark: string;
  readonly end: number;
}

function readTriple(reader: Reader, at: number): Triple | undefined {
  const { tokens } = reader;
  const first = tokens[at];
  if (first?.kind !== 'number' || first.inAddress) return undefined;
  const before = tokens[at - 1];
  if (first.joined && before !== undefined && (before.kind === 'word' || is(before, '.', '/', '-', ',')))
    return undefined;
  const mark = tokens[at + 1];
  const second = tokens[at + 2];
  const again = tokens[at + 3];
  const third = tokens[at + 4];
  if (!is(mark, '.', '/', '-') || again?.text !== mark?.text || mark?.joined !== true || again?.joined !== true)
    return undefined;
  if (second?.kind !== 'number' || third?.kind !== 'number') return undefined;
  // "26. 2. 1926" may be spaced; "26 - 2 - 1926" is a sum.
  if (!is(mark, '.') && !(second.joined && third.joined)) return undefined;
  const after = tokens[at + 5];
  if (
    after?.joined === true &&
    (after.kind !== 'mark' || (is(after, '.', '/', '-') && tokens[at + 6]?.joined === true))
  ) {
    const goesOn = after.kind !== 'mark' || tokens[at + 6]?.kind === 'number';
    if (goesOn) return undefined;
  }
  return {
    values: [Number(first.text), Number(second.text), Number(third.text)],
    digits: [first.text.length, second.text.length, third.text.length],
    mark: mark.text,
    end: at + 5,
  };
}

/** The readings that custom allows; the language decides where it can. */
function readings(reader: Reader, { values, digits, mark }: Triple): Moment[] {
  const [a, b, c] = values;
  const month = (value: number): boolean => value >= 1 && value <= 12;
  const day = (value: number): boolean => value >= 1 && value <= 31;
  if (digits[0] === 4) return a >= 1000 && a <= 2099 && month(b) && day(c) ? [{ year: a, month: b, day: c }] : [];
  if (digits[0] > 2 || digits[1] > 2) return [];
  const longYear = digits[2] === 4 && c >= 1000 && c <= 2099;
  // "3.4.12" may be the number of a section: two digits are a year where points usually divide a date, or slashes in full.
  if (!longYear && !(digits[2] === 2 && (reader.alone || (mark === '.' && reader.lexicon.words.language !== 'en'))))
    return [];
  const year = longYear ? { year: c } : { shortYear: c };
  const dayFirst = day(a) && month(b) ? [{ ...year, month: b, day: a }] : [];
  // Only with slashes or hyphens, and in English, does the month stand first.
  const monthFirst =
    mark !== '.' && reader.lexicon.words.language === 'en' && month(a) && day(b) && a !== b
      ? [{ ...year, month: a, day: b }]
      : [];
  return [...dayFirst, ...monthFirst];
}

/** Dates in numbers: "1956-10-30", "17.04.1958", "26. 2. 1926", "30/10/1956". */
export const numericDate: Form = (reader, at) => {
  const triple = readTriple(reader, at);
  if (triple === undefined) return undefined;
  const [moment, other] = readings(reader, triple);
  if (moment === undefined) return undefined;
  if (other !== undefined)
    return { start: at, end: triple.end, expression: { kind: 'ambiguous', readings: [moment, other] } };
  const end = moment.shortYear === undefined ? triple.end : skip(reader, triple.end, '.');
  return { start: at, end, expression: { kind: 'moment', moment } };
};
