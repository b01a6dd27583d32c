import type { NameForm, OrganisationEntry, Register } from '../../../edition/register.js';
import type { Annotation } from '../../annotation.js';
import type { AnnotationInput, Recognizer } from '../../recognizer.js';
import type { Mention } from './mention.js';
import { recognizeNames } from './recognition.js';

/**
 * Organisations of the register: `orgName` with `ref` (TEI Guidelines, 14.2.2); an abbreviation that the register
 * spells out is an `abbreviation` of the same words inside it (3.6.5, `choice/abbr/expan`).
 */
export const organisations: Recognizer = {
  name: 'organisations',
  recognize(input) {
    const expansions = expansionsOf(input.register);
    return recognizeNames(input).others.flatMap((mention) => annotationsOf(input, mention, expansions));
  },
};

function annotationsOf(
  input: AnnotationInput,
  mention: Mention,
  expansions: ReadonlyMap<NameForm, NameForm>,
): Annotation[] {
  const names = mention.names.filter((name) => name.entry === 'organisation');
  const passage = input.passages[mention.passage];
  const first = names[0];
  if (first === undefined || passage === undefined) return [];
  const ids = [...new Set(names.map((name) => name.id))];
  const only = ids.length === 1 ? ids[0] : undefined;
  const expansion = only === undefined ? undefined : expansions.get(first.form);
  const found = { span: passage.spanOf(mention.start, mention.end), recognizer: organisations.name };
  const name: Annotation = {
    ...found,
    kind: 'orgName',
    attributes: only === undefined ? {} : { ref: `#${only}` },
    certainty: only === undefined ? 'low' : 'high',
    ...(only === undefined ? { candidates: ids } : {}),
  };
  if (expansion === undefined) return [name];
  const attributes: Record<string, string> = expansion.language === undefined ? {} : { 'xml:lang': expansion.language };
  return [name, { ...found, kind: 'abbreviation', attributes, certainty: 'high', reading: expansion.text }];
}

/** Abbreviated forms with what they stand for: the organisation's first form that is spelt out. */
function expansionsOf(register: Register): Map<NameForm, NameForm> {
  const expansions = new Map<NameForm, NameForm>();
  for (const organisation of register.organisations) {
    for (const form of organisation.names) {
      const expansion = isAbbreviation(form) ? spelledOut(organisation, form) : undefined;
      if (expansion !== undefined) expansions.set(form, expansion);
    }
  }
  return expansions;
}

function spelledOut(organisation: OrganisationEntry, abbreviation: NameForm): NameForm | undefined {
  const forms = organisation.names.filter((form) => !isAbbreviation(form));
  return forms.find((form) => form.language === abbreviation.language) ?? forms[0];
}

/** Marked as an abbreviation, or printed as one: capitals alone, with or without points ("KGB", "U.N."). */
function isAbbreviation(form: NameForm): boolean {
  if (form.type !== undefined && /^(?:abbr|acronym)/u.test(form.type)) return true;
  return form.type === undefined && /^(?:\p{Lu}{2,}|(?:\p{Lu}\.\s?){2,})$/u.test(form.text);
}
