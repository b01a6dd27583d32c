import { elementsAt, elementsOf, textOf, type XmlElement } from './xml-view.js';

/** A name in a header, with as much of its parts as the encoding says. */
export interface RecordedName {
  readonly text: string;
  /** Empty where the encoding does not tell surname and forename apart. */
  readonly surname: string;
  readonly forename: string;
  /** What the encoding says it is; empty for a bare text. */
  readonly kind: 'person' | 'organisation' | '';
  /** The id in the register, empty where the name refers to none. */
  readonly reference: string;
}

/** What a bibliography asks of a header, beside its title, date and shelfmark. */
export interface BibliographicRecord {
  readonly authors: readonly RecordedName[];
  readonly editors: readonly RecordedName[];
  readonly translators: readonly RecordedName[];
  readonly compilers: readonly RecordedName[];
  /** Who received a letter. */
  readonly recipients: readonly RecordedName[];
  readonly publishers: readonly string[];
  /** When the file was published, as written (`2026-11-21`); empty where the header gives no value. */
  readonly published: string;
  /** The edition of the file (`editionStmt/edition/@n`, else its words). */
  readonly version: string;
  /** The first licence that has an address: `licence/@target`. */
  readonly licence: string;
  /** Digital object identifier, without a resolver before it. */
  readonly doi: string;
}

/**
 * What people do for an edition, by the words for it: the MARC relator codes that TEI headers take over, and the
 * stems of the words that editors in several languages write.
 */
const ROLES = {
  editors:
    /^(?:edt|pbl edt)$|^(?:co-?)?edit|^(?:mit)?(?:herausg|hrsg)|^[eé]dit(?:eur|rice|ion)|^szerk|^(?:отв\. ?)?ред/iu,
  translators: /^trl$|transl|übersetz|traduc|trad\.|fordít|перев/iu,
  compilers: /^com$|^compil|zusammengestellt|zusammenstellung|összeállít|составит/iu,
} as const;

const NAME_ELEMENTS = ['persName', 'orgName', 'name'];

/**
 * Reads what a bibliography asks of a header (TEI Guidelines, 2.2).
 *
 * @param header `teiHeader`; a missing part is empty.
 */
export function bibliographicRecord(header: XmlElement | undefined): BibliographicRecord {
  const title = elementsAt(header, 'fileDesc', 'titleStmt')[0];
  const publication = elementsAt(header, 'fileDesc', 'publicationStmt')[0];
  const edition = elementsAt(header, 'fileDesc', 'editionStmt', 'edition')[0];
  const received = elementsAt(header, 'profileDesc', 'correspDesc', 'correspAction').filter(
    (action) => action.attributes.get('type') === 'received',
  );
  const plainEditors = elementsOf(title, 'editor').filter((editor) => roleOf(editor.attributes.get('role')) === '');
  return {
    authors: elementsOf(title, 'author').flatMap(namesIn),
    editors: [...plainEditors.flatMap(namesIn), ...namesInRole(title, 'editors')],
    translators: namesInRole(title, 'translators'),
    compilers: namesInRole(title, 'compilers'),
    recipients: received
      .flatMap((action) => elementsOf(action, ...NAME_ELEMENTS))
      .map((name) => nameOf(name))
      .filter(isName),
    publishers: elementsOf(publication, 'publisher', 'authority')
      .map(textOf)
      .filter((text) => text !== ''),
    published: elementsOf(publication, 'date').map(valueOf).find(isW3cDate) ?? '',
    version: edition?.attributes.get('n') ?? textOf(edition),
    licence:
      elementsAt(publication, 'availability', 'licence')
        .map((licence) => licence.attributes.get('target') ?? '')
        .find((target) => target !== '') ?? '',
    doi: doiIn(elementsOf(publication, 'idno')),
  };
}

/** The role that a word stands for; empty for one that bibliographies do not ask for. */
function roleOf(word: string | undefined): keyof typeof ROLES | '' {
  const trimmed = (word ?? '').trim();
  // A translator's editor is an editor: the more particular word decides.
  if (ROLES.translators.test(trimmed)) return 'translators';
  if (ROLES.compilers.test(trimmed)) return 'compilers';
  return ROLES.editors.test(trimmed) ? 'editors' : '';
}

/** The names in statements of responsibility, and in `editor` elements whose `@role` says more. */
function namesInRole(title: XmlElement | undefined, role: keyof typeof ROLES): RecordedName[] {
  return elementsOf(title, 'editor', 'respStmt').flatMap((element) => {
    if (element.name === 'editor') return roleOf(element.attributes.get('role')) === role ? namesIn(element) : [];
    const words = elementsOf(element, 'resp').flatMap((resp) => [resp.attributes.get('key') ?? '', textOf(resp)]);
    return words.some((word) => roleOf(word) === role)
      ? elementsOf(element, ...NAME_ELEMENTS)
          .map((name) => nameOf(name))
          .filter(isName)
      : [];
  });
}

/** The names within `author` or `editor`; the element itself where it has none. */
function namesIn(element: XmlElement): RecordedName[] {
  const inner = elementsOf(element, ...NAME_ELEMENTS);
  return (inner.length === 0 ? [element] : inner).map((name) => nameOf(name, element)).filter(isName);
}

/** @param outer what has the pointer where the name itself has none: `author ref`. */
function nameOf(element: XmlElement, outer: XmlElement = element): RecordedName {
  const part = (...names: readonly string[]): string =>
    elementsOf(element, ...names)
      .map(textOf)
      .join(' ');
  const pointer = [element, outer]
    .map(({ attributes }) => attributes.get('ref') ?? attributes.get('key') ?? '')
    .find((target) => target !== '');
  const type = element.attributes.get('type') ?? '';
  const kind =
    element.name === 'orgName' || type === 'org' || type === 'organisation'
      ? 'organisation'
      : element.name === 'persName' || type === 'person'
        ? 'person'
        : '';
  const first = (pointer ?? '').trim().split(/\s+/)[0] ?? '';
  return {
    text: textOf(element),
    surname: part('surname'),
    forename: [part('forename'), part('nameLink')].filter((text) => text !== '').join(' '),
    kind: part('surname') === '' ? kind : 'person',
    reference: first.slice(first.indexOf('#') + 1),
  };
}

/** A name has a letter that could begin one: "not named in the source" is a remark. */
function isName({ text }: RecordedName): boolean {
  return /[\p{Lu}\p{Lt}\p{Lo}]/u.test(text);
}

function valueOf(date: XmlElement): string {
  return (date.attributes.get('when') ?? date.attributes.get('when-iso') ?? textOf(date)).trim();
}

function isW3cDate(value: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(value);
}

function doiIn(identifiers: readonly XmlElement[]): string {
  for (const identifier of identifiers) {
    const match = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(textOf(identifier));
    if (match?.[1] !== undefined) return match[1];
  }
  return '';
}
