import { element, type TeiElement } from '../tei/node.js';
import { NONE } from './alignment-table.js';
import type { Collation } from './collate.js';
import type { InlinePoint } from './text-blocks.js';

/** Differences of paragraphs: the entries that tell of them, and the anchors in the base's runs that they point to. */
export interface LayoutEntries {
  readonly entries: readonly TeiElement[];
  /** By the number of the run. */
  readonly anchors: ReadonlyMap<number, readonly InlinePoint[]>;
}

/**
 * Places where a word that the base shares with a witness opens a paragraph in one of them and not in the other. They
 * stand apart from the text, so that they do not cut it to pieces.
 *
 * @param pointers to each witness, by number. @param anchorId the id of an anchor, by its number from 1 on.
 */
export function layoutEntriesOf(
  { table }: Collation,
  pointers: readonly string[],
  anchorId: (number: number) => string,
): LayoutEntries {
  const entries: TeiElement[] = [];
  const anchors = new Map<number, InlinePoint[]>();
  const [base] = table.witnesses;
  base?.tokens.forEach((token, index) => {
    const column = table.columns[0]?.[index] ?? NONE;
    // The first word of a witness opens a paragraph whatever stood before it.
    const present = table.witnesses.flatMap(({ tokens }, witness) => {
      const cell = table.cells[witness]?.[column] ?? NONE;
      const other = tokens[cell];
      return other === undefined || (cell === 0 && index !== 0) ? [] : [{ witness, opens: other.opensBlock }];
    });
    if (index === 0 || present.every(({ opens }) => opens === token.opensBlock)) return;
    const id = anchorId(entries.length + 1);
    const points = anchors.get(token.block) ?? [];
    points.push({ offset: token.start, node: element('anchor', { 'xml:id': id }) });
    anchors.set(token.block, points);
    const reading = (name: 'lem' | 'rdg', opens: boolean): TeiElement => {
      const wit = present.filter((each) => each.opens === opens).map(({ witness }) => pointers[witness] ?? '');
      const type = name === 'rdg' ? 'layout' : undefined;
      return element(name, { wit: wit.join(' '), type }, opens ? [element('milestone', { unit: 'paragraph' })] : []);
    };
    entries.push(
      element('app', { type: 'layout', from: `#${id}`, to: `#${id}` }, [
        reading('lem', token.opensBlock),
        reading('rdg', !token.opensBlock),
      ]),
    );
  });
  return { entries, anchors };
}
