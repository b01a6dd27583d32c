import { inflectsNames, nameStem } from '../../../language/name-inflection.js';
import { matchOf, type FoundName } from './found-name.js';
import type { IndexedName } from './name-index.js';
import type { PassageWords, ScanContext } from './passage-words.js';
import { joins, type Token } from './token.js';

/** The longest form of the register that begins at word `index`, in any order, case or transliteration that the index knows. */
export function registeredNameAt(words: PassageWords, index: number, context: ScanContext): FoundName | undefined {
  const { index: names, language } = context;
  const { tokens } = words;
  const stems = inflectsNames(language);
  let plain = '';
  let stemmed = '';
  let best: FoundName | undefined;
  for (let end = index; end < Math.min(tokens.length, index + names.longest); end++) {
    const token = tokens[end];
    const before = tokens[end - 1];
    if (token === undefined || (end > index && (before === undefined || !continues(token, before)))) break;
    const word = words.key(token);
    const exact = [...names.exact(plain + word), ...(word === token.folded ? [] : names.exact(plain + token.folded))];
    let hits = admissible(tokens, exact, index, end + 1);
    let inflected = false;
    if (hits.length === 0 && stems) {
      hits = admissible(tokens, names.inflected(stemmed + nameStem(token.folded, language, true)), index, end + 1);
      inflected = hits.length > 0;
    }
    if (hits.length > 0)
      best = { end: end + 1, match: matchOf(hits), names: hits, givenBeside: end > index, inflected };
    plain += word;
    stemmed += word === token.folded ? nameStem(word, language, false) : word;
  }
  return best;
}

/** Forms whose capitals agree with the text's: an abbreviation is matched by capitals alone ("WHO", not "who"). */
function admissible(
  tokens: readonly Token[],
  names: readonly IndexedName[],
  index: number,
  end: number,
): readonly IndexedName[] {
  const first = tokens[index];
  const last = tokens[end - 1];
  if (names.length === 0 || first === undefined || last === undefined || last.besideDigit) return [];
  const single = end === index + 1;
  return names.filter((name) => {
    if (single && /^\p{Lu}{2,}$/u.test(name.form.text)) return first.allCapitals;
    if (name.entry !== 'person')
      return first.capital && (single || last.capital || !/\p{Lu}\p{Ll}*$/u.test(name.form.text));
    return last.capital || /[-‐‑'’]/u.test(last.gap);
  });
}

/** "Workers' Party": beside what joins the words of any name, the apostrophe of a plural. */
function continues(token: Token, before: Token): boolean {
  return joins(token, before) || /^['’] $/u.test(token.gap);
}
