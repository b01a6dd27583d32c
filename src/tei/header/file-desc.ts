import type { Annotation } from '../../annotate/annotation.js';
import type { Field } from '../../blocks/block.js';
import type { Agent } from '../../edition/sidecar.js';
import type { FieldName } from '../../language/fields.js';
import { languageName } from '../../language/names.js';
import type { Span } from '../../source/span.js';
import { leavesOf } from '../../structure/parts.js';
import { element, type TeiElement, type TeiNode } from '../node.js';
import { weave, type Weft } from '../weave.js';
import { agentName, agentOf, fieldDifferences, fieldsNamed, fieldText, type HeaderInput } from './header-input.js';
import { catalogueTitle } from './catalogue.js';
import type { Shelfmark } from './citation.js';

/** `fileDesc`: title and responsibilities, publication, source (Guidelines, 2.2). */
export function fileDesc(input: HeaderInput): TeiElement {
  return element('fileDesc', {}, [
    titleStmt(input),
    publicationStmt(input),
    element('sourceDesc', {}, sourceDescription(input)),
  ]);
}

function titleStmt(input: HeaderInput): TeiElement {
  const authors = [...input.sidecar.author, ...(input.structured.genre === 'letter' ? input.sidecar.sender : [])];
  const unique = authors.filter((agent, i) => authors.findIndex((other) => other.id === agent.id && other.name === agent.name) === i);
  return element('titleStmt', {}, [
    ...titles(input),
    ...unique.map((agent) => element('author', {}, [agentName(input, agent)])),
    ...responsibilities(input),
  ]);
}

/** The title: the sidecar's, the catalogue's, the document's own heading, or what the document is. */
function titles(input: HeaderInput): TeiElement[] {
  const printed = catalogueTitle(input);
  const own = input.sidecar.title ?? printed ?? headOf(input);
  if (own !== undefined) {
    const asPrinted = input.sidecar.title !== undefined && printed !== undefined ? [element('title', { type: 'alt' }, [printed])] : [];
    return [element('title', {}, [own]), ...asPrinted];
  }
  const genre = input.structured.genre.replace(/-/gu, ' ');
  const date = input.annotated.documentDate === undefined ? '' : `, ${input.annotated.documentDate}`;
  return [element('title', {}, [`${genre.charAt(0).toUpperCase()}${genre.slice(1)}${date} (${input.id})`])];
}

function headOf(input: HeaderInput): string | undefined {
  const head = leavesOf(input.structured.body).find((leaf) => leaf.part === 'head' && leaf.attributes?.['type'] !== 'sub');
  if (head === undefined || input.structured.genre === 'diary') return undefined;
  const text = weave(head.span, plainWeft(input)).map((node) => (node.kind === 'text' ? node.text : '')).join('');
  return text.replace(/\s+/gu, ' ').trim();
}

/** Reads text without annotations and notes. */
function plainWeft(input: HeaderInput): Weft {
  return {
    sourceText: input.source.text,
    differences: input.annotated.differences,
    annotations: [],
    anchors: [],
    elementOf: () => element('seg'),
    noteAt: () => element('note'),
  };
}

/** Who is responsible for what: translator, compiler, editors. */
function responsibilities(input: HeaderInput): TeiElement[] {
  const statements: TeiElement[] = [];
  const state = (id: string, role: string, agents: readonly Agent[]): void => {
    agents.forEach((agent, i) => {
      statements.push(
        element('respStmt', { 'xml:id': `${input.id}-${id}${i === 0 ? '' : `-${i + 1}`}` }, [element('resp', {}, [role]), agentName(input, agent)]),
      );
    });
  };
  const translators = agentsOf(input, input.sidecar.translator, 'translator');
  if (translators.length > 0) state('translator', 'translator', translators);
  else if (needsTranslator(input)) {
    statements.push(
      element('respStmt', { 'xml:id': `${input.id}-translator` }, [
        element('resp', {}, ['translator']),
        element('name', {}, ['not named in the source']),
      ]),
    );
  }
  state('compiler', 'compiler', agentsOf(input, input.sidecar.compiler, 'compiler'));
  for (const editor of input.edition.editors) {
    statements.push(
      element('respStmt', { 'xml:id': `${input.id}-${editor.id}` }, [element('resp', {}, [editor.role]), element('name', {}, [editor.name])]),
    );
  }
  return statements;
}

