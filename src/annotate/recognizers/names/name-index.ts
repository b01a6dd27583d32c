import type { NameForm, PersonEntry, Register } from '../../../edition/register.js';
import { sexOfGivenName } from '../../../language/given-name-sex.js';
import { honorifics } from '../../../language/honorifics.js';
import { foldName, transliterationKey } from '../../../language/name-folding.js';
import { inflectsNames, nameStem } from '../../../language/name-inflection.js';
import { partsOf, type NameParts } from './name-parts.js';
import { tokensOf } from './token.js';

/** How much of a person's name a form has: `full` given name and surname, `initials` and surname, one of them alone, or a name of one word. */
export type FormKind = 'full' | 'initials' | 'surname' | 'given' | 'single';

/** A register entry known by a form. */
export interface IndexedName {
  readonly id: string;
  readonly entry: 'person' | 'place' | 'organisation';
  readonly kind: FormKind;
  /** Titles that the register prints before this form, folded. */
  readonly titles: readonly string[];
  /** The form as the register prints it. */
  readonly form: NameForm;
}

/** What the resolver knows of a person of the register. */
export interface IndexedPerson {
  readonly id: string;
  /** As the register says it, else as a title or the first given name of one of the forms tells it. */
  readonly sex: string | undefined;
  /** Given names of each form, folded; an empty list for a form without any. */
  readonly givens: readonly (readonly string[])[];
}

/** The names of a register, to be looked up by {@link nameKey}. */
export interface NameIndex {
  readonly persons: ReadonlyMap<string, IndexedPerson>;
  /** The most words that a name has; hyphens divide words. */
  readonly longest: number;
  /** Entries with exactly these words. */
  exact(key: string): readonly IndexedName[];
  /** Entries whose last word is another case of this one; only in languages that inflect names. */
  inflected(key: string): readonly IndexedName[];
  /** Surnames and names of one word that are spelt a little differently: one letter, or another transliteration. */
  alike(folded: string): readonly IndexedName[];
  /** True where some person of the register has this given name. */
  isGiven(folded: string): boolean;
}

/** The form of words under which they are looked up: joined without hyphens and spaces, so that "En-lai" is "Enlai"; initials keep their point. */
export function nameKey(words: readonly string[]): string {
  return words.join('').replace(/[-‐‑ ]/gu, '');
}

/** Shorter names are too much alike for a difference of one letter to mean anything. */
const LONG_ENOUGH_FOR_SPELLING = 6;
/** More words than this no name has; longer forms of a register are descriptions. */
const LONGEST = 14;

/** Makes the index of a register for texts in one language. Its size is linear in the register's. */
export function indexNames(register: Register, language: string): NameIndex {
  const exact = new Map<string, IndexedName[]>();
  const inflected = new Map<string, IndexedName[]>();
  const spellings = new Map<string, IndexedName[]>();
  const persons = new Map<string, IndexedPerson>();
  const givens = new Set<string>();
  const inflects = inflectsNames(language);
  let longest = 1;

  const add = (words: readonly string[], name: IndexedName): void => {
    const key = nameKey(words);
    if (key.length < 2) return;
    longest = Math.max(longest, Math.min(LONGEST, words.join(' ').split(/[-‐‑ ]/u).length + 1));
    if (!push(exact, key, name)) return;
    if (inflects && name.entry !== 'organisation') push(inflected, nameKey(stems(words, language)), name);
    if ((name.kind === 'surname' || name.kind === 'single') && key.length >= LONG_ENOUGH_FOR_SPELLING) {
      for (const spelling of spellingsOf(key)) push(spellings, spelling, name);
    }
  };

  for (const person of register.persons) {
    if (person.group) continue;
    persons.set(person.id, indexPerson(person, add, givens));
  }
  for (const place of register.places) {
    for (const form of place.names) addWhole(form, { id: place.id, entry: 'place' }, add);
  }
  for (const organisation of register.organisations) {
    for (const form of organisation.names) addWhole(form, { id: organisation.id, entry: 'organisation' }, add);
  }

  const none: readonly IndexedName[] = [];
  return {
    persons,
    longest,
    exact: (key) => exact.get(key) ?? none,
    inflected: (key) => inflected.get(key) ?? none,
    alike: (folded) => {
      if (folded.length < LONG_ENOUGH_FOR_SPELLING) return none;
      const found = new Set<IndexedName>();
      for (const spelling of spellingsOf(folded)) for (const name of spellings.get(spelling) ?? none) found.add(name);
      return [...found];
    },
    isGiven: (folded) => givens.has(folded),
  };
}

type Add = (words: readonly string[], name: IndexedName) => void;

