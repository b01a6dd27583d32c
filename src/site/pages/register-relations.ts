import type { RelationEntry } from '../../edition/register.js';
import { entryAddress, type SiteContext } from '../page.js';
import type { MentionKind } from '../reading/mention.js';
import type { RegisterEntryView } from '../registers/register-view.js';

/** How an entry is related to others: what it is to them, and who they are. */
export interface RelationView {
  readonly label: string;
  readonly others: readonly { readonly name: string; readonly language: string; readonly href: string }[];
}

type Role = 'active' | 'passive' | 'mutual';

interface Related {
  readonly relation: RelationEntry;
  readonly role: Role;
  readonly others: readonly string[];
}

interface Known {
  readonly kind: MentionKind;
  readonly entry: RegisterEntryView;
}

interface RelationIndex {
  readonly related: ReadonlyMap<string, readonly Related[]>;
  readonly entries: ReadonlyMap<string, Known>;
}

const KINDS = ['person', 'place', 'organisation'] as const;

const made = new WeakMap<SiteContext, RelationIndex>();

/** The relations of an entry, in the order of the register; `root` leads from the page to the root of the site. */
export function relationsOf(id: string, context: SiteContext, root: string): RelationView[] {
  const { related, entries } = indexOf(context);
  return (related.get(id) ?? []).flatMap(({ relation, role, others }) => {
    const known = others.flatMap((other) => {
      const found = entries.get(other);
      const href = found === undefined ? undefined : entryAddress(context, found.kind, other, root);
      if (found === undefined || href === undefined) return [];
      return [{ name: found.entry.name, language: found.entry.language, href }];
    });
    return known.length === 0 ? [] : [{ label: labelOf(relation, role, context), others: known }];
  });
}

function indexOf(context: SiteContext): RelationIndex {
  const index = made.get(context);
  if (index !== undefined) return index;
  const related = new Map<string, Related[]>();
  const add = (relation: RelationEntry, role: Role, ids: readonly string[], others: readonly string[]): void => {
    for (const id of ids) {
      const list = related.get(id) ?? [];
      related.set(id, list);
      list.push({ relation, role, others: others.filter((other) => other !== id) });
    }
  };
  for (const relation of context.register.relations ?? []) {
    add(relation, 'active', relation.active, relation.passive);
    add(relation, 'passive', relation.passive, relation.active);
    add(relation, 'mutual', relation.mutual, relation.mutual);
  }
  // A site without relations needs no index of its entries.
  const kinds = related.size === 0 ? [] : KINDS;
  const entries = new Map(
    kinds.flatMap((kind) => context.registers[kind].entries.map((entry) => [entry.id, { kind, entry }] as const)),
  );
  const both = { related, entries };
  made.set(context, both);
  return both;
}

/** What the entry is to the others: "parent of"; a word that we do not know stands with an arrow in its direction. */
function labelOf({ name }: RelationEntry, role: Role, { messages }: SiteContext): string {
  const key = `register.relation.${role}.${name}`;
  if (messages.has(key)) return messages.text(key);
  const words = name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return role === 'mutual' ? `${words}:` : role === 'active' ? `${words} →` : `← ${words}`;
}
