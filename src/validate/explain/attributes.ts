import { tagNameSpan } from '../../tei/start-tag.js';
import type { XmlName } from '../relax-ng/fault.js';
import type { ExplainContext } from './context.js';
import type { Explanation, FaultOf } from './explanation.js';
import { indexGrammar } from './grammar-index.js';
import { attributeAdvice, attributeExample, attributesFor, everydayAttribute } from './habits/attributes.js';
import { alternatives, attributeName, isTei, tag } from './names.js';
import { byUse, someOf } from './ranking.js';
import { likelySpelling } from './spelling.js';
import { findAttribute, writtenAttributes } from './start-tag.js';

type MisplacedAttribute = FaultOf<'attribute-not-allowed'>;

/** Explains an attribute that its element does not have. */
export function explainAttribute(fault: MisplacedAttribute, context: ExplainContext): Explanation {
  const { attribute, parent, offset } = fault;
  const written = findAttribute(context.text, offset, attribute);
  const name = writtenName(fault, context);
  const meant = attributeMeantBy(fault, context);
  const possible = possibleAttributes(fault, context);
  const element = parent === undefined ? 'The element' : tag(parent);
  const wrong = `${element} has no attribute @${name}`;
  const instead = isTei(parent) ? attributeAdvice(name) : undefined;
  const elsewhere = meant ?? instead ?? holders(attribute, parent, context);
  return {
    code: 'relax-ng/attribute-not-allowed',
    message:
      meant === undefined
        ? `${[wrong, ...(elsewhere === undefined ? [] : [elsewhere])].join('; ')}.`
        : `${wrong}; did you mean @${meant}?`,
    span: written?.nameSpan ?? tagNameSpan(context.text, offset),
    help: meant === undefined || context.verbose ? [possible.sentence] : [],
    ...(parent === undefined ? {} : { page: parent }),
    expected: possible.expected,
    actual: name,
  };
}

/** Explains that an element lacks attributes. */
export function explainMissingAttribute(fault: FaultOf<'attribute-missing'>, context: ExplainContext): Explanation {
  const { attributes, oneOf, parent, offset } = fault;
  const names = attributes.map(attributeName);
  const element = parent === undefined ? 'The element' : tag(parent);
  const listed = alternatives(
    names.map((name) => `@${name}`),
    oneOf ? 'or' : 'and',
  );
  const [first = ''] = names;
  const example = isTei(parent) ? attributeExample(first) : undefined;
  const must = oneOf && names.length > 1 ? 'one of which it must have' : 'which it must have';
  return {
    code: 'relax-ng/attribute-missing',
    message: `${element} lacks ${listed}, ${must}.`,
    span: tagNameSpan(context.text, offset),
    help: [
      `Add ${oneOf && names.length > 1 ? 'one of them' : names.length > 1 ? 'them' : 'it'}, such as ${example ?? `${first}="…"`}.`,
    ],
    ...(parent === undefined ? {} : { page: parent }),
    expected: names,
  };
}

/** The attribute of the element that was probably meant, by habit or by spelling; its name as it is written. */
export function attributeMeantBy(fault: MisplacedAttribute, context: ExplainContext): string | undefined {
  const name = writtenName(fault, context);
  const here = fault.expected.map(attributeName);
  const habit = isTei(fault.parent)
    ? attributesFor(name).find((each) => each !== name && here.includes(each))
    : undefined;
  return habit ?? likelySpelling(name, [here]);
}

function writtenName({ attribute, offset }: MisplacedAttribute, { text }: ExplainContext): string {
  if (attribute.namespace === '') return attribute.local;
  return findAttribute(text, offset, attribute)?.name ?? attributeName(attribute);
}

/** Which other elements have the attribute, if any: it may be on the wrong one. */
function holders(attribute: XmlName, parent: XmlName | undefined, { grammar }: ExplainContext): string | undefined {
  const others = byUse(indexGrammar(grammar).holdersOf(attributeName(attribute)));
  if (others.length === 0 || parent === undefined) return undefined;
  return `${someOf(others.map(tag), false, 2)} ${others.length === 1 ? 'has it' : 'have it'}`;
}

/** The attributes that the element can have and has not yet, the likeliest first. */
function possibleAttributes(
  { expected, offset, parent }: MisplacedAttribute,
  { text, grammar, verbose }: ExplainContext,
): { sentence: string; expected: string[] } {
  const present = writtenAttributes(text, offset);
  const index = indexGrammar(grammar);
  const rankOf = (name: string): number => (isTei(parent) ? (everydayAttribute(name) ?? 100) : 100);
  const names = expected
    .map(attributeName)
    .filter((name) => !present.has(name))
    .map((name) => ({ name, rank: rankOf(name), holders: index.holdersOf(name).length }))
    // What few elements have says more about this one than what all have.
    .sort((a, b) => a.rank - b.rank || a.holders - b.holders)
    .map(({ name }) => name);
  const element = parent === undefined ? 'it' : tag(parent);
  const listed = someOf(
    names.map((name) => `@${name}`),
    verbose,
  );
  return {
    sentence: names.length === 0 ? `${element} takes no other attribute.` : `Possible on ${element}: ${listed}.`,
    expected: verbose ? names : names.slice(0, 5),
  };
}
