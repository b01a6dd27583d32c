/** A character that no XML 1.0 document can hold (XML 1.0, production 2), lone surrogates included. */
const illegalCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const illegalCharacters = new RegExp(illegalCharacter, 'gu');

const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameRest = '\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}';

const name = new RegExp(`^[${nameStart}][${nameStart}${nameRest}]*$`, 'u');
const nonNameCharacter = new RegExp(`[^${nameStart}${nameRest}]`, 'gu');
const nameStartCharacter = new RegExp(`^[${nameStart}]`, 'u');

/** Offset of the first character of `text` that XML 1.0 cannot hold, or -1. */
export function findIllegalCharacter(text: string): number {
  return text.search(illegalCharacter);
}

/** A text in which U+FFFD stands for each character that XML 1.0 cannot hold. */
export function replaceIllegalCharacters(text: string): string {
  return text.replace(illegalCharacters, '\uFFFD');
}

/** True of a name without a colon (Namespaces in XML 1.0, production 4). */
export function isNCName(text: string): boolean {
  return name.test(text) && !text.includes(':');
}

/** True of a name with at most one prefix (Namespaces in XML 1.0, production 7). */
export function isQName(text: string): boolean {
  const parts = text.split(':');
  return parts.length <= 2 && parts.every(isNCName);
}

/**
 * Makes an NCName of any text: letters that carry accents are composed (NFC), each run of characters that no name
 * can hold becomes one hyphen, hyphens at the ends fall away, and a name that would start with a digit, a point or
 * nothing at all gets `d-` before it.
 */
export function toNCName(text: string): string {
  const cleaned = text
    .normalize('NFC')
    .replaceAll(':', ' ')
    .replace(nonNameCharacter, ' ')
    .trim()
    .replace(/ +/g, '-')
    .replace(/^-+|-+$/g, '');
  return nameStartCharacter.test(cleaned) ? cleaned : `d-${cleaned}`.replace(/-$/, '');
}
