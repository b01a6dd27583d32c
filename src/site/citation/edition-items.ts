import type { Register } from '../../edition/register.js';
import { externalAddress, siteAddress } from '../address.js';
import type { RecordedName } from '../reading/bibliographic-record.js';
import { dateOfValue } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import { proseText } from '../reading/prose.js';
import type { EditionDescription } from '../site-input.js';
import { archiveOf } from './archive.js';
import { cslDate } from './csl-date.js';
import type { CslItem, CslName, CslType } from './csl-item.js';
import { bareName, cslName, knownNames } from './csl-name.js';

/** The bibliographic items of an edition: itself, and each of its documents. */
export interface EditionItems {
  readonly edition: CslItem;
  of(document: DocumentView): CslItem;
}

/** The id of the edition's own item; a document's is its id, which has no colon. */
export const EDITION_ID = 'edition:';

/** Kinds of text, by the stems of the words that headers have for them, in the languages of the interface. */
const TYPES: readonly (readonly [RegExp, CslType])[] = [
  [/letter|telegram|brief|lettre|levél|távirat|письмо|телеграмм/iu, 'personal_communication'],
  [/speech|stenograph|rede\b|discours|beszéd|речь|стенограмм/iu, 'speech'],
];

/**
 * Makes the bibliographic items. `issued` of a document is the day it was made, as every style expects of archival
 * texts; when the edition was published is in `available-date`.
 *
 * @param url the address of the site with a slash at its end; empty where it is not known: items then have no URL.
 */
export function editionItems(edition: EditionDescription, register: Register, url: string): EditionItems {
  const known = knownNames(register);
  const names = (recorded: readonly RecordedName[], language: string): CslName[] =>
    recorded.map((name) => cslName(name, known, language));
  const editors = names(edition.editors.map(bareName), edition.language);
  const published = cslDate(dateOfValue(edition.date ?? ''));
  return {
    edition: filled({
      id: EDITION_ID,
      type: 'book',
      title: edition.title,
      editor: editors,
      issued: published,
      publisher: edition.publisher,
      language: edition.language,
      abstract: edition.description,
      URL: url,
    }),
    of: (document) => {
      const { header, language } = document;
      const { record } = header;
      const archive = archiveOf(header.manuscripts);
      const own = names(record.editors, language);
      return filled({
        id: document.id,
        type: typeOf(document, archive.archive !== undefined),
        title: document.title,
        genre: header.genres[0] ?? document.text.type,
        author: names(record.authors, language),
        recipient: names(record.recipients, language),
        compiler: names(record.compilers, language),
        translator: names(record.translators, language),
        editor: editors.length > 0 ? editors : own,
        issued: cslDate(document.date),
        'available-date': published ?? cslDate(dateOfValue(record.published)),
        'container-title': edition.title,
        publisher: edition.publisher ?? record.publishers[0],
        version: record.version,
        ...archive,
        language,
        abstract: header.abstract.map(proseText)[0],
        URL: url === '' ? '' : siteAddress(url, document.path),
        DOI: externalAddress(`https://doi.org/${record.doi}`) === undefined ? '' : record.doi,
      });
    },
  };
}

function typeOf({ header, text }: DocumentView, isKept: boolean): CslType {
  const words = header.genres.length > 0 ? header.genres : [text.type];
  const found = TYPES.find(([stem]) => words.some((word) => stem.test(word)))?.[1];
  return found ?? (isKept ? 'manuscript' : 'document');
}

/** The item without what is not known. */
function filled(parts: { readonly [Key in keyof CslItem]: CslItem[Key] | undefined }): CslItem {
  const known = Object.entries(parts).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(known) as unknown as CslItem;
}
