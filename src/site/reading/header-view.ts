import { bibliographicRecord, type BibliographicRecord } from './bibliographic-record.js';
import { dateOf, isKnown, type DateView } from './date-view.js';
import { otherDeclarations, type EncodingStatement } from './encoding-declarations.js';
import { documentDate } from './document-date.js';
import { documentLanguage } from './document-language.js';
import { titlesOf } from './document-titles.js';
import { headerOf, languagesAround } from './header-text.js';
import { manuscriptOf, type ManuscriptView } from './manuscript-view.js';
import { proseOf, type Prose } from './prose.js';
import { ReferenceReader, type KnownReferences } from './references.js';
import { descendants, elementsAt, elementsOf, readXml, textOf, type XmlElement } from './xml-view.js';

/** Who did what: the role in the header's own words. */
export interface Responsibility {
  readonly role: string;
  readonly names: readonly string[];
}

/** What may be done with one layer of the document: the original, its translation, the encoding. */
export interface RightsView {
  /** What the statement is about, from `@n`, `@type` or `@corresp`; often empty. */
  readonly layer: string;
  readonly status: string;
  readonly paragraphs: readonly Prose[];
}

/** One act of a correspondence (`correspAction`): who sent or received, where and when. */
export interface CorrespondenceAct {
  readonly type: string;
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly date: DateView | undefined;
}

/** The header of a TEI file as the site shows it. Everything is optional: a missing part is empty, never an error. */
export interface HeaderView {
  readonly title: string;
  readonly titleLanguage: string;
  readonly subtitles: readonly string[];
  readonly language: string;
  readonly authors: readonly string[];
  /** What citations are made of. */
  readonly record: BibliographicRecord;
  readonly responsibilities: readonly Responsibility[];
  readonly publisher: readonly Prose[];
  readonly identifiers: readonly Prose[];
  readonly rights: readonly RightsView[];
  readonly manuscripts: readonly ManuscriptView[];
  readonly publications: readonly Prose[];
  readonly witnesses: readonly Prose[];
  readonly project: readonly Prose[];
  readonly statements: readonly EncodingStatement[];
  readonly applications: readonly Prose[];
  readonly schemas: readonly Prose[];
  readonly abstract: readonly Prose[];
  readonly date: DateView | undefined;
  readonly places: readonly string[];
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly genres: readonly string[];
  readonly correspondence: readonly CorrespondenceAct[];
  /** Persons and groups that only this document declares (`particDesc`). */
  readonly participants: readonly XmlElement[];
  readonly changes: readonly { readonly date: string; readonly prose: Prose }[];
}

/**
 * Reads the header of a TEI file (that of the whole, where the file is a corpus).
 *
 * @param known whom pointers mean, for names that have no words of their own.
 * @throws where the file is no XML at all.
 */
export function readHeader(xml: string, known?: KnownReferences): HeaderView {
  const references = new ReferenceReader(known);
  const header = readXml(headerOf(xml)).children.find((child) => typeof child !== 'string');
  const language = documentLanguage(languagesAround(xml), header);
  const fileDesc = elementsOf(header, 'fileDesc')[0];
  const encodingDesc = elementsOf(header, 'encodingDesc')[0];
  const profileDesc = elementsOf(header, 'profileDesc')[0];
  const publication = elementsOf(fileDesc, 'publicationStmt')[0];
  const source = elementsOf(fileDesc, 'sourceDesc')[0];
  const correspondence = elementsAt(profileDesc, 'correspDesc', 'correspAction').map((action) =>
    correspondenceAct(action, references),
  );
  const [title, ...subtitles] = titlesOf(elementsAt(fileDesc, 'titleStmt', 'title'), language);
  return {
    title: textOf(title),
    titleLanguage: title?.attributes.get('xml:lang') ?? '',
    subtitles: subtitles.map(textOf).filter(isFilled),
    language,
    record: bibliographicRecord(header),
    authors: elementsAt(fileDesc, 'titleStmt', 'author').map(textOf).filter(isFilled),
    responsibilities: responsibilitiesOf(elementsOf(fileDesc, 'titleStmt')[0]),
    publisher: proses(elementsOf(publication, 'publisher', 'authority', 'distributor')),
    identifiers: proses(descendants(publication, 'idno').filter((idno) => elementsOf(idno, 'idno').length === 0)),
    rights: elementsOf(publication, 'availability').flatMap(rightsOf),
    manuscripts: descendants(source, 'msDesc').map(manuscriptOf),
    publications: publicationsOf(source),
    witnesses: proses(descendants(source, 'witness')),
    project: elementsOf(encodingDesc, 'projectDesc').flatMap(paragraphsOf),
    statements: [
      ...elementsOf(encodingDesc, 'editorialDecl').flatMap(statementsOf),
      ...otherDeclarations(encodingDesc),
    ],
    applications: elementsAt(encodingDesc, 'appInfo', 'application').map(applicationOf).filter(isFilledProse),
    schemas: elementsOf(encodingDesc, 'schemaRef').map(schemaOf).filter(isFilledProse),
    abstract: elementsOf(profileDesc, 'abstract').flatMap(paragraphsOf),
    date: documentDate(header),
    places: elementsAt(profileDesc, 'creation', 'placeName').map(textOf).filter(isFilled),
    languages: elementsAt(profileDesc, 'langUsage', 'language').map((language) => ({
      tag: language.attributes.get('ident') ?? '',
      name: textOf(language),
    })),
    genres: genresOf(profileDesc, encodingDesc),
    correspondence,
    participants: descendants(elementsOf(profileDesc, 'particDesc')[0], 'person', 'personGrp'),
    changes: descendants(elementsOf(header, 'revisionDesc')[0], 'change').map((change) => ({
      date: change.attributes.get('when') ?? '',
      prose: proseOf(change),
    })),
  };
}

