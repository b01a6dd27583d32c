import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { templateFolder } from './template-folder.js';

/** The values of a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The words of the interface in one language. */
export interface Messages {
  readonly language: string;
  /** True where there is a message with this key. */
  has(key: string): boolean;
  /**
   * A message with its `{placeholders}` filled in, as plain text. A message with forms for plural categories
   * (`one`, `other` …) is chosen by the value `count`.
   *
   * @throws for a key without a message and for a placeholder without a value: both are faults of ours.
   */
  text(key: string, values?: MessageValues): string;
  /** A number as this language writes it. */
  number(value: number): string;
}

const FALLBACK = 'en';

/** The messages for a language tag: the language itself, its primary language, English. */
export function loadMessages(language: string): Messages {
  const available = [language, language.split('-')[0] ?? FALLBACK, FALLBACK];
  for (const candidate of available) {
    const content = readMessageFile(candidate);
    if (content !== undefined) return messagesFrom(content, candidate);
  }
  throw new Error(`There is no message file for ${FALLBACK}.`);
}

function readMessageFile(language: string): string | undefined {
  // A language tag names a file only if it is made of letters, digits and hyphens (BCP 47).
  if (!/^[a-z0-9-]+$/i.test(language)) return undefined;
  try {
    return readFileSync(join(templateFolder(), 'messages', `${language}.yaml`), 'utf8');
  } catch {
    return undefined;
  }
}

/** Messages from the text of a message file (YAML: nested keys, a text or a map of plural forms at the leaves). */
export function messagesFrom(content: string, language: string): Messages {
  const texts = new Map<string, string>();
  flatten(parse(content), '', texts);
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);

  const pattern = (key: string, values: MessageValues): string => {
    const count = values['count'];
    const form = typeof count === 'number' ? texts.get(`${key}.${plural.select(count)}`) : undefined;
    const found = form ?? texts.get(key) ?? texts.get(`${key}.other`);
    if (found === undefined) throw new Error(`There is no message "${key}" for ${language}.`);
    return found;
  };

  return {
    language,
    has: (key) => texts.has(key),
    text: (key, values = {}) =>
      pattern(key, values).replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`The message "${key}" needs a value for {${name}}.`);
        return typeof value === 'number' ? numbers.format(value) : value;
      }),
    number: (value) => numbers.format(value),
  };
}

function flatten(value: unknown, prefix: string, texts: Map<string, string>): void {
  if (typeof value === 'string') texts.set(prefix, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, prefix === '' ? key : `${prefix}.${key}`, texts);
  }
}
