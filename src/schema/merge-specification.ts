import { changedAttributes } from './merge-attributes.js';
import type { AnySpec, ClassSpec, Constraint, ElementSpec, MacroSpec, Membership } from './specification.js';

/** A specification after a change of the same kind (Guidelines, att.combinable, mode `change`). */
export function changedSpecification(old: AnySpec, change: AnySpec): AnySpec {
  if (old.kind === 'element' && change.kind === 'element') return changedElement(old, change);
  if (old.kind === 'class' && change.kind === 'class') return changedClass(old, change);
  if ((old.kind === 'macro' || old.kind === 'data') && (change.kind === 'macro' || change.kind === 'data')) {
    return changedMacro(old, change);
  }
  return old;
}

function changedElement(old: ElementSpec, change: ElementSpec): ElementSpec {
  return {
    ...old,
    name: change.name === change.ident ? old.name : change.name,
    namespace: change.namespace ?? old.namespace,
    description: change.description === '' ? old.description : change.description,
    classes: changedMembership(old.classes, change.classes),
    values: change.values?.mode === 'delete' ? undefined : (change.values ?? old.values),
    content: change.content ?? old.content,
    constraints: changedConstraints(old.constraints, change.constraints),
    attributes: changedAttributes(old.attributes, change.attributes, true),
  };
}

function changedClass(old: ClassSpec, change: ClassSpec): ClassSpec {
  return {
    ...old,
    description: change.description === '' ? old.description : change.description,
    classes: changedMembership(old.classes, change.classes),
    constraints: changedConstraints(old.constraints, change.constraints),
    attributes: changedAttributes(old.attributes, change.attributes, false),
  };
}

function changedMacro(old: MacroSpec, change: MacroSpec): MacroSpec {
  return {
    ...old,
    description: change.description === '' ? old.description : change.description,
    content: change.content ?? old.content,
    values: change.values ?? old.values,
    constraints: changedConstraints(old.constraints, change.constraints),
  };
}

/** Memberships: a list of mode `change` adds and deletes, any other list takes the old one's place. */
function changedMembership(old: Membership | undefined, change: Membership | undefined): Membership | undefined {
  if (change === undefined) return old;
  const added = change.memberOf.filter(({ mode }) => mode !== 'delete');
  if (!change.changes) return { changes: false, memberOf: added };
  const named = new Set(change.memberOf.map(({ key }) => key));
  const kept = old?.memberOf.filter(({ key }) => !named.has(key)) ?? [];
  return { changes: false, memberOf: [...added, ...kept] };
}

function changedConstraints(old: readonly Constraint[], change: readonly Constraint[]): Constraint[] {
  const replaced = new Set(change.filter(({ mode }) => mode !== undefined && mode !== 'add').map(({ ident }) => ident));
  return [...change.filter(({ mode }) => mode !== 'delete'), ...old.filter(({ ident }) => !replaced.has(ident))];
}
