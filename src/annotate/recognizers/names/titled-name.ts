import { baseLanguage } from '../../../language/function-words.js';
import { foldName } from '../../../language/name-folding.js';
import { capitalisesNouns, isOrdinaryWord } from '../../../language/name-words.js';
import { isOfficeCompound, isOfficeConnector } from '../../../language/offices.js';
import type { FoundName } from './found-name.js';
import type { TitleMatch } from './honorific.js';
import { isParticle } from './name-parts.js';
import type { PassageWords, ScanContext } from './passage-words.js';
import type { Token } from './token.js';

const possessiveEndings = new Set(['s', 't', 'd', 'm', 'll', 're', 've']);
/** What is held in a country, which "de" or "von" then names. */
const sovereigns =
  /^(?:roi|reine|empereur|imperatrice|king|queen|emperor|empress|tsar|czar|konig|konigin|kaiser|kaiserin|pape|pope|zar|zarin|sultan)$/u;
/** Ranks that are offices before a particle too. */
const ranks =
  /^(?:general|marechal|marshal|colonel|oberst|capitaine|captain|hauptmann|commandant|lieutenant|leutnant|major|amiral|admiral|geheimrat|hofrat|geh rat)/u;

/** Prepositions that begin a phrase of leave-taking. */
const leavePrepositions = new Set(
  'in with from of by for aus in mit unter von vor auf avec de en dans с в из из z w con'.split(' '),
);

/** A name that begins at word `index` and that its title or its place alone shows: "Com. Kalmar", "M. de Rémusat", the signature "Gysbert". */
export function titledNameAt(
  words: PassageWords,
  index: number,
  title: TitleMatch | undefined,
  context: ScanContext,
): FoundName | undefined {
  if (words.tokens[index]?.capital !== true) return particleAt(words, index, title);
  return initialAt(words, index, title) ?? lookAt(words, index, title, context);
}

