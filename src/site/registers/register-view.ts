import type { NameForm, Register } from '../../edition/register.js';
import { siteAddress } from '../address.js';
import type { DocumentView } from '../reading/document-view.js';
import type { Mention, MentionKind } from '../reading/mention.js';
import type { Messages } from '../theme/messages.js';
import { authorityLinks, type AuthorityLink } from './authority.js';
import { divideRegister, registerPages, type RegisterName } from './entry-places.js';
import { nameOrder } from './name-order.js';
import { entriesOf, type RegisterEntry } from './register-entry.js';

/** What a register says of a document beside the mentions in it. */
export interface DocumentHeading {
  readonly title: string;
  readonly titleLanguage: string;
  /** The language of the text, and so of the words around a name. */
  readonly language: string;
  readonly date: string;
  /** Address of its page, seen from the root of the site. */
  readonly href: string;
}

/** The mentions of one name in one document, in the order of the text. */
export interface DocumentMentions {
  readonly document: DocumentView;
  readonly heading: DocumentHeading;
  readonly mentions: readonly Mention[];
}

/** What a register tells of a name: where it stands, document by document in the order of the site. */
export interface Mentioned {
  readonly documents: readonly DocumentMentions[];
  /** How many mentions there are in all. */
  readonly count: number;
}

/** A person, place or organisation with all its mentions. */
export interface RegisterEntryView extends Mentioned {
  readonly id: string;
  /** The name as a sentence has it: "Imre Nagy". */
  readonly name: string;
  /** The name as the register has it: "Nagy, Imre". */
  readonly heading: string;
  readonly language: string;
  readonly otherForms: readonly { readonly text: string; readonly language: string }[];
  /** Life dates of a person, the type of a place or an organisation. */
  readonly detail: string;
  readonly isGroup: boolean;
  readonly descriptions: readonly string[];
  readonly identifiers: readonly AuthorityLink[];
  /** The letter that the entry stands under. */
  readonly letter: string;
}

/** A name that no register entry was given to. */
export interface UnidentifiedName extends Mentioned {
  readonly form: string;
}

/** A page's share of a register. */
export interface RegisterSection {
  /** Path of the page that has these entries. */
  readonly path: string;
  /** The letter of them all; empty where the page has the whole register. */
  readonly letter: string;
  readonly entries: readonly RegisterEntryView[];
}

/** One register. */
export interface RegisterView {
  readonly name: RegisterName;
  /** In the order of the alphabet. */
  readonly entries: readonly RegisterEntryView[];
  readonly sections: readonly RegisterSection[];
  readonly unidentified: readonly UnidentifiedName[];
  /** The path of the page that has an entry; undefined for an id that is not in this register. */
  pathOf(id: string): string | undefined;
  /** Where an entry stands among `entries`. */
  rankOf(id: string): number | undefined;
}

type MentionIndex = Map<string, Map<DocumentView, Mention[]>>;

/**
 * Builds one register: its entries in the order of the language, each with its mentions document by document, and
 * the names that nobody has identified yet. A mention stands once for each entry that it refers to.
 *
 * @param documents in the order of the site.
 * @param language the edition's: names are sorted by its alphabet.
 * @param unsafe is told of identifiers that look like addresses but may not be linked.
 */
