import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FoundElement } from './documents.js';
import { subjectOf } from './fault-messages.js';
import { judgeKind, kindRuleOf, type KindVerdict } from './kinds.js';
import type { Places, Use } from './uses.js';

/**
 * What is wrong with the kind of element that a pointer leads to; undefined where it may lead there.
 *
 * @param expanded the pointer that a private prefix made of it.
 */
export function checkKind(
  use: Use,
  target: FoundElement,
  expanded: string | undefined,
  places: Places,
): Diagnostic | undefined {
  const { element, attribute, token } = use.pointer;
  const found = target.element.element;
  const { verdict, wanted } = judge(element, attribute, found);
  if (verdict === 'right') return undefined;
  const line = places.lineOf(target.file.references, target.element.offset);
  const where = target.file === use.file ? line : [target.file.references.path, line].filter(Boolean).join(', ');
  const code = verdict === 'wrong' ? 'references/wrong-kind' : 'references/unusual-kind';
  return diagnostic(code, `${subjectOf(use, expanded)}, which is <${found}> (${where}), not ${wanted}.`, {
    ...places.ofPointer(use.file.references, use.pointer),
    expected: [wanted],
    actual: `<${found}>`,
    help: `Point to ${wanted}; ${token} may be a slip, or belong into another attribute.`,
  });
}

/** What an attribute should lead to, and whether an element is that. */
function judge(element: string, attribute: string, found: string): { verdict: KindVerdict; wanted: string } {
  // The parts of one thing that is divided (att.global.linking) are mostly elements of one name.
  if (attribute === 'next' || attribute === 'prev') {
    return { verdict: found === element ? 'right' : 'unusual', wanted: `another <${element}>` };
  }
  const rule = kindRuleOf(element, attribute);
  return rule === undefined
    ? { verdict: 'right', wanted: '' }
    : { verdict: judgeKind(rule, found), wanted: rule.wanted };
}
