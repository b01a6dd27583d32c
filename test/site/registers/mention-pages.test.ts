import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentView } from '../../../src/site/reading/document-view.js';
import type { Mention } from '../../../src/site/reading/mention.js';
import {
  divideMentions,
  linesOf,
  linesShown,
  MENTIONS_ON_A_REGISTER_PAGE,
} from '../../../src/site/registers/mention-pages.js';
import type { Mentioned } from '../../../src/site/registers/register-view.js';

let serial = 0;

/** A name with as many mentions in each of its documents as the list says; each mention is told apart by its form. */
function named(counts: readonly number[]): Mentioned & { readonly forms: readonly string[] } {
  const documents = counts.map((count) => ({
    document: {} as DocumentView,
    heading: { title: '', titleLanguage: '', language: '', date: '', href: '' },
    mentions: Array.from({ length: count }, () => ({ form: String(serial++) }) as Mention),
  }));
  const forms = documents.flatMap(({ mentions }) => mentions.map(({ form }) => form));
  return { documents, count: forms.length, forms };
}

const names = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }), { maxLength: 20 });

test('every mention stands on one page, in its order, and no page has more lines than it may', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 2, max: 80 }), (counts, size) => {
      const all = counts.map(named);
      const pages = divideMentions(all, size);
      const shown = pages.flat().flatMap(({ documents }) => documents.flatMap(({ mentions }) => mentions));
      expect(shown.map(({ form }) => form)).toEqual(all.flatMap(({ forms }) => forms));
      for (const portions of pages) {
        const lines = portions.flatMap(({ documents }) => documents.map(({ mentions }) => mentions.length + 1));
        expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(size);
        expect(portions.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('the page of a register shows as many mentions as it has room for', () => {
  fc.assert(
    fc.property(names, (counts) => {
      const all = counts.map(named);
      const shown = linesShown(all);
      const lines = all.map(linesOf).filter((count) => count <= shown);
      expect(shown).toBeLessThanOrEqual(100);
      expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MENTIONS_ON_A_REGISTER_PAGE);
    }),
  );
  expect(linesShown([])).toBe(0);
  expect(linesShown([named([3]), named([99]), named([100])])).toBe(100);
});
