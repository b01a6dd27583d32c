import type { DiagnosticCode } from '../../diagnostics/catalogue.js';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { indexLines } from '../../diagnostics/line-index.js';
import { CLOSED } from '../../processor/executable.js';
import type { Check, CompiledRules } from './compiled-rules.js';
import { placesIn, type NodeAddress } from './node-places.js';
import type { SchemaDocument } from './schema-document.js';

/** A file that has passed the gate. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
}

/** One item of a result, as the processor's thread hands it over. */
interface Finding {
  readonly check: string;
  readonly node: NodeAddress;
  readonly text: string;
  readonly diagnostics: readonly string[];
  readonly error?: string;
  readonly reason: string;
}

/** What the words for a role mean; any other is an error, as an assertion that fails is one unless it says otherwise. */
const roles: Readonly<Record<string, DiagnosticCode>> = {
  fatal: 'schematron/fatal',
  warn: 'schematron/warning',
  warning: 'schematron/warning',
  caution: 'schematron/warning',
  nonfatal: 'schematron/warning',
  'non-fatal': 'schematron/warning',
  info: 'schematron/info',
  information: 'schematron/info',
  informational: 'schematron/info',
  hint: 'schematron/info',
  note: 'schematron/info',
};

/**
 * The findings of one document as diagnostics, in the order of the document.
 *
 * @param items what the stylesheet returned for it.
 */
export function findingDiagnostics(
  file: CheckedFile,
  items: readonly unknown[],
  rules: CompiledRules,
  schema: SchemaDocument,
): Diagnostic[] {
  const findings = onceEach(items.map(readFinding));
  if (findings.length === 0) return [];
  const spans = placesIn(
    file.text,
    findings.map(({ node }) => node),
  );
  const lines = indexLines(file.text);
  return findings
    .map((finding, index) => ({ finding, span: spans[index] ?? { start: 0, end: 0 } }))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ finding, span }) => {
      const check = rules.checks[finding.check] ?? { kind: '', place: 0 };
      const place = { file: file.path, span, position: lines.positionOf(span.start) };
      const rule = check.id === undefined ? {} : { rule: check.id };
      return finding.error === undefined
        ? diagnostic(codeOf(check), messageOf(finding, check, schema), { ...place, ...rule, ...helpOf(finding, check) })
        : diagnostic('schematron/rule-failed', failureOf(finding, check, schema), {
            ...place,
            ...rule,
            help: 'Correct the rule, or the document, where the rule relies on something that is not there.',
          });
    });
}

/** A check that failed to run is told of at the first node only; what was closed is told of once for the schema. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const failed = new Set<string>();
  return findings.filter(({ check, error }) => {
    if (error === undefined) return true;
    if (error.endsWith(CLOSED) || failed.has(check)) return false;
    failed.add(check);
    return true;
  });
}

function codeOf({ role }: Check): DiagnosticCode {
  const word = role?.trim().toLowerCase() ?? '';
  return Object.hasOwn(roles, word) ? (roles[word] ?? 'schematron/error') : 'schematron/error';
}

function messageOf({ text }: Finding, check: Check, schema: SchemaDocument): string {
  if (text !== '') return text;
  return `${check.kind === 'report' ? 'This is so here, and should not be' : 'This is not so here'}: ${expressionOf(check, schema)}`;
}

function failureOf({ reason }: Finding, check: Check, schema: SchemaDocument): string {
  const what =
    check.kind === 'rule' ? 'The variables of the rule could not be computed' : 'The rule could not be checked';
  return `${what} here (${expressionOf(check, schema)}): ${reason.replace(/\.$/, '')}.`;
}

/** The expression of a check as the schema writes it. */
function expressionOf({ place }: Check, schema: SchemaDocument): string {
  const attributes = schema.places[place]?.attributes ?? [];
  const found = attributes.find(({ name }) => ['test', 'context', 'value'].includes(name));
  return (found?.value ?? '').replace(/\s+/g, ' ').trim();
}

function helpOf({ diagnostics }: Finding, { see }: Check): { readonly help?: string } {
  const help = [...diagnostics, ...(see === undefined ? [] : [`See ${see}`])].join(' ');
  return help === '' ? {} : { help };
}

function readFinding(value: unknown): Finding {
  const item = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string => plain(item[name]);
  const node = item['node'];
  return {
    check: text('check'),
    node: isAddress(node) ? node : { element: -1 },
    text: text('text'),
    diagnostics: remarks(item['diagnostics']),
    ...(item['error'] === undefined ? {} : { error: text('error') }),
    reason: text('reason'),
  };
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

function isAddress(value: unknown): value is NodeAddress {
  return typeof value === 'object' && value !== null && 'element' in value && typeof value.element === 'number';
}

/** The texts of diagnostics: pairs of id and text. */
function remarks(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((pair: unknown) => (Array.isArray(pair) ? plain(pair[1]) : '')).filter((text) => text !== '');
}