const NAMES = ['name', 'persName', 'orgName'];

function responsibilitiesOf(titleStmt: XmlElement | undefined): Responsibility[] {
  const statements = elementsOf(titleStmt, 'respStmt').map((statement) => ({
    role: elementsOf(statement, 'resp').map(textOf).filter(isFilled).join(', '),
    names: elementsOf(statement, ...NAMES)
      .map(textOf)
      .filter(isFilled),
  }));
  const named = elementsOf(titleStmt, 'editor', 'principal', 'sponsor', 'funder', 'meeting').map((element) => ({
    role: element.attributes.get('role') ?? element.name,
    names: [textOf(element)].filter(isFilled),
  }));
  return [...named, ...statements].filter(({ names }) => names.length > 0);
}

/** One statement of rights for each layer that is spoken of, and one for each licence. */
function rightsOf(availability: XmlElement): RightsView[] {
  const layerOf = (element: XmlElement): string =>
    element.attributes.get('n') ?? element.attributes.get('type') ?? element.attributes.get('corresp') ?? '';
  const status = availability.attributes.get('status') ?? '';
  const parts = elementsOf(availability);
  const own = new Map<string, XmlElement[]>();
  for (const part of parts.filter(({ name }) => name !== 'licence')) {
    const layer = layerOf(part) || layerOf(availability);
    own.set(layer, [...(own.get(layer) ?? []), part]);
  }
  const statements = parts
    .filter((part) => part.name === 'licence')
    .map((licence) => ({
      layer: layerOf(licence) || layerOf(availability),
      status,
      paragraphs: paragraphsOf(licence),
    }));
  const general = [...own].map(([layer, elements]) => ({ layer, status, paragraphs: proses(elements) }));
  return [...general, ...statements].filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The printed or digital sources, without those inside a manuscript description. */
function publicationsOf(source: XmlElement | undefined): Prose[] {
  const own = elementsOf(source, 'bibl', 'biblStruct', 'biblFull', 'p', 'recordingStmt', 'scriptStmt');
  const listed = elementsOf(source, 'listBibl').flatMap((list) => elementsOf(list, 'bibl', 'biblStruct', 'biblFull'));
  return proses([...own, ...listed]);
}

function statementsOf(declaration: XmlElement): EncodingStatement[] {
  return elementsOf(declaration)
    .map((element) => ({
      kind: element.name,
      paragraphs: element.name === 'p' ? proses([element]) : paragraphsOf(element),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The paragraphs of an element, or its own text where it has none. */
function paragraphsOf(element: XmlElement): Prose[] {
  const blocks = elementsOf(element, 'p', 'ab', 'list').flatMap((block) =>
    block.name === 'list' ? elementsOf(block, 'item') : [block],
  );
  if (blocks.length > 0 && element.name !== 'licence') return proses(blocks);
  if (blocks.length === 0) return proses([element]);
  // A licence's link belongs to each of its paragraphs.
  return proses(blocks.map((block) => ({ ...element, children: [block] })));
}

function applicationOf(application: XmlElement): Prose {
  const label = textOf(elementsOf(application, 'label')[0]) || (application.attributes.get('ident') ?? '');
  const version = application.attributes.get('version') ?? '';
  const text = version === '' || label.includes(version) ? label : `${label} ${version}`;
  return text === '' ? [] : [{ text, href: null, emphasis: false }];
}

function schemaOf(schema: XmlElement): Prose {
  const text = textOf(schema) || (schema.attributes.get('key') ?? schema.attributes.get('url') ?? '');
  return text === '' ? [] : [{ text, href: null, emphasis: false }];
}

function correspondenceAct(action: XmlElement, references: ReferenceReader): CorrespondenceAct {
  const nameOf = (element: XmlElement): string =>
    textOf(element) || references.nameOf(Object.fromEntries(element.attributes));
  return {
    type: action.attributes.get('type') ?? '',
    names: elementsOf(action, ...NAMES, 'rs')
      .map(nameOf)
      .filter(isFilled),
    places: elementsOf(action, 'placeName', 'settlement').map(nameOf).filter(isFilled),
    date: elementsOf(action, 'date').map(dateOf).find(isKnown),
  };
}

/** More keywords than this say what a text is about. */
const MANY_TERMS = 4;

/** What kind of text it is: the categories and keywords of `textClass`, a category by its description. */
function genresOf(profileDesc: XmlElement | undefined, encodingDesc: XmlElement | undefined): string[] {
  const categories = descendants(encodingDesc, 'category');
  const described = elementsAt(profileDesc, 'textClass', 'catRef')
    .flatMap((reference) => (reference.attributes.get('target') ?? '').split(/\s+/))
    .map((target) => {
      const id = target.slice(target.indexOf('#') + 1);
      const category = categories.find((candidate) => candidate.attributes.get('xml:id') === id);
      return textOf(elementsOf(category, 'catDesc')[0]) || id;
    });
  const terms = elementsAt(profileDesc, 'textClass', 'keywords').flatMap((keywords) => descendants(keywords, 'term'));
  const ofGenre = terms.filter((term) => /^genre/i.test(term.attributes.get('type') ?? '') && textOf(term) !== '');
  // Many terms are subjects, not kinds of text.
  const kinds = ofGenre.length > 0 ? ofGenre : terms.length <= MANY_TERMS ? terms : [];
  return [...new Set([...described, ...kinds.map(textOf)])].filter(isFilled);
}

function proses(elements: readonly XmlElement[]): Prose[] {
  return elements.map(proseOf).filter(isFilledProse);
}

function isFilled(text: string): boolean {
  return text !== '';
}

function isFilledProse(prose: Prose): boolean {
  return prose.length > 0;
}