/** A name that only its title or its place shows: "Com. Kalmar", the signature "Gysbert". */
function lookAt(
  words: PassageWords,
  index: number,
  title: TitleMatch | undefined,
  context: ScanContext,
): FoundName | undefined {
  const token = words.tokens[index];
  if (token === undefined || !words.maySurname(token)) return undefined;
  const { language } = context;
  const byPlace = isNameByPlace(words, index, context);
  if (title === undefined && !byPlace) return undefined;
  // "Sehr geehrter Herr Hafenkapitän": a title of office alone.
  if (isOfficeCompound(token.folded, language) && words.tokens[index + 1]?.gap !== ' ') return undefined;
  const alike = words.alike(token);
  if (alike.length > 0)
    return { end: index + 1, match: 'spelling', names: alike, givenBeside: false, inflected: false };
  if (words.isEntry(token) || (title !== undefined && !provesName(words, title, token, context))) return undefined;
  // "Coms. Kardelj and Yugoslav Ambassador Micunovic": what stands before a further title is no name.
  const after = words.tokens[index + 1];
  const beforeTitle =
    after !== undefined && after.gap === ' ' && after.capital && context.titles.isTitleWord(after.folded);
  if (beforeTitle && words.surnames(after).length === 0) return undefined;
  let end = words.endOfHyphenated(index) + 1;
  while (end < Math.min(words.tokens.length, index + 3)) {
    const next = words.tokens[end];
    if (next === undefined || !/^ $|^['’]$|^[-‐‑]$/u.test(next.gap)) break;
    // "Lu Di-ni", "Kondrat'evich": a small letter after a hyphen or an apostrophe goes on with the name.
    const rest =
      !next.capital && next.gap !== ' ' && !possessiveEndings.has(next.folded) && !context.smallWords.has(next.folded);
    const more = next.capital && next.gap === ' ' && words.maySurname(next) && !words.isEntry(next);
    if (
      !rest &&
      (!more ||
        isOrdinaryWord(next.folded, language) ||
        (capitalisesNouns(language) && !byPlace && words.passage.part !== 'item'))
    )
      break;
    end = words.endOfHyphenated(end) + 1;
  }
  return { end, match: 'unregistered', names: [], givenBeside: false, inflected: false };
}

/** A surname of which a title leaves only the first letter: "Mrs. C.", "Frau v. M.". */
function initialAt(words: PassageWords, index: number, title: TitleMatch | undefined): FoundName | undefined {
  const token = words.tokens[index];
  const first = title === undefined ? undefined : words.tokens[title.first];
  const addresses = title?.honorifics.some(({ kind, text }) => kind === 'title' && text.length > 1) === true;
  if (token?.text.length !== 1 || first?.capital !== true || !addresses || !words.isInitial(index)) return undefined;
  return { end: index + 1, match: 'unregistered', names: [], givenBeside: false, inflected: false };
}

/** A title, a particle and a surname: "M. de Rémusat", "Frau von Stein", "General de Gaulle"; but no "roi de Prusse". */
function particleAt(words: PassageWords, index: number, title: TitleMatch | undefined): FoundName | undefined {
  const last = title?.honorifics.at(-1);
  if (title === undefined || last === undefined || sovereigns.test(foldName(last.text))) return undefined;
  if (last.kind !== 'title' && !ranks.test(foldName(last.text))) return undefined;
  let at = index;
  while (isParticle(words.tokens[at]?.folded ?? '') && at < index + 3) at++;
  const token = words.tokens[at];
  if (token === undefined || !/^[ '’]$/u.test(token.gap) || !words.maySurname(token) || words.isEntry(token))
    return undefined;
  const end = words.endOfHyphenated(at) + 1;
  return { end, match: 'unregistered', names: [], givenBeside: false, inflected: false };
}

/** A title proves a name unless it is a word of everyday speech with a small letter ("the general Soviet line"). */
function provesName(words: PassageWords, title: TitleMatch, token: Token, context: ScanContext): boolean {
  const { language, smallWords } = context;
  const printed = words.tokens[title.first];
  const strong = title.honorifics.some((honorific) => honorific.kind === 'title');
  // "Dear Colonel House": a line that holds a name.
  if (words.holdsNames && printed?.capital === true) return true;
  if (isOrdinaryWord(token.folded, language) && (!strong || token.allCapitals || smallWords.has(token.folded)))
    return false;
  if (strong && (printed?.capital === true || /^(?:comrade|genoss|camarade|тов)/u.test(printed?.folded ?? '')))
    return true;
  if (!capitalisesTitles(language)) return !smallWords.has(token.folded) && !words.mostlyCapitals;
  return printed?.capital === true && !smallWords.has(token.folded) && !words.mostlyCapitals;
}

/** The word ends a signature, or it and at most three more in capitals are the whole of a speaker's label. */
function isNameByPlace(words: PassageWords, index: number, context: ScanContext): boolean {
  const { part } = words.passage;
  if (part !== 'speaker' && part !== 'signed' && part !== 'byline') return false;
  if (index > 0 && isHeldIn(words, index, context)) return false;
  const rest = words.tokens.slice(index);
  if (index > 0 && part !== 'signed') return false;
  // "Aus tiefster Hölle.": a phrase, no signature.
  if (leavePrepositions.has(words.tokens[0]?.folded ?? '')) return false;
  return (
    rest.length <= 4 &&
    rest.every(
      (token) =>
        isParticle(token.folded) || (words.maySurname(token) && !isOrdinaryWord(token.folded, context.language)),
    )
  );
}

/** "ministre de l'Intérieur": what an office is held in. */
function isHeldIn(words: PassageWords, index: number, context: ScanContext): boolean {
  const before = words.tokens[index - 1];
  if (before === undefined || before.capital || !isOfficeConnector(before.folded, context.language)) return false;
  return words.tokens.slice(0, index - 1).some((token) => context.titles.isTitleWord(token.folded));
}

/** True for languages that print the title before a name with a capital; French, Russian and others do not. */
function capitalisesTitles(language: string): boolean {
  return ['en', 'de'].includes(baseLanguage(language));
}
