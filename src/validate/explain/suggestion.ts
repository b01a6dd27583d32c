import { TEI_NAMESPACE } from '../../tei/node.js';
import type { Expectation, XmlName } from '../relax-ng/fault.js';
import type { GrammarFacts } from './context.js';
import { elementByGloss, nearestTeiElement } from './guidelines.js';
import type { FaultOf } from './explanation.js';
import { indexGrammar } from './grammar-index.js';
import { coarserThan, teiFor } from './habits/foreign-elements.js';
import { isTei, tag, tei } from './names.js';
import { likelySpelling } from './spelling.js';

/** What was probably meant. */
export interface Suggestion {
  readonly element: XmlName;
  /** As it is written: `<hi rend="bold">`. */
  readonly written: string;
}

/**
 * The element of the schema that an unknown one was probably meant to be: what TEI has for an element of another
 * vocabulary, what its name spells out, then the nearest spelling, of those possible here before all others.
 */
export function elementMeant(
  { element, expected, meant }: FaultOf<'element-not-allowed'>,
  grammar: GrammarFacts,
): Suggestion | undefined {
  const here = expected.elements.filter(({ namespace }) => namespace === element.namespace);
  if (isTei(element)) {
    const habit = firstOf(teiFor(element.local), here, grammar);
    if (habit !== undefined) return habit;
    const spelledOut = elementByGloss(element.local);
    if (spelledOut !== undefined && indexGrammar(grammar).has(tei(spelledOut))) return plain(tei(spelledOut));
  }
  if (meant !== undefined) return plain(meant);
  const near =
    likelySpelling(element.local, [here.map(({ local }) => local)]) ?? indexGrammar(grammar).nearest(element);
  return near === undefined ? undefined : plain({ namespace: element.namespace, local: near });
}

/** What TEI has for an element of another vocabulary, as far as the schema has it. */
export function habitIn(local: string, grammar: GrammarFacts): Suggestion | undefined {
  return firstOf(teiFor(local), [], grammar);
}

/** The TEI element that the schema leaves out, and that a name was probably meant to be. */
export function elementLeftOut(element: XmlName): Suggestion | undefined {
  if (!isTei(element)) return undefined;
  const [habit] = teiFor(element.local);
  if (habit !== undefined) return { element: elementOf(habit), written: habit };
  const local = elementByGloss(element.local) ?? nearestTeiElement(element.local);
  return local === undefined ? undefined : plain(tei(local));
}

/** What the schema has instead of a TEI element that it leaves out. */
export function insteadOf(element: XmlName, expected: Expectation, grammar: GrammarFacts): Suggestion | undefined {
  return firstOf(coarserThan(element.local), expected.elements, grammar);
}

/** Of several ways to say it the first that is possible here, else the first that the schema has at all. */
function firstOf(ways: readonly string[], here: readonly XmlName[], grammar: GrammarFacts): Suggestion | undefined {
  const suggestions = ways.map((written) => ({ element: elementOf(written), written }));
  return (
    suggestions.find(({ element }) =>
      here.some(({ local, namespace }) => local === element.local && namespace === TEI_NAMESPACE),
    ) ?? suggestions.find(({ element }) => indexGrammar(grammar).has(element))
  );
}

function elementOf(written: string): XmlName {
  return tei(/^<([\w.-]+)/.exec(written)?.[1] ?? '');
}

function plain(element: XmlName): Suggestion {
  return { element, written: tag(element) };
}