/** True where the encoding speaks of a translator: the text is a translation. */
export function needsTranslator(input: HeaderInput): boolean {
  return input.originalLanguage !== undefined && input.originalLanguage !== input.language;
}

function agentsOf(input: HeaderInput, said: readonly Agent[], role: 'translator' | 'compiler'): readonly Agent[] {
  const printed = input.citations.flatMap(({ citation }) => citation[role] ?? []);
  const fields = fieldsNamed(input, role).map((field) => fieldText(input, field).replace(/^(?:translated|compiled)\s+by\s+/iu, '').replace(/\.$/u, ''));
  if (said.length > 0) {
    // The sidecar identifies; the name stands as the source prints it.
    return said.map((agent, i) => ({ ...agent, ...((printed[i] ?? fields[i]) === undefined || agent.name !== undefined ? {} : { name: printed[i] ?? fields[i] ?? '' }) }));
  }
  return [...new Set([...printed, ...fields])].map((name) => agentOf(input, name));
}

function publicationStmt(input: HeaderInput): TeiElement {
  const { publisher, date, baseUrl } = input.edition;
  const rights = availability(input);
  if (publisher === undefined) {
    const statement = element('p', {}, ['Unpublished.']);
    return element('publicationStmt', {}, [statement, ...rights.map((node) => (node.name === 'licence' ? element('p', {}, [...node.children]) : node))]);
  }
  return element('publicationStmt', {}, [
    element('publisher', {}, [publisher]),
    ...(date === undefined ? [] : [element('date', { when: date }, [date])]),
    element('idno', { type: 'document' }, [input.id]),
    ...(baseUrl === undefined ? [] : [element('idno', { type: 'URL' }, [`${baseUrl}/documents/${input.id}.html`])]),
    ...(rights.length === 0 ? [] : [element('availability', {}, rights)]),
  ]);
}

/** The rights, layer by layer; a notice printed in the source stands word for word. */
function availability(input: HeaderInput): TeiElement[] {
  const rights = { ...input.edition.rights, ...input.sidecar.rights };
  const { licence } = input.edition;
  const layers: TeiElement[] = [];
  if (rights.original !== undefined) layers.push(element('ab', { type: 'original' }, [rights.original]));
  if (rights.translation !== undefined && needsTranslator(input)) layers.push(element('ab', { type: 'translation' }, [rights.translation]));
  for (const field of fieldsNamed(input, 'rights')) {
    layers.push(element('ab', { type: 'notice' }, valueNodes(input, field, [])));
  }
  if (rights.encoding !== undefined) layers.push(element('ab', { type: 'encoding' }, [rights.encoding]));
  if (licence !== undefined) layers.push(element('licence', { target: licence.url }, [licence.name]));
  return layers;
}

/** `sourceDesc`: the archival document, the publications that printed it, and the file that was converted. */
function sourceDescription(input: HeaderInput): TeiElement[] {
  const shelfmark = shelfmarkOf(input);
  const bibls: TeiElement[] = [];
  for (const { field, citation } of input.citations) {
    bibls.push(element('bibl', { type: field.name === 'see-also' ? 'see-also' : 'citation' }, valueNodes(input, field, citation.annotations)));
  }
  for (const field of [...fieldsNamed(input, 'contents', 'identifier', 'url', 'subject', 'author', 'title', 'date', 'language'), ...paraphrased(input)]) {
    bibls.push(element('bibl', { type: field.name }, valueNodes(input, field, [])));
  }
  const { source } = input.sidecar;
  if (source?.publication !== undefined || source?.url !== undefined) {
    bibls.push(
      element('bibl', { type: 'publication' }, [
        ...(source.publication === undefined ? [] : [element('title', {}, [source.publication])]),
        ...(source.url === undefined ? [] : [' ', element('ref', { target: source.url }, [source.url])]),
      ]),
    );
  }
  const file = element('bibl', { type: 'file' }, ['Converted from the plain text ', element('idno', { type: 'file' }, [fileNameOf(input.source.path)]), '.']);
  return [...(shelfmark === undefined ? [] : [manuscriptDescription(input, shelfmark)]), ...bibls, file, ...witnessList(input)];
}

