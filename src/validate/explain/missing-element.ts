import { tagNameSpan } from '../../tei/start-tag.js';
import type { Expectation, XmlName } from '../relax-ng/fault.js';
import type { ExplainContext } from './context.js';
import type { Explanation, FaultOf } from './explanation.js';
import { alternatives, isSame, isTei, tag } from './names.js';
import { possibilities, rankElements, usualAmong } from './ranking.js';

type MissingElement = FaultOf<'element-missing'>;

/** Longest content model that is told in its order. */
const LONGEST_ORDER = 6;

/** Explains that an element lacks another one, before this place or before its end. */
export function explainMissingElement(fault: MissingElement, context: ExplainContext): Explanation {
  const { parent, after, before, expected } = fault;
  const possible = possibilities({ parent, after, expected }, context);
  return {
    code: 'relax-ng/element-missing',
    message: `${wordsFor(fault)}.`,
    span: tagNameSpan(context.text, fault.offset),
    help: isToldInOrder(expected) && !context.verbose ? [cure(fault)] : [cure(fault), possible.sentence],
    ...((parent ?? after ?? before) === undefined ? {} : { page: parent ?? after ?? before }),
    expected: possible.expected,
    ...(before === undefined ? {} : { actual: before.local }),
  };
}

function wordsFor(fault: MissingElement): string {
  const { parent, after, before, expected } = fault;
  const whole = parent === undefined ? 'The file' : tag(parent);
  if (expected.required.length > 0) {
    const missing = alternatives(expected.required.map(tag), 'and');
    const verb = expected.required.length === 1 ? 'is' : 'are';
    const order = orderOf(expected);
    return after === undefined
      ? `${missing} ${verb} missing here: ${whole} begins with ${order}`
      : `${missing} ${verb} missing here: ${tag(after)} is followed by ${order}`;
  }
  const { likely, isAll } = likelyContent(fault);
  const some = alternatives(likely);
  if (after !== undefined) {
    return `${whole} is not complete: after ${tag(after)} it needs ${isAll ? some : `more, such as ${some}`}`;
  }
  if (before === undefined) return `${whole} lacks its content${isAll ? `: it needs ${some}` : `, such as ${some}`}`;
  return `${whole} cannot begin with ${tag(before)}: it begins with ${isAll ? some : `elements such as ${some}`}`;
}

/** Elements that introduce or accompany a content and never complete it. */
const companions: ReadonlySet<string> = new Set(['head', 'note', 'desc']);

/** What may be missing, in words, the likeliest first, and whether nothing else is possible. */
function likelyContent({ parent, after, expected }: MissingElement): { likely: readonly string[]; isAll: boolean } {
  const ranked = rankElements({ parent, after, expected });
  const others = ranked.filter((name) => !(isTei(name) && companions.has(name.local)));
  const usual = usualAmong(others, parent, after).filter((name) => after === undefined || !isSame(name, after));
  const named = (usual.length > 0 ? usual : others.length > 0 ? others : ranked).slice(0, 3);
  return {
    likely: [
      ...named.map(tag),
      ...(expected.text ? ['text'] : []),
      ...(expected.anyElement ? ['another element'] : []),
    ],
    isAll: named.length === expected.elements.length,
  };
}

function cure({ before, after, parent, expected }: MissingElement): string {
  const what = expected.required.length === 1 ? 'it' : expected.required.length > 1 ? 'them' : 'one of these';
  if (before !== undefined) return `Put ${what} before ${tag(before)}.`;
  if (after !== undefined) return `Put ${what} after ${tag(after)}.`;
  return parent === undefined ? `Add ${what}.` : `Put ${what} into ${tag(parent)}.`;
}

/** Whether the message names everything that is possible. */
function isToldInOrder({ elements, required, text }: Expectation): boolean {
  return required.length > 0 && elements.length <= LONGEST_ORDER && !text;
}

/** The content model from here to what is missing: `editionStmt?, extent?, publicationStmt`. */
function orderOf({ elements, required }: Expectation): string {
  const isRequired = (name: XmlName): boolean => required.some((each) => isSame(each, name));
  const last = elements.findLastIndex(isRequired);
  const until = elements.slice(0, last + 1);
  const told = until.length > LONGEST_ORDER ? required : until;
  return told.map((name) => (isRequired(name) ? name.local : `${name.local}?`)).join(', ');
}
