import {
  attributesIn,
  type Attribute,
  type AttributeList,
  type AttributeMember,
  type ValueItem,
  type ValueList,
} from './specification.js';

/**
 * The attributes of an element or class after a change (Guidelines, att.combinable): its own that the change does not
 * name stay; what the change says of attributes that it does not have itself is kept with its mode, for the classes
 * that it inherits them from.
 *
 * @param keepDeleted true for an element: a deleted attribute may stand in one of its classes as well.
 */
export function changedAttributes(old: AttributeList, change: AttributeList, keepDeleted: boolean): AttributeList {
  const changes = new Map(attributesIn(change).map((each) => [each.ident, each]));
  const own = new Set(attributesIn(old).map(({ ident }) => ident));
  const kept = (list: AttributeList): AttributeMember[] =>
    list.members.flatMap((member): AttributeMember[] => {
      if (member.kind === 'reference') return [member];
      if (member.kind === 'list') return [{ ...member, members: kept(member) }];
      const changed = changes.get(member.ident);
      if (changed === undefined) return [member];
      if (changed.mode === 'delete') return keepDeleted ? [changed] : [];
      return changed.mode === 'change' ? [mergedAttribute(member, changed)] : [];
    });
  const added = change.members.filter((member) => {
    if (member.kind !== 'attribute' || !own.has(member.ident)) return true;
    return member.mode !== 'change' && member.mode !== 'delete';
  });
  const rest = kept(old);
  return {
    kind: 'list',
    org: 'group',
    members: [...added, ...(old.org === 'choice' ? [{ ...old, members: rest }] : rest)],
  };
}

/** An attribute after a change: what the change says, and of the rest what it was. The mode stays the old one's. */
export function mergedAttribute(old: Attribute, change: Attribute): Attribute {
  return {
    ...old,
    name: change.name === change.ident ? old.name : change.name,
    required: change.saysUsage ? change.required : old.required,
    datatype: change.datatype ?? old.datatype,
    defaultValue: change.defaultValue ?? old.defaultValue,
    values: mergedValues(old.values, change.values),
    constraints: change.constraints.length > 0 ? change.constraints : old.constraints,
    description: change.description === '' ? old.description : change.description,
    node: change.node,
  };
}

/** The list of values after a change. One that says no mode changes nothing: so the TEI's own tools take it. */
function mergedValues(old: ValueList | undefined, change: ValueList | undefined): ValueList | undefined {
  switch (change?.mode) {
    case undefined:
      return old;
    case 'delete':
      return undefined;
    case 'add':
    case 'replace':
      return change;
    case 'change':
      return { ...change, items: mergedItems(old?.items, change.items) };
  }
}

function mergedItems(old: readonly ValueItem[] | undefined, change: readonly ValueItem[]): ValueItem[] {
  if (old === undefined) return change.filter(({ mode }) => mode !== 'delete');
  const changes = new Map(change.map((item) => [item.ident, item]));
  const kept = old.flatMap((item) => {
    const changed = changes.get(item.ident);
    if (changed === undefined) return [item];
    if (changed.mode === 'delete' || changed.mode === 'replace') return [];
    return [{ ...item, description: changed.description === '' ? item.description : changed.description }];
  });
  const known = new Set(kept.map(({ ident }) => ident));
  return [...kept, ...change.filter(({ ident, mode }) => (mode === 'add' || mode === 'replace') && !known.has(ident))];
}
