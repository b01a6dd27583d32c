import { dateInWords, isKnown } from '../reading/date-view.js';
import type { DocumentView } from '../reading/document-view.js';
import type { CorrespondenceAct } from '../reading/header-view.js';
import { label, languageName } from '../theme/labels.js';
import type { Messages } from '../theme/messages.js';
import { plain, type Prose } from '../reading/prose.js';

/** One line of the panel: a term and what is said of it. */
export interface Fact {
  readonly term: string;
  readonly values: readonly Prose[];
}

/** A group of facts; a folded one opens on demand. */
export interface FactGroup {
  readonly heading: string;
  readonly isFolded: boolean;
  readonly facts: readonly Fact[];
}

/** What the header says of a document, in groups; a group without facts is left out. */
export function documentPanel(document: DocumentView, messages: Messages): FactGroup[] {
  const { header } = document;
  const group = (name: string, facts: readonly Fact[], isFolded = false): FactGroup => ({
    heading: messages.text(`panel.${name}`),
    isFolded,
    facts: facts.filter(({ values }) => values.length > 0),
  });
  const fact = (name: string, values: readonly Prose[]): Fact => ({ term: messages.text(`field.${name}`), values });
  return [
    group('document', [
      fact('date', dateFact(document, messages)),
      fact('place', texts(header.places)),
      fact('author', texts(header.authors)),
      ...header.correspondence.map((act) => correspondenceFact(act, messages)),
      fact('genre', texts(genresOf(document, messages))),
      fact('language', languagesOf(document, messages)),
      fact('length', texts([messages.text('document.words', { count: document.text.words })])),
      fact('uncertain', uncertainNames(document, messages)),
    ]),
    group('source', [
      ...header.manuscripts.flatMap(({ shelfmark, contents }) => [
        ...shelfmark.map(({ kind, value }) => ({ term: label(messages, 'field', kind), values: [value] })),
        fact('contents', contents),
      ]),
      fact('publication', header.publications),
      fact('witnesses', header.witnesses),
    ]),
    group('responsibility', [
      ...header.responsibilities.map(({ role, names }) => ({
        term: label(messages, 'role', role) || messages.text('role.resp'),
        values: texts(names),
      })),
      fact('publisher', header.publisher),
      fact('identifier', header.identifiers),
    ]),
    group(
      'rights',
      header.rights.map(({ layer, paragraphs }) => ({
        term: layer === '' ? messages.text('field.rights') : label(messages, 'layer', layer),
        values: paragraphs,
      })),
    ),
    group(
      'encoding',
      [
        ...header.statements.map(({ kind, paragraphs }) => ({
          term: label(messages, 'statement', kind),
          values: paragraphs,
        })),
        fact('application', header.applications),
        ...header.changes.map(({ date, prose }) => ({ term: date || messages.text('field.change'), values: [prose] })),
      ],
      true,
    ),
  ].filter(({ facts }) => facts.length > 0);
}

/** The kinds of text that the header or, without a word there, the encoding names. */
export function genresOf(document: DocumentView, messages: Messages): string[] {
  const { genres } = document.header;
  const words = genres.length > 0 ? genres : [document.text.type];
  return [...new Set(words.filter((word) => word !== '').map((word) => label(messages, 'genre', word)))];
}

function texts(values: readonly string[]): Prose[] {
  return values.map(plain);
}

function dateFact(document: DocumentView, messages: Messages): Prose[] {
  const text = document.dateText(messages);
  if (text === '') return [];
  const certainty = document.date?.certainty ?? '';
  return texts([
    certainty === ''
      ? text
      : messages.text('document.uncertainDate', { date: text, certainty: label(messages, 'certainty', certainty) }),
  ]);
}

function correspondenceFact(act: CorrespondenceAct, messages: Messages): Fact {
  const date = isKnown(act.date) ? dateInWords(act.date, messages) : '';
  const parts = [...act.names, ...act.places, date].filter((part) => part !== '');
  return {
    term: label(messages, 'correspondence', act.type) || messages.text('field.correspondence'),
    values: texts(parts.length === 0 ? [] : [parts.join(', ')]),
  };
}

function languagesOf(document: DocumentView, messages: Messages): Prose[] {
  const { languages } = document.header;
  if (languages.length === 0) return texts([languageName(messages, document.language)]);
  return texts(languages.map(({ tag, name }) => name || languageName(messages, tag)).filter((name) => name !== ''));
}

function uncertainNames(document: DocumentView, messages: Messages): Prose[] {
  const count = document.text.mentions.filter(({ certainty }) => certainty === 'low' || certainty === 'medium').length;
  return count === 0 ? [] : texts([messages.text('document.uncertainNames', { count })]);
}
