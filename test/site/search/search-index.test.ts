import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyRegister } from '../../../src/edition/register.js';
import { makeIndexes } from '../../../src/site/search/pagefind.js';
import {
  DIVIDED_LANGUAGES,
  indexLanguage,
  LANGUAGES_WITH_STEMS,
  OTHER_LANGUAGES,
} from '../../../src/site/search/search-language.js';
import { searchIndex } from '../../../src/site/search/search-index.js';
import type { Searchable, SearchRecord } from '../../../src/site/search/search-record.js';
import { documentView } from '../../../src/site/reading/document-view.js';
import type { MentionKind } from '../../../src/site/reading/mention.js';
import { registerView, type RegisterView } from '../../../src/site/registers/register-view.js';
import { buildSite } from '../../../src/site/site.js';
import type { Site, SiteInput } from '../../../src/site/site-input.js';
import { loadMessages } from '../../../src/site/theme/messages.js';
import { sampleEdition } from '../sample-edition.js';

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly id: string }[];
}

let input: SiteInput;
let site: Site;

beforeAll(async () => {
  input = await sampleEdition('letter-1850', 'minutes-1848', 'hostile');
  site = await buildSite(input);
});

/** What Pagefind keeps of each thing that can be found. */
function fragments({ files }: { files: readonly { path: string; content: string | Uint8Array }[] }): Fragment[] {
  return files
    .filter(({ path }) => path.endsWith('.pf_fragment'))
    .map(({ content }) => JSON.parse(gunzipSync(content).toString().slice('pagefind_dcd'.length)) as Fragment);
}

const fragment = (address: string): Fragment => {
  const found = fragments(site).find(({ url }) => url === address);
  if (found === undefined) throw new Error(`nothing found at ${address}`);
  return found;
};

describe('what can be found', () => {
  test('each document and each register entry once, at an address that the site has', () => {
    const addresses = fragments(site).map(({ url }) => url);
    expect(new Set(addresses).size).toBe(addresses.length);
    const entries = input.register.persons.length + input.register.places.length + input.register.organisations.length;
    expect(addresses.filter((address) => address.startsWith('documents/'))).toHaveLength(3);
    expect(addresses.length).toBeGreaterThanOrEqual(3 + entries);
    for (const address of addresses) {
      const [path = '', id] = address.split('#');
      const page = site.files.find((file) => file.path === decodeURIComponent(path));
      expect(page, address).toBeDefined();
      if (id !== undefined) expect(page?.content).toContain(`id="${id}"`);
    }
  });

  test('a letter: its words with its notes, what it is found by, where its parts are', () => {
    const letter = fragment('documents/letter-1850.html');
    expect(letter.content).toContain('Dear Sir,');
    expect(letter.meta).toMatchObject({ detail: '3 May 1850', order: '18500503' });
    expect(letter.filters).toMatchObject({ kind: ['document'], year: ['1850'], place: ['London'] });
    expect(letter.filters['person']).toContain('Charles Babbage');
    expect(letter.anchors.length).toBeGreaterThan(3);
  });

  test('hostile words are words', () => {
    const hostile = fragment('documents/hostile.html');
    expect(hostile.meta['title']).toContain('<script>alert("1")</script> {{page.title}} ${x} "quoted" \'too\' <img');
    expect(hostile.content).toContain('<b>Mallory</b>');
    expect(hostile.filters['person']).toEqual(['<script>alert(6)</script>"\' {{id}}']);
  });

  test('signs of notes and brackets stick to no word', async () => {
    const words =
      'Troops<sup class="tei-noteref"><a href="#n1">1</a></sup> in <span class="tei-bracket">[</span>the<span class="tei-bracket">]</span> town';
    const [index] = await makeIndexes([
      { language: 'en', records: [recordOf('en', { html: `<p id="p1">${words}</p>` })] },
    ]);
    expect(fragments({ files: index?.files ?? [] }).map(({ content }) => content)).toEqual(['A. Troops in the town.']);
  });
});

test('the same edition gives the same bytes', async () => {
  const index = ({ files }: Site): unknown => files.filter(({ path }) => path.startsWith('search/'));
  expect(index(await buildSite(input))).toEqual(index(site));
});

test('languages have an index each, in which their own stems count', () => {
  expect(site.files.flatMap(({ path }) => /^search\/(\w+)\/wasm\.(\w+)\.pagefind$/.exec(path)?.slice(1) ?? [])).toEqual(
    [...['de', 'de', 'en', 'en']],
  );
});

test('Pagefind has a program of its own for each language with stems', async () => {
  const sources = LANGUAGES_WITH_STEMS.map((language) => ({
    language,
    records: [recordOf(language, { text: 'word' })],
  }));
  for (const { language, files } of await makeIndexes(sources)) {
    const programs = files.map(({ path }) => path).filter((path) => path.startsWith('wasm.'));
    expect(programs).toEqual([`wasm.${language}.pagefind`]);
  }
});

test('texts without blanks are divided into words', async () => {
  const texts = { ja: '東京都に行きました', zh: '我们去北京大学' };
  const sources = DIVIDED_LANGUAGES.map((language) => ({
    language,
    records: [recordOf(language, { text: texts[language as keyof typeof texts] })],
  }));
  for (const made of await makeIndexes(sources)) {
    expect(fragments(made)[0]?.content.split('\u200b').length).toBeGreaterThan(3);
    expect(made.files.map(({ path }) => path)).toContain('wasm.unknown.pagefind');
  }
});

test.each([
  ['en', 'en'],
  ['hu-HU', 'hu'],
  ['RU', 'ru'],
  ['ru-Latn', OTHER_LANGUAGES],
  ['sr-Latn', 'sr'],
  ['nb', 'no'],
  ['la', OTHER_LANGUAGES],
  ['', OTHER_LANGUAGES],
  ['constructor', OTHER_LANGUAGES],
])('a text in "%s" is in the index "%s"', (tag, index) => {
  expect(indexLanguage(tag)).toBe(index);
});

describe('without an index', () => {
  test('a machine that Pagefind does not run on: a finding, no index', async () => {
    const { index, diagnostics } = await searchIndex(searchable(), () =>
      Promise.reject(new Error('No program.\nAt all.')),
    );
    expect(index).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['site/search-unavailable', 'The site has no search: Pagefind does not run here. No program.'],
    ]);
  });

  test('an edition with nothing in it has a search page, and nothing to load', async () => {
    const bare = await buildSite({ ...input, documents: [], register: emptyRegister, companions: [] });
    const page = bare.files.find(({ path }) => path === 'search.html')?.content;
    expect(page).not.toContain('search.js');
    expect(bare.files.filter(({ path }) => path.startsWith('search/'))).toEqual([]);
  });
});

function recordOf(language: string, words: SearchRecord['words']): SearchRecord {
  return { address: 'documents/a.html', language, title: 'A', detail: '', facets: {}, order: 0, words };
}

/** The sample edition without its registers, as the index is made from it. */
function searchable(): Searchable {
  const messages = loadMessages('en');
  const documents = input.documents.map((document) => documentView(document, 'en'));
  const none = (kind: MentionKind): RegisterView =>
    registerView(kind, { register: emptyRegister, documents: [], language: 'en' }, messages, () => undefined);
  const registers = { person: none('person'), place: none('place'), organisation: none('organisation') };
  return { edition: input.edition, documents, registers, messages };
}
