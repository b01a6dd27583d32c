import type { Customization, Selection } from './customization.js';
import { changedSpecification } from './merge-specification.js';
import type { OddReport } from './odd-report.js';
import { reportChanges, suggestion } from './odd-faults.js';
import {
  attributesIn,
  type AnySpec,
  type Attribute,
  type AttributeList,
  type AttributeMember,
  type ClassSpec,
  type ElementSpec,
} from './specification.js';
import type { TeiSource } from './tei-source.js';

/** The specifications of one schema: those of the TEI that it takes, changed as it says, and its own. */
export interface SchemaModel {
  readonly customization: Customization;
  readonly source: TeiSource;
  /** In the order in which members of classes follow one another. */
  readonly specifications: readonly AnySpec[];
  readonly find: (ident: string) => AnySpec | undefined;
  /** The members of a class in their order. */
  readonly membersOf: (className: string) => readonly (ElementSpec | ClassSpec)[];
  /** Names that the customisation deletes. */
  readonly deleted: ReadonlySet<string>;
  /** Names of what the customisation adds, changes or replaces. */
  readonly customized: ReadonlySet<string>;
}

/** Carries out a customisation (Guidelines, section "Implementation of an ODD System"). */
export function buildSchemaModel(customization: Customization, source: TeiSource, report: OddReport): SchemaModel {
  const own = new Map<string, AnySpec[]>();
  for (const each of customization.specifications) own.set(each.ident, [...(own.get(each.ident) ?? []), each]);
  const deleted = new Set(
    customization.specifications.filter(({ mode }) => mode === 'delete').map(({ ident }) => ident),
  );
  const chosen = chosenSpecifications(customization, source, report);

  const specifications = new Map<string, AnySpec>();
  for (const original of chosen.filter(({ ident }) => !deleted.has(ident))) {
    if (specifications.has(original.ident)) continue;
    specifications.set(original.ident, customized(original, own.get(original.ident) ?? []));
  }
  for (const each of customization.specifications) {
    if (!isAdded(each) || deleted.has(each.ident)) continue;
    if (specifications.has(each.ident)) {
      report.at(each.node, 'schema/duplicate-name', `The schema has “${each.ident}” already, so it cannot be added.`, {
        help: 'Write mode="change" or mode="replace" where the one of the TEI is meant; else choose another name.',
      });
    }
    specifications.set(each.ident, each);
  }
  const model = {
    customization,
    source,
    specifications: [...specifications.values()],
    find: (ident: string) => specifications.get(ident),
    membersOf: memberIndex([...specifications.values()]),
    deleted,
    customized: new Set(own.keys()),
  };
  reportChanges(model, report);
  return model;
}

const isAdded = ({ mode }: AnySpec): boolean => mode === undefined || mode === 'add';

/** The TEI's specifications that a customisation takes: modules first (`tei` and `core` before others), then names. */
function chosenSpecifications(customization: Customization, source: TeiSource, report: OddReport): AnySpec[] {
  const { modules, references } = customization;
  const named = new Set(references.map(({ key }) => key));
  const first = ['tei', 'core'].flatMap((name) => modules.filter(({ key }) => key === name));
  const ordered = [...first, ...modules.filter((each) => !first.includes(each))];
  const fromModules = ordered.flatMap((selection) => {
    if (!source.modules.has(selection.key)) {
      report.at(selection.node, 'schema/unknown-module', `The TEI has no module “${selection.key}”.`, {
        help: suggestion(selection.key, source.modules) ?? `Its modules are ${[...source.modules].join(', ')}.`,
      });
    }
    return moduleMembers(selection, source, report).filter(({ ident }) => !named.has(ident));
  });
  const byName = references.flatMap((reference) => referredSpecification(reference, source, report));
  return [...fromModules, ...byName];
}

/** What a moduleRef takes: all classes, macros and datatypes of the module, and the elements that it selects. */
function moduleMembers(selection: Selection, source: TeiSource, report: OddReport): AnySpec[] {
  const members = source.membersOf(selection.key);
  const elements = members.filter(({ kind }) => kind === 'element');
  const known = new Set(elements.map(({ ident }) => ident));
  for (const name of [...selection.include, ...selection.except]) {
    if (known.has(name) || known.size === 0) continue;
    const home = source.find(name)?.module;
    report.at(selection.node, 'schema/unknown-member', `The module “${selection.key}” has no element <${name}>.`, {
      ...(home === undefined ? {} : { help: `<${name}> belongs to the module “${home}”.` }),
    });
  }
  return [
    ...members.filter(({ kind }) => kind !== 'element'),
    ...elements.filter(({ ident }) => isSelected(ident, selection)),
  ];
}

function isSelected(ident: string, { include, except }: Selection): boolean {
  return include.length > 0 ? include.includes(ident) : !except.includes(ident);
}

/** What an elementRef, classRef, macroRef or dataRef takes; a class may be taken with some of its attributes only. */
function referredSpecification(reference: Selection, source: TeiSource, report: OddReport): AnySpec[] {
  const found = source.find(reference.key);
  if (found === undefined) {
    const help = suggestion(reference.key, source.names);
    report.at(reference.node, 'schema/unknown-name', `The TEI has nothing with the name “${reference.key}”.`, {
      ...(help === undefined ? {} : { help }),
    });
    return [];
  }
  if (found.kind !== 'class') return [found];
  return [{ ...found, attributes: selectedAttributes(found.attributes, reference) }];
}

function selectedAttributes(list: AttributeList, selection: Selection): AttributeList {
  const members = list.members.flatMap((member): AttributeMember[] => {
    if (member.kind === 'list') return [selectedAttributes(member, selection)];
    return member.kind === 'reference' || isSelected(member.ident, selection) ? [member] : [];
  });
  return { ...list, members };
}

/** A specification of the TEI after all that the customisation says of it. */
function customized(original: AnySpec, own: readonly AnySpec[]): AnySpec {
  const replacement = own.find(({ mode, kind }) => mode === 'replace' && kind === original.kind);
  if (replacement !== undefined) return replacement;
  return own.filter(({ mode }) => mode === 'change').reduce(changedSpecification, original);
}

function memberIndex(specifications: readonly AnySpec[]): SchemaModel['membersOf'] {
  const index = new Map<string, (ElementSpec | ClassSpec)[]>();
  for (const each of specifications) {
    if (each.kind !== 'element' && each.kind !== 'class') continue;
    for (const key of new Set(each.classes?.memberOf.map((member) => member.key))) {
      const members = index.get(key);
      if (members === undefined) index.set(key, [each]);
      else members.push(each);
    }
  }
  return (className) => index.get(className) ?? [];
}

/** The attributes that a class gives its members itself, those of its own classes left out. */
export function classAttributes(spec: ClassSpec): Attribute[] {
  return attributesIn(spec.attributes).filter(({ mode }) => mode !== 'delete');
}
