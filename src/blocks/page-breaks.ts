import { isFunctionWord } from '../language/function-words.js';
import { salutation, valediction } from '../language/letters.js';
import type { Block } from './block.js';

/** Shorter lines are headings, names, datelines: they lack final punctuation without being broken off. */
const SHORTEST_PROSE = 40;

/** Abbreviated titles that a name must follow: a paragraph that ends with one was broken off. */
const titleAbbreviation =
  /(?:^|[\s(,])(?:Cdes?|Coms?|Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Profs|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Sen|Rep|Gov|Rev|Hr|Hrn|Fr|Frl|Gen|Mme|Mlle|MM|тов|тт|г-н|г-жа|акад|проф)\.$/u;

/**
 * Whether a page break, not an end of paragraph, stands between two blocks: the first lacks its final punctuation
 * and the second reads on. Lacking punctuation alone proves nothing, and neither does a small letter: headings,
 * signatures and items of a list lack the one, the line after a salutation has the other.
 */
export function readsOn(first: Block, second: Block, language: string): boolean {
  if (!isProse(first) || !isProse(second)) return false;
  const before = withoutMarker(first.text);
  const after = second.text.replace(/^["“„«»‘'([]+/u, '');
  if (titleAbbreviation.test(before)) return /^\p{Lu}/u.test(after);
  if (/[.!?…:;]["”“»«’')\]]*$/u.test(before)) return false;
  if (/[-–—]$/u.test(before) && /\s[-–—]+$/u.test(before)) return false;
  const lastWord = /(\p{L}+)[,"”’]*$/u.exec(before)?.[1] ?? '';
  // A sentence cannot end with an article or a preposition, whatever the next line begins with.
  if (!/[,"”’]$/u.test(before) && isFunctionWord(lastWord, language)) {
    return before.length >= SHORTEST_PROSE && !isLabelled(after);
  }
  if (!/^\p{Ll}/u.test(after) || isLabelled(after)) return false;
  if (before.length < SHORTEST_PROSE || salutation.test(before)) return false;
  return !(after.length < 100 && valediction.test(after));
}

function isProse(block: Block): boolean {
  return block.kind === 'paragraph' && block.lines.length === 1 && block.emphasis === undefined;
}

/** `a)`, `iv.`, `b –`: items of an enumeration begin in lower case. */
function isLabelled(text: string): boolean {
  return /^(?:\p{Ll}|[ivx]{1,5}|\d{1,3})[.)]\s/u.test(text);
}

function withoutMarker(text: string): string {
  return text.replace(/\s?(?:\(\d{1,3}\)|\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)$/u, '');
}
