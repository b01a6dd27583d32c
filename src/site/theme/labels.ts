import type { Messages } from './messages.js';

/**
 * A word of the encoding (an element's name, a `@type`) in the reader's language: the message of its group where
 * there is one, else the word itself as the file has it.
 */
export function label(messages: Messages, group: string, word: string): string {
  const key = `${group}.${word}`;
  return messages.has(key) ? messages.text(key) : word;
}

/** The scripts that are written from right to left (ISO 15924), among those that languages are printed in today. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The direction in which a language is written, for the attribute `dir`: by its script, or its usual one. */
export function direction(language: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** The name of a language (`ru-Latn` → "Russian (Latin)"), the tag itself where it is no language tag. */
export function languageName(messages: Messages, tag: string): string {
  try {
    return new Intl.DisplayNames([messages.language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
