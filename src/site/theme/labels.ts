import type { Messages } from './messages.js';

/**
 * A word of the encoding (an element's name, a `@type`) in the reader's language: the message of its group where
 * there is one, else the word itself as the file has it.
 */
export function label(messages: Messages, group: string, word: string): string {
  const key = `${group}.${word}`;
  return messages.has(key) ? messages.text(key) : word;
}

/** The name of a language (`ru-Latn` → "Russian (Latin)"), the tag itself where it is no language tag. */
export function languageName(messages: Messages, tag: string): string {
  try {
    return new Intl.DisplayNames([messages.language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
