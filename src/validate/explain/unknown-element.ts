import { tagNameSpan } from '../../tei/start-tag.js';
import { TEI_NAMESPACE } from '../../tei/node.js';
import type { ExplainContext } from './context.js';
import type { Explanation, FaultOf } from './explanation.js';
import { indexGrammar } from './grammar-index.js';
import { teiElement } from './guidelines.js';
import { foreignVocabulary } from './habits/namespaces.js';
import { alternatives, isTei, quoted, tag } from './names.js';
import { byUse, likelyParents, possibilities, usualAmong } from './ranking.js';
import { writtenTag } from './start-tag.js';
import { elementLeftOut, elementMeant, habitIn, insteadOf, type Suggestion } from './suggestion.js';

type UnknownElement = FaultOf<'element-not-allowed'>;

/** Explains an element that the grammar has nowhere. */
export function explainUnknownElement(fault: UnknownElement, context: ExplainContext): Explanation {
  const { element, expected, parent } = fault;
  const possible = possibilities({ parent, expected, written: element }, context);
  const common = {
    code: 'relax-ng/element-unknown',
    span: tagNameSpan(context.text, fault.offset),
    expected: possible.expected,
    actual: element.local,
  } as const;
  const found =
    namespaceFault(fault, context) ??
    (isTei(element) && teiElement(element.local) !== undefined ? leftOut(fault, context) : misnamed(fault, context));
  return {
    ...common,
    message: found.message,
    // A proposal that is possible here makes all else needless.
    help: found.isCertain === true && !context.verbose ? found.help : [...found.help, possible.sentence],
    ...((found.page ?? parent) === undefined ? {} : { page: found.page ?? parent }),
  };
}

type Words = Pick<Explanation, 'message' | 'help' | 'page'> & {
  /** A proposal was made that can stand here. */
  readonly isCertain?: boolean;
};

/** An element in a namespace that it does not belong to, or of which the schema has nothing. */
function namespaceFault({ element, offset }: UnknownElement, { grammar, text }: ExplainContext): Words | undefined {
  const index = indexGrammar(grammar);
  const what = writtenTag(text, offset);
  const where = element.namespace === '' ? 'no namespace' : `the namespace ${quoted(element.namespace)}`;
  const [meant] = index.named(element.local);
  if (meant !== undefined) {
    const whose = isTei(meant) ? 'TEI’s' : 'the schema’s';
    const cure = meant.namespace === '' ? 'take it away' : `it has to be "${meant.namespace}"`;
    return {
      message: `${what} is in ${where}, so it is not ${whose} ${tag(meant)}.`,
      help: [`Look at the xmlns on it or around it: ${cure}.`],
    };
  }
  if (index.hasNamespace(element.namespace) || element.namespace === '') return undefined;
  const vocabulary = foreignVocabulary(element.namespace);
  const habit = index.hasNamespace(TEI_NAMESPACE) ? habitIn(element.local, grammar) : undefined;
  const origin = vocabulary === undefined ? `of ${where}` : vocabulary.name;
  return {
    message: `${what} is ${origin}, which has no place here${habit === undefined ? '' : `; TEI has ${habit.written}`}.`,
    help: [vocabulary?.advice ?? 'Say it with elements that the schema has, or take that namespace into the schema.'],
    ...(habit === undefined ? {} : { page: habit.element }),
  };
}

/** A TEI element that this schema does without. */
function leftOut(fault: UnknownElement, { grammar }: ExplainContext): Words {
  const { element, expected } = fault;
  const instead = insteadOf(element, expected, grammar);
  const module = teiElement(element.local)?.module ?? '';
  return {
    message:
      instead === undefined
        ? `${tag(element)} is a TEI element, but this schema leaves it out.`
        : `${tag(element)} is a TEI element, but this schema leaves it out; it has ${instead.written}.`,
    help: [`To allow it, add ${tag(element)} (module ${module}) to the schema’s ODD.`],
    page: instead?.element ?? element,
  };
}

/** A name that neither the schema nor TEI has. */
function misnamed(fault: UnknownElement, context: ExplainContext): Words {
  const { element, expected } = fault;
  const what = isTei(element) ? `${tag(element)} is no TEI element` : `The schema has no element ${tag(element)}`;
  const meant = elementMeant(fault, context.grammar);
  if (meant !== undefined) {
    const help = placing(meant, fault, context);
    const isCertain = help.length === 0;
    return { message: `${what}; did you mean ${meant.written}?`, help, page: meant.element, isCertain };
  }
  const other = elementLeftOut(element);
  if (other === undefined) return { message: `${what}.`, help: [] };
  const instead = insteadOf(other.element, expected, context.grammar);
  return {
    message: `${what}; TEI has ${other.written}, which this schema leaves out.`,
    help: instead === undefined ? [] : [`The schema has ${instead.written}.`],
    page: other.element,
  };
}

/** Where the element that was meant can stand, if not here. */
function placing({ element }: Suggestion, fault: UnknownElement, { grammar }: ExplainContext): string[] {
  const isHere = fault.expected.elements.some(
    (each) => each.local === element.local && each.namespace === element.namespace,
  );
  if (isHere || fault.parent === undefined || !indexGrammar(grammar).has(fault.parent)) return [];
  const parents = grammar.parentsOf(element);
  const around = parents.filter((each) => fault.expected.elements.some(({ local }) => local === each.local));
  const likely = usualAmong(around, fault.parent);
  const containers = (likely.length > 0 ? likely : byUse(around)).slice(0, 2);
  if (containers.length > 0) {
    return [`In ${tag(fault.parent)} it needs ${alternatives(containers.map(tag))} around it.`];
  }
  const places = likelyParents(element, parents).slice(0, 3).map(tag);
  return places.length === 0 ? [] : [`${tag(element)} stands in ${alternatives(places)}, not in ${tag(fault.parent)}.`];
}
