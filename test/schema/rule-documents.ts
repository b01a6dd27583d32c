import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { element, type TeiElement, type TeiNode } from '../../src/tei/node.js';
import { parseTei } from '../../src/tei/parse.js';
import { serializeTei } from '../../src/tei/serialize.js';

/** A rule of the schema with a document that breaks it and nothing else, and one that is in order. */
export interface RuleCase {
  /** The id of the assertion or report. */
  readonly rule: string;
  readonly fires: string;
  readonly quiet: string;
  /** True where the grammar refuses the document that breaks the rule: then the rule only says it better. */
  readonly refused: boolean;
}

/** Where a fragment goes that is no part of the text. */
const parents: Readonly<Record<string, string>> = {
  respStmt: 'titleStmt',
  availability: 'publicationStmt',
  msDesc: 'sourceDesc',
  listWit: 'sourceDesc',
  editorialDecl: 'encodingDesc',
  variantEncoding: 'encodingDesc',
  textClass: 'profileDesc',
  calendarDesc: 'profileDesc',
  particDesc: 'profileDesc',
  correspDesc: 'profileDesc',
};

/** Reads the cases of a folder: YAML files with lists of `rule`, `fires`, `quiet`. */
export function readRuleCases(folder: string): RuleCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const cases = parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>[];
      return cases.map(({ rule = '', fires = '', quiet = '', grammar }) => {
        return { rule, fires: ruleDocument(fires), quiet: ruleDocument(quiet), refused: grammar === 'refuses' };
      });
    });
}

/**
 * A TEI document that is in order but for what fragments put into it: parts of the header take the place of its own
 * or join them, the rest is the text of one division.
 */
export function ruleDocument(fragments: string): string {
  const parsed = parseTei(`<x xmlns="http://www.tei-c.org/ns/1.0">${fragments.trim()}</x>`);
  if (parsed.document === undefined) throw new Error(`${parsed.fault.message}: ${fragments}`);
  const given = new Map<string, TeiElement[]>();
  for (const part of parsed.document.root.children) {
    if (part.kind !== 'element') continue;
    given.set(part.name, [...(given.get(part.name) ?? []), part]);
  }
  const take = (name: string): TeiElement[] => {
    const found = given.get(name) ?? [];
    given.delete(name);
    return found;
  };
  const joining = (parent: string): TeiElement[] =>
    Object.keys(parents).flatMap((name) => (parents[name] === parent ? take(name) : []));
  const part = (name: string, own: readonly TeiNode[]): TeiElement => {
    const [whole] = take(name);
    return whole ?? element(name, {}, [...own, ...joining(name)]);
  };
  const attributes = take('TEI')[0]?.attributes ?? { 'xml:id': 'd', 'xml:lang': 'en' };
  const languages = part('langUsage', [element('language', { ident: 'en' }, ['English'])]);
  const licence = element('licence', { target: 'https://example.org/licence' }, ['A licence']);
  const header = element('teiHeader', {}, [
    element('fileDesc', {}, [
      part('titleStmt', [
        element('title', {}, ['A document']),
        element('respStmt', { 'xml:id': 'd-editor' }, [element('resp', {}, ['editor']), element('name', {}, ['Ada'])]),
      ]),
      part('publicationStmt', [element('publisher', {}, ['A publisher']), element('availability', {}, [licence])]),
      part('sourceDesc', given.has('listWit') ? [] : [element('p', {}, ['A source.'])]),
    ]),
    part('encodingDesc', [element('projectDesc', {}, [element('p', {}, ['A project.'])])]),
    part('profileDesc', [languages]),
    ...take('revisionDesc'),
  ]);
  const standOff = take('standOff');
  const content = standOff.length > 0 ? standOff : [element('text', {}, [body([...given.values()].flat())])];
  return serializeTei(element('TEI', attributes, [header, ...content]), { indent: false }).xml;
}

function body(parts: readonly TeiElement[]): TeiElement {
  const [first] = parts;
  if (first?.name === 'body') return first;
  if (first?.name === 'div') return element('body', {}, parts);
  const words = parts.length > 0 ? parts : [element('p', {}, ['Words.'])];
  return element('body', {}, [element('div', { type: 'prose' }, words)]);
}
