/** What to show around the words of a block that has few words of its own. */
export interface Surrounding {
  /** Words before the block; empty for none. */
  readonly lead: string;
  /** What divides the block from the words after it that are shown too; empty where none are. */
  readonly link: string;
}

interface List {
  /** Its heading, or the line that announces it. */
  lead: string;
  /** The item before. */
  previous: string;
}

/** What may stand in a line of its own. */
const ITEMS: ReadonlySet<string> = new Set(['item', 'label']);

/** Items that are longer explain themselves; longer lines announce nothing. In UTF-16 units. */
const SHORT = 56;
const NEIGHBOURS = ' · ';

/**
 * Finds out what belongs to short blocks while a text is read: to the label of a speaker the speech after it, to an
 * item of a list the heading of the list, or the items beside it where it has none.
 */
export class Surroundings {
  readonly #lists: List[] = [];
  #announcement = '';

  openList(): void {
    this.#lists.push({ lead: this.#announcement, previous: '' });
  }

  closeList(): void {
    this.#lists.pop();
  }

  /** What stands around a block. */
  of(name: string): Surrounding {
    if (name === 'speaker') return { lead: '', link: ' ' };
    const list = this.#lists.at(-1);
    if (list === undefined || !ITEMS.has(name)) return { lead: '', link: '' };
    if (name === 'label') return { lead: '', link: ' ' };
    if (list.lead !== '') return { lead: `${list.lead} `, link: '' };
    return { lead: list.previous === '' ? '' : list.previous + NEIGHBOURS, link: NEIGHBOURS };
  }

  /** Takes in a block that has ended, with its text. */
  ended(name: string, parent: string, text: string): void {
    const list = this.#lists.at(-1);
    if (list !== undefined && name === 'head' && parent === 'list') list.lead = text;
    if (list !== undefined && name === 'item') list.previous = text.length <= SHORT ? text : '';
    if (name !== 'note') this.#announcement = text.endsWith(':') && text.length <= 2 * SHORT ? text : '';
  }
}

/** True of a block whose own words are too few to tell what it is about. */
export function isShort(text: string): boolean {
  return text.length <= SHORT;
}
