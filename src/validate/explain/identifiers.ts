import { tagNameSpan } from '../../tei/start-tag.js';
import type { ExplainContext } from './context.js';
import type { Explanation, FaultOf } from './explanation.js';
import { attributeName, quoted, tag } from './names.js';
import { findAttribute, writtenTag } from './start-tag.js';

/** Explains an identifier that an earlier element has. */
export function explainDuplicateId(fault: FaultOf<'duplicate-id'>, context: ExplainContext): Explanation {
  const { line } = context.lines.positionOf(fault.first);
  const earlier = writtenTag(context.text, fault.first);
  return {
    code: 'relax-ng/duplicate-id',
    message: `The ${attributeName(fault.attribute)} ${quoted(fault.value)} is taken: ${earlier} in line ${line} has it.`,
    span: valueSpan(fault, context),
    help: ['Give one of the two another identifier, and look at what points to it.'],
    actual: fault.value,
  };
}

/** Explains a reference to an identifier that no element of the file has. */
export function explainMissingId(fault: FaultOf<'missing-id'>, context: ExplainContext): Explanation {
  const where = fault.parent === undefined ? '' : ` on ${tag(fault.parent)}`;
  return {
    code: 'relax-ng/id-missing',
    message: `@${attributeName(fault.attribute)}${where} refers to ${quoted(fault.value)}, but no element of the file has this identifier.`,
    span: valueSpan(fault, context),
    help: ['Correct the reference, or give the element that is meant this identifier.'],
    actual: fault.value,
  };
}

function valueSpan(
  { attribute, offset }: FaultOf<'duplicate-id'> | FaultOf<'missing-id'>,
  { text }: ExplainContext,
): Explanation['span'] {
  return findAttribute(text, offset, attribute)?.valueSpan ?? tagNameSpan(text, offset);
}
