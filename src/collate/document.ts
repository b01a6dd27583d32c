import { documentId } from '../tei/identifiers.js';
import { element, TEI_NAMESPACE, text, type TeiElement, type TeiNode } from '../tei/node.js';
import { serializeTei, xmlModel } from '../tei/serialize.js';
import { findMissing, type Absence } from './absences.js';
import { adopt, type Adoption } from './adopt.js';
import { entriesOf } from './apparatus.js';
import { collateTokens, type Collation } from './collate.js';
import { headerOf } from './header.js';
import { layoutEntriesOf, type LayoutEntries } from './layout-entries.js';
import { readWitness } from './read-witness.js';
import { readingText, type Reading } from './reading-text.js';
import { segmentsOf, type Segment } from './segments.js';
import type { BlockPart } from './text-blocks.js';
import { weaveRun, type EntryRange } from './weave-run.js';
import { prepareWitness, type Witness, type WitnessSource } from './witness.js';

export interface CollateInput {
  readonly id: string;
  /** The first is the base. */
  readonly witnesses: readonly WitnessSource[];
  readonly reading: Reading;
  /** What a relative address of the base is, seen from the new file. */
  relocate(address: string): string;
  readonly toolVersion: string;
  /** The address of the grammar, for `xml-model`. */
  readonly schema?: string;
}

/** Witnesses, collated. */
export interface CollatedDocument {
  readonly xml: string;
  readonly root: TeiElement;
  readonly witnesses: readonly Witness[];
  readonly collation: Collation;
  readonly segments: readonly Segment[];
  readonly absences: readonly Absence[];
  /** Sigla of the witnesses whose text the apparatus does not give back: a fault of ours. */
  readonly lost: readonly string[];
}

/** Collates witnesses and writes their apparatus into the text of the base. */
export function collateWitnesses(input: CollateInput): CollatedDocument {
  const sources = withAdoptedBase(input);
  const witnesses = sources.witnesses.map((source) => prepareWitness(source, input.reading));
  const collation = collateTokens(witnesses.map(({ tokens }) => tokens));
  const missing = findMissing(collation);
  const { absences } = missing;
  const segments = segmentsOf(collation, missing);
  const witnessIds = idsOf(input.id, witnesses);
  const pointers = witnessIds.map((id) => `#${id}`);
  const [base] = witnesses;
  const runs = base?.runs ?? [];
  const entryId = (number: number): string => `${input.id}-app${number}`;
  const markId = (number: number): string => `${input.id}-extent${number}`;
  const entries = entriesOf({ collation, segments, absences, runs, pointers, entryId, markId });
  const layout = layoutEntriesOf(collation, pointers, (number) => `${input.id}-layout${number}`);
  const weaver = new Weaver(entries, layout);
  const texts = elementsIn(weaver.nodesOf(base?.parts ?? []));
  const header = headerOf({
    ...input,
    witnesses,
    witnessIds,
    dropped: weaver.dropped,
    ...(sources.header === undefined ? {} : { base: sources.header }),
  });
  const root = element('TEI', { xmlns: TEI_NAMESPACE, 'xml:id': input.id, 'xml:lang': sources.language }, [
    header,
    ...standOffOf(layout),
    ...(texts.length === 1 ? texts : [element('text', {}, [element('group', {}, texts)])]),
  ]);
  const prolog = input.schema === undefined ? [] : [xmlModel(input.schema, 'relaxng')];
  const { xml } = serializeTei(root, { prolog });
  const lost = witnesses.filter((witness, index) => !isReadable(texts, pointers[index] ?? '', witness));
  return { xml, root, witnesses, collation, segments, absences, lost: lost.map(({ siglum }) => siglum) };
}

