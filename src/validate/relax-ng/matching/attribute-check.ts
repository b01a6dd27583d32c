import type { XmlStartTag } from '../../../tei/xml-reader.js';
import type { NamespaceContext } from '../datatypes/datatype.js';
import type { RelaxNgFault, XmlName } from '../fault.js';
import { listedNames } from '../patterns/name-class.js';
import { attributesIn } from '../patterns/parts.js';
import type { Automaton } from './automaton.js';
import type { ContentState } from './content-state.js';
import { missingAttributes, valueExpectationOf } from './expectation.js';

/**
 * Checks the attributes of a start tag.
 *
 * @param state the element before its attributes.
 * @returns the element's content, with its first child or text to come.
 */
export function checkAttributes(
  automaton: Automaton,
  state: ContentState,
  tag: XmlStartTag,
  element: XmlName,
  context: NamespaceContext,
  faults: RelaxNgFault[],
): ContentState {
  const place = { offset: tag.offset, end: tag.end, parent: element };
  let current = state;
  for (const { name: written, local, namespace, value } of tag.attributes) {
    if (written === 'xmlns' || written.startsWith('xmlns:')) continue;
    const attribute = automaton.names.of(namespace, local);
    const step = automaton.attribute(current, attribute);
    if (step === undefined) {
      faults.push({ kind: 'attribute-not-allowed', ...place, attribute, value, expected: attributesOf(current) });
      continue;
    }
    const matches = step.values.map((pattern) => automaton.matchesValue(pattern, value, context));
    const next = step.next(matches);
    if (next === undefined) {
      const expected = valueExpectationOf(step.values);
      faults.push({ kind: 'attribute-value', ...place, attribute, value, expected });
    }
    current = next ?? step.next(matches.map(() => true)) ?? current;
  }
  const begun = automaton.begin(current);
  if (begun !== undefined) return begun;
  const [pattern] = current.patterns.filter(({ kind }) => kind !== 'notAllowed');
  if (pattern !== undefined) faults.push({ kind: 'attribute-missing', ...place, ...missingAttributes(pattern) });
  return automaton.beginForgiving(current);
}

/** The attributes that an element can still have. */
function attributesOf(state: ContentState): XmlName[] {
  const names = new Map<string, XmlName>();
  for (const pattern of state.patterns) {
    for (const { nameClass } of attributesIn(pattern)) {
      for (const name of listedNames(nameClass)) names.set(`{${name.namespace}}${name.local}`, name);
    }
  }
  return [...names.values()];
}
