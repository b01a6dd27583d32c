import type { ValueExpectation } from '../../relax-ng/fault.js';
import { alternatives } from '../names.js';

/** The kinds of value that readers tell apart; each may be made of several datatypes. */
export type ValueKind =
  'date' | 'name' | 'word' | 'address' | 'language' | 'truth' | 'number' | 'whole-number' | 'duration' | 'other';

type Datatype = ValueExpectation['datatypes'][number];

/** Datatypes of XML Schema Part 2 by kind. */
const kinds: Readonly<Record<Exclude<ValueKind, 'word' | 'other'>, string>> = {
  date: 'date dateTime time gYear gYearMonth gMonth gMonthDay gDay',
  name: 'ID IDREF NCName Name QName ENTITY NMTOKEN',
  address: 'anyURI',
  language: 'language',
  truth: 'boolean',
  number: 'decimal double float',
  'whole-number':
    'integer nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger long int short byte ' +
    'unsignedLong unsignedInt unsignedShort unsignedByte',
  duration: 'duration',
};
const kindByName: ReadonlyMap<string, ValueKind> = new Map(
  Object.entries(kinds).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as ValueKind])),
);

/** The patterns by which TEI's datatypes restrict `token` (Guidelines, section 1.4.2), and what they are for. */
const patterns: ReadonlyMap<string, readonly [ValueKind, string]> = new Map<string, readonly [ValueKind, string]>([
  ['[^\\p{C}\\p{Z}]+', ['word', 'one word without blanks']],
  ['(\\-?[\\d]+/\\-?[\\d]+)', ['number', 'a fraction such as "1/2"']],
  ['[0-9.,DHMPRSTWYZ/:+\\-]+', ['date', 'a date by ISO 8601, such as "1956-10-30" or "1956-10-30/1956-11-04"']],
  ['[\\d]+(\\.[\\d]+){0,2}', ['other', 'a version number such as "1.2"']],
  ['[\\d]+[a-z]*[\\d]*(\\.[\\d]+[a-z]*[\\d]*){0,3}', ['other', 'a version number such as "4.9.0"']],
  ['(-?[0-9]+(\\.[0-9]+)?,-?[0-9]+(\\.[0-9]+)?)', ['other', 'points such as "0,0 100,0 100,50"']],
  [
    '[\\-+]?\\d+(\\.\\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)',
    ['other', 'a number with its unit, such as "5cm" or "80%"'],
  ],
  ['.+:.+', ['name', 'a name with a prefix, such as "tei:p"']],
  ['.+', ['other', 'text']],
]);

const words: Readonly<Record<ValueKind, string>> = {
  date: 'a date such as "1956-10-30", "1956-10" or "1956"',
  name: 'a name without blanks that begins with a letter or "_"',
  word: 'one word without blanks',
  address: 'an address without blanks, such as "#note-1" or "https://example.org/"',
  language: 'a language tag such as "en" or "ru-Latn"',
  truth: '"true" or "false"',
  number: 'a number such as "2" or "1.5"',
  'whole-number': 'a whole number such as "12"',
  duration: 'a duration such as "P3D" (three days) or "PT2H" (two hours)',
  other: 'text',
};

/** Longest pattern that a message repeats. */
const LONGEST_PATTERN = 60;

/** Datatypes of time that stand alone. */
const moments: ReadonlyMap<string, string> = new Map([
  ['date', 'a day such as "1956-10-30"'],
  ['dateTime', 'a day and time such as "1956-10-30T18:00:00"'],
  ['time', 'a time such as "18:00:00"'],
  ['gYear', 'a year such as "1956"'],
  ['gYearMonth', 'a month such as "1956-10"'],
]);

const bounds: ReadonlyMap<string, string> = new Map([
  ['minInclusive', 'at least'],
  ['maxInclusive', 'at most'],
  ['minExclusive', 'more than'],
  ['maxExclusive', 'less than'],
  ['minLength', 'characters: at least'],
  ['maxLength', 'characters: at most'],
  ['length', 'characters:'],
]);

/** The kind of a datatype; its pattern says more than its name. */
export function kindOf({ name, facets }: Datatype): ValueKind {
  const pattern = facets.find(([facet]) => facet === 'pattern')?.[1];
  return (pattern === undefined ? undefined : patterns.get(pattern)?.[0]) ?? kindByName.get(name) ?? 'other';
}

/** The datatypes of an expectation in words, each kind once: `a date such as … or a whole number such as …`. */
export function describeDatatypes({ datatypes }: ValueExpectation): string {
  const times = datatypes.filter((each) => kindOf(each) === 'date');
  const numbers = datatypes.filter((each) => kindOf(each) === 'number');
  const told = new Set<string>();
  for (const datatype of datatypes) {
    const kind = kindOf(datatype);
    if (kind === 'date' && (times.length > 1 || !moments.has(datatype.name))) told.add(words.date);
    // Where any number will do, fractions and whole numbers need no word of their own.
    else if (numbers.length > 1 && (kind === 'number' || kind === 'whole-number'))
      told.add(numberWithin('number', datatype));
    else told.add(describe(datatype, kind));
  }
  return alternatives([...told]);
}

function describe(datatype: Datatype, kind: ValueKind): string {
  const pattern = datatype.facets.find(([facet]) => facet === 'pattern')?.[1];
  const known = pattern === undefined ? undefined : patterns.get(pattern)?.[1];
  if (known !== undefined) return known;
  if (pattern === undefined && (kind === 'number' || kind === 'whole-number')) return numberWithin(kind, datatype);
  const plain = moments.get(datatype.name) ?? words[kind];
  // A pattern says more than its kind, but for addresses, in which TEI only forbids blanks.
  const form =
    pattern === undefined || kind === 'address'
      ? plain
      : `text of the form ${pattern.length > LONGEST_PATTERN ? `${pattern.slice(0, LONGEST_PATTERN)}…` : pattern}`;
  return `${form}${limits(datatype)}`;
}

/** Limits say more than an example. */
function numberWithin(kind: 'number' | 'whole-number', datatype: Datatype): string {
  const within = limits(datatype);
  return within === '' ? words[kind] : `a ${kind.replace('-', ' ')}${within}`;
}

function limits({ name, facets }: Datatype): string {
  const own = name === 'nonNegativeInteger' ? ['at least 0'] : name === 'positiveInteger' ? ['at least 1'] : [];
  const said = facets.flatMap(([facet, value]) => {
    const bound = bounds.get(facet);
    return bound === undefined ? [] : [`${bound} ${value}`];
  });
  const all = [...own, ...said];
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
}
