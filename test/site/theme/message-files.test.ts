import { describe, expect, test } from 'vitest';
import {
  flatMessages,
  isGroup,
  messageKeys,
  readMessageFile,
  type MessageTree,
} from '../../../src/site/theme/messages.js';

const english = treeOf('en');

function treeOf(language: string): MessageTree {
  const tree = readMessageFile(language);
  if (tree === undefined) throw new Error(`no messages in ${language}`);
  return tree;
}

function valueAt(tree: MessageTree, key: string): string | MessageTree | undefined {
  return key
    .split('.')
    .reduce<string | MessageTree | undefined>(
      (value, step) => (typeof value === 'object' ? value[step] : undefined),
      tree,
    );
}

function placeholders(value: string | MessageTree | undefined): string[] {
  const texts = typeof value === 'object' ? [...flatMessages(value).values()] : [value ?? ''];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')))].sort();
}

describe.each(['en', 'de', 'fr', 'hu', 'ru'])('the messages in %s', (language) => {
  const tree = treeOf(language);

  test('have every key, and no other', () => {
    expect(messageKeys(tree).sort()).toEqual(messageKeys(english).sort());
  });

  test('name the values that they are given', () => {
    for (const key of messageKeys(english)) {
      expect([key, placeholders(valueAt(tree, key))]).toEqual([key, placeholders(valueAt(english, key))]);
    }
  });

  test('have a form for each category of number that the language has, and no other', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const key of messageKeys(tree)) {
      const value = valueAt(tree, key);
      if (typeof value !== 'object' || isGroup(value)) continue;
      expect([key, Object.keys(value).sort()]).toEqual([key, categories]);
    }
  });

  test('say something', () => {
    for (const [key, text] of flatMessages(tree)) expect([key, text.trim() === '']).toEqual([key, false]);
  });
});
