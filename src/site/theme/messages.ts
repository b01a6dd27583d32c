import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageFolder } from '../../version.js';

/** The values of a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The words of the interface in one language. */
export interface Messages {
  /** The language that the words are in (BCP 47). */
  readonly language: string;
  /** True where there is a message with this key. */
  has(key: string): boolean;
  /** Every key, plural forms by the key of their message. */
  keys(): string[];
  /**
   * A message with its `{placeholders}` filled in, as plain text. A message with forms for plural categories
   * (`one`, `other` …) is chosen by the value `count`.
   *
   * @throws for a key without a message and for a placeholder without a value: both are faults of ours.
   */
  text(key: string, values?: MessageValues): string;
  /** A number as this language writes it. */
  number(value: number): string;
  /** Words in a row, as this language joins them: "Ada, Bob and Eve". */
  list(items: readonly string[]): string;
}

/** Messages as a file nests them: texts at the leaves. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The language whose messages stand in for those that another one lacks. */
export const FALLBACK = 'en';

/** The categories that the rules of languages tell apart (Unicode CLDR, plural rules). */
const PLURAL_CATEGORIES: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The messages for a language tag: the language itself, its primary language, English. */
export function loadMessages(language: string): Messages {
  const { language: found, tree } = builtInMessages(language);
  return messagesOf(tree, found);
}

/** The built-in messages for a language tag, what a language lacks in English, and the language that was found. */
export function builtInMessages(language: string): { readonly language: string; readonly tree: MessageTree } {
  const english = readMessageFile(FALLBACK);
  if (english === undefined) throw new Error(`There is no message file for ${FALLBACK}.`);
  for (const candidate of [language, language.split('-')[0] ?? FALLBACK]) {
    if (candidate === FALLBACK) break;
    const own = readMessageFile(candidate);
    if (own !== undefined) return { language: candidate, tree: mergeMessages(english, own) };
  }
  return { language: FALLBACK, tree: english };
}

/** One of the message files of Editio; undefined where there is none for this language. */
export function readMessageFile(language: string): MessageTree | undefined {
  // A language tag names a file only if it is made of letters, digits and hyphens (BCP 47).
  if (!/^[a-z0-9-]+$/i.test(language)) return undefined;
  try {
    return treeOf(parse(readFileSync(join(packageFolder, 'templates', 'messages', `${language}.yaml`), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Messages from the text of a message file (YAML: nested keys, a text or a map of plural forms at the leaves). */
export function messagesFrom(content: string, language: string): Messages {
  return messagesOf(treeOf(parse(content)), language);
}

/** Messages over others: a text or a set of plural forms replaces the one below it whole. */
export function mergeMessages(below: MessageTree, above: MessageTree): MessageTree {
  const merged: Record<string, string | MessageTree> = Object.assign(emptyTree(), below);
  for (const [key, value] of Object.entries(above)) {
    const other = merged[key];
    merged[key] = isGroup(other) && isGroup(value) ? mergeMessages(other, value) : value;
  }
  return merged;
}

/** True for a group of messages; false for a text and for the plural forms of one message. */
export function isGroup(value: string | MessageTree | undefined): value is MessageTree {
  return typeof value === 'object' && !isPlural(value);
}

/** True for the forms of one message: nothing but plural categories, and the one that every language has. */
export function isPlural(value: string | MessageTree): value is MessageTree {
  return typeof value === 'object' && 'other' in value && Object.keys(value).every((key) => PLURAL_CATEGORIES.has(key));
}

/** Every message by its key (`index.title`), plural forms each by their own (`index.persons.one`). */
export function flatMessages(tree: MessageTree, prefix = ''): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flatMessages(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** The key of every message: its plural forms have one together. */
export function messageKeys(tree: MessageTree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isGroup(value) ? messageKeys(value, `${prefix}${key}.`) : [prefix + key],
  );
}

/** Messages from their tree. */
export function messagesOf(tree: MessageTree, language: string): Messages {
  const texts = flatMessages(tree);
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });

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
    keys: () => messageKeys(tree),
    text: (key, values = {}) =>
      pattern(key, values).replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`The message "${key}" needs a value for {${name}}.`);
        return typeof value === 'number' ? numbers.format(value) : value;
      }),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
  };
}

/** What a YAML parser gave, as messages: texts and maps; everything else is left out. */
function treeOf(value: unknown): MessageTree {
  const tree = emptyTree();
  if (typeof value !== 'object' || value === null) return tree;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') tree[key] = inner;
    else if (typeof inner === 'object' && inner !== null) tree[key] = treeOf(inner);
  }
  return tree;
}

/** A group without anything in it, not even what every object inherits. */
function emptyTree(): Record<string, string | MessageTree> {
  return Object.create(null) as Record<string, string | MessageTree>;
}
