import { readConstraints, readSpecification } from './read-specification.js';
import type { AnySpec, Constraint } from './specification.js';
import type { OddReport } from './odd-report.js';
import { attribute, descendants, elementsIn, isTei, words, type XmlElement } from './xml-tree.js';

/** A choice from a set of names: those included, or all but those excepted. */
export interface Selection {
  readonly key: string;
  readonly include: readonly string[];
  readonly except: readonly string[];
  readonly node: XmlElement;
}

/** A TEI customisation: what a schemaSpec says, its groups of specifications put in their places. */
export interface Customization {
  readonly ident: string;
  /** Names of the elements that a document may begin with; undefined where the schemaSpec does not say. */
  readonly start: readonly string[] | undefined;
  readonly namespace: string | undefined;
  readonly defaultExceptions: string | undefined;
  readonly modules: readonly Selection[];
  /** Modules written in RELAX NG (moduleRef with `url`). */
  readonly externalModules: readonly XmlElement[];
  /** Elements, classes, macros and datatypes asked for by name. */
  readonly references: readonly Selection[];
  /** Specifications, in the order written. */
  readonly specifications: readonly AnySpec[];
  /** Constraints on the document as a whole. */
  readonly constraints: readonly Constraint[];
  readonly node: XmlElement;
}

/**
 * Reads the customisation of an ODD. Faults are reported; where there is no schemaSpec there is no result.
 *
 * @param schema the name of the schemaSpec that is meant; the first one by default.
 */
export function readCustomization(odd: XmlElement, report: OddReport, schema?: string): Customization | undefined {
  const candidates = [...descendants(odd)].filter((node) => isTei(node, 'schemaSpec'));
  const node = schema === undefined ? candidates[0] : candidates.find((each) => attribute(each, 'ident') === schema);
  if (node === undefined) {
    const wanted = schema === undefined ? 'no <schemaSpec>' : `no <schemaSpec> with the name “${schema}”`;
    report.at(odd, 'schema/no-schema', `The ODD has ${wanted}, so it describes no schema.`);
    return undefined;
  }
  const parts = partsOf(node, groupsOf(odd), report, []);
  const select = (names: readonly string[]): XmlElement[] => parts.filter((part) => names.includes(part.local));
  const modules = select(['moduleRef']);
  return {
    ident: attribute(node, 'ident') ?? 'schema',
    start: attribute(node, 'start') === undefined ? undefined : words(node, 'start'),
    namespace: attribute(node, 'ns'),
    defaultExceptions: attribute(node, 'defaultExceptions'),
    modules: modules.filter((each) => attribute(each, 'key') !== undefined).map(selectionOf),
    externalModules: modules.filter((each) => attribute(each, 'url') !== undefined),
    references: select(['elementRef', 'classRef', 'macroRef', 'dataRef']).map(selectionOf),
    specifications: parts.flatMap((part) => readSpecification(part) ?? []),
    constraints: readConstraints(parts.filter(({ local }) => local === 'constraintSpec')),
    node,
  };
}

function selectionOf(node: XmlElement): Selection {
  return {
    key: attribute(node, 'key') ?? '',
    include: words(node, 'include'),
    except: words(node, 'except'),
    node,
  };
}

function groupsOf(odd: XmlElement): ReadonlyMap<string, XmlElement> {
  const groups = new Map<string, XmlElement>();
  for (const node of descendants(odd)) {
    const id = attribute(node, 'xml:id');
    if (isTei(node, 'specGrp') && id !== undefined && !groups.has(id)) groups.set(id, node);
  }
  return groups;
}

/** The parts of a schema or group, with those of the groups that it refers to in their places. */
function partsOf(
  parent: XmlElement,
  groups: ReadonlyMap<string, XmlElement>,
  report: OddReport,
  open: readonly XmlElement[],
): XmlElement[] {
  return elementsIn(parent).flatMap((child) => {
    if (isTei(child, 'specGrp')) return partsOf(child, groups, report, open);
    if (!isTei(child, 'specGrpRef')) return isTei(child, child.local) ? [child] : [];
    const target = attribute(child, 'target') ?? '';
    const referred = target.startsWith('#') ? groups.get(target.slice(1)) : undefined;
    if (referred === undefined) {
      report.at(child, 'schema/group-missing', `This <specGrpRef> points to “${target}”, where no <specGrp> stands.`, {
        help: target.startsWith('#')
          ? 'Give the group this xml:id, or correct the target.'
          : 'Groups are read from the ODD itself alone: copy the group into it and write target="#…".',
      });
      return [];
    }
    if (open.includes(referred)) {
      report.at(child, 'schema/group-in-itself', `The group “${target}” refers to itself.`);
      return [];
    }
    return partsOf(referred, groups, report, [...open, referred]);
  });
}
