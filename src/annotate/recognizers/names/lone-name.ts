import { isGivenName, isInflectedGivenName, isUnmistakableGivenName } from '../../../language/given-names.js';
import { baseLanguage, isFunctionWord } from '../../../language/function-words.js';
import { surnameKey } from '../../../language/name-inflection.js';
import { capitalisesNouns, isOrdinaryWord } from '../../../language/name-words.js';
import type { FoundName } from './found-name.js';
import type { PassageWords, ScanContext } from './passage-words.js';

/** A name without title whose words show it: in Hungarian order, by what the document said before, or a given name alone. */
export function loneNameAt(words: PassageWords, index: number, context: ScanContext): FoundName | undefined {
  return (
    familyFirstAt(words, index, context) ?? documentNameAt(words, index, context) ?? givenAt(words, index, context)
  );
}

/** Hungarian order: "Kossuth Lajossal"; or a surname with its title after it: "Kádár elvtársnak", "Bem tábornok". */
function familyFirstAt(words: PassageWords, index: number, context: ScanContext): FoundName | undefined {
  const { language } = context;
  const token = words.tokens[index];
  const next = words.tokens[index + 1];
  if (baseLanguage(language) !== 'hu' || token === undefined || next?.gap !== ' ' || !words.maySurname(token))
    return undefined;
  const given = next.capital && (isGivenName(next.folded) || isInflectedGivenName(next.folded, language));
  const titled = !next.capital && context.titles.isFollowing(next.folded);
  if (!given && !titled) return undefined;
  if (isFunctionWord(token.folded, language) || (titled && token.folded.length < 3)) return undefined;
  const known = words.surnames(token);
  const match = titled && known.length > 0 ? 'surname' : 'unregistered';
  const names = match === 'surname' ? known : [];
  return { end: index + (given ? 2 : 1), match, names, givenBeside: given, inflected: false };
}

/** A bare surname of somebody whom the document names in full elsewhere and the register lacks. */
function documentNameAt(words: PassageWords, index: number, context: ScanContext): FoundName | undefined {
  const token = words.tokens[index];
  if (token === undefined || !context.unregisteredSurnames.has(surnameKey(token.folded, context.language)))
    return undefined;
  if (!words.maySurname(token)) return undefined;
  if (isOrdinaryWord(token.folded, context.language) || words.hasDeterminer(index)) return undefined;
  return { end: index + 1, match: 'unregistered', names: [], givenBeside: false, inflected: false };
}

/** A given name alone that is nothing else: "Lydie". */
function givenAt(words: PassageWords, index: number, context: ScanContext): FoundName | undefined {
  const token = words.tokens[index];
  if (token === undefined || token.text.length < 4 || !isUnmistakableGivenName(token.folded) || words.isEntry(token))
    return undefined;
  if (isOrdinaryWord(token.folded, context.language) || context.smallWords.has(token.folded) || words.mostlyCapitals)
    return undefined;
  // Before a further word with a capital it is part of something unknown, where nouns have no capitals.
  const next = words.tokens[index + 1];
  const goesOn =
    next !== undefined && next.capital && /^[ -]$/u.test(next.gap) && !isFunctionWord(next.folded, context.language);
  if (goesOn && !capitalisesNouns(context.language)) return undefined;
  return { end: index + 1, match: 'unregistered', names: [], givenBeside: false, inflected: false };
}
