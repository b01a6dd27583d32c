import { element, type TeiElement } from '../node.js';
import { valueNodes } from './field-value.js';
import { agentName, fieldsNamed, type HeaderInput } from './header-input.js';
import { isTranslation, responsibilities } from './responsibility.js';
import { sourceDescription } from './source-desc.js';
import { titles } from './titles.js';

/** `fileDesc`: title and responsibilities, publication, source (Guidelines, 2.2). */
export function fileDesc(input: HeaderInput): TeiElement {
  return element('fileDesc', {}, [
    titleStmt(input),
    publicationStmt(input),
    ...notesStmt(input),
    element('sourceDesc', {}, sourceDescription(input)),
  ]);
}

function titleStmt(input: HeaderInput): TeiElement {
  const authors = [...input.sidecar.author, ...(input.structured.genre === 'letter' ? input.sidecar.sender : [])];
  const unique = authors.filter(
    (agent, i) => authors.findIndex((other) => other.id === agent.id && other.name === agent.name) === i,
  );
  return element('titleStmt', {}, [
    ...titles(input),
    ...unique.map((agent) => element('author', {}, [agentName(input, agent)])),
    ...responsibilities(input),
  ]);
}

function publicationStmt(input: HeaderInput): TeiElement {
  const { publisher, date, baseUrl } = input.edition;
  const rights = availability(input);
  if (publisher === undefined) {
    const statement = element('p', {}, ['Unpublished.']);
    return element('publicationStmt', {}, [
      statement,
      ...rights.map((node) => (node.name === 'licence' ? element('p', {}, [...node.children]) : node)),
    ]);
  }
  return element('publicationStmt', {}, [
    element('publisher', {}, [publisher]),
    ...(date === undefined ? [] : [element('date', { when: date }, [date])]),
    element('idno', { type: 'document' }, [input.id]),
    ...(baseUrl === undefined ? [] : [element('idno', { type: 'URL' }, [`${baseUrl}/documents/${input.id}.html`])]),
    ...sourceAddresses(input).map((url) => element('idno', { type: 'source' }, [url])),
    ...(rights.length === 0 ? [] : [element('availability', {}, rights)]),
  ]);
}

/** What an archive's page says beside the description of the source: what it offers, and what to read besides. */
function notesStmt(input: HeaderInput): TeiElement[] {
  const fields = fieldsNamed(input, 'contents', 'see-also');
  if (fields.length === 0) return [];
  const notes = fields.map((field) => {
    const citation = input.citations.find((cited) => cited.field === field)?.citation;
    const words = valueNodes(input, field, citation?.annotations ?? []);
    return element('note', { type: field.name }, field.name === 'see-also' ? [element('bibl', {}, words)] : words);
  });
  return [element('notesStmt', {}, notes)];
}

/** Where the text was taken from on the web. */
function sourceAddresses(input: HeaderInput): string[] {
  const printed = input.citations.flatMap(({ field, citation }) =>
    field.name === 'see-also' ? [] : (citation.url ?? []),
  );
  return [...new Set([...printed, ...(input.sidecar.source?.url === undefined ? [] : [input.sidecar.source.url])])];
}

/** The rights, layer by layer; a notice printed in the source stands word for word. */
function availability(input: HeaderInput): TeiElement[] {
  const rights = { ...input.edition.rights, ...input.sidecar.rights };
  const { licence } = input.edition;
  const layers: TeiElement[] = [];
  if (rights.original !== undefined) layers.push(element('ab', { type: 'original' }, [rights.original]));
  if (rights.translation !== undefined && isTranslation(input))
    layers.push(element('ab', { type: 'translation' }, [rights.translation]));
  for (const field of fieldsNamed(input, 'rights')) {
    layers.push(element('ab', { type: 'notice' }, valueNodes(input, field, [])));
  }
  if (rights.encoding !== undefined) layers.push(element('ab', { type: 'encoding' }, [rights.encoding]));
  if (licence !== undefined) layers.push(element('licence', { target: licence.url }, [licence.name]));
  return layers;
}
