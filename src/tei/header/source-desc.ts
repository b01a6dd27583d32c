import type { Field } from '../../blocks/block.js';
import type { FieldName } from '../../language/fields.js';
import { languageName } from '../../language/names.js';
import { element, type TeiElement } from '../node.js';
import type { Shelfmark } from './citation.js';
import { valueNodes } from './field-value.js';
import { fieldsNamed, fieldText, type HeaderInput } from './header-input.js';
import { agentsOf } from './responsibility.js';
import { titles } from './titles.js';

/** `sourceDesc`: the archival document, the publications that printed it, and the file that was converted. */
export function sourceDescription(input: HeaderInput): TeiElement[] {
  const shelfmark = shelfmarkOf(input);
  const bibls: TeiElement[] = [];
  for (const { field, citation } of input.citations) {
    if (field.name === 'see-also') continue;
    bibls.push(element('bibl', { type: 'citation' }, valueNodes(input, field, citation.annotations)));
  }
  for (const field of [
    ...fieldsNamed(input, 'identifier', 'url', 'subject', 'author', 'title', 'date', 'language'),
    ...paraphrased(input),
  ]) {
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
  const isKnown = shelfmark !== undefined || bibls.length > 0;
  const file = element('bibl', { type: 'file' }, [
    'Converted from the plain text ',
    element('idno', { type: 'file' }, [fileNameOf(input.source.path)]),
    isKnown ? '.' : '; where its text was taken from is not known.',
  ]);
  return [
    ...(shelfmark === undefined ? [] : [manuscriptDescription(input, shelfmark)]),
    ...bibls,
    file,
    ...witnessList(input),
  ];
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
  return fieldsNamed(input, 'translator', 'compiler', 'original-language').filter(
    (field) => said[field.name]?.includes(fieldText(input, field)) !== true,
  );
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
    printed:
      source.shelfmark ??
      printed?.printed ??
      [repository, fond, opis, delo, leaves].filter((part) => part !== undefined).join(', '),
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
      : [
          element('msContents', {}, [
            element('msItem', {}, [
              element('locus', leavesRange(shelfmark.leaves), [shelfmark.leaves]),
              ...titles(input).slice(0, 1),
            ]),
          ]),
        ]),
  ]);
}

/** The first and last leaf, for `locus`: "Ll. 6-14". */
function leavesRange(leaves: string): Readonly<Record<string, string>> {
  const range = /(\d+)(?:\s?[-–]\s?(\d+))?/u.exec(leaves);
  if (range?.[1] === undefined) return {};
  return { from: range[1], to: range[2] ?? range[1] };
}
