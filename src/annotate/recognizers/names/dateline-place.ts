import { isThingWord } from '../../../language/name-words.js';
import type { PartPassage } from '../../../structure/division.js';
import { findDates } from '../dates/finder.js';
import { lexiconFor } from '../dates/lexicon.js';
import { isParticle } from './name-parts.js';
import { tokensOf } from './token.js';

/** Words before the place: "Given at", "Fait à", "Gegeben zu". */
const opening =
  /^(?:given\s+at|done\s+at|written\s+(?:at|in)|at|in|from|fait\s+à|à|de|gegeben\s+(?:zu|in)|zu|aus|г\.|город|дано\s+в|kelt)\s+/iu;
/** Words between the place and the date: ", den", "le", "on the". */
const closing =
  /(?:[\s,;:–—-]|(?<!\p{L})(?:den|d\.|d|le|ce|on|the|am|of|in|im|du|dated|dnia|el|il|die)(?=[\s,.]|$))*$/iu;
/** Where the name of the place ends: a comma, a full stop, a bracket, a dash with spaces. */
const divider = /[,;:(\n]|\.\s|\s[-–—]\s/u;
const MOST_WORDS = 4;

/**
 * The place that a dateline names before its date and no register knows: "Zürich, den 3. Mai 1848", "Moscow, 17 April".
 *
 * @returns offsets into the passage's text, or undefined.
 */
export function datelinePlace(passage: PartPassage, language: string): { start: number; end: number } | undefined {
  const { text } = passage;
  const lexicon = lexiconFor(language);
  const date = lexicon === undefined ? undefined : findDates(text, lexicon)[0]?.start;
  const before = text.slice(0, date ?? text.search(/\d|$/u));
  // A stamp in the same line stands apart: "CONFIDENTIAL          Belgrade, November 8".
  const apart = /^.*(?:\s{3,}|\t|\n)(?=\S)/su.exec(before)?.[0].length ?? 0;
  const start = apart + (opening.exec(before.slice(apart))?.[0] ?? '').length;
  const words = before.slice(start).split(divider, 1)[0] ?? '';
  const name = words.replace(closing, '').replace(/\.$/u, '');
  const tokens = tokensOf(name);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || first.start > 0 || !first.capital || /\p{N}/u.test(name))
    return undefined;
  if (tokens.some((token) => !token.capital && !isParticle(token.folded) && token.gap === ' ')) return undefined;
  if (tokens.length > MOST_WORDS || !last.capital || name.length < 3 || isThingWord(last.folded, language))
    return undefined;
  return { start, end: start + name.length };
}
