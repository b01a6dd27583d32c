import type { NamespaceContext } from './datatype.js';
import { nameCharacters, nameStartCharacters } from './name-characters.js';
import { textSpace } from './strings.js';
import type { ValueSpace } from './value-space.js';
import { tokensOf } from './white-space.js';

// A colon is no character of the tables here: where one may stand, the expressions say so.
const nameShape = new RegExp(`^[:${nameStartCharacters}][:${nameCharacters}]*$`, 'u');
const ncNameShape = new RegExp(`^[${nameStartCharacters}][${nameCharacters}]*$`, 'u');
const nmtokenShape = new RegExp(`^[:${nameCharacters}]+$`, 'u');
const qNameShape = new RegExp(
  `^(?:[${nameStartCharacters}][${nameCharacters}]*:)?[${nameStartCharacters}][${nameCharacters}]*$`,
  'u',
);

/** Section 3.3.6. */
export const name = textSpace('collapse', (text) => nameShape.test(text));

/** Section 3.3.7. */
export const ncName = textSpace('collapse', (text) => ncNameShape.test(text));

/** Section 3.3.4. */
export const nmtoken = textSpace('collapse', (text) => nmtokenShape.test(text));

/** Section 3.3.8. */
export const id: ValueSpace<string> = { ...ncName, idType: 'id' };

/** Section 3.3.9. */
export const idref: ValueSpace<string> = { ...ncName, idType: 'idref' };

/** Section 3.3.11: the name of an unparsed entity. Our documents have no document type declaration, hence none. */
export const entity = textSpace('collapse', () => false);

/** A type whose values are one or more items of another, between white space. */
export function listOf(item: ValueSpace<string>): ValueSpace<readonly string[]> {
  return {
    whiteSpace: 'collapse',
    ...(item.idType === 'idref' ? { idType: 'idrefs' as const } : {}),
    accepts: (text, context) => text !== '' && tokensOf(text).every((each) => item.accepts(each, context)),
    valueOf: tokensOf,
    keyOf: (items) => items.join(' '),
    lengthOf: (items) => items.length,
  };
}

/** The prefix of a qualified name; empty where there is none. */
function prefixOf(text: string): string {
  return text.slice(0, Math.max(text.indexOf(':'), 0));
}

/**
 * QName and NOTATION (sections 3.2.18 and 3.2.19): a name whose prefix, if any, is bound where it stands. Names are equal
 * with the same namespace and local part, whatever their prefixes.
 */
export const qName: ValueSpace<string> = {
  whiteSpace: 'collapse',
  needsContext: true,
  accepts: (text, context) => {
    if (!qNameShape.test(text)) return false;
    const prefix = prefixOf(text);
    return prefix === '' || context.resolve(prefix) !== undefined;
  },
  valueOf: (text, context: NamespaceContext) =>
    `{${context.resolve(prefixOf(text)) ?? ''}}${text.slice(text.indexOf(':') + 1)}`,
  keyOf: (value) => value,
};
