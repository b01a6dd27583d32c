import type { NameForm, Register } from '../../edition/register.js';
import { siteAddress } from '../address.js';
import { authorityLinks, type AuthorityLink } from './authority.js';
import type { DocumentView } from '../reading/document-view.js';
import type { Mention, MentionKind } from '../reading/mention.js';
import type { Messages } from '../theme/messages.js';
import { entriesOf } from './register-entry.js';

/** A mention as a register shows it: the words, and a link to the place. */
export interface MentionView {
  readonly before: string;
  readonly form: string;
  readonly after: string;
  readonly href: string;
  readonly isUncertain: boolean;
}

/** The mentions of one name in one document. */
export interface DocumentMentions {
  readonly title: string;
  readonly language: string;
  readonly date: string;
  readonly href: string;
  readonly mentions: readonly MentionView[];
}

/** A person, place or organisation with all its mentions. */
export interface RegisterEntryView {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly otherForms: string;
  /** Life dates of a person, the type of a place or an organisation. */
  readonly detail: string;
  readonly descriptions: readonly string[];
  readonly identifiers: readonly AuthorityLink[];
  readonly documents: readonly DocumentMentions[];
  readonly count: number;
  /** The letter that the entry stands under. */
  readonly initial: string;
}

/** A name that no register entry was given to. */
export interface UnidentifiedName {
  readonly form: string;
  readonly documents: readonly DocumentMentions[];
  readonly count: number;
}

/** One register page. */
export interface RegisterView {
  readonly entries: readonly RegisterEntryView[];
  readonly unidentified: readonly UnidentifiedName[];
}

/**
 * Builds one register: its entries in the language's order, each with its mentions document by document, and the
 * names that nobody has identified yet.
 *
 * @param documents in the order of the site.
 * @param unsafe is told of identifiers that look like addresses but may not be linked.
 */
export function registerView(
  kind: MentionKind,
  register: Register,
  documents: readonly DocumentView[],
  messages: Messages,
  unsafe: (address: string, entry: string) => void,
): RegisterView {
  const collator = new Intl.Collator(messages.language, { sensitivity: 'base', numeric: true });
  const entries = entriesOf(kind, register, documents, messages);
  const byId = new Map<string, Map<DocumentView, Mention[]>>(entries.map(({ id }) => [id, new Map()]));
  const unidentified = new Map<string, Map<DocumentView, Mention[]>>();

  for (const document of documents) {
    for (const mention of document.text.mentions) {
      if (mention.kind !== kind) continue;
      const found = mention.references.filter((reference) => byId.has(reference));
      for (const reference of found) addMention(byId, reference, document, mention);
      if (found.length === 0) addMention(unidentified, mention.form.normalize('NFC'), document, mention);
    }
  }

  const views = entries.map((entry) => {
    const [preferred] = entry.names;
    const found = documentMentions(byId.get(entry.id), messages);
    const sortKey = sortKeyOf(preferred, entry.id);
    const view: RegisterEntryView = {
      id: entry.id,
      name: preferred?.text ?? entry.id,
      language: preferred?.language ?? '',
      otherForms: otherForms(entry.names),
      detail: entry.detail,
      descriptions: entry.descriptions,
      identifiers: authorityLinks(entry.identifiers, (address) => {
        unsafe(address, entry.id);
      }),
      documents: found,
      count: countOf(found),
      initial: initialOf(sortKey),
    };
    return { sortKey, view };
  });
  const names = [...unidentified].map(([form, mentions]) => {
    const found = documentMentions(mentions, messages);
    return { form, documents: found, count: countOf(found) };
  });
  return {
    entries: views.sort((a, b) => collator.compare(a.sortKey, b.sortKey)).map(({ view }) => view),
    unidentified: names.sort((a, b) => collator.compare(a.form, b.form)),
  };
}

function addMention(
  index: Map<string, Map<DocumentView, Mention[]>>,
  key: string,
  document: DocumentView,
  mention: Mention,
): void {
  const documents = index.get(key) ?? new Map<DocumentView, Mention[]>();
  index.set(key, documents);
  const mentions = documents.get(document);
  if (mentions === undefined) documents.set(document, [mention]);
  else mentions.push(mention);
}

function documentMentions(found: Map<DocumentView, Mention[]> | undefined, messages: Messages): DocumentMentions[] {
  return [...(found ?? [])].map(([document, mentions]) => ({
    title: document.title,
    language: document.titleLanguage,
    date: document.dateText(messages),
    href: siteAddress('', document.path),
    mentions: mentions.map((mention) => ({
      before: mention.before,
      form: mention.form,
      after: mention.after,
      href: siteAddress('', document.path, document.anchorOf(mention)),
      isUncertain: mention.certainty === 'low' || mention.certainty === 'medium',
    })),
  }));
}

function countOf(documents: readonly DocumentMentions[]): number {
  return documents.reduce((sum, { mentions }) => sum + mentions.length, 0);
}

/** Entries stand under their surname where the register marks it. */
function sortKeyOf(name: NameForm | undefined, id: string): string {
  if (name === undefined) return id;
  return name.surname === undefined ? name.text : `${name.surname} ${name.forename ?? ''}`.trim();
}

/** The first letter, without accents, in upper case; other characters stand together under one sign. */
function initialOf(sortKey: string): string {
  const letter = /\p{L}/u.exec(sortKey.normalize('NFD'))?.[0];
  return letter === undefined || !/^\p{L}/u.test(sortKey.normalize('NFD')) ? '#' : letter.toUpperCase();
}

function otherForms(names: readonly NameForm[]): string {
  const [preferred, ...others] = names;
  const shown = others.filter(({ text, type }) => text !== preferred?.text && type !== 'misspelling');
  return [...new Set(shown.map(({ text }) => text))].join(' · ');
}
