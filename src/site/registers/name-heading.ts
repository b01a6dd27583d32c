import type { NameForm } from '../../edition/register.js';
import type { SortKey } from './name-order.js';

/** A name as the heading of a register's entry. */
export interface NameHeading {
  /** "Nagy, Imre"; a name that begins with its surname anyway (Hungarian, Chinese) stays as it is: "Deng Xiaoping". */
  readonly text: string;
  readonly sortKey: SortKey;
}

/** What no name is sorted by: quotation marks, brackets, dashes before its first letter or figure. */
const LEADING_MARKS = /^[^\p{L}\p{N}]+/u;

/**
 * The heading of a name, surname first where the register marks the surname. Particles in small letters follow the
 * forename ("Goethe, Johann Wolfgang von"), those with a capital begin the heading ("La Fontaine, Jean de").
 */
export function nameHeading(name: NameForm): NameHeading {
  const { text, surname } = name;
  const at = surname === undefined ? -1 : text.indexOf(surname);
  if (surname === undefined || at < 0) return { text, sortKey: sortKey(text, '') };
  const { particles, core } = divideSurname(surname);
  const others = [text.slice(0, at), particles, text.slice(at + surname.length)]
    .map((part) => part.replace(/^[\s,]+|[\s,]+$/gu, ''))
    .filter((part) => part !== '')
    .join(' ');
  const isFirst = text.startsWith(core);
  if (isFirst || others === '') return { text, sortKey: sortKey(core, isFirst ? text.slice(core.length) : '') };
  return { text: `${core}, ${others}`, sortKey: sortKey(core, others) };
}

/** The key of plain words, as the whole of what they are sorted by. */
export function sortKey(first: string, rest: string): SortKey {
  return { first: first.replace(LEADING_MARKS, ''), rest: rest.replace(LEADING_MARKS, '') };
}

/** A surname without the particles before it: "von der Leyen" is "Leyen", "d’Alembert" is "Alembert". */
function divideSurname(surname: string): { readonly particles: string; readonly core: string } {
  const words = surname.split(' ');
  const capital = words.findIndex((word) => !/^\p{Ll}/u.test(word));
  const whole = capital > 0 ? words.slice(capital).join(' ') : surname;
  const particles = capital > 0 ? words.slice(0, capital) : [];
  const elided = /^\p{Ll}{1,2}['’](?=\p{Lu})/u.exec(whole)?.[0] ?? '';
  return { particles: [...particles, ...(elided === '' ? [] : [elided])].join(' '), core: whole.slice(elided.length) };
}
