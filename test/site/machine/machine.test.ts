import { beforeAll, describe, expect, test } from 'vitest';
import { SaxesParser } from 'saxes';
import { buildSite } from '../../../src/site/site.js';
import type { Site, SiteInput } from '../../../src/site/site-input.js';
import { sampleEdition } from '../sample-edition.js';

let input: SiteInput;
let site: Site;

beforeAll(async () => {
  input = await sampleEdition('letter-1850', 'minutes-1848', 'hostile');
  site = await buildSite(input);
});

function file(path: string, from: Site = site): string {
  const content = from.files.find((each) => each.path === path)?.content;
  if (typeof content !== 'string') throw new Error(`no file ${path}`);
  return content;
}

/** Elements of a well-formed file with their text, by name, in their order. */
function elementsOf(xml: string): { name: string; text: string; attributes: Record<string, string> }[] {
  const found: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const open: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, text: '', attributes };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

/** The data of a page. */
function dataOf(path: string): { readonly '@context': unknown; readonly '@graph': Record<string, unknown>[] } {
  const match = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(file(path));
  return JSON.parse(match?.[1] ?? '') as ReturnType<typeof dataOf>;
}

describe('the feed', () => {
  test('is Atom, with what RFC 4287 asks of a feed and of each entry', () => {
    const elements = elementsOf(file('feed.xml'));
    const [root, ...rest] = elements;
    expect(root).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
    const entries = rest.filter(({ name }) => name === 'entry').length;
    expect(entries).toBe(1);
    for (const name of ['id', 'title', 'updated'])
      expect(rest.filter((each) => each.name === name)).toHaveLength(1 + entries);
    expect(rest.find(({ name }) => name === 'updated')?.text).toBe('2020-01-02T00:00:00Z');
    expect(rest.filter(({ name }) => name === 'name').map(({ text }) => text)).toEqual(['R. Roe', 'J. Doe']);
    const ids = rest.filter(({ name }) => name === 'id').map(({ text }) => text);
    expect(ids).toEqual([
      'https://example.org/edition/',
      'https://example.org/edition/documents/letter-1850.html?changed=2020-01-02',
    ]);
    expect(rest.find(({ attributes }) => attributes['rel'] === 'self')?.attributes['href']).toBe(
      'https://example.org/edition/feed.xml',
    );
  });

  test('says hostile words as words, and every page leads to it', async () => {
    const teiXml = input.documents[2]?.teiXml.replace(
      '</teiHeader>',
      '<revisionDesc><change when="2021-02-03">&lt;b&gt; ]]&gt; &amp;amp;</change><change when="2021-02-31">No day.</change></revisionDesc></teiHeader>',
    );
    const documents = input.documents.slice(2).map((document) => ({ ...document, teiXml: teiXml ?? '' }));
    const changed = await buildSite({ ...input, documents });
    const elements = elementsOf(file('feed.xml', changed));
    expect(elements.filter(({ name }) => name === 'summary').map(({ text }) => text)).toEqual(['<b> ]]> &amp;']);
    expect(elements.filter(({ name }) => name === 'title')[1]?.text).toContain('<script>alert("1")</script>');
    for (const path of ['index.html', 'documents/hostile.html', 'persons.html']) {
      expect(file(path, changed)).toMatch(/rel="alternate" href="[./]*feed\.xml" type="application\/atom\+xml"/);
    }
  });

  test('none without an address, and none where no day is known', async () => {
    const { baseUrl, ...edition } = input.edition;
    expect(baseUrl).toBeDefined();
    const without = await buildSite({ ...input, edition });
    expect(without.files.map(({ path }) => path)).not.toContain('feed.xml');
    expect(without.files.map(({ path }) => path)).not.toContain('sitemap.xml');
    expect(file('index.html', without)).not.toContain('feed.xml');
    const undated = await buildSite({ ...input, documents: input.documents.slice(1) });
    expect(undated.files.map(({ path }) => path)).not.toContain('feed.xml');
  });
});

describe('the site map', () => {
  test('every page once, but the one for missing addresses', () => {
    const elements = elementsOf(file('sitemap.xml'));
    const addresses = elements.filter(({ name }) => name === 'loc').map(({ text }) => text);
    const pages = site.files.filter(({ path }) => path.endsWith('.html') && path !== '404.html');
    expect(addresses).toHaveLength(pages.length);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses[0]).toBe('https://example.org/edition/');
    expect(elements.filter(({ name }) => name === 'lastmod').map(({ text }) => text)).toEqual(['2020-01-02']);
  });

  test('robots.txt only at the root of a host', async () => {
    expect(site.files.map(({ path }) => path)).not.toContain('robots.txt');
    const root = await buildSite({ ...input, edition: { ...input.edition, baseUrl: 'https://example.org' } });
    expect(file('robots.txt', root)).toContain('Sitemap: https://example.org/sitemap.xml\n');
  });
});

