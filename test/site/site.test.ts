import { beforeAll, describe, expect, test } from 'vitest';
import { emptyRegister } from '../../src/edition/register.js';
import { SafeHtml } from '../../src/site/safe-html.js';
import { buildSite } from '../../src/site/site.js';
import type { Site, SiteInput } from '../../src/site/site-input.js';
import { sampleEdition, sampleTei } from './sample-edition.js';

let input: SiteInput;
let site: Site;

beforeAll(async () => {
  input = await sampleEdition('letter-1850', 'minutes-1848', 'hostile');
  site = await buildSite(input);
});

function page(path: string, from: Site = site): string {
  const content = from.files.find((file) => file.path === path)?.content;
  if (typeof content !== 'string') throw new Error(`no page ${path}`);
  return content;
}

/** The text of a page without its tags, white space collapsed, references kept. */
function textOfPage(path: string): string {
  return page(path)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('a bare edition: one text, nothing known of it', async () => {
  const bare = await buildSite({
    edition: { title: 'Papers', editors: [], language: 'xx' },
    documents: [
      {
        id: 'a',
        teiXml: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words.</p></body></text></TEI>',
        htmlFragment: SafeHtml.fromStylesheet('<article class="tei-document"><p>Words.</p></article>'),
        plainText: 'Words.\n',
      },
    ],
    register: emptyRegister,
    tool: { name: 'Editio', version: '0.1.0' },
  });
  expect(bare.diagnostics).toEqual([]);
  const own = bare.files.map(({ path }) => path).filter((path) => !/^(?:assets|search)\//.test(path));
  expect(own).toEqual([
    'index.html',
    'documents/a.html',
    'principles.html',
    'data.html',
    'search.html',
    '404.html',
    'tei/a.xml',
    'text/a.txt',
    'data/documents.csv',
    ...['bib', 'ris', 'csl.json'].flatMap((form) => [`cite/edition.${form}`, `cite/documents/a.${form}`]),
    'edition.jsonld',
  ]);
});

test('an edition without documents has its pages', async () => {
  const site = await buildSite({ ...input, documents: [], register: emptyRegister, companions: [] });
  expect(site.diagnostics).toEqual([]);
});

test('the sample edition has no error, and says which address of the register is no link', () => {
  expect(site.diagnostics.map(({ code, actual }) => [code, actual])).toEqual([
    ['site/unsafe-link', 'javascript:alert(8)'],
  ]);
});

test('TEI and texts are published as they are', () => {
  expect(page('tei/letter-1850.xml')).toBe(sampleTei('letter-1850'));
  expect(page('text/letter-1850.txt')).toContain('Dear Sir,');
});

test('the same input gives the same bytes', async () => {
  expect((await buildSite(input)).files).toEqual(site.files);
});

describe('the list of documents', () => {
  test('in order of date, the undated last', () => {
    const order = [...page('index.html').matchAll(/<h3><a href="([^"]*)"/g)].map((match) => match[1]);
    expect(order).toEqual(['documents/minutes-1848.html', 'documents/letter-1850.html', 'documents/hostile.html']);
  });

  test('with date, kind, length, persons and files', () => {
    const index = page('index.html');
    expect(index).toContain('<time datetime="1850-05-03">3 May 1850</time>');
    expect(index).toContain('May 1848 – June 1848');
    expect(index).toContain('<a href="persons.html#babbage-charles">Charles Babbage</a>');
    expect(index).toContain('href="tei/letter-1850.xml"');
    expect(textOfPage('index.html')).toContain('Ada asks for the proofs. Named most often:');
  });
});

describe('a document', () => {
  test('its panel', () => {
    const text = textOfPage('documents/letter-1850.html');
    expect(text).toContain('Sent Ada Byron, London, 3 May 1850 Received Charles Babbage');
    expect(text).toContain('Archive British Library Fond 37192 Shelfmark Add MS 37192, f. 45');
    expect(text).toContain('Translator Jane Roe');
    expect(text).toContain('1 name is identified with some doubt');
    expect(page('documents/letter-1850.html')).toContain('<cite>Collected Letters</cite>, ed. R. Roe');
  });

  test('a legend of the signs that occur, and of no other', () => {
    const letter = textOfPage('documents/letter-1850.html');
    expect(letter).toContain('supplied by the translator or an editor');
    expect(letter).not.toContain('what was heard or seen');
    expect(textOfPage('documents/minutes-1848.html')).toContain('what was heard or seen');
  });

  test('contents for three headings, none for a letter', () => {
    expect(page('documents/minutes-1848.html')).toContain('<a href="#minutes-1848-d2">Kasse</a>');
    expect(page('documents/letter-1850.html')).not.toContain('class="contents"');
  });

  test('its neighbours, its language, its address', () => {
    const minutes = page('documents/minutes-1848.html');
    expect(minutes).toContain('<h1 lang="de">Protokoll der Sitzung</h1>');
    expect(minutes).toContain('rel="next" href="../documents/letter-1850.html"');
    expect(minutes).not.toContain('rel="prev"');
    expect(minutes).toContain('<link rel="canonical" href="https://example.org/edition/documents/minutes-1848.html">');
  });
});

describe('registers', () => {
  test('life, forms, identifiers, mentions with their places', () => {
    const persons = page('persons.html');
    expect(persons).toContain('Babbage, Charles</span> <span class="life">1791–1871</span>');
    expect(persons).toContain('<a href="https://d-nb.info/gnd/118505408">118505408</a>');
    expect(persons).toContain(
      'I have seen </span><a href="documents/letter-1850.html#letter-1850-n1">Mr Babbage</a><span>&#x27;s engine',
    );
    expect(page('places.html')).toContain('href="https://www.geonames.org/2643743"');
  });

  test('those whom a document declares, and names that nobody has identified', () => {
    expect(page('persons.html')).toContain('id="minutes-1848-voices"');
    expect(textOfPage('persons.html')).toMatch(/Names not yet identified.*Menabrea.*Meyer/);
    expect(textOfPage('places.html')).toContain('Jena');
  });

  test('entries stand under their surnames', () => {
    expect(page('persons.html').indexOf('>Babbage, Charles<')).toBeLessThan(
      page('persons.html').indexOf('>Byron, Ada<'),
    );
  });
});

test('principles: one wording once, with its documents unless it holds for all', () => {
  const principles = textOfPage('principles.html');
  expect(principles.split('Hyphens at line ends are removed.')).toHaveLength(2);
  expect(principles).toMatch(
    /Hyphens at line ends are removed\. In 2 of 3 documents Protokoll der Sitzung Letter from Ada Byron/,
  );
});

test('data: rights, files, counts', () => {
  const data = textOfPage('data.html');
  expect(data).toContain('tei/register/persons.xml');
  expect(data).toMatch(/Encoding CC BY 4\.0/);
  expect(data).toMatch(/Documents 3 /);
});

test('hostile words come out as text on every page', () => {
  for (const { path, content } of site.files) {
    if (!path.endsWith('.html') || typeof content !== 'string') continue;
    // The site's own scripts, and data that no browser runs.
    expect(content).not.toMatch(
      /<script(?! src="[./\w]*assets\/[\w/-]+\.js" defer>| type="application\/ld\+json">)|<img|<svg on|<b>|<i>|href="(?:javascript:|data:|\/\/)/,
    );
  }
  expect(page('documents/hostile.html')).toContain(
    '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; {{page.title}} ${x}',
  );
  expect(page('persons.html')).toContain('&lt;script&gt;alert(6)&lt;/script&gt;&quot;&#x27; {{id}}');
});

describe('what is found before anything is written', () => {
  const withDocument = async (change: Partial<SiteInput['documents'][number]>): Promise<string[]> => {
    const [first] = input.documents;
    if (first === undefined) throw new Error('no sample');
    const made = await buildSite({ ...input, register: emptyRegister, documents: [{ ...first, ...change }] });
    return made.diagnostics.map(({ code, actual }) => `${code} ${actual ?? ''}`.trim());
  };

  test('a link of the text that leads nowhere', async () => {
    const htmlFragment = SafeHtml.fromStylesheet('<article><a href="#no">x</a></article>');
    expect(await withDocument({ htmlFragment })).toEqual(['site/dead-link #no']);
  });

  test('an id that is no safe path; a text that is no XML', async () => {
    expect(await withDocument({ id: '../../etc/x' })).toContain('site/unsafe-path');
    expect(await withDocument({ teiXml: '<TEI><text></TEI>' })).toEqual(['site/unreadable-tei']);
  });

  test('two documents with one path', async () => {
    const [first] = input.documents;
    if (first === undefined) throw new Error('no sample');
    const { diagnostics } = await buildSite({ ...input, documents: [first, { ...first, id: 'LETTER-1850' }] });
    expect(diagnostics.filter(({ code }) => code === 'site/duplicate-path')).toHaveLength(6);
  });
});
