import { baseLanguage, isFunctionWord } from '../../../language/function-words.js';
import { isGivenName, isInflectedGivenName, isUnmistakableGivenName } from '../../../language/given-names.js';
import { surnameKey } from '../../../language/name-inflection.js';
import { foldName } from '../../../language/name-folding.js';
import { capitalisesNouns, isOrdinaryWord, isThingWord } from '../../../language/name-words.js';
import type { FoundName } from './found-name.js';
import type { IndexedName } from './name-index.js';
import { isParticle } from './name-parts.js';
import type { PassageWords, ScanContext } from './passage-words.js';
import { registeredNameAt } from './registered-name.js';
import { joins } from './token.js';

/** More given names and initials than this are not printed before a surname. */
const MOST_GIVEN = 4;

/** The given names and initials at the beginning of a run. */
interface GivenNames {
  /** The word after them. */
  readonly end: number;
  /** There is no doubt that a name begins. */
  readonly certain: boolean;
  readonly onlyInitials: boolean;
}

/**
 * Given names or initials with a surname after them, from word `index`: a person of the register whose form is not
 * printed there ("Knut Ahlborn" for Knud Ahlborn, "Marshal Ivan Konev" for Konev), or one whom it lacks.
 *
 * @param titled a title stands before: then the words before the surname need not be known given names.
 */
export function nameRunAt(
  words: PassageWords,
  index: number,
  titled: boolean,
  context: ScanContext,
): FoundName | undefined {
  const given = givenNamesAt(words, index, titled, context);
  // The run must leave a surname: of "Paul Johannes" the last word is one.
  for (let position = given.end; position > index; position--) {
    const found = surnameAt(words, index, position, given, titled, context);
    if (found !== undefined) return found;
  }
  return initialledAt(words, index, given, context);
}

/** A given name with the first letter of a surname: "Gertrud I.", "Hannah T.". English "I" is a pronoun. */
function initialledAt(
  words: PassageWords,
  index: number,
  given: GivenNames,
  { index: names, language }: ScanContext,
): FoundName | undefined {
  const first = words.tokens[index];
  const initial = words.tokens[index + 1];
  if (first === undefined || initial === undefined || given.end !== index + 2 || initial.text.length !== 1)
    return undefined;
  if (initial.gap !== ' ' || !words.isInitial(index + 1) || isOrdinaryWord(first.folded, language)) return undefined;
  if (!isUnmistakableGivenName(first.folded) || (initial.text === 'I' && baseLanguage(language) === 'en'))
    return undefined;
  const bearers = names
    .exact(first.folded)
    .filter((name) => name.entry === 'person' && name.kind === 'given' && hasSurnameWith(name, initial.folded));
  const match = bearers.length > 0 ? 'given' : 'unregistered';
  return { end: index + 2, match, names: bearers, givenBeside: true, inflected: false };
}

function hasSurnameWith({ form }: IndexedName, initial: string): boolean {
  return foldName(form.surname ?? form.text.split(' ').at(-1) ?? '').startsWith(initial);
}

