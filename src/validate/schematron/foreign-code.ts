import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { namespaces } from '../../xml/namespaces.js';
import { attributeOf, isSchematron, type SchemaElement } from './schema-element.js';
import { schemaFault } from './schema-fault.js';

/** The declarations of XSLT that a schema may have beside its patterns. */
const declarations = new Set([
  'function',
  'key',
  'variable',
  'param',
  'template',
  'decimal-format',
  'accumulator',
  'mode',
]);

/** The instructions that compute and write nothing. */
const instructions = new Set([
  ...[
    'accumulator-rule',
    'analyze-string',
    'apply-templates',
    'assert',
    'attribute',
    'break',
    'call-template',
    'catch',
  ],
  ...['choose', 'comment', 'copy', 'copy-of', 'document', 'element', 'fallback', 'for-each', 'for-each-group', 'if'],
  ...[
    'iterate',
    'map',
    'map-entry',
    'matching-substring',
    'merge',
    'merge-action',
    'merge-key',
    'merge-source',
    'message',
  ],
  ...['namespace', 'next-iteration', 'next-match', 'non-matching-substring', 'number', 'on-completion', 'on-empty'],
  ...[
    'on-non-empty',
    'otherwise',
    'param',
    'perform-sort',
    'processing-instruction',
    'sequence',
    'sort',
    'text',
    'try',
  ],
  ...['value-of', 'variable', 'when', 'where-populated', 'with-param'],
]);

/**
 * XSLT in a schema: functions and keys are welcome. What reads or writes files, runs expressions made of strings, or is
 * evaluated while it is compiled is refused, since a schema may come from anywhere. (What functions of XPath could read is
 * closed in the compiled form: processor/executable.ts.)
 *
 * @param elements all elements of a schema, in document order.
 */
export function checkForeignCode(elements: readonly SchemaElement[]): Diagnostic[] {
  const allowed = new Set([...declarations, ...instructions]);
  return elements.flatMap((element) => {
    if (isSchematron(element)) return [];
    if (element.namespace !== namespaces.xslt) {
      return /saxon/i.test(element.namespace)
        ? [refusal(`<${element.name}> is an extension of one processor.`, element)]
        : [];
    }
    if (!allowed.has(element.local)) return [refusal(`<xsl:${element.local}> cannot stand in a schema here.`, element)];
    return element.attributes.flatMap(({ name }) => {
      const isEvaluated = name.startsWith('_') || name === 'use-when';
      return isEvaluated || (name === 'static' && isYes(element))
        ? [refusal(`“${name}” is evaluated while the schema is compiled, which is not allowed.`, element, name)]
        : [];
    });
  });
}

function isYes(element: SchemaElement): boolean {
  return !['no', 'false', '0'].includes(attributeOf(element, 'static')?.trim() ?? 'no');
}

function refusal(message: string, element: SchemaElement, attribute?: string): Diagnostic {
  return schemaFault('schematron/schema-invalid', message, element, {
    attribute,
    help: 'Functions and keys that only compute may stand beside the patterns; copy them into the schema.',
  });
}
