import type { NameForm, Register } from '../../edition/register.js';
import type { RecordedName } from '../reading/bibliographic-record.js';
import type { CslName } from './csl-item.js';

/** Languages in which the family's name stands first, in running text too. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(['hu', 'zh', 'ja', 'ko', 'vi']);

/** The names of a register, by id and by form. */
export interface KnownNames {
  readonly byId: ReadonlyMap<string, NameForm>;
  /** Forms that one person alone has. */
  readonly byForm: ReadonlyMap<string, NameForm>;
}

/** Gathers the names of a register's persons; groups have none that could be divided. */
export function knownNames(register: Register): KnownNames {
  const byId = new Map<string, NameForm>();
  const byForm = new Map<string, NameForm | null>();
  for (const { id, names, group } of register.persons) {
    const [preferred] = names;
    if (group || preferred === undefined) continue;
    byId.set(id, preferred);
    for (const form of new Map(names.map((each) => [each.text, each])).values()) {
      byForm.set(form.text, byForm.has(form.text) ? null : form);
    }
  }
  return { byId, byForm: new Map([...byForm].filter((entry): entry is [string, NameForm] => entry[1] !== null)) };
}

/**
 * A name for CSL-JSON. In parts where the header or the register tells them, where a comma does ("Byron, Ada"), or
 * where the header calls it a person's; any other name is one text, printed as it stands: an institution must not be
 * turned round.
 *
 * @param language of the header (BCP 47): where it puts the family's name first, names keep their order everywhere.
 */
export function cslName(name: RecordedName, known: KnownNames, language: string): CslName {
  const { text, kind, surname, forename, reference } = name;
  if (kind === 'organisation') return { literal: text };
  if (surname !== '') return inParts(surname, forename);
  const listed = known.byId.get(reference) ?? known.byForm.get(text);
  if (listed?.surname !== undefined && listed.surname !== '') {
    const given = listed.forename ?? listed.text.replace(listed.surname, '').trim();
    return listed.text.startsWith(`${listed.surname} ${given}`) ? { literal: text } : inParts(listed.surname, given);
  }
  const [family = '', given = '', ...more] = text.split(',').map((part) => part.trim());
  if (family !== '' && given !== '' && more.length === 0) return { family, given };
  const isTold = kind === 'person' && !FAMILY_FIRST.has(language.split('-')[0] ?? '');
  return isTold ? fromWords(text) : { literal: text };
}

/** The last word of a person's name is the family's, with the particles before it (Chicago Manual of Style, 8.5). */
function fromWords(text: string): CslName {
  const words = text.split(' ');
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const border = particle === -1 ? words.length - 1 : particle;
  return border === 0 ? { literal: text } : inParts(words.slice(border).join(' '), words.slice(0, border).join(' '));
}

function inParts(family: string, given: string): CslName {
  return given === '' ? { family } : { family, given };
}

/** A bare text as a name: an editor in edition.yaml. */
export function bareName(text: string): RecordedName {
  return { text, surname: '', forename: '', kind: '', reference: '' };
}

/** A name in the order in which it is spoken. */
export function spokenName(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.family].filter((part) => part !== undefined).join(' ');
}
