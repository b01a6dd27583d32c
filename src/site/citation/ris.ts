import type { CslDate, CslItem, CslName, CslType } from './csl-item.js';
import { spokenName } from './csl-name.js';
import { yearOf } from './origin.js';

/** Types of references in RIS. */
const TYPES: Readonly<Record<CslType, string>> = {
  personal_communication: 'PCOMM',
  speech: 'GEN',
  manuscript: 'MANSCPT',
  document: 'GEN',
  book: 'BOOK',
};

/**
 * An item in RIS, the format of reference managers: a tag of two characters, two blanks, a hyphen, a blank, the value,
 * one line each (Research Information Systems, 2011). Written here: the library that we know breaks values in the
 * midst of words.
 */
export function risOf(item: CslItem): string {
  const isEdition = item.type === 'book';
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', TYPES[item.type]],
    ['ID', item.id.replace(/:/g, '')],
    ...people('AU', isEdition ? item.editor : item.author),
    ...(item.type === 'personal_communication' ? people('A2', item.recipient) : []),
    ...(isEdition ? [] : people('ED', item.editor)),
    ...people('A4', item.translator),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PY', yearOf(item.issued)],
    ['DA', dateOf(item.issued)],
    ['PB', item.publisher],
    ['ET', item.version],
    ['M3', item.genre],
    ['DB', item.archive],
    ['AV', item.archive_location],
    ['CY', item['archive-place']],
    ['LA', item.language],
    ['AB', item.abstract],
    ['N1', containerNote(item)],
    ['DO', item.DOI],
    ['UR', item.URL],
  ];
  const filled = lines.flatMap(([tag, value]) =>
    value === undefined || value === '' ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`],
  );
  return `${filled.join('')}ER  - \r\n`;
}

function people(tag: string, names: readonly CslName[] | undefined): (readonly [string, string])[] {
  return (names ?? []).map((name) => [
    tag,
    'literal' in name ? name.literal : [name.family, name.given].filter((part) => part !== undefined).join(', '),
  ]);
}

/** Year, month, day, with slashes; what is not known is empty. A stretch of time gives its first day. */
function dateOf(date: CslDate | undefined): string {
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  if (year === undefined || year < 0) return date?.literal ?? '';
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  const last = date?.['date-parts']?.[1]?.join('-') ?? '';
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/${last}`;
}

/** Reference managers have no field for the edition of a letter or manuscript: a note says it. */
function containerNote(item: CslItem): string {
  const container = item['container-title'];
  if (container === undefined) return '';
  const editors = (item.editor ?? []).map(spokenName).join(', ');
  return [container, editors, yearOf(item['available-date'])].filter((part) => part !== '').join(', ');
}
