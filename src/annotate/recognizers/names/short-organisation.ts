import { institutionStem, isDefiniteArticle, isHeadLast, isSpecification } from '../../../language/institutions.js';
import type { AnnotationInput } from '../../recognizer.js';
import type { Evidence, Mention } from './mention.js';
import type { IndexedName } from './name-index.js';
import { tokensOf, type Token } from './token.js';

/** A body that the document names in full, by the word that says what it is. */
interface NamedBody {
  readonly names: readonly IndexedName[];
  /** Where it is first named. */
  readonly passage: number;
  readonly end: number;
  /** The first letters of the word as printed, which all its cases have. */
  readonly letters: string;
  /** Another body of the kind is named as well: a short name says nothing. */
  isContested: boolean;
}

/** A short name has nothing but its own words. */
const noEvidence: Evidence = {
  titles: [],
  titleSpan: undefined,
  givenBeside: false,
  sentenceStart: false,
  ordinary: false,
  determiner: true,
  article: true,
  abbreviation: false,
  family: false,
  locative: false,
  alsoSmall: false,
  relative: false,
  rivals: [],
};

/**
 * Short names of organisations, as surnames are of persons: "the Presidium" after "the CPSU CC Presidium". The word
 * has a capital and the article (in languages without articles, a capital inside a sentence), and the document names
 * one body of this kind and no other, neither one of the register nor one that the register lacks.
 *
 * @param mentions all that was found, in the order of the passages.
 */
export function shortOrganisations({ passages, language }: AnnotationInput, mentions: readonly Mention[]): Mention[] {
  const bodies = namedBodies(mentions, language);
  if (bodies.size === 0) return [];
  const found: { mention: Mention; body: NamedBody }[] = [];
  let next = 0;
  for (const [number, passage] of passages.entries()) {
    if (![...bodies.values()].some(({ letters }) => passage.text.includes(letters))) continue;
    const tokens = tokensOf(passage.text);
    for (const [index, token] of tokens.entries()) {
      const body = token.capital ? bodies.get(institutionStem(token.folded, language) ?? '') : undefined;
      if (body === undefined) continue;
      while (isBefore(mentions[next], number, token)) next++;
      const other = mentions[next];
      if (other?.passage === number && other.start < token.end) continue;
      if (isSpecified(tokens, index, language)) body.isContested = true;
      else if (isNamedBefore(body, number, token) && standsAlone(tokens, index, language)) {
        const { start, end, text: words, folded: head } = token;
        const place = { passage: number, part: passage.part, start, end, words, head };
        found.push({ mention: { ...place, match: 'short', names: body.names, evidence: noEvidence }, body });
      }
    }
  }
  return found.flatMap(({ mention, body }) => (body.isContested ? [] : [mention]));
}

/** The bodies of the register that the document names in full, by the stem of the word that says what they are. */
function namedBodies(mentions: readonly Mention[], language: string): Map<string, NamedBody> {
  const bodies = new Map<string, NamedBody>();
  for (const { names, words, passage, end } of mentions) {
    const id = names[0]?.id;
    if (id === undefined || names.some(({ entry }) => entry !== 'organisation')) continue;
    const head = headOf(words, language);
    if (head === undefined) continue;
    const known = bodies.get(head.stem);
    const isOther = names.some((name) => name.id !== (known?.names[0]?.id ?? id));
    if (known !== undefined) known.isContested ||= isOther;
    else bodies.set(head.stem, { names, passage, end, letters: head.letters, isContested: isOther });
  }
  return bodies;
}

/**
 * The word of a full name that says what the body is: in English and German the last before small words ("Communist
 * *Party* of the Soviet Union") or of all ("CPSU CC *Presidium*"), elsewhere the first ("*Президиум* ЦК КПСС").
 */
function headOf(words: string, language: string): { stem: string; letters: string } | undefined {
  const tokens = tokensOf(words);
  const small = tokens.findIndex((token) => !token.capital);
  const isHead = (token: Token): boolean =>
    token.capital && !token.allCapitals && institutionStem(token.folded, language) !== undefined;
  const head = isHeadLast(language)
    ? (tokens.slice(0, Math.max(small, 0)).findLast(isHead) ?? tokens.findLast(isHead))
    : tokens.find(isHead);
  const stem = head === undefined ? undefined : institutionStem(head.folded, language);
  if (head === undefined || stem === undefined || tokens.length < 2) return undefined;
  return { stem, letters: head.text.slice(0, Math.max(3, head.text.length - 2)) };
}

/** "the Presidium of the Supreme Soviet", "the Polish Presidium": the words around it say which one it is. */
function isSpecified(tokens: readonly Token[], index: number, language: string): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (next?.gap === ' ' && (isSpecification(next.folded, language) || next.allCapitals)) return true;
  const isArticle = before !== undefined && isDefiniteArticle(before.folded, language) === true;
  return token?.gap === ' ' && before?.capital === true && !before.sentenceStart && !isArticle;
}

function standsAlone(tokens: readonly Token[], index: number, language: string): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token === undefined || token.allCapitals || token.besideDigit) return false;
  if (next !== undefined && (/^[-‐‑/]$/u.test(next.gap) || (next.gap === ' ' && next.capital))) return false;
  const article = isDefiniteArticle(before?.folded ?? '', language);
  return article === undefined ? !token.sentenceStart : article && /^(?:[ \u00a0]|['’])$/u.test(token.gap);
}

function isBefore(mention: Mention | undefined, number: number, token: Token): boolean {
  if (mention === undefined) return false;
  return mention.passage < number || (mention.passage === number && mention.end <= token.start);
}

function isNamedBefore({ passage, end }: NamedBody, number: number, token: Token): boolean {
  return passage < number || (passage === number && end <= token.start);
}
