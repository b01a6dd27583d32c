import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { makeIndexes, type IndexSource } from './pagefind.js';
import { INDEX_FOLDER, type SearchIndex } from './search-folder.js';
import { indexLanguage } from './search-language.js';
import { searchRecords, type Searchable, type SearchRecord } from './search-record.js';

/**
 * Makes the search index of an edition: one for each language, because each has stems of its own; the search page
 * asks all of them. The same edition gives the same bytes.
 *
 * @returns undefined, with a finding, where Pagefind does not run on this machine; undefined where there is nothing
 *   to be found.
 */
export async function searchIndex(
  site: Searchable,
  make: typeof makeIndexes = makeIndexes,
): Promise<{ readonly index: SearchIndex | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const sources = byLanguage(searchRecords(site));
  if (sources.length === 0) return { index: undefined, diagnostics: [] };
  try {
    const made = await make(sources);
    const files = made.flatMap(({ language, files }) =>
      files.map(({ path, content }) => ({ path: `${INDEX_FOLDER}/${language}/${path}`, content })),
    );
    return { index: { languages: made.map(({ language }) => language), files }, diagnostics: [] };
  } catch (error) {
    return { index: undefined, diagnostics: [unavailable(error)] };
  }
}

function byLanguage(records: readonly SearchRecord[]): IndexSource[] {
  const groups = new Map<string, SearchRecord[]>();
  for (const record of records) {
    const language = indexLanguage(record.language);
    const group = groups.get(language);
    if (group === undefined) groups.set(language, [record]);
    else group.push(record);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, ofLanguage]) => ({ language, records: ofLanguage }));
}

function unavailable(error: unknown): Diagnostic {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return diagnostic('site/search-unavailable', `The site has no search: Pagefind does not run here. ${reason}`, {
    help: 'Install Editio without --omit=optional, on a platform that Pagefind has a program for; or do without.',
  });
}