export function registerView(
  kind: MentionKind,
  { register, documents, language }: { register: Register; documents: readonly DocumentView[]; language: string },
  messages: Messages,
  unsafe: (address: string, entry: string) => void,
): RegisterView {
  const name = registerPages.find((page) => page.kind === kind)?.name ?? 'persons';
  const order = nameOrder(language);
  const { registered, declared } = entriesOf(kind, register, documents, messages);
  const entries = new Map([...registered, ...declared].map((entry) => [entry.id, entry]));
  const { identified, unidentified } = indexMentions(kind, documents, entries);
  const headings = new Map(documents.map((document) => [document, headingOf(document, messages)]));
  const mentioned = (found: ReadonlyMap<DocumentView, Mention[]> | undefined): Mentioned => {
    const mentions = [...(found ?? [])].flatMap(([document, each]) => {
      const heading = headings.get(document);
      return heading === undefined ? [] : [{ document, heading, mentions: each }];
    });
    return { documents: mentions, count: mentions.reduce((sum, each) => sum + each.mentions.length, 0) };
  };
  const paths = new Map<string, string>();
  const sections = divideRegister(name, registered, declared, order).map(({ path, letter, entries: placed }) => ({
    path,
    letter,
    entries: placed.flatMap(({ id, heading, letter: own }) => {
      paths.set(id, path);
      const entry = entries.get(id);
      return entry === undefined ? [] : [entryView(entry, heading.text, own, mentioned(identified.get(id)), unsafe)];
    }),
  }));
  const sorted = sections.flatMap((section) => section.entries);
  const ranks = new Map(sorted.map(({ id }, index) => [id, index]));
  return {
    name,
    sections,
    entries: sorted,
    unidentified: [...unidentified]
      .map(([form, found]) => ({ form, ...mentioned(found) }))
      .sort((a, b) => order.compareWords(a.form, b.form)),
    pathOf: (id) => paths.get(id),
    rankOf: (id) => ranks.get(id),
  };
}

/** Goes through all mentions once. */
function indexMentions(
  kind: MentionKind,
  documents: readonly DocumentView[],
  entries: ReadonlyMap<string, RegisterEntry>,
): { readonly identified: MentionIndex; readonly unidentified: MentionIndex } {
  const identified: MentionIndex = new Map();
  const unidentified: MentionIndex = new Map();
  for (const document of documents) {
    for (const mention of document.text.mentions) {
      if (mention.kind !== kind) continue;
      const found = new Set(mention.references.filter((reference) => entries.has(reference)));
      for (const reference of found) addMention(identified, reference, document, mention);
      if (found.size === 0) addMention(unidentified, mention.form.normalize('NFC'), document, mention);
    }
  }
  return { identified, unidentified };
}

function addMention(index: MentionIndex, key: string, document: DocumentView, mention: Mention): void {
  const documents = index.get(key) ?? new Map<DocumentView, Mention[]>();
  index.set(key, documents);
  const mentions = documents.get(document);
  if (mentions === undefined) documents.set(document, [mention]);
  else mentions.push(mention);
}

function headingOf(document: DocumentView, messages: Messages): DocumentHeading {
  return {
    title: document.title,
    titleLanguage: document.titleLanguage,
    language: document.language,
    date: document.dateText(messages),
    href: siteAddress('', document.path),
  };
}

function entryView(
  entry: RegisterEntry,
  heading: string,
  letter: string,
  { documents, count }: Mentioned,
  unsafe: (address: string, entry: string) => void,
): RegisterEntryView {
  const [preferred] = entry.names;
  // A group without a name of its own is called as the texts call it.
  const name = preferred?.text ?? documents[0]?.mentions[0]?.form ?? entry.id;
  return {
    id: entry.id,
    name,
    heading: heading === '' ? name : heading,
    language: preferred?.language ?? '',
    otherForms: otherForms(entry.names, heading),
    detail: entry.detail,
    isGroup: entry.isGroup,
    descriptions: entry.descriptions,
    identifiers: authorityLinks(entry.identifiers, (address) => {
      unsafe(address, entry.id);
    }),
    letter,
    documents,
    count,
  };
}

/** The forms that a reader may look for; printed errors are none of them. */
function otherForms(names: readonly NameForm[], heading: string): RegisterEntryView['otherForms'] {
  const [preferred, ...others] = names;
  const forms = new Map<string, string>();
  for (const { text, type, language } of others) {
    if (text !== preferred?.text && text !== heading && type !== 'misspelling' && !forms.has(text))
      forms.set(text, language ?? '');
  }
  return [...forms].map(([text, language]) => ({ text, language }));
}
