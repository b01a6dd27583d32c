import { tagNameSpan } from '../../tei/start-tag.js';
import type { XmlName } from '../relax-ng/fault.js';
import type { ExplainContext } from './context.js';
import type { Explanation, FaultOf } from './explanation.js';
import { indexGrammar } from './grammar-index.js';
import { foreignVocabulary } from './habits/namespaces.js';
import { nestingAdvice } from './habits/nesting.js';
import { alternatives, isSame, isTei, tag } from './names.js';
import { byUse, likelyParents, possibilities, rankElements, someOf, usualAmong } from './ranking.js';
import { writtenTag } from './start-tag.js';

type MisplacedElement = FaultOf<'element-not-allowed'>;

/** Words for what is wrong, to be joined by a semicolon, and for what to do. */
interface Words {
  readonly wrong: string;
  readonly right?: string;
  readonly help?: string;
}

/** A parent is named for certain where an element has no more of them than this. */
const FEW_PARENTS = 8;

/** Most outermost elements that a message names. */
const MOST_ROOTS = 5;

/** Explains an element that the grammar has, but not here. */
export function explainMisplacedElement(fault: MisplacedElement, context: ExplainContext): Explanation {
  const { element, parent, expected } = fault;
  const possible = possibilities({ parent, expected, written: element }, context);
  const { wrong, right, help } = wordsFor(fault, context);
  return {
    code: 'relax-ng/element-not-allowed',
    message: right === undefined ? `${wrong}.` : `${wrong}; ${right}.`,
    span: tagNameSpan(context.text, fault.offset),
    help: [...(help === undefined ? [] : [help]), possible.sentence],
    page: parent ?? element,
    expected: possible.expected,
    actual: element.local,
  };
}

function wordsFor(fault: MisplacedElement, context: ExplainContext): Words {
  const { parent } = fault;
  const what = writtenTag(context.text, fault.offset);
  if (parent === undefined) {
    const roots = rankElements({ parent, expected: fault.expected, written: fault.element });
    return {
      wrong: `${what} cannot be the outermost element of a file`,
      right: `that is ${someOf(roots.map(tag), context.verbose, MOST_ROOTS, 'or')}`,
    };
  }
  return fault.misplaced ? wrongOrder(fault, parent, what) : wrongParent(fault, parent, what, context);
}

/** The parent takes the element, but not at this place. */
function wrongOrder(fault: MisplacedElement, parent: XmlName, what: string): Words {
  const { element, after, expected, belongsBefore } = fault;
  const wrong =
    after === undefined
      ? `${what} cannot come first in ${tag(parent)}`
      : isSame(after, element)
        ? `A second ${what} cannot follow the first in ${tag(parent)}`
        : `${what} cannot follow ${tag(after)} in ${tag(parent)}`;
  const known = adviceFor(element, parent, after ?? element);
  if (known !== undefined) return { wrong, right: known };
  if (belongsBefore !== undefined) return { wrong, right: `it belongs before ${tag(belongsBefore)}` };
  if (expected.required.length > 0) {
    return { wrong, right: `${alternatives(expected.required.map(tag), 'and')} must come before it` };
  }
  return after === undefined || isSame(after, element)
    ? { wrong }
    : { wrong, help: `Move it before ${tag(after)}, or to where ${tag(parent)} takes it.` };
}

/** The parent never takes the element. */
function wrongParent(fault: MisplacedElement, parent: XmlName, what: string, { grammar }: ExplainContext): Words {
  const { element, expected, grandparent } = fault;
  const wrong = `${what} cannot stand inside ${tag(parent)}`;
  const known = adviceFor(element, parent, undefined);
  if (known !== undefined) return { wrong, right: known };
  if (!expected.anyElement && !indexGrammar(grammar).canHoldElements(parent)) {
    return {
      wrong,
      right: grammar.holdsText(parent) ? `${tag(parent)} holds text only` : `${tag(parent)} is always empty`,
    };
  }
  const foreign = isTei(parent) ? foreignVocabulary(element.namespace) : undefined;
  if (foreign?.advice !== undefined) return { wrong, right: `it is ${foreign.name}`, help: foreign.advice };
  const parents = grammar.parentsOf(element);
  const containers = plausibleContainers(expected.elements, parents, parent);
  if (containers.length > 0) {
    return {
      wrong: `${what} cannot stand directly in ${tag(parent)}`,
      right: `it needs ${alternatives(containers.map(tag))} around it`,
    };
  }
  if (grandparent !== undefined && parents.some((each) => isSame(each, grandparent))) {
    return { wrong, right: `it can stand beside ${tag(parent)}, in ${tag(grandparent)}` };
  }
  if (parents.length === 0) return { wrong };
  const places = likelyParents(element, parents).map(tag);
  return parents.length <= FEW_PARENTS
    ? { wrong, right: `it belongs in ${alternatives(places.slice(0, 3))}` }
    : { wrong, right: `it stands, for instance, in ${alternatives(places.slice(0, 3))}` };
}

/** What can stand here and hold the element: named where it usually does, or where little else can. */
function plausibleContainers(
  here: readonly XmlName[],
  parents: readonly XmlName[],
  parent: XmlName,
): readonly XmlName[] {
  const both = parents.filter((each) => here.some((name) => isSame(name, each)));
  const usual = usualAmong(both, parent);
  // Whatever marks words stands in a paragraph before all else.
  if (usual[0]?.local === 'p' && parents.length > FEW_PARENTS) return usual.slice(0, 1);
  if (usual.length > 0) return usual.slice(0, 2);
  return parents.length <= FEW_PARENTS ? byUse(both).slice(0, 2) : [];
}

function adviceFor(element: XmlName, parent: XmlName, after: XmlName | undefined): string | undefined {
  return isTei(element) && isTei(parent) ? nestingAdvice(element.local, parent.local, after?.local) : undefined;
}
