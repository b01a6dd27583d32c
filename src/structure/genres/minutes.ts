import type { Block } from '../../blocks/block.js';
import { attendeesLabel } from '../../language/sections.js';
import { attendeesAt } from '../attendees.js';
import type { Division } from '../division.js';
import type { Evidence, Genre, GenreInput } from '../genre.js';
import { personList } from '../person-list.js';
import { nestSections, sectionsOf, type Section } from '../sections.js';
import { speeches } from '../speeches.js';
import { documentTop } from '../title.js';

const title =
  /(?:^|\s)(?:minutes|working\s+notes|record\s+of\s+(?:the\s+)?(?:\d{4}\s+)?(?:meeting|session|conversation)|protocol|protokoll|niederschrift|sitzung|aktennotiz|procès-verbal|compte\s+rendu|séance|протокол|рабочая\s+запись|запись\s+заседания|jegyzőkönyv|protokół)/iu;

const presence = new RegExp(`^(?:${attendeesLabel.source})\\s?:`, 'iu');

/** Minutes and working notes: who was there, points of an agenda, and what each said, in the secretary's words. */
export const minutes: Genre = {
  name: 'minutes',
  evidence: (input): readonly Evidence[] => {
    const found: Evidence[] = [];
    const headed = input.blocks.slice(0, 6).find((block) => block.text.length < 250 && title.test(block.text));
    if (headed !== undefined) found.push({ observation: `a title says so: "${headed.text}"`, weight: 2 });
    const present = input.blocks.find(isPresenceLabel);
    if (present !== undefined)
      found.push({ observation: `a list of those present: "${present.text.slice(0, 60)}"`, weight: 2 });
    const titled = [...input.labels.values()].filter(
      (label) => label.shape === 'titled' || label.shape === 'parenthesis',
    ).length;
    if (titled >= 3) found.push({ observation: `${titled} remarks are labelled with a title and a name`, weight: 1.5 });
    return found;
  },
  structure: (input): Division[] => {
    const top = documentTop(input);
    const rest = input.blocks.slice(top.next);
    const lists = listsIn(input, rest);
    const sections = inSittings(
      sectionsOf(rest, input.language, (block) => input.labels.has(block) || lists.has(block), isPresenceLabel),
    );
    return [
      ...top.parts,
      ...nestSections(sections, { headed: 'item', opened: 'session' }, (section) =>
        sectionParts(input, section.blocks),
      ),
    ];
  },
};

/** Where a second sitting begins, what stands before it is the first. */
function inSittings(sections: readonly Section[]): readonly Section[] {
  const [first, ...others] = sections;
  if (first === undefined || first.heads.length > 0 || !others.some((section) => section.opens)) return sections;
  return [{ ...first, opens: true }, ...others];
}

/** A label of a list of those present: behind the beginning of the minutes it opens another sitting. */
function isPresenceLabel(block: Block): boolean {
  return presence.test(block.text);
}

/** The blocks that belong to lists of persons, so that none of them is taken for a heading. */
function listsIn(input: GenreInput, blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  for (let i = 0; i < blocks.length;) {
    const list = attendeesAt(input, blocks, i) ?? personList(input, blocks, i);
    const next = list?.next ?? i + 1;
    if (list !== undefined) for (const block of blocks.slice(i, next)) found.add(block);
    i = next;
  }
  return found;
}

/** Lists of persons where they stand, and between them the speeches. */
function sectionParts(input: GenreInput, blocks: readonly Block[]): Division[] {
  const parts: Division[] = [];
  let from = 0;
  for (let i = 0; i < blocks.length;) {
    const list = attendeesAt(input, blocks, i) ?? personList(input, blocks, i);
    if (list === undefined) {
      i++;
      continue;
    }
    for (const part of speeches(input, blocks.slice(from, i))) parts.push(part);
    parts.push(list.part);
    i = list.next;
    from = i;
  }
  return [...parts, ...speeches(input, blocks.slice(from))];
}
