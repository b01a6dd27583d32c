import type { Dated, PersonEntry } from '../../edition/register.js';
import { dateInWords, dateOf, spellOut } from '../reading/date-view.js';
import type { Messages } from '../theme/messages.js';

/** Words that are longer tell more than a date. */
const LONGEST = 40;

/** When a person lived, as a register has it: "1894–1971", "um 1750–1820", "born 1896, active 1919–1956". */
export function lifeOf({ birth, death, born, died, floruit }: PersonEntry, messages: Messages): string {
  const [start, end] = [roughDate(born, messages), roughDate(died, messages)];
  const life = spanOf(start || spellYear(birth, messages), end || spellYear(death, messages), messages);
  const active = floruit === undefined ? '' : stretchOf(floruit, messages);
  return [life, active === '' ? '' : messages.text('register.active', { date: active })]
    .filter((part) => part !== '')
    .join(', ');
}

/** What something was, with its dates: "minister (1948–1953)". */
export function stateInWords(state: Dated, messages: Messages): string {
  const date = stretchOf({ ...state, text: '' }, messages);
  return date === '' ? state.text : messages.text('register.dated', { text: state.text, date });
}

function spanOf(birth: string, death: string, messages: Messages): string {
  if (birth !== '' && death !== '') return messages.text('register.life', { birth, death });
  if (birth !== '') return messages.text('register.born', { birth });
  return death === '' ? '' : messages.text('register.died', { death });
}

/** A date that is only roughly known: in the register's own words where they are few, else by its bounds. */
function roughDate(date: Dated | undefined, messages: Messages): string {
  if (date === undefined) return '';
  const { text, dating } = date;
  if (/\p{N}/u.test(text) && text.length <= LONGEST) return text;
  const [start, end] = [
    ['notBefore', 'from'],
    ['notAfter', 'to'],
  ].map((names) =>
    spellYear(
      names.map((name) => dating[name] ?? dating[`${name}-iso`]).find((value) => value !== undefined),
      messages,
    ),
  );
  const exact = spellYear(dating['when'] ?? dating['when-iso'], messages);
  const words = exact || boundsInWords(start ?? '', end ?? '', messages);
  const isDoubtful = words !== '' && dating['cert'] !== undefined && dating['cert'] !== 'high';
  return isDoubtful ? messages.text('register.doubtful', { date: words }) : words;
}

function boundsInWords(start: string, end: string, messages: Messages): string {
  if (start === end) return start;
  if (end === '') return messages.text('register.after', { date: start });
  if (start === '') return messages.text('register.before', { date: end });
  return messages.text('register.between', { start, end });
}

/** A stretch of time by its years. */
function stretchOf({ text, dating }: Dated, messages: Messages): string {
  const years = Object.entries(dating).map(([name, value]): [string, string] => [name, yearOnly(value)]);
  return dateInWords({ ...dateOf({ name: 'date', attributes: new Map(years), children: [] }), text }, messages);
}

/** Registers give years of life; the day of birth is in the TEI. */
function spellYear(value: string | undefined, messages: Messages): string {
  return value === undefined ? '' : spellOut(yearOnly(value), messages);
}

function yearOnly(value: string): string {
  return value.replace(/^(-?\d{4,6})-\d{2}.*$/, '$1');
}
