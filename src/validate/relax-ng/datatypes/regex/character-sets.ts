import { nameCharacters, nameStartCharacters } from '../name-characters.js';
import { blockRanges } from './blocks.js';

const escaped = (codePoint: number): string => `\\u{${codePoint.toString(16)}}`;

/** The set of one character. */
export const setOf = (codePoint: number): string => `[${escaped(codePoint)}]`;

/** The set from one character to another, both of it. */
export const setOfRange = (first: number, last: number): string => `[${escaped(first)}-${escaped(last)}]`;

/** The characters of all sets. */
export const unionOf = (sets: readonly string[]): string => (sets.length === 1 ? sets.join('') : `[${sets.join('')}]`);

/** All characters but those of a set. */
export const complementOf = (set: string): string => `[^${set}]`;

/** The characters of a set that another does not have. */
export const differenceOf = (set: string, other: string): string => `[${set}--${other}]`;

/** What stands for any character but a line's end: `.`. */
export const anyCharacter = '[^\\n\\r]';

const nameStart = `[:${nameStartCharacters}]`;
const nameCharacter = `[:${nameCharacters}]`;
const wordCharacter = '[^\\p{P}\\p{Z}\\p{C}]';

/** The escapes of more than one character (production 37), by their letter. */
export const classEscapes: ReadonlyMap<string, string> = new Map([
  ['s', '[ \\t\\n\\r]'],
  ['S', '[^ \\t\\n\\r]'],
  ['i', nameStart],
  ['I', complementOf(nameStart)],
  ['c', nameCharacter],
  ['C', complementOf(nameCharacter)],
  ['d', '[\\p{Nd}]'],
  ['D', '[^\\p{Nd}]'],
  ['w', wordCharacter],
  ['W', complementOf(wordCharacter)],
]);

const categories = new Set(
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn'.split(' '),
);

/** The set of a category of Unicode, or of a block with `Is` before its name; undefined for what is neither. */
export function setOfProperty(name: string): string | undefined {
  if (categories.has(name)) return `[\\p{${name}}]`;
  if (!name.startsWith('Is')) return undefined;
  const ranges = blockRanges(name.slice(2));
  return ranges === undefined ? undefined : unionOf(ranges.map(([first, last]) => setOfRange(first, last)));
}
