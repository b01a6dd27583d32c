import type { TeiElement, TeiNode } from '../tei/node.js';

/** An element inside the running text of a block, and the text that it holds, in offsets of the run. */
export interface InlineRange {
  readonly start: number;
  readonly end: number;
  readonly element: TeiElement;
}

/** An element without text of its own (a page break, a gap) and where it stands in the run. */
export interface InlinePoint {
  readonly offset: number;
  readonly node: TeiNode;
}

/** Running text of one block: between the beginning of the block, or a block inside it, and the next. */
export interface TextRun {
  readonly number: number;
  /** White space is one blank each; one stands at the beginning, as between the words of one block. */
  readonly text: string;
  /** Outer ones before inner ones. */
  readonly ranges: readonly InlineRange[];
  readonly points: readonly InlinePoint[];
}

/** A document as blocks that hold blocks and, where words stand, runs. */
export type BlockPart =
  | { readonly kind: 'block'; readonly element: TeiElement; readonly parts: readonly BlockPart[] }
  | { readonly kind: 'run'; readonly run: TextRun };

/** Elements that always stand as blocks of their own. */
const blocks = new Set(
  `text front body back group div div1 div2 div3 div4 div5 div6 div7 floatingText opener closer postscript lg list table
   row cell sp p ab head l item speaker salute signed dateline byline trailer address addrLine epigraph argument
   titlePage docTitle titlePart docAuthor docDate docImprint docEdition imprimatur castList castGroup castItem
   figure listBibl`.split(/\s+/),
);

/** Elements that are blocks among blocks, and running text among words. */
const blocksAmongBlocks = new Set('stage quote q said label cit bibl desc'.split(' '));
const holdsBlocks = new Set(
  'text front body back group div div1 div2 div3 div4 div5 div6 div7 sp lg list castList figure'.split(' '),
);

/** Running text of one block as the nodes that it is made of. */
export interface Stretch {
  /** The block that it stands in. */
  readonly block: TeiElement;
  readonly nodes: readonly TeiNode[];
}

/**
 * The running text of a document, block by block, in order. An entry of an apparatus always stands in running text,
 * even where its readings are blocks.
 */
export function stretchesOf(text: TeiElement): Stretch[] {
  const isBlock = blockTest();
  const stretches: Stretch[] = [];
  const collect = (block: TeiElement): void => {
    let nodes: TeiNode[] = [];
    const end = (): void => {
      if (nodes.some((node) => node.kind === 'element' || (node.kind === 'text' && node.text.trim() !== ''))) {
        stretches.push({ block, nodes });
      }
      nodes = [];
    };
    for (const child of block.children) {
      if (child.kind === 'element' && child.name !== 'app' && isBlock(child, block)) {
        end();
        collect(child);
      } else nodes.push(child);
    }
    end();
  };
  collect(text);
  return stretches;
}

/** Tells which elements stand as blocks of their own; what it found out of an element it remembers. */
function blockTest(): (element: TeiElement, parent: TeiElement) => boolean {
  const known = new Map<TeiElement, boolean>();
  return (element, parent) =>
    blocks.has(element.name) ||
    (blocksAmongBlocks.has(element.name) && holdsBlocks.has(parent.name)) ||
    hasBlocks(element, known);
}

/** Takes a text apart into blocks and runs; runs are numbered in the order of the text, from 0. */
export function blockPartsOf(text: TeiElement): { root: BlockPart; runs: TextRun[] } {
  const runs: TextRun[] = [];
  const isBlock = blockTest();
  const partsOf = (element: TeiElement): BlockPart[] => {
    const parts: BlockPart[] = [];
    let inline: TeiNode[] = [];
    const endRun = (): void => {
      if (inline.some((node) => node.kind === 'element' || (node.kind === 'text' && node.text.trim() !== ''))) {
        const run = runOf(inline, runs.length);
        runs.push(run);
        parts.push({ kind: 'run', run });
      }
      inline = [];
    };
    for (const child of element.children) {
      if (child.kind === 'element' && isBlock(child, element)) {
        endRun();
        parts.push({ kind: 'block', element: child, parts: partsOf(child) });
      } else inline.push(child);
    }
    endRun();
    return parts;
  };
  return { root: { kind: 'block', element: text, parts: partsOf(text) }, runs };
}

function hasBlocks(element: TeiElement, known: Map<TeiElement, boolean>): boolean {
  let found = known.get(element);
  if (found === undefined) {
    found = element.children.some(
      (child) => child.kind === 'element' && (blocks.has(child.name) || hasBlocks(child, known)),
    );
    known.set(element, found);
  }
  return found;
}

/** Running text that is being put together. */
class RunBuilder {
  text = ' ';
  readonly ranges: InlineRange[] = [];
  readonly points: InlinePoint[] = [];
  private hasSpace = false;
  private isGlued = false;

  add(node: TeiNode): void {
    if (node.kind === 'text') this.addText(node.text);
    if (node.kind !== 'element') return;
    const doesNotBreak = node.attributes['break'] === 'no';
    if (doesNotBreak) this.hasSpace = false;
    else this.addSpace();
    if (node.name === 'gap' || !hasText(node)) {
      this.points.push({ offset: this.text.length, node });
      if (node.name === 'lb') this.hasSpace = !doesNotBreak;
      if (doesNotBreak) this.isGlued = true;
      return;
    }
    const index = this.ranges.push({ start: 0, end: 0, element: node }) - 1;
    let start = this.text.length;
    for (const child of node.children) this.add(child);
    while (this.text[start] === ' ') start++;
    this.ranges[index] = { start, end: this.text.length, element: node };
  }

  private addText(text: string): void {
    for (const piece of text.split(/(\s+)/u)) {
      if (piece === '') continue;
      if (piece.trim() === '') this.hasSpace = !this.isGlued;
      else {
        this.addSpace();
        this.text += piece;
        this.isGlued = false;
      }
    }
  }

  private addSpace(): void {
    if (this.hasSpace && !this.text.endsWith(' ')) this.text += ' ';
    this.hasSpace = false;
  }
}

function runOf(nodes: readonly TeiNode[], number: number): TextRun {
  const builder = new RunBuilder();
  for (const node of nodes) builder.add(node);
  return { number, text: builder.text, ranges: builder.ranges, points: builder.points };
}

function hasText(node: TeiNode): boolean {
  if (node.kind === 'text') return node.text.trim() !== '';
  return node.kind === 'element' && node.name !== 'gap' && node.children.some(hasText);
}