/** The base with ids and pointers of the new document; notes and the like are taken away before, so that no pointer leads to them. */
function withAdoptedBase(input: CollateInput): {
  witnesses: readonly WitnessSource[];
  header?: TeiElement;
  language?: string;
} {
  const [base, ...others] = input.witnesses;
  if (base?.root === undefined) return { witnesses: input.witnesses };
  const oldId = base.root.attributes['xml:id'];
  const adoption: Adoption = {
    newId: input.id,
    href: base.href,
    relocate: (address) => input.relocate(address),
    ...(oldId === undefined ? {} : { oldId }),
  };
  const header = base.root.children.find(
    (node): node is TeiElement => node.kind === 'element' && node.name === 'teiHeader',
  );
  const kept = header === undefined ? [] : [pruned(header)];
  const parts = [...kept, ...base.texts.map((text) => readingText(text, input.reading))];
  const adopted = adopt(parts, adoption);
  const language = base.root.attributes['xml:lang'];
  return {
    witnesses: [{ ...base, texts: adopted.slice(kept.length) }, ...others],
    ...(adopted[0] === undefined || header === undefined ? {} : { header: adopted[0] }),
    ...(language === undefined ? {} : { language }),
  };
}

/** A header without what a collation's header says itself. */
function pruned(header: TeiElement): TeiElement {
  const without = new Set(['sourceDesc', 'encodingDesc', 'revisionDesc', 'xenoData']);
  const children = elementsIn(header.children).filter(({ name }) => !without.has(name));
  return { ...header, children: children.map((each) => (each.name === 'fileDesc' ? pruned(each) : each)) };
}

function elementsIn(nodes: readonly TeiNode[]): TeiElement[] {
  return nodes.filter((node): node is TeiElement => node.kind === 'element');
}

/** An id for each witness; two sigla that make the same id are told apart by their number. */
function idsOf(id: string, witnesses: readonly Witness[]): string[] {
  const taken = new Set<string>();
  return witnesses.map(({ siglum }, index) => {
    const wanted = documentId(`${id}-witness-${siglum}`);
    const made = taken.has(wanted) ? `${wanted}-${index + 1}` : wanted;
    taken.add(made);
    return made;
  });
}

function standOffOf({ entries }: LayoutEntries): TeiElement[] {
  if (entries.length === 0) return [];
  return [element('standOff', {}, [element('listApp', { type: 'layout' }, entries)])];
}

/** Puts the blocks of the base together again, with the apparatus in their runs. */
class Weaver {
  dropped = 0;

  constructor(
    private readonly entries: ReadonlyMap<number, readonly EntryRange[]>,
    private readonly layout: LayoutEntries,
  ) {}

  nodesOf(parts: readonly BlockPart[]): TeiNode[] {
    return parts.flatMap((part): TeiNode[] => {
      if (part.kind === 'block') return [{ ...part.element, children: this.nodesOf(part.parts) }];
      const { number } = part.run;
      const run = { ...part.run, points: [...part.run.points, ...(this.layout.anchors.get(number) ?? [])] };
      const { nodes, dropped } = weaveRun(run, this.entries.get(number) ?? []);
      this.dropped += dropped.length;
      return withoutFirstBlank(nodes);
    });
  }
}

/** The blank that a run begins with belongs to no text; an entry at its beginning has it in the readings. */
function withoutFirstBlank([first, ...others]: readonly TeiNode[]): TeiNode[] {
  if (first === undefined) return [];
  if (first.kind === 'element' && first.name === 'app') {
    const readings = elementsIn(first.children).map((each) => ({
      ...each,
      children: withoutFirstBlank(each.children),
    }));
    return [{ ...first, children: readings }, ...others];
  }
  if (first.kind !== 'text') return [first, ...others];
  const words = first.text.replace(/^ /u, '');
  return words === '' ? others : [text(words), ...others];
}

/** Whether the apparatus gives the text of a witness back, but for white space. */
function isReadable(texts: readonly TeiElement[], pointer: string, { tokens }: Witness): boolean {
  const read = readWitness(element('group', {}, texts), pointer).replace(/\s+/gu, '');
  return read === tokens.map(({ form }) => form).join('');
}
