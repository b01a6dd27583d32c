import type { Messages } from '../theme/messages.js';

/** One line of the legend: how something looks in the reading text, and what it means. */
export interface EditorialSign {
  readonly sign: string;
  readonly meaning: string;
}

/** The elements that show in the reading text by a sign, in the order of the legend. */
const SIGNS = [
  'persName',
  'date',
  'note',
  'speaker',
  'stage',
  'supplied',
  'gap',
  'gloss',
  'sic',
  'corr',
  'unclear',
  'add',
  'del',
  'app',
  'abbr',
  'pb',
] as const;

/** The legend for a text: only signs that occur in it. */
export function editorialSigns(elements: ReadonlySet<string>, messages: Messages): EditorialSign[] {
  return SIGNS.filter((name) => elements.has(name)).map((name) => ({
    sign: messages.text(`sign.${name}.sign`),
    meaning: messages.text(`sign.${name}.meaning`),
  }));
}
