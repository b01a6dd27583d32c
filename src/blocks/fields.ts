import { fieldLabels, fieldOpenings, type FieldName } from '../language/fields.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { beginsAt, type Block, type Field } from './block.js';

/** What was set apart, and what remains. */
export interface FieldsFound {
  readonly fields: readonly Field[];
  readonly catalogue: readonly Block[];
  readonly rest: readonly Block[];
}

/** A label at the beginning of a block. */
interface Labelled {
  readonly name: FieldName;
  readonly label: string;
  /** Characters of the block's text before the value. */
  readonly labelLength: number;
  /** True where nothing but the label stands in the block. */
  readonly alone: boolean;
  /** True for `[Source: …]`, a remark that brackets set apart from the document. */
  readonly bracketed: boolean;
}

const unlabelled = { label: '', labelLength: 0, alone: false, bracketed: false };

/** Labels that say by themselves that a line is about the document; the others only in their company. */
const strong: ReadonlySet<FieldName> = new Set<FieldName>([
  'citation',
  'summary',
  'original-language',
  'source',
  'published',
  'translator',
  'compiler',
  'see-also',
  'rights',
]);

/** Blocks from the beginning among which a catalogue's first label may stand. */
const CATALOGUE_REACH = 8;

/**
 * Sets apart what an archive or a publisher prints about a document: a catalogue's fields before it, source and
 * translator lines at its edges, copyright notices anywhere.
 *
 * @param said what an editor says of blocks: the offset of its first words, and what it says about the document
 */
export function separateFields(
  source: SourceFile,
  blocks: readonly Block[],
  said: readonly { readonly offset: number; readonly name: FieldName }[] = [],
): FieldsFound {
  const saidOf = (block: Block): FieldName | undefined =>
    said.find(({ offset }) => beginsAt(source.text, block.span, offset))?.name;
  const labelled = blocks.map(labelOf);
  const leading = leadingGroup(blocks, labelled);
  const trailing = trailingStart(blocks, labelled, leading.end);
  const fields: Field[] = [...leading.fields.map((field) => makeField(source, blocks, field))];
  const rest: Block[] = [];
  for (let i = leading.end; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const name = said.length === 0 ? undefined : saidOf(block);
    const found: Labelled | undefined = name === undefined ? labelled[i] : { ...unlabelled, ...labelled[i], name };
    if (found !== undefined && (i >= trailing || name !== undefined || isNotice(found, block))) {
      fields.push(makeField(source, blocks, { found, from: i, valuesFrom: i, to: i + 1 }));
    } else rest.push(block);
  }
  return { fields, catalogue: blocks.slice(0, leading.titles), rest };
}

interface FieldExtent {
  readonly found: Labelled;
  /** Index of the block with the label; of the first block of the value; of the block after the last. */
  readonly from: number;
  readonly valuesFrom: number;
  readonly to: number;
}

function leadingGroup(
  blocks: readonly Block[],
  labelled: readonly (Labelled | undefined)[],
): { titles: number; end: number; fields: FieldExtent[] } {
  const none = { titles: 0, end: 0, fields: [] };
  const first = labelled.findIndex((found) => found !== undefined && strong.has(found.name));
  if (first === -1 || first >= CATALOGUE_REACH) return none;
  const fields: FieldExtent[] = [];
  let at = first;
  while (at < blocks.length) {
    const found = labelled[at];
    if (found === undefined) break;
    if (!found.alone) {
      fields.push({ found, from: at, valuesFrom: at, to: at + 1 });
      at++;
      continue;
    }
    const next = labelled.findIndex((other, i) => i > at && other !== undefined);
    // The value reaches to the next label; the last field, whose end nothing marks, has one block.
    const to = next !== -1 && next - at <= 6 ? next : at + 2;
    fields.push({ found, from: at, valuesFrom: at + 1, to: Math.min(to, blocks.length) });
    at = to;
  }
  // Titles before the labels belong to the catalogue only where a real catalogue follows; and a lone paragraph that
  // begins with "Source:" is what the edition printed there.
  if (fields.length < 2 && (first > 0 || fields[0]?.found.alone === false)) return none;
  const end = fields.at(-1)?.to ?? 0;
  return end >= blocks.length ? none : { titles: first, end, fields };
}

/** Index from which all blocks are fields: source and translator lines after the document. */
function trailingStart(blocks: readonly Block[], labelled: readonly (Labelled | undefined)[], from: number): number {
  let start = blocks.length;
  while (start > from + 1) {
    const found = labelled[start - 1];
    if (found === undefined || found.alone || !strong.has(found.name)) break;
    start--;
  }
  return start;
}

/** A copyright notice, or a bracketed source line: no part of a document wherever it stands. */
function isNotice(found: Labelled, block: Block): boolean {
  if (found.name === 'rights') {
    return /\d{4}|reserved|vorbehalten|réservés|защищены|permission|reproduc/iu.test(block.text) && !found.alone;
  }
  return found.bracketed && (found.name === 'source' || found.name === 'translator');
}

function labelOf(block: Block): Labelled | undefined {
  const bracketed = block.text.startsWith('[') && block.text.endsWith(']');
  const skipped = bracketed ? 1 : 0;
  const text = block.text.slice(skipped, bracketed ? -1 : undefined);
  for (const { name, pattern } of fieldLabels) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const label = match[0].replace(/\s?:$/u, '');
    const labelLength = skipped + match[0].length;
    return { name, label, labelLength, alone: text.trim().length === match[0].length, bracketed };
  }
  for (const { name, pattern } of fieldOpenings) {
    if (pattern.test(text)) return { name, label: '', labelLength: skipped, alone: false, bracketed };
  }
  return undefined;
}

function makeField(source: SourceFile, blocks: readonly Block[], extent: FieldExtent): Field {
  const { found, from, valuesFrom, to } = extent;
  const first = blocks[from];
  const last = blocks[to - 1];
  if (first === undefined || last === undefined) throw new Error('A field lies outside the blocks it was found in.');
  const values: Span[] = [];
  if (valuesFrom === from) values.push(valueInLine(source, first, found));
  for (const block of blocks.slice(Math.max(valuesFrom, from + 1), to)) values.push(block.span);
  return {
    name: found.name,
    label: found.label,
    values: values.filter((span) => span.start < span.end),
    span: { start: first.span.start, end: last.span.end },
  };
}

/** The value of a field that shares its block with the label: what follows the colon, brackets and markup aside. */
function valueInLine(source: SourceFile, block: Block, found: Labelled): Span {
  const raw = source.text.slice(block.span.start, block.span.end);
  let start = 0;
  if (found.label !== '') {
    start = raw.indexOf(':') + 1;
    while (/[\s*_]/u.test(raw[start] ?? '')) start++;
  } else if (found.bracketed) start = 1;
  const end = found.bracketed ? raw.lastIndexOf(']') : raw.length;
  return { start: block.span.start + start, end: block.span.start + Math.max(start, end) };
}
