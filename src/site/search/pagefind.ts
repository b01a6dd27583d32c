import { filtersOf, indexedPage, metadataOf } from './indexed-page.js';
import type { SearchRecord } from './search-record.js';

/** What one index is made from. */
export interface IndexSource {
  /** A language with stems (ISO 639-1), or `unknown`. */
  readonly language: string;
  readonly records: readonly SearchRecord[];
}

/** A finished index: its files, relative to its folder, sorted. */
export interface MadeIndex {
  readonly language: string;
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/**
 * Parts of a text that nobody looks for: signs of notes, which would stick to the words before them, brackets and
 * labels that the stylesheets add, page numbers, ways back. The script that marks what was found leaves them out too.
 */
const UNSEARCHED = [
  '.tei-noteref',
  '.tei-note-number',
  '.tei-notes-heading',
  '.tei-backlink',
  '.tei-bracket',
  '.tei-label-ours',
  '.tei-pb',
  '.tei-permalink',
  '[aria-hidden=true]',
  'svg',
];

/** What of Pagefind's output a site needs beside WebAssembly: the site's own page does what the rest is for. */
const NEEDED = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.pf_[a-z]+)$/;

/** Over this number of records, several share a file: a folder with thousands of tiny files is slow to publish. */
const FILES_OF_RECORDS = 1000;

/** How many records are sent to Pagefind before its answers are awaited. */
const BATCH = 64;

type Pagefind = typeof import('pagefind');

let running = 0;

/**
 * Makes indexes with Pagefind, a program of its own that runs meanwhile.
 *
 * @throws where it is missing on this platform, or fails.
 */
export async function makeIndexes(sources: readonly IndexSource[]): Promise<MadeIndex[]> {
  const pagefind = await import('pagefind');
  running++;
  try {
    const made: MadeIndex[] = [];
    for (const source of sources) made.push(await makeIndex(source, pagefind));
    return made;
  } finally {
    // One program serves all who ask at the same time; the last one ends it.
    running--;
    if (running === 0) await pagefind.close();
  }
}

async function makeIndex({ language, records }: IndexSource, pagefind: Pagefind): Promise<MadeIndex> {
  const created = await pagefind.createIndex({
    forceLanguage: language,
    keepIndexUrl: true,
    excludeSelectors: UNSEARCHED,
    maxFragments: FILES_OF_RECORDS,
  });
  const { index } = created;
  if (index === undefined) throw new Error(created.errors.join(' '));
  for (let start = 0; start < records.length; start += BATCH) {
    const answers = await Promise.all(
      records.slice(start, start + BATCH).map((record) => add(record, index, language)),
    );
    refuse(answers.flatMap(({ errors }) => errors));
  }
  const { files, errors } = await index.getFiles();
  refuse(errors);
  await index.deleteIndex();
  // A language without stems uses the program for unknown ones; others bring it for nothing.
  const own = `wasm.${language}.pagefind`;
  const program = files.some(({ path }) => path === own) ? own : 'wasm.unknown.pagefind';
  return {
    language,
    files: files.filter(({ path }) => NEEDED.test(path) || path === program).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

type Index = NonNullable<Awaited<ReturnType<Pagefind['createIndex']>>['index']>;

function add(record: SearchRecord, index: Index, language: string): Promise<{ readonly errors: readonly string[] }> {
  const { address, words } = record;
  if ('html' in words) return index.addHTMLFile({ url: address, content: indexedPage(record, words.html) });
  return index.addCustomRecord({
    url: address,
    content: words.text,
    language,
    meta: metadataOf(record),
    filters: filtersOf(record),
    sort: { date: String(record.order) },
  });
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join(' '));
}
