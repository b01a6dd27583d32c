import { nearestSpelling } from '../diagnostics/spelling.js';
import { namespaces } from '../xml/namespaces.js';
import type { OddReport } from './odd-report.js';
import type { SchemaModel } from './schema-model.js';
import { attributesIn, type AnySpec } from './specification.js';
import { attribute, descendants, isTei, type XmlElement } from './xml-tree.js';

/** Reports what the specifications of a customisation say in vain: of things that are not there, or without a mode. */
export function reportChanges(model: Pick<SchemaModel, 'customization' | 'find' | 'source'>, report: OddReport): void {
  for (const spec of model.customization.specifications) {
    if (spec.mode === 'delete') continue;
    if ((spec.mode === 'change' || spec.mode === 'replace') && model.find(spec.ident) === undefined) {
      reportWithoutTarget(spec, spec.mode, model, report);
      continue;
    }
    reportReferences(spec.node, model, report);
    if (spec.kind === 'element' || spec.kind === 'class') reportValueLists(spec, report);
  }
}

function reportWithoutTarget(
  { ident, node }: AnySpec,
  mode: 'change' | 'replace',
  { source }: Pick<SchemaModel, 'source'>,
  report: OddReport,
): void {
  const known = source.find(ident);
  const message = `The schema does not have “${ident}”, so there is nothing to ${mode}.`;
  const help =
    known === undefined
      ? 'The TEI has nothing of this name: correct it, or write mode="add" for something new.'
      : `Take it from the module “${known.module}”, or remove this specification.`;
  report.at(node, 'schema/change-without-target', message, { help });
}

/** What the content of a specification refers to and neither the schema nor the TEI has: most often a misspelling. */
function reportReferences(
  spec: XmlElement,
  { find, source }: Pick<SchemaModel, 'find' | 'source'>,
  report: OddReport,
): void {
  for (const node of descendants(spec)) {
    const key = referredBy(node);
    if (key === undefined || find(key) !== undefined || source.find(key) !== undefined) continue;
    const help = suggestion(key, source.names);
    report.at(node, 'schema/unknown-reference', `Nothing has the name “${key}”, so this <${node.name}> is left out.`, {
      ...(help === undefined ? {} : { help }),
    });
  }
}

/** The name that may have been meant, as a question; undefined where none is near. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const near = nearestSpelling(name, [...known]);
  return near === undefined ? undefined : `Did you mean “${near}”?`;
}

const referring = new Set(['elementRef', 'classRef', 'macroRef', 'dataRef', 'memberOf']);

/** The specification that an element refers to; in RELAX NG the name may go on with a part of it, or a way to use it. */
function referredBy(node: XmlElement): string | undefined {
  if (node.namespace === namespaces.tei && referring.has(node.local)) return attribute(node, 'key');
  if (node.namespace !== namespaces.relaxNg || node.local !== 'ref') return undefined;
  return attribute(node, 'name')?.replace(/_(?:alternation|sequence\w*)$|\.attributes$|\.attribute\..*$/, '');
}

/**
 * A valList without a mode in an attribute of mode `change` changes nothing in the TEI's own tools, so that it changes
 * nothing here; whoever wrote it will have meant otherwise.
 */
function reportValueLists(spec: Extract<AnySpec, { kind: 'element' | 'class' }>, report: OddReport): void {
  for (const { mode, values, ident } of attributesIn(spec.attributes)) {
    if (mode !== 'change' || values === undefined || values.mode !== undefined) continue;
    if (!isTei(values.node, 'valList')) continue;
    report.at(
      values.node,
      'schema/value-list-without-mode',
      `This list of values of @${ident} has no mode, so the TEI’s tools leave the old one as it is.`,
      { help: 'Write <valList mode="replace" type="closed">, or mode="add" where the attribute had no list.' },
    );
  }
}

/** Reports names in `@start` that the schema does not have, where it has others. */
export function reportStart({ customization, find }: SchemaModel, report: OddReport): void {
  for (const name of customization.start ?? []) {
    if (find(name)?.kind === 'element') continue;
    const message = `Documents cannot begin with <${name}>, since the schema does not have it.`;
    report.at(customization.node, 'schema/unknown-start', message);
  }
}
