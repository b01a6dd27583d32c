import { groupMembers, partsOf, type AttributePattern, type ElementPattern, type Pattern } from './pattern.js';

type Held<Kind extends Pattern['kind']> = Extract<Pattern, { readonly kind: Kind }>;

const elements = new WeakMap<Pattern, readonly ElementPattern[]>();
const attributes = new WeakMap<Pattern, readonly AttributePattern[]>();

/** The elements that a pattern holds directly, not inside other elements, each once. */
export function elementsIn(pattern: Pattern): readonly ElementPattern[] {
  return collect(pattern, 'element', elements);
}

/** The attributes that a pattern holds directly, not inside its elements, each once. */
export function attributesIn(pattern: Pattern): readonly AttributePattern[] {
  return pattern.hasAttributes ? collect(pattern, 'attribute', attributes) : [];
}

/** Remembered for each pattern: the same attribute classes come again in hundreds of elements. */
function collect<Kind extends 'element' | 'attribute'>(
  pattern: Pattern,
  kind: Kind,
  known: WeakMap<Pattern, readonly Held<Kind>[]>,
): readonly Held<Kind>[] {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const found = new Set<Held<Kind>>();
  if (isOfKind(pattern, kind)) found.add(pattern);
  else {
    const parts = pattern.kind === 'group' ? groupMembers(pattern) : partsOf(pattern);
    for (const part of parts) for (const each of collect(part, kind, known)) found.add(each);
  }
  const list = [...found];
  known.set(pattern, list);
  return list;
}

function isOfKind<Kind extends Pattern['kind']>(pattern: Pattern, kind: Kind): pattern is Held<Kind> {
  return pattern.kind === kind;
}
