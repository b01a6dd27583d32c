import type { TeiElement, TeiNode } from '../tei/node.js';
import { blockPartsOf } from './text-blocks.js';

/** Signs inside readings: whether the witness has text after them. */
const signs: Readonly<Record<string, boolean>> = { witStart: true, lacunaEnd: true, witEnd: false, lacunaStart: false };

/**
 * The text of one witness, read from an apparatus in parallel segmentation: of each entry its reading, and nothing
 * where the signs say that it has no text (Guidelines, 13.1.5).
 *
 * @param text a `text` element. @param pointer what `@wit` says for the witness: `#x-witness-A`.
 * @returns the text of each block, white space as one blank; blocks are divided by a line feed.
 */
export function readWitness(text: TeiElement, pointer: string): string {
  const reader = new WitnessReader(pointer);
  reader.beginsLater(text);
  const { runs } = blockPartsOf({ ...text, children: reader.read(text.children) });
  return runs.map((run) => run.text.trim()).join('\n');
}

class WitnessReader {
  private isAttested = true;

  constructor(private readonly pointer: string) {}

  /** A witness whose first sign is that it begins has no text before it. */
  beginsLater(text: TeiElement): void {
    const first = this.firstSign(text);
    if (first !== undefined) this.isAttested = !first;
  }

  read(nodes: readonly TeiNode[]): TeiNode[] {
    return nodes.flatMap((node): TeiNode[] => {
      if (node.kind === 'text') return this.isAttested ? [node] : [];
      if (node.kind !== 'element' || node.name === 'gap') return [];
      if (node.name === 'app') return this.read(this.readingIn(node));
      const sign = signs[node.name];
      if (sign !== undefined) this.isAttested = sign;
      return [{ ...node, children: this.read(node.children) }];
    });
  }

  private readingIn(app: TeiElement): readonly TeiNode[] {
    return app.children.find((child): child is TeiElement => this.isOurs(child))?.children ?? [];
  }

  private isOurs(node: TeiNode): node is TeiElement {
    return node.kind === 'element' && (node.attributes['wit'] ?? '').split(/\s+/u).includes(this.pointer);
  }

  private firstSign(element: TeiElement): boolean | undefined {
    const children = element.name === 'app' ? this.readingIn(element) : element.children;
    for (const child of children) {
      if (child.kind !== 'element') continue;
      const found = signs[child.name] ?? this.firstSign(child);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