function indexPerson(person: PersonEntry, add: Add, givens: Set<string>): IndexedPerson {
  const givenLists: (readonly string[])[] = [];
  let titled: string | undefined;
  for (const form of person.names) {
    const name = (kind: FormKind, titles: readonly string[] = []): IndexedName => ({
      id: person.id,
      entry: 'person',
      kind,
      titles,
      form,
    });
    const parts = partsOf(form);
    if (parts === undefined) {
      addWhole(form, { id: person.id, entry: 'person' }, add);
      continue;
    }
    givenLists.push(parts.given);
    titled ??= parts.titles.map((title) => titleSex.get(title)).find((sex) => sex !== undefined);
    if (parts.single !== undefined) add([parts.single], name('single'));
    for (const [words, kind] of variantsOf(parts)) add(words, name(kind, parts.titles));
    const first = parts.given[0];
    if (first !== undefined && first.length > 2) {
      givens.add(first);
      add([first], name('given'));
      if (parts.surname.length === 0 && parts.given.length > 1) add(parts.given, name('full'));
    }
  }
  return { id: person.id, sex: person.sex ?? titled ?? sexOfGivens(givenLists), givens: givenLists };
}

/** What titles tell of the bearer's sex: the German and English ones, which no other language contradicts. */
const titleSex = new Map(honorifics('de').map((title) => [foldName(title.text), title.sex] as const));

/** The sex that the first given names of all forms agree on. */
function sexOfGivens(givens: readonly (readonly string[])[]): 'F' | 'M' | undefined {
  const told = new Set(givens.flatMap(([first]) => (first === undefined ? [] : [sexOfGivenName(first)])));
  return told.size === 1 ? [...told][0] : undefined;
}

/** The word lists under which a person's name may be printed. */
function variantsOf(parts: NameParts): [string[], FormKind][] {
  const { surname, particles } = parts;
  if (surname.length === 0) return [];
  const variants: [string[], FormKind][] = [[[...surname], 'surname']];
  if (particles.length > 0) variants.push([[...particles, ...surname], 'surname']);
  for (const { given, initials } of givenVariants(parts.given.slice(0, 3))) {
    const kind = initials ? 'initials' : 'full';
    variants.push([[...given, ...surname], kind], [[...surname, ...given], kind]);
    if (particles.length > 0)
      variants.push([[...given, ...particles, ...surname], kind], [[...particles, ...surname, ...given], kind]);
  }
  return variants;
}

/** Every choice of given names in order, each whole or as its initial: Paul Johannes, Paul J., P. J., Paul, Johannes, P. … */
function givenVariants(given: readonly string[]): { given: string[]; initials: boolean }[] {
  let variants: { given: string[]; initials: boolean }[] = [{ given: [], initials: true }];
  for (const [index, name] of given.entries()) {
    const whole = name.endsWith('.') || name.length === 1;
    const initial = `${name.slice(0, 1)}.`;
    const choices = whole
      ? [initial]
      : index === 0 && name.length > 3
        ? [name, initial, `${name.slice(0, 2)}.`]
        : [name, initial];
    variants = variants.flatMap((variant) => [
      variant,
      ...choices.map((choice) => ({
        given: [...variant.given, choice],
        initials: variant.initials && choice.endsWith('.'),
      })),
    ]);
  }
  return variants.filter((variant) => variant.given.length > 0);
}

/** A name that is not taken apart: of a place, an organisation, or a person known by a description. */
function addWhole(form: NameForm, entry: Pick<IndexedName, 'id' | 'entry'>, add: Add): void {
  const words = tokensOf(form.text).map((token) =>
    token.text.length === 1 && token.capital ? `${token.folded}.` : token.folded,
  );
  if (words.length === 0 || words.length > LONGEST) return;
  const name: IndexedName = { ...entry, kind: words.length > 1 ? 'full' : 'single', titles: [], form };
  add(words, name);
  // "U.S.S.R." and "USSR" are one form of words.
  if (words.length > 1 && words.every((word) => word.endsWith('.')))
    add([words.join('').replace(/\./g, '')], { ...name, kind: 'single' });
  else if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(form.text))
    add(
      foldName(form.text)
        .split(/(?=.)/u)
        .map((letter) => `${letter}.`),
      name,
    );
}

function stems(words: readonly string[], language: string): string[] {
  return words.map((word, index) => (word.endsWith('.') ? word : nameStem(word, language, index === words.length - 1)));
}

/** Keys that two spellings of one name share: the name less one letter (each in turn), the name itself, its transliteration. */
function spellingsOf(folded: string): string[] {
  const keys = [folded, `~${transliterationKey(folded)}`];
  for (let index = 1; index < folded.length; index++) keys.push(folded.slice(0, index) + folded.slice(index + 1));
  return keys;
}

function push(map: Map<string, IndexedName[]>, key: string, name: IndexedName): boolean {
  const list = map.get(key);
  if (list === undefined) {
    map.set(key, [name]);
    return true;
  }
  const before = list.find((other) => other.id === name.id && other.entry === name.entry && other.kind === name.kind);
  if (before !== undefined && before.titles.length >= name.titles.length) return false;
  list.push(name);
  return true;
}