/** `listWit`: the witnesses of the work, each with its file (Guidelines, 13.1). */
function witnessList(input: HeaderInput): TeiElement[] {
  if (input.witnesses === undefined || input.witnesses.length < 2) return [];
  const witnesses = input.witnesses.map(({ siglum, documentId, title }) =>
    element('witness', { 'xml:id': `${input.id}-witness-${siglum}`, n: siglum }, [
      element('idno', { type: 'siglum' }, [siglum]),
      ': ',
      element('ref', { target: `${documentId}.xml` }, [title ?? documentId]),
      ...(documentId === input.id ? [' (this text)'] : []),
    ]),
  );
  return [element('listWit', {}, witnesses)];
}

/** Fields that the header says elsewhere in words of its own; where those are not the printed ones, the printed ones stand here. */
function paraphrased(input: HeaderInput): Field[] {
  const said: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
    translator: agentsOf(input, input.sidecar.translator, 'translator').flatMap((agent) => agent.name ?? []),
    compiler: agentsOf(input, input.sidecar.compiler, 'compiler').flatMap((agent) => agent.name ?? []),
    'original-language': input.originalLanguage === undefined ? [] : [languageName(input.originalLanguage)],
  };
  return fieldsNamed(input, 'translator', 'compiler', 'original-language').filter((field) => said[field.name]?.includes(fieldText(input, field)) !== true);
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function shelfmarkOf(input: HeaderInput): Shelfmark | undefined {
  const printed = input.citations.find(({ citation }) => citation.shelfmark !== undefined)?.citation.shelfmark;
  const { source } = input.sidecar;
  if (source?.repository === undefined && source?.fond === undefined && source?.shelfmark === undefined) return printed;
  const { repository, fond, opis, delo, leaves } = { ...printed, ...source };
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(fond === undefined ? {} : { fond }),
    ...(opis === undefined ? {} : { opis }),
    ...(delo === undefined ? {} : { delo }),
    ...(leaves === undefined ? {} : { leaves }),
    printed: source.shelfmark ?? printed?.printed ?? [repository, fond, opis, delo, leaves].filter((part) => part !== undefined).join(', '),
  };
}

/** `msDesc`: each level of the archive's order in an element of its own (Guidelines, 11.4). */
function manuscriptDescription(input: HeaderInput, shelfmark: Shelfmark): TeiElement {
  const collections = (['fond', 'opis', 'delo'] as const).flatMap((level) => {
    const value = shelfmark[level];
    return value === undefined ? [] : [element('collection', { type: level }, [value])];
  });
  return element('msDesc', {}, [
    element('msIdentifier', {}, [
      ...(shelfmark.repository === undefined ? [] : [element('repository', {}, [shelfmark.repository])]),
      ...collections,
      element('idno', { type: 'shelfmark' }, [shelfmark.printed]),
    ]),
    ...(shelfmark.leaves === undefined
      ? []
      : [element('msContents', {}, [element('msItem', {}, [element('locus', {}, [shelfmark.leaves]), ...titles(input).slice(0, 1)])])]),
  ]);
}

/** A field's value, word for word, with the parts that were read from it as elements. */
export function valueNodes(input: HeaderInput, field: Field, annotations: readonly Annotation[]): TeiNode[] {
  const links = input.blocks.marks
    .filter((mark) => mark.kind === 'link' || mark.kind === 'italic')
    .map((mark): Annotation => ({
      span: mark.span,
      kind: mark.kind === 'link' ? 'ref' : 'title',
      attributes: mark.kind === 'link' ? { target: mark.target ?? '' } : { level: 'm' },
      recognizer: 'markup',
      certainty: 'high',
    }));
  const all = withoutCrossings([...annotations, ...links]);
  const weft: Weft = {
    sourceText: input.source.text,
    differences: fieldDifferences(input),
    annotations: all,
    anchors: [],
    elementOf: (annotation, children) => element(annotation.kind, annotation.attributes, children, annotation.span),
    noteAt: () => element('note'),
  };
  return field.values.flatMap((span: Span, i): TeiNode[] => [...(i === 0 ? [] : [{ kind: 'text' as const, text: ' ' }]), ...weave(span, weft)]);
}

function withoutCrossings(annotations: readonly Annotation[]): Annotation[] {
  const sorted = [...annotations].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Annotation[] = [];
  for (const annotation of sorted) {
    // A shelfmark's figures are no dates and no pages of a publication.
    if (kept.every((other) => other.span.end <= annotation.span.start)) kept.push(annotation);
  }
  return kept;
}
