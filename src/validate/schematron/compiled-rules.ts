import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { compileStylesheet } from '../../processor/compiler.js';
import { closeExecutable } from '../../processor/executable.js';
import { runStylesheet } from '../../processor/stylesheet.js';
import { descendants, readXmlTree, type XmlElement } from '../../schema/xml-tree.js';
import type { SchemaDocument } from './schema-document.js';
import { phaseDocument } from './schema-document.js';
import { expressionPlace, staticFault, type ExpressionPlace } from './static-fault.js';

/** What the number of a check in a result means. */
export interface Check {
  readonly kind: string;
  /** The number of its element among the places of the schema. */
  readonly place: number;
  readonly role?: string;
  readonly id?: string;
  readonly see?: string;
}

/** The rules of one phase, compiled. Plain data: it is kept on the disk. */
export interface CompiledRules {
  readonly executable: string;
  readonly checks: Readonly<Record<string, Check>>;
  /** The functions that were closed because they reach beyond the document, with the place of the expression. */
  readonly closed: readonly { readonly name: string; readonly place: number }[];
}

export type RulesCompilation =
  | { readonly rules: CompiledRules }
  /** Faults of the schema's expressions. */
  | { readonly faults: readonly Diagnostic[] };

/** Each faulty expression costs one more compilation: after this many the rest waits for the next run. */
const MOST_FAULTS = 8;

/**
 * Transpiles and compiles the rules of a phase.
 *
 * @param phase a phase of the schema; undefined for all patterns.
 * @param timeLimit milliseconds for each compilation.
 * @throws TimeLimitError when the time is over.
 */
export async function compileRules(
  schema: SchemaDocument,
  phase: string | undefined,
  timeLimit: number,
): Promise<RulesCompilation> {
  const [transpiled] = await runStylesheet('schematron', [phaseDocument(schema, phase)], {});
  if (transpiled === undefined || 'error' in transpiled) {
    throw new Error(`The schema could not be transpiled: ${transpiled?.error ?? 'no result'}`);
  }
  const faults: Diagnostic[] = [];
  let source = transpiled.output;
  for (;;) {
    const compilation = await compileStylesheet(source, timeLimit);
    if ('executable' in compilation) {
      if (faults.length > 0) return { faults };
      const { executable, closed } = closeExecutable(compilation.executable);
      const lines = source.split('\n');
      return {
        rules: {
          executable,
          checks: checksIn(source),
          closed: closed.map(({ name, line }) => ({ name, place: expressionPlace(lines, line)?.place ?? 0 })),
        },
      };
    }
    const { fault } = compilation;
    const lines = source.split('\n');
    const place = expressionPlace(lines, fault.line);
    const finding = staticFault(schema, place, fault.message);
    // The same expression twice would go on forever: what was put in its place is at fault then.
    const isNew = faults.every(({ file, span }) => file !== finding.file || span?.start !== finding.span?.start);
    if (isNew) faults.push(finding);
    const next = place === undefined || !isNew ? undefined : withoutExpression(lines, place);
    if (next === undefined || faults.length >= MOST_FAULTS) return { faults };
    source = next;
  }
}

/** The stylesheet with a faulty expression replaced by one that has no fault, so that the next fault can be found. */
function withoutExpression(lines: readonly string[], { line, attribute }: ExpressionPlace): string | undefined {
  const harmless = attribute === 'match' ? 'at:none' : '()';
  const text = lines[line - 1] ?? '';
  const changed = text.replace(new RegExp(` ${attribute}="[^"]*"`), ` ${attribute}="${harmless}"`);
  return changed === text ? undefined : [...lines.slice(0, line - 1), changed, ...lines.slice(line)].join('\n');
}

/** The checks of a transpiled stylesheet by their numbers. */
function checksIn(source: string): Record<string, Check> {
  const { root, fault } = readXmlTree(source);
  if (root === undefined) throw new Error(`The transpiled schema is no XML: ${fault.message}`);
  const checks: Record<string, Check> = {};
  for (const element of descendants(root)) {
    const { check, ...names } = namesOf(element);
    if (check === undefined) continue;
    const { kind = '', place = '0', role, id, see } = names;
    checks[check] = {
      kind,
      place: Number(place),
      ...(role === undefined ? {} : { role }),
      ...(id === undefined ? {} : { id }),
      ...(see === undefined ? {} : { see }),
    };
  }
  return checks;
}

function namesOf(element: XmlElement): Partial<Record<'check' | 'kind' | 'place' | 'role' | 'id' | 'see', string>> {
  return Object.fromEntries(
    element.attributes.flatMap(({ name, value }) =>
      name.startsWith('at:') ? [[name.slice('at:'.length), value]] : [],
    ),
  );
}

/** What could not be checked because it reaches beyond the document, a finding for each expression. */
export function closedFindings(schema: SchemaDocument, { closed }: CompiledRules): Diagnostic[] {
  const seen = new Set<string>();
  return closed.flatMap(({ name, place }) => {
    const key = `${place} ${name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const { file, position, span } = staticFault(schema, { place, line: 0, attribute: '' }, '');
    return [
      diagnostic(
        'schematron/not-run',
        `“${name}” reaches beyond the document, and is closed: the rule is not checked.`,
        {
          ...(file === undefined ? {} : { file }),
          ...(position === undefined ? {} : { position }),
          ...(span === undefined ? {} : { span }),
          help: 'Rules see one document and no other file. Pointers into other files belong to the check of references.',
        },
      ),
    ];
  });
}
