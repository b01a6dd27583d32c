import { element, type TeiElement, type TeiNode } from '../tei/node.js';
import { ABSENT_AT_END, ABSENT_INSIDE } from './absences.js';
import { correctionsIn, sourcesOf } from './witness-header.js';
import { variationTaxonomy } from './variation-taxonomy.js';
import type { Reading } from './reading-text.js';
import type { Witness } from './witness.js';

/** What the header of a collation says. */
export interface HeaderInput {
  readonly id: string;
  readonly witnesses: readonly Witness[];
  /** The ids of the witnesses, by number. */
  readonly witnessIds: readonly string[];
  readonly reading: Reading;
  /** How many elements of the base were left out since an entry crosses their border. */
  readonly dropped: number;
  readonly toolVersion: string;
  /** The header of the base, adopted; undefined where the base is a plain text. */
  readonly base?: TeiElement;
}

/**
 * The header of a collation: titles, publication and profile of the base, with the witnesses as its sources and an
 * account of how they were compared. What the base's header says of the making of the base is left out.
 */
export function headerOf(input: HeaderInput): TeiElement {
  const fileDesc = child(input.base, 'fileDesc');
  const profile = child(input.base, 'profileDesc');
  return element('teiHeader', {}, [
    element('fileDesc', {}, [
      titleStmt(input, child(fileDesc, 'titleStmt')),
      publication(input, fileDesc),
      sources(input),
    ]),
    encoding(input),
    ...(profile === undefined ? [] : [profile]),
  ]);
}

function child(parent: TeiElement | undefined, name: string): TeiElement | undefined {
  return elements(parent).find((each) => each.name === name);
}

function elements(parent: TeiElement | undefined): TeiElement[] {
  return (parent?.children ?? []).filter((node): node is TeiElement => node.kind === 'element');
}

function titleStmt({ witnesses }: HeaderInput, base: TeiElement | undefined): TeiElement {
  const sub = element('title', { type: 'sub' }, [`Collation of ${witnesses.map(({ siglum }) => siglum).join(', ')}`]);
  if (base === undefined) return element('titleStmt', {}, [element('title', {}, [witnesses[0]?.title ?? '']), sub]);
  const isTitle = (node: TeiNode): boolean => node.kind === 'element' && node.name === 'title';
  const kept = elements(base);
  return { ...base, children: [...kept.filter(isTitle), sub, ...kept.filter((node) => !isTitle(node))] };
}

/** The base's publication statement, with the id of this document for its own. */
function publication({ id }: HeaderInput, fileDesc: TeiElement | undefined): TeiElement {
  const base = child(fileDesc, 'publicationStmt');
  if (base === undefined) return element('publicationStmt', {}, [element('p', {}, ['Made by Editio.'])]);
  return {
    ...base,
    children: elements(base).map((node) =>
      node.name === 'idno' && node.attributes['type'] === 'document' ? element('idno', node.attributes, [id]) : node,
    ),
  };
}

function sources({ witnesses, witnessIds }: HeaderInput): TeiElement {
  const list = witnesses.map(({ siglum, title, href, root }, index) =>
    element('witness', { 'xml:id': witnessIds[index], n: siglum }, [
      element('idno', { type: 'siglum' }, [siglum]),
      ': ',
      element('ref', { target: href }, [title]),
      index === 0 ? ' (the base). ' : '. ',
      ...sourcesOf(root),
    ]),
  );
  return element('sourceDesc', {}, [element('listWit', {}, list)]);
}

function encoding({ id, witnesses, reading, dropped, toolVersion }: HeaderInput): TeiElement {
  const corrections = correctionsIn(witnesses, reading);
  const chosen =
    reading === 'edited'
      ? 'Where a witness has a correction or a regularised spelling, it was compared'
      : 'Where a witness has a correction or a regularised spelling, what its source has was compared';
  const markup = [
    'Paragraphs, names, dates and other markup are those of the base; notes, deletions and the readings that were not compared were left out.',
    ...(dropped === 0
      ? []
      : [
          dropped === 1
            ? 'One element of the base was dissolved, its words kept, since an entry of the apparatus crosses its border.'
            : `${dropped} elements of the base were dissolved, their words kept, since entries of the apparatus cross their borders.`,
        ]),
  ];
  return element('encodingDesc', {}, [
    element('editorialDecl', {}, [
      ...(corrections.length === 0
        ? []
        : [
            element(
              'correction',
              {},
              corrections.map((sentence) => element('p', {}, [sentence])),
            ),
          ]),
      element('normalization', {}, [element('p', {}, [`${chosen}. White space was compared as blanks.`])]),
      element('segmentation', {}, [element('p', {}, [markup.join(' ')])]),
      element('interpretation', {}, [
        element('p', {}, [
          'The witnesses were aligned by program; nobody has checked the apparatus. @type says how a reading differs from that of the base, in the terms of the taxonomy below; orthographic is a guess.',
        ]),
        element('p', {}, [
          `A witness that lacks ${ABSENT_AT_END} words or more of the base at its beginning or end, or ${ABSENT_INSIDE} inside, is taken not to attest them: witStart, witEnd, lacunaStart and lacunaEnd say so. Less is an omission.`,
        ]),
        element('p', {}, [
          'A passage that stands elsewhere in a witness has an entry at both places, and @corresp leads from each to the other. Differences of paragraphs are listed apart.',
        ]),
      ]),
    ]),
    element('appInfo', {}, [
      element('application', { ident: 'editio', version: toolVersion }, [
        element('label', {}, ['Editio']),
        element('desc', {}, ['Aligned the witnesses and made the apparatus.']),
      ]),
    ]),
    variationTaxonomy(id),
    element('variantEncoding', { method: 'parallel-segmentation', location: 'internal' }),
  ]);
}