describe('linked data', () => {
  /** Terms of schema.org that the site may use; the vocabulary is the oracle for their names. */
  const TERMS = new Set(
    `url name description genre inLanguage author sender recipient translator editor dateCreated datePublished
     publisher license holdingArchive address itemLocation wordCount position isPartOf encoding encodingFormat contentUrl
     mentions itemListElement item hasPart collectionSize numberOfItems sameAs birthDate deathDate givenName familyName
     breadcrumb mainEntity`.split(/\s+/),
  );
  const TYPES = new Set(
    `Message CreativeWork ArchiveComponent ArchiveOrganization Collection WebSite WebPage BreadcrumbList ItemList ListItem
     MediaObject Person Place Organization`.split(/\s+/),
  );

  function check(value: unknown): void {
    if (Array.isArray(value)) value.forEach(check);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === '@type') expect([each].flat().filter((type) => !TYPES.has(String(type)))).toEqual([]);
      else if (key === '@id') expect(URL.canParse(String(each))).toBe(true);
      else expect(key.startsWith('dcterms:') || TERMS.has(key) ? '' : key).toBe('');
      check(each);
    }
  }

  test('on every page, with terms that exist and no empty value', () => {
    const pages = site.files.filter(({ path }) => path.endsWith('.html') && path !== '404.html');
    for (const { path } of pages) {
      const { '@context': context, '@graph': graph } = dataOf(path);
      expect(context).toEqual(['https://schema.org', { dcterms: 'http://purl.org/dc/terms/' }]);
      expect(graph.length).toBeGreaterThan(0);
      check(graph);
      expect(JSON.stringify(graph)).not.toMatch(/:(?:""|null|\[\])/);
    }
  });

  test('a letter: who wrote and got it, where it is kept, whom it names', () => {
    const [letter] = dataOf('documents/letter-1850.html')['@graph'];
    expect(letter).toMatchObject({
      '@type': ['Message', 'ArchiveComponent'],
      '@id': 'https://example.org/edition/documents/letter-1850.html',
      sender: [{ '@type': 'Person', name: 'Ada Byron' }],
      recipient: [{ '@type': 'Person', name: 'Charles Babbage', sameAs: ['https://d-nb.info/gnd/118505408'] }],
      dateCreated: '1850-05-03',
      holdingArchive: { '@type': 'ArchiveOrganization', name: 'British Library', address: 'London' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      'dcterms:created': '1850-05-03',
      position: 2,
    });
    const mentions = letter?.['mentions'] as { name: string }[];
    expect(mentions[0]?.name).toBe('Charles Babbage');
    expect(mentions.map(({ name }) => name)).toContain('Royal Society');
  });

  test('a stretch of time is no schema.org date, but an EDTF interval', () => {
    const [minutes] = dataOf('documents/minutes-1848.html')['@graph'];
    expect(minutes).not.toHaveProperty('dateCreated');
    expect(minutes).toHaveProperty(['dcterms:created'], '1848-05?/1848-06?');
  });

  test('the whole edition in one file', () => {
    const { '@graph': graph } = JSON.parse(file('edition.jsonld')) as ReturnType<typeof dataOf>;
    check(graph);
    const ids = graph.map((node) => node['@id']);
    expect(ids).toContain('https://example.org/edition/persons.html#babbage-charles');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('hostile words stay data', () => {
    const html = file('documents/hostile.html');
    const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(script).not.toContain('<');
    expect(dataOf('documents/hostile.html')['@graph'][0]?.['name']).toContain('<script>alert("1")</script>');
  });
});

describe('the head of a document', () => {
  test('what reference managers read', () => {
    const head = file('documents/letter-1850.html');
    for (const [key, content] of [
      ['citation_title', 'Letter from Ada Byron to Charles Babbage on the Notes &amp; their printing'],
      ['citation_author', 'Byron, Ada'],
      ['citation_date', '1850/05/03'],
      ['citation_inbook_title', 'Letters &amp; Minutes'],
      ['citation_public_url', 'https://example.org/edition/documents/letter-1850.html'],
      ['dcterms.creator', 'Ada Byron'],
      ['dcterms.created', '1850-05-03'],
    ]) {
      expect(head).toContain(`<meta name="${key ?? ''}" content="${content ?? ''}">`);
    }
    expect(head).toContain('<meta property="og:type" content="article">');
    expect(head).toContain('<meta property="og:locale" content="en_US">');
  });

  test('its other forms and its neighbours', () => {
    const head = file('documents/letter-1850.html');
    expect(head).toContain('<link rel="alternate" href="../tei/letter-1850.xml" type="application/tei+xml"');
    expect(head).toContain(
      '<link rel="alternate" href="../cite/documents/letter-1850.bib" type="application/x-bibtex">',
    );
    expect(head).toContain('<link rel="prev" href="../documents/minutes-1848.html">');
    expect(head).toContain('<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">');
  });

  test('no page of the site for missing addresses is to be found', () => {
    expect(file('404.html')).toContain('<meta name="robots" content="noindex">');
    expect(file('404.html')).not.toContain('ld+json');
  });
});

describe('citations beside the pages', () => {
  test('of each document and of the edition, CSL-JSON as its schema has it', () => {
    const items = JSON.parse(file('cite/edition.csl.json')) as Record<string, unknown>[];
    expect(items.map(({ id }) => id)).toEqual(['edition:', 'minutes-1848', 'letter-1850', 'hostile']);
    // The properties that schema 1.0.2 of CSL-JSON names, as far as we use them; it allows no others.
    const allowed =
      `id type title genre author recipient compiler translator editor issued available-date container-title
      publisher version archive archive-place archive_collection archive_location language abstract URL DOI`.split(
        /\s+/,
      );
    for (const item of items) expect(Object.keys(item).filter((key) => !allowed.includes(key))).toEqual([]);
    expect(JSON.parse(file('cite/documents/letter-1850.csl.json'))).toEqual([items[2]]);
  });

  test('hostile words in BibTeX end no field', () => {
    expect(file('cite/documents/hostile.bib')).toContain('\\{\\{page.title\\}\\} \\$\\{x\\}');
  });

  test('the page says how to cite it, with a link to its own address', () => {
    const text = file('documents/letter-1850.html').replace(/<[^>]*>/g, '');
    expect(text).toContain(
      'Ada Byron, “Letter from Ada Byron to Charles Babbage on the Notes &amp; their printing,” 3 May 1850',
    );
    expect(text).toContain(
      'Add MS 37192, f. 45, British Library, London, in Letters &amp; Minutes, ed. R. Roe and J. Doe',
    );
  });
});
