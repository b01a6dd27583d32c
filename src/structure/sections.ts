import type { Block } from '../blocks/block.js';
import type { Division } from './division.js';
import { isHeading, isSubheading } from './headings.js';
import { numberedHeadings } from './numbered-headings.js';
import { blockLeaf, branch } from './parts.js';

/** A heading with what stands under it. */
export interface Section {
  /** The heading and its subheadings; empty for what stands before the first heading. */
  readonly heads: readonly Block[];
  readonly blocks: readonly Block[];
  /** 1 for a heading of the highest level. */
  readonly level: number;
  /** True for a section that begins without a heading: a new sitting, say. */
  readonly opens: boolean;
}

/**
 * Divides blocks at their headings.
 *
 * @param isOther says of a block that it is no heading, whatever it looks like
 * @param opens says of a block that a section without a heading begins with it
 */
export function sectionsOf(
  blocks: readonly Block[],
  language: string,
  isOther: (block: Block) => boolean,
  opens: (block: Block) => boolean = () => false,
): Section[] {
  const numbered = numberedHeadings(blocks);
  const sections: { heads: Block[]; blocks: Block[]; level: number; opens: boolean }[] = [];
  blocks.forEach((block, i) => {
    const current = sections.at(-1);
    if (i > 0 && opens(block)) sections.push({ heads: [], blocks: [block], level: 1, opens: true });
    else if (numbered.has(block) || (!isOther(block) && isHeading(block, blocks[i + 1], language))) {
      sections.push({ heads: [block], blocks: [], level: block.level ?? 2, opens: false });
    } else if (
      current !== undefined &&
      current.heads.length > 0 &&
      current.blocks.length === 0 &&
      isSubheading(block) &&
      !isOther(block)
    ) {
      current.heads.push(block);
    } else if (current === undefined) sections.push({ heads: [], blocks: [block], level: 1, opens: false });
    else current.blocks.push(block);
  });
  return sections;
}

/** The heads of a section as parts: the heading, and its subheadings as such. */
export function headParts(heads: readonly Block[]): Division[] {
  return heads.flatMap(linesOfHead).map((block, i) => blockLeaf('head', block, i === 0 ? {} : { type: 'sub' }));
}

/** A remark in parentheses in the second line of a heading is a subheading, as it is in a block of its own. */
function linesOfHead(block: Block): Block[] {
  const [first, second] = block.lines;
  if (first === undefined || second === undefined || block.lines.length > 2) return [block];
  const remark = /\([^()]+\)\.?$/u.exec(block.text);
  if (remark === null || remark[0].length !== second.span.end - second.span.start) return [block];
  return [
    { ...block, span: first.span, lines: [first], text: block.text.slice(0, remark.index).trim() },
    { ...block, span: second.span, lines: [second], text: remark[0] },
  ];
}

/**
 * The sections as nested divisions: a section of a deeper level belongs to the one before it.
 *
 * @param types `div/@type` of a section with a heading, and of one without
 * @param content makes the parts of what stands under a heading
 */
export function nestSections(
  sections: readonly Section[],
  types: { readonly headed: string; readonly opened: string },
  content: (section: Section) => readonly Division[],
): Division[] {
  interface Draft {
    readonly section: Section;
    readonly children: Draft[];
  }
  const top: Draft[] = [];
  const open: Draft[] = [];
  for (const section of sections) {
    while (open.length > 0 && (open.at(-1)?.section.level ?? 0) >= section.level) open.pop();
    const draft: Draft = { section, children: [] };
    (open.at(-1)?.children ?? top).push(draft);
    if (section.heads.length > 0 || section.opens) open.push(draft);
  }
  const build = ({ section, children }: Draft): readonly Division[] => {
    const parts = [...headParts(section.heads), ...content(section), ...children.flatMap(build)];
    if (section.heads.length > 0) return [branch('div', parts, { type: types.headed })];
    return section.opens ? [branch('div', parts, { type: types.opened })] : parts;
  };
  return top.flatMap(build);
}
