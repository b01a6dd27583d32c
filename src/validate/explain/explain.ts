import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { RelaxNgFault, XmlName } from '../relax-ng/fault.js';
import { attributeMeantBy, explainAttribute, explainMissingAttribute } from './attributes.js';
import type { ExplainContext } from './context.js';
import type { Explanation } from './explanation.js';
import { indexGrammar } from './grammar-index.js';
import { guidelinesPage, teiElement } from './guidelines.js';
import { explainDuplicateId, explainMissingId } from './identifiers.js';
import { explainMisplacedElement } from './misplaced-element.js';
import { explainMisplacedText } from './misplaced-text.js';
import { attributeName, isTei } from './names.js';
import { explainMissingElement } from './missing-element.js';
import { explainUnknownElement } from './unknown-element.js';
import { explainAttributeValue, explainContentValue } from './values/values.js';

/**
 * Says a fault of a document in words: what is wrong and why, what to do, what is possible at the place, and, for TEI,
 * the page of the Guidelines.
 *
 * @returns a diagnostic with span and position in the file's text. `expected` has the few likeliest names or values, or
 * all of them with `context.verbose`.
 */
export function explain(fault: RelaxNgFault, context: ExplainContext): Diagnostic {
  const { code, message, span, help, page, expected, actual } = explanationOf(fault, context);
  const address = guidelinesPage(page);
  const advice = [...help, ...(address === undefined ? [] : [`TEI Guidelines: ${address}`])]
    .filter((sentence) => sentence !== '')
    .join(' ');
  return diagnostic(code, message, {
    file: context.file,
    span,
    position: context.lines.positionOf(span.start),
    ...(expected === undefined || expected.length === 0 ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(advice === '' ? {} : { help: advice }),
  });
}

/**
 * Explains the faults of one file, in their order. What follows from another fault is not told: an attribute that is
 * missing because another name was written for it; a TEI element that the schema leaves out inside of another one.
 */
export function explainAll(faults: readonly RelaxNgFault[], context: ExplainContext): Diagnostic[] {
  const misnamed = new Set<string>();
  for (const fault of faults) {
    const meant = fault.kind === 'attribute-not-allowed' ? attributeMeantBy(fault, context) : undefined;
    if (meant !== undefined) misnamed.add(`${fault.offset} ${meant}`);
  }
  return faults
    .filter(
      (fault) =>
        !isLeftOutWithParent(fault, context) &&
        (fault.kind !== 'attribute-missing' ||
          !fault.attributes.some((name) => misnamed.has(`${fault.offset} ${attributeName(name)}`))),
    )
    .map((fault) => explain(fault, context));
}

function isLeftOutWithParent(fault: RelaxNgFault, { grammar }: ExplainContext): boolean {
  const { parent } = fault;
  if (fault.kind !== 'element-not-allowed' || fault.known || parent === undefined) return false;
  return isTeiElement(fault.element) && isTeiElement(parent) && !indexGrammar(grammar).has(parent);
}

function isTeiElement(name: XmlName): boolean {
  return isTei(name) && teiElement(name.local) !== undefined;
}

function explanationOf(fault: RelaxNgFault, context: ExplainContext): Explanation {
  switch (fault.kind) {
    case 'element-not-allowed':
      return fault.known ? explainMisplacedElement(fault, context) : explainUnknownElement(fault, context);
    case 'element-missing':
      return explainMissingElement(fault, context);
    case 'text-not-allowed':
      return explainMisplacedText(fault, context);
    case 'content-value':
      return explainContentValue(fault, context);
    case 'attribute-not-allowed':
      return explainAttribute(fault, context);
    case 'attribute-value':
      return explainAttributeValue(fault, context);
    case 'attribute-missing':
      return explainMissingAttribute(fault, context);
    case 'duplicate-id':
      return explainDuplicateId(fault, context);
    case 'missing-id':
      return explainMissingId(fault, context);
  }
}
