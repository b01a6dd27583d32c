import type { NameForm } from '../../../edition/register.js';
import { honorifics } from '../../../language/honorifics.js';
import { isGivenName } from '../../../language/given-names.js';
import { foldName } from '../../../language/name-folding.js';

/** A name form taken apart, every part folded. */
export interface NameParts {
  readonly given: readonly string[];
  /** Words of the surname without particles: `gheorghiu`, `dej`. Empty for a person of one name. */
  readonly surname: readonly string[];
  /** Particles before the surname: `von`, `de la`. */
  readonly particles: readonly string[];
  /** Titles that the register prints with the name: `mrs`, `sir`. */
  readonly titles: readonly string[];
  /** A word alone that is neither marked as given name nor as surname: Tito, Molly, Bierut. */
  readonly single: string | undefined;
}

const particles = new Set(
  'von vom zu zum zur van der den het ten ter de du des la le les del della di da dos das do af av zum y e ibn bin ben al el v d 1st 2nd 3rd'.split(
    ' ',
  ),
);
const generation = /^(?:[ivx]+|jr|jun|junior|sr|sen|senior|fils|pere|junr|esq)$/u;
const titleWords = new Set(
  ['en', 'de', 'fr', 'ru', 'hu'].flatMap((language) =>
    honorifics(language)
      .filter(({ text }) => !text.includes(' ') && text.length > 1)
      .map(({ text }) => foldName(text)),
  ),
);

/** True for a particle of nobility or origin between given name and surname. */
export function isParticle(folded: string): boolean {
  return particles.has(folded);
}

/**
 * Takes a name form apart, by the register's own parts where it has them, else by order: "First Last", "Last, First",
 * and the family name first where the language is one that prints it so or the last word alone is a given name.
 *
 * @returns undefined where the form is a description rather than a name ("Queen of Denmark", "Rector of the University").
 */
export function partsOf(form: NameForm): NameParts | undefined {
  const none = { given: [], surname: [], particles: [], titles: [], single: undefined };
  if (form.surname !== undefined || form.forename !== undefined) {
    const surname = words(form.surname ?? '');
    const printed = words(form.text);
    return {
      ...none,
      // A `roleName` before the parts, or a title that stands between the elements.
      titles: printed.slice(0, leadingTitles(printed)),
      given: words(form.forename ?? ''),
      surname: surname.filter((word, index) => !isParticle(word) || index === surname.length - 1),
      particles: surname.filter((word, index) => isParticle(word) && index < surname.length - 1),
    };
  }
  const [head = '', tail] = form.text.split(/,\s*/u, 2);
  const turned = tail !== undefined && tail.split(/\s+/).length <= 3 && words(head).length <= 2;
  if (tail !== undefined && !turned) return partsOf({ ...form, text: head });
  const all = turned ? [...words(tail), ...words(head)] : words(form.text);
  const titles = all.filter((word) => titleWords.has(word) && all.length > 1);
  let rest = all.slice(leadingTitles(all));
  while (rest.length > 1 && generation.test(rest.at(-1) ?? '')) rest = rest.slice(0, -1);
  if (
    rest.length === 0 ||
    rest.length > 6 ||
    rest.some((word) => /^(?:of|the|and|to|king|queen|member)$|[\d?/]/u.test(word))
  )
    return undefined;
  const only = rest[0];
  if (rest.length === 1) return titles.length > 0 ? { ...none, surname: rest, titles } : { ...none, single: only };
  const particleAt = rest.findIndex((word, index) => index > 0 && index < rest.length - 1 && isParticle(word));
  if (particleAt > 0) {
    const after = rest.slice(particleAt);
    return {
      ...none,
      titles,
      given: rest.slice(0, particleAt),
      surname: after.filter((word) => !isParticle(word)),
      particles: after.filter(isParticle),
    };
  }
  if (familyFirst(form, rest)) return { ...none, titles, given: rest.slice(1), surname: rest.slice(0, 1) };
  return { ...none, titles, given: rest.slice(0, -1), surname: rest.slice(-1) };
}

/** Words of a name, folded; hyphens inside stay, points go. */
function words(text: string): string[] {
  return foldName(text)
    .replace(/[.()[\]"“”]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** How many titles lead the words; a title that is all there is ("Judge") is the name. */
function leadingTitles(all: readonly string[]): number {
  let count = 0;
  while (count < all.length - 1 && titleWords.has(all[count] ?? '') && !isParticle(all[count] ?? '')) count++;
  return count;
}

function familyFirst(form: NameForm, rest: readonly string[]): boolean {
  const language = form.language?.split('-', 1)[0];
  if (language !== undefined && ['hu', 'zh', 'ja', 'ko', 'vi'].includes(language)) return true;
  const first = rest[0] ?? '';
  const last = rest.at(-1) ?? '';
  return isGivenName(last) && !isGivenName(first) && first.length > 1 && rest.length === 2;
}
