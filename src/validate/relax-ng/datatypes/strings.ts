import { matcherOf } from './regex/pattern.js';
import type { ValueSpace } from './value-space.js';
import type { WhiteSpace } from './white-space.js';

/** The length of a text in characters of Unicode, as all length facets count. */
export function charactersIn(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) count--;
  }
  return count;
}

/** A type whose values are texts. */
export function textSpace(whiteSpace: WhiteSpace, accepts: (text: string) => boolean): ValueSpace<string> {
  return { whiteSpace, accepts, valueOf: (text) => text, keyOf: (text) => text, lengthOf: charactersIn };
}

const anyText = (): boolean => true;

/** Section 3.2.1. */
export const string = textSpace('preserve', anyText);

/** Section 3.3.1. */
export const normalizedString = textSpace('replace', anyText);

/** Section 3.3.2. */
export const token = textSpace('collapse', anyText);

const isLanguageTag = matcherOf('[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*');

/** Section 3.3.3: the shape of a language tag, after RFC 3066. */
export const language = textSpace('collapse', isLanguageTag);

/** Section 3.2.2. */
export const boolean: ValueSpace<boolean> = {
  whiteSpace: 'collapse',
  accepts: (text) => text === 'true' || text === 'false' || text === '1' || text === '0',
  valueOf: (text) => text === 'true' || text === '1',
  keyOf: String,
};
