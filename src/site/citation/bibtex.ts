import type { CslItem, CslName } from './csl-item.js';
import { originOf, yearOf } from './origin.js';

/**
 * An item for BibLaTeX and BibTeX, in UTF-8. A document is `@incollection`, with the year of the edition; when it was
 * made and where it is kept stand in `note`, which every style prints, and in `origdate` (BibLaTeX manual, 2.3.8 and
 * 2.1.1).
 *
 * Written here and not by a library: the one that we know drops letters that are neither Latin nor Greek or, told not
 * to, escapes nothing at all.
 *
 * @param date when the document was made, in words.
 */
export function bibtexOf(item: CslItem, date: string): string {
  const isEdition = item.type === 'book';
  const issued = yearOf(item.issued);
  const year = isEdition ? issued : yearOf(item['available-date']) || issued;
  const fields: readonly (readonly [string, string])[] = [
    ['author', names(item.author)],
    // Braces around the whole: no style may change the case of a title.
    ['title', braced(texText(item.title))],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    ['booktitle', braced(texText(item['container-title'] ?? ''))],
    ['publisher', literal(item.publisher)],
    ['year', year],
    ['origdate', isEdition ? '' : originalDate(item)],
    ['version', texText(item.version ?? '')],
    ['note', isEdition ? '' : texText(originOf(item, date))],
    ['langid', languageName(item.language)],
    ['doi', item.DOI ?? ''],
    ['url', item.URL ?? ''],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${isEdition ? 'book' : 'incollection'}{${keyOf(item.id)},\n${lines.join('')}}\n`;
}

/** Characters that mean something to TeX. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function texText(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (character) => SPECIAL[character] ?? character).replace(/\s+/g, ' ');
}

function braced(text: string): string {
  return text === '' ? '' : `{${text}}`;
}

/** A name that is one text stands in braces: it is neither divided at blanks nor at " and ". */
function literal(text: string | undefined): string {
  return braced(texText(text ?? ''));
}

function names(list: readonly CslName[] | undefined): string {
  return (list ?? [])
    .map((name) => {
      if ('literal' in name) return literal(name.literal);
      const parts = [name.family, name.given].filter((part) => part !== undefined);
      return parts.map((part) => nameText(part)).join(', ');
    })
    .join(' and ');
}

/** A part of a name; one with a comma or an " and " of its own in braces. */
function nameText(part: string): string {
  return /,|\band\b/i.test(part) ? literal(part) : texText(part);
}

/** The day or the days, as BibLaTeX writes them (ISO 8601-2, level 1). */
function originalDate({ issued }: CslItem): string {
  const mark = issued?.circa === true ? '?' : '';
  const dates = (issued?.['date-parts'] ?? []).map(([year = 0, ...rest]) => {
    const written = year < 0 ? `-${String(-year - 1).padStart(4, '0')}` : String(year).padStart(4, '0');
    return [written, ...rest.map((part) => String(part).padStart(2, '0'))].join('-') + mark;
  });
  return dates.join('/');
}

/** A key of letters and digits that every program takes. */
function keyOf(id: string): string {
  const key = id.normalize('NFKD').replace(/[^A-Za-z0-9_.-]+/g, '');
  return key === '' ? 'item' : key;
}

/** The names that babel and polyglossia have for languages. */
const LANGUAGES: Readonly<Record<string, string>> = {
  cs: 'czech',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  la: 'latin',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  uk: 'ukrainian',
};

function languageName(tag: string | undefined): string {
  return LANGUAGES[(tag ?? '').split('-')[0] ?? ''] ?? '';
}
