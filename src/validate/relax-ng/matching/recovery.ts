import { nearestSpelling } from '../../../diagnostics/spelling.js';
import type { Expectation, RelaxNgFault, XmlName } from '../fault.js';
import type { Automaton } from './automaton.js';
import type { Entry } from './content-state.js';
import { expectationOf } from './expectation.js';
import type { Frame } from './frame.js';

/** An element that its parent does not take as the next. Offsets of its start tag's `<` and of the end of its name. */
interface Arrival {
  readonly name: XmlName;
  readonly offset: number;
  readonly end: number;
}

/**
 * How to go on with an element that may not come next, with the fault told. In this order: elements before it are
 * missing; its name is misspelt; it may not stand here, and its parent goes on as if it were not there.
 *
 * @returns undefined for an element that the grammar does not know.
 */
export function enterAfterFault(
  automaton: Automaton,
  parent: Frame,
  grandparent: XmlName | undefined,
  arrival: Arrival,
  faults: RelaxNgFault[],
): Entry | undefined {
  const { state } = parent;
  if (state === undefined) return enterUnderUnknown(automaton, parent, arrival, faults);
  const expected = expectationOf(state);
  const place = placeOf(parent, arrival);

  const skipping = automaton.enterSkipping(state, arrival.name);
  if (skipping !== undefined) {
    if (!parent.isTroubled) {
      const fault: RelaxNgFault = { kind: 'element-missing', ...place, before: arrival.name, expected };
      faults.push(fault);
      const names = expected.required.length > 0 ? expected.required : expected.elements;
      parent.missing.push({ fault, names, before: arrival.name });
    }
    parent.isTroubled = false;
    return skipping;
  }

  const known = automaton.mentions(arrival.name);
  const meant = known ? undefined : misspelt(automaton, arrival.name, expected);
  const belongsBefore = takeBackMissing(parent, arrival.name, faults);
  faults.push({
    kind: 'element-not-allowed',
    ...place,
    element: arrival.name,
    known,
    ...(grandparent === undefined ? {} : { grandparent }),
    misplaced: parent.begin !== undefined && automaton.enterSkipping(parent.begin, arrival.name) !== undefined,
    ...(belongsBefore === undefined ? {} : { belongsBefore }),
    ...(meant === undefined ? {} : { meant }),
    expected,
  });
  if (meant !== undefined) return automaton.enter(state, meant);
  if (belongsBefore === undefined) {
    parent.isTroubled = true;
    parent.hasStranger = true;
  }
  return automaton.enterAnywhere(state, arrival.name);
}

/** Inside an element that the grammar does not know all that it knows is read, and nothing is expected. */
function enterUnderUnknown(
  automaton: Automaton,
  parent: Frame,
  arrival: Arrival,
  faults: RelaxNgFault[],
): Entry | undefined {
  const contents = automaton.contentsOf(arrival.name);
  if (contents.length > 0) return { child: automaton.state(contents), after: [] };
  // What stands in a foreign element, such as a drawing, is foreign with it.
  if (!automaton.knowsNamespace(arrival.name.namespace)) return undefined;
  const nothing: Expectation = { elements: [], required: [], anyElement: false, text: true, end: true };
  faults.push({
    kind: 'element-not-allowed',
    ...placeOf(parent, arrival),
    element: arrival.name,
    known: false,
    misplaced: false,
    expected: nothing,
  });
  return undefined;
}

function placeOf(
  parent: Frame,
  { offset, end }: Arrival,
): { offset: number; end: number; parent?: XmlName; after?: XmlName } {
  return {
    offset,
    end,
    ...(parent.name === undefined ? {} : { parent: parent.name }),
    ...(parent.lastChild === undefined ? {} : { after: parent.lastChild }),
  };
}

function misspelt(automaton: Automaton, name: XmlName, { elements }: Expectation): XmlName | undefined {
  const candidates = elements.filter(({ namespace }) => namespace === name.namespace).map(({ local }) => local);
  const nearest = nearestSpelling(name.local, candidates);
  return nearest === undefined ? undefined : automaton.names.of(name.namespace, nearest);
}

/** An element that was told to be missing came after all, too late: the two are one fault. */
function takeBackMissing(parent: Frame, name: XmlName, faults: RelaxNgFault[]): XmlName | undefined {
  const told = parent.missing.find(({ names }) =>
    names.some(({ namespace, local }) => namespace === name.namespace && local === name.local),
  );
  if (told === undefined) return undefined;
  parent.missing.splice(parent.missing.indexOf(told), 1);
  const index = faults.indexOf(told.fault);
  if (index !== -1) faults.splice(index, 1);
  return told.before;
}