function givenNamesAt(words: PassageWords, index: number, titled: boolean, context: ScanContext): GivenNames {
  const { index: names, language } = context;
  const { tokens } = words;
  let certain = titled;
  let initials = 0;
  let end = index;
  for (; end < Math.min(tokens.length, index + MOST_GIVEN); end++) {
    const token = tokens[end];
    const before = tokens[end - 1];
    if (token === undefined || token.besideDigit || (end > index && (before === undefined || !joins(token, before))))
      break;
    const isName =
      token.capital &&
      !isFunctionWord(token.folded, language) &&
      (isGivenName(token.folded) ||
        names.isGiven(token.folded) ||
        isInflectedGivenName(token.folded, language) ||
        (end > index && isPatronymic(token.folded)));
    if (words.isInitial(end)) initials++;
    else if (isName) {
      const doubtful =
        isOrdinaryWord(token.folded, language) || (token.sentenceStart && !isUnmistakableGivenName(token.folded));
      certain ||=
        ((isGivenName(token.folded) || isPatronymic(token.folded)) && !doubtful) ||
        (end === index && startsInitialled(words, end, context));
    } else if (end === index && startsInitialled(words, end, context)) certain = true;
    else if (!(end > index && (words.isMiddleName(end) || (token.text.length > 2 && /['’ʹ]/u.test(token.gap))))) break;
    // A title makes a name of any word in capitals: "Com. Veljko Micunovic" is left to the look of its words.
  }
  return { end, certain, onlyInitials: end > index && initials === end - index };
}

/** "Alwyn V. Freeman" without a known given name; but of "the Board of Trade G. Holt" the register may know "G. Holt". */
function startsInitialled(words: PassageWords, index: number, context: ScanContext): boolean {
  return words.startsInitialled(index) && registeredNameAt(words, index + 1, context)?.match !== 'initials';
}

/** "Алексеевич", "Леонардовна", in any case, or in Latin letters. */
function isPatronymic(folded: string): boolean {
  return /^\p{L}{3,}(?:(?:ович|евич)(?:а|у|ем|е)?|(?:овн|евн)(?:а|ы|е|у|ои|ою)|[oey]vich|[oey]vna)$/u.test(folded);
}

function surnameAt(
  words: PassageWords,
  index: number,
  position: number,
  given: GivenNames,
  titled: boolean,
  { language, smallWords, titles, unregisteredSurnames }: ScanContext,
): FoundName | undefined {
  const { tokens } = words;
  let at = position;
  while (isParticle(tokens[at]?.folded ?? '') && tokens[at + 1]?.capital === true && at < position + 3) at++;
  for (let word = position; word <= at; word++) {
    const token = tokens[word];
    const before = tokens[word - 1];
    if (token === undefined || before === undefined || /[-‐‑'’]/u.test(token.gap)) return undefined;
    // "J. W. v. Goethe"
    if (!joins(token, before) && !(before.text === 'v' && /^\. ?$/u.test(token.gap))) return undefined;
  }
  const first = tokens[index];
  const token = tokens[at];
  if (first === undefined || token === undefined || !words.maySurname(token)) return undefined;

  // "James Riddleberger American Ambassador": what stands before an office speaks of it.
  const after = tokens[at + 1];
  if (position > index + 1 && after?.gap === ' ' && after.capital && titles.isTitleWord(after.folded)) return undefined;

  const end = endOfEstate(words, words.endOfHyphenated(at) + 1);
  const found = { givenBeside: true, inflected: false };
  if (end === at + 1) {
    const bearers = words.surnames(token).filter((name) => words.compatible(name, index, position));
    if (bearers.length > 0) return { end, match: 'full', names: bearers, ...found };
    const alike = words.alike(token).filter((name) => words.compatible(name, index, position));
    if (alike.length > 0) return { end, match: 'spelling', names: alike, ...found };
  }
  // A person whom the register lacks.
  const ordinary = isOrdinaryWord(token.folded, language);
  const known = unregisteredSurnames.has(surnameKey(token.folded, language));
  if (words.isEntry(token) || (isThingWord(token.folded, language) && !titled && !known)) return undefined;
  const named = known && !ordinary && isGivenName(first.folded);
  if (words.mostlyCapitals && !words.holdsNames && !given.certain) return undefined;
  if (
    ordinary &&
    (given.onlyInitials ||
      (capitalisesNouns(language) && words.passage.note === undefined && !words.holdsNames) ||
      (smallWords.has(token.folded) && !titled && !words.holdsNames))
  )
    return undefined;
  if (given.onlyInitials) {
    if (token.text.length < 3) return undefined;
    // One letter may number a list or end a sentence: it needs a place inside a sentence, or one that holds names.
    const numbersList = position - index === 1 && first.sentenceStart;
    if (numbersList && !words.holdsNames && !titled && !known) return undefined;
  } else if (!given.certain && !words.holdsNames && !named) return undefined;
  return { end, match: 'unregistered', names: [], ...found };
}

/** The word after "de Chaboulon" in "Fleury de Chaboulon": a second part of the surname, from an estate. */
function endOfEstate(words: PassageWords, end: number): number {
  const particle = words.tokens[end];
  const estate = words.tokens[end + 1];
  if (particle?.gap !== ' ' || !/^(?:de|du|des)$/u.test(particle.text) || estate?.gap !== ' ') return end;
  return words.maySurname(estate) && !words.isEntry(estate) ? end + 2 : end;
}
