import type { NameForm } from '../../../edition/register.js';
import type { Annotation } from '../../annotation.js';

/** Abbreviated forms of a register with what they stand for. */
export type Expansions = ReadonlyMap<NameForm, NameForm>;

/**
 * What the abbreviated names of places or organisations stand for: among the forms of the same language that are spelt
 * out, the one whose words begin with the abbreviation's letters ("GDR" is the German Democratic Republic, not East
 * Germany), else the first.
 */
export function expansionsOf(entries: readonly { readonly names: readonly NameForm[] }[]): Expansions {
  const expansions = new Map<NameForm, NameForm>();
  for (const { names } of entries) {
    for (const form of names) {
      const expansion = isAbbreviation(form) ? spelledOut(names, form) : undefined;
      if (expansion !== undefined) expansions.set(form, expansion);
    }
  }
  return expansions;
}

/** The `choice/abbr/expan` of a mention's words (3.6.5) where the register spells their form out; else nothing. */
export function abbreviationsIn(
  form: NameForm,
  found: Pick<Annotation, 'span' | 'recognizer'>,
  expansions: Expansions,
): Annotation[] {
  const expansion = expansions.get(form);
  if (expansion === undefined) return [];
  const attributes: Record<string, string> = expansion.language === undefined ? {} : { 'xml:lang': expansion.language };
  return [{ ...found, kind: 'abbreviation', attributes, certainty: 'high', reading: expansion.text }];
}

function spelledOut(names: readonly NameForm[], abbreviation: NameForm): NameForm | undefined {
  const forms = names.filter((form) => !isAbbreviation(form));
  const own = forms.filter((form) => form.language === abbreviation.language);
  const letters = abbreviation.text.replace(/[^\p{L}]/gu, '');
  return own.find((form) => initialsOf(form.text) === letters) ?? own[0] ?? forms[0];
}

/** The first letters of the words that have a capital: "USA" of "United States of America". */
function initialsOf(name: string): string {
  return [...name.matchAll(/(?<![\p{L}\p{M}'’])\p{Lu}/gu)].map(([letter]) => letter).join('');
}

/** Marked as an abbreviation, or printed as one: capitals alone, with or without points ("KGB", "U.N."). */
function isAbbreviation(form: NameForm): boolean {
  if (form.type !== undefined && /^(?:abbr|acronym)/u.test(form.type)) return true;
  return form.type === undefined && /^(?:\p{Lu}{2,}|(?:\p{Lu}\.\s?){2,})$/u.test(form.text);
}
