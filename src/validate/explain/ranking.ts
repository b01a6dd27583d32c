import type { Expectation, XmlName } from '../relax-ng/fault.js';
import type { ExplainContext } from './context.js';
import { indexGrammar } from './grammar-index.js';
import { teiElement } from './guidelines.js';
import { everydayPlace, usualContent, usualFollowers } from './habits/usual-content.js';
import { alternatives, isSame, isTei, tag } from './names.js';

/** The number of names that a message gives unless all are asked for. */
const FEW = 5;

/** Where elements are to be ranked, and what stands there now. */
interface Place {
  readonly parent: XmlName | undefined;
  readonly expected: Pick<Expectation, 'elements' | 'required'>;
  /** The element before it. */
  readonly after?: XmlName | undefined;
  /** The element that is written there. */
  readonly written?: XmlName;
}

/**
 * The elements that are possible at a place, the likeliest first: what the parent needs, what usually comes after the
 * one before, what usually stands in the parent, what is of the written element's kind, what everyday texts have; then
 * by the alphabet.
 */
export function rankElements({ parent, expected, after, written }: Place): XmlName[] {
  const next = isTei(after) ? usualFollowers(after?.local ?? '') : [];
  const usual = isTei(parent) ? usualContent(parent?.local ?? '') : [];
  const kinds = new Set([parent, written].flatMap((name) => (isTei(name) ? (moduleOf(name) ?? []) : [])));
  const scoreOf = (name: XmlName): number => {
    if (expected.required.some((each) => isSame(each, name))) return 4000;
    if (!isTei(name)) return 0;
    if (next.includes(name.local)) return 3000 - next.indexOf(name.local);
    if (usual.includes(name.local)) return 2000 - usual.indexOf(name.local);
    const everyday = everydayPlace(name.local);
    return (everyday === undefined ? 0 : 1000 - 10 * everyday) + (kinds.has(moduleOf(name) ?? '') ? 20 : 0);
  };
  return expected.elements
    .map((name) => ({ name, score: scoreOf(name) }))
    .sort((a, b) => b.score - a.score || (a.name.local < b.name.local ? -1 : 1))
    .map(({ name }) => name);
}

/** Elements by how often everyday texts have them. */
export function byUse(elements: readonly XmlName[]): XmlName[] {
  return rankElements({ parent: undefined, expected: { elements, required: [] } });
}

/**
 * Those of the elements that usually stand in the parent, most usual first; where what comes before them has its usual
 * followers, these alone. None where no custom is known.
 */
export function usualAmong(elements: readonly XmlName[], parent: XmlName | undefined, after?: XmlName): XmlName[] {
  const among = (locals: readonly string[]): XmlName[] =>
    locals.flatMap((local) => elements.find((name) => name.local === local && isTei(name)) ?? []);
  const next = isTei(after) ? among(usualFollowers(after?.local ?? '')) : [];
  return next.length > 0 ? next : isTei(parent) ? among(usualContent(parent?.local ?? '')) : [];
}

/** The elements that can hold this one, those first in which it usually stands. */
export function likelyParents(element: XmlName, parents: readonly XmlName[]): XmlName[] {
  const isUsual = (parent: XmlName): boolean => usualContent(parent.local).includes(element.local);
  const ranked = byUse(parents);
  return isTei(element) ? [...ranked.filter(isUsual), ...ranked.filter((parent) => !isUsual(parent))] : ranked;
}

/** A few words of many, or all of them, with a word on the rest: `a, b and 12 others`. */
export function someOf(words: readonly string[], all: boolean, few = FEW, conjunction = 'and'): string {
  if (all || words.length <= few + 1) return alternatives(words, conjunction);
  return `${words.slice(0, few).join(', ')} ${conjunction} ${words.length - few} others`;
}

/** What is possible at a place, as a sentence, and the names for a program to read. */
export function possibilities(
  place: Place & { readonly expected: Expectation },
  { verbose, grammar }: Pick<ExplainContext, 'verbose' | 'grammar'>,
): { readonly sentence: string; readonly expected: string[] } {
  const { elements, anyElement, text } = place.expected;
  // Inside an element that the schema does not have, nothing is known to be possible or not.
  const isKnown = place.parent === undefined || indexGrammar(grammar).has(place.parent);
  const ranked = rankElements(place);
  const words = [...(text ? ['text'] : []), ...ranked.map(tag), ...(anyElement ? ['any other element'] : [])];
  return {
    sentence: words.length === 0 || !isKnown ? '' : `Possible here: ${someOf(words, verbose)}.`,
    expected: (verbose || elements.length <= FEW + 1 ? ranked : ranked.slice(0, FEW)).map(({ local }) => local),
  };
}

function moduleOf(name: XmlName | undefined): string | undefined {
  return name === undefined ? undefined : teiElement(name.local)?.module;
}
