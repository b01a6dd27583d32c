import { expect, test } from 'vitest';
import { emptyRegister } from '../../../src/edition/register.js';
import { pairsOf } from '../../../src/site/figures/togetherness.js';
import type { SiteContext } from '../../../src/site/page.js';
import { documentView } from '../../../src/site/reading/document-view.js';
import { registerView } from '../../../src/site/registers/register-view.js';
import { SafeHtml } from '../../../src/site/safe-html.js';
import { loadMessages } from '../../../src/site/theme/messages.js';

function pairs(body: string): [string, string, number, number][] {
  const messages = loadMessages('en');
  const document = documentView(
    {
      id: 'a',
      teiXml: `<TEI><text><body>${body}</body></text></TEI>`,
      htmlFragment: SafeHtml.fromStylesheet(''),
      plainText: '',
    },
    'en',
  );
  const ids = ['a', 'b', 'c', 'd', 'hall', ...Array.from({ length: 40 }, (_, index) => `p${index}`)];
  const register = {
    ...emptyRegister,
    persons: ids.map((id) => ({ id, names: [{ text: id }], roles: [], identifiers: {}, group: id === 'hall' })),
  };
  const documents = [document];
  const person = registerView('person', { register, documents, language: 'en' }, messages, () => undefined);
  const context = { documents, register, registers: { person }, messages } as unknown as SiteContext;
  return pairsOf(context).map(({ first, second, weight, passages }) => [
    first.id,
    second.id,
    Math.round(weight * 1000) / 1000,
    passages,
  ]);
}

const name = (id: string): string => `<persName ref="#${id}">${id}</persName>`;

test('nobody alone, no group, nobody in a long list', () => {
  expect(pairs(`<p>${name('a')}${name('a')}</p>`)).toEqual([]);
  expect(pairs(`<p>${name('a')}${name('hall')}</p>`)).toEqual([]);
  expect(pairs(`<p>${Array.from({ length: 31 }, (_, index) => name(`p${index}`)).join(' ')}</p>`)).toEqual([]);
});

test('a paragraph counts fully, one of three names half; a document a fifth of that', () => {
  expect(pairs(`<p>${name('a')} and ${name('b')}</p>`)).toEqual([['a', 'b', 1.2, 1]]);
  expect(pairs(`<p>${name('b')}</p><p>${name('a')}</p>`)).toEqual([['a', 'b', 0.2, 0]]);
  expect(pairs(`<p>${name('a')} ${name('b')} ${name('c')}</p>`)).toEqual([
    ['a', 'b', 0.6, 1],
    ['a', 'c', 0.6, 1],
    ['b', 'c', 0.6, 1],
  ]);
});

test('who speaks is together with those of whom they speak', () => {
  expect(pairs(`<sp who="#d"><speaker>D</speaker><p>I saw ${name('a')}.</p></sp>`)).toEqual([['a', 'd', 1.2, 1]]);
});
