import { partsOf, type Pattern } from '../patterns/pattern.js';

/** Inside what a pattern is looked at; `repeated group` is a group or interleave in a oneOrMore. */
type Context = 'start' | 'element' | 'attribute' | 'list' | 'except' | 'oneOrMore' | 'repeated group';

/** What may not stand in what, at any depth but not inside an inner element (7.1). */
const forbidden: Readonly<Record<Context, { readonly kinds: readonly Pattern['kind'][]; readonly section: string }>> = {
  element: { kinds: [], section: '7' },
  oneOrMore: { kinds: [], section: '7' },
  attribute: { kinds: ['element', 'attribute'], section: '7.1.1' },
  'repeated group': { kinds: ['attribute'], section: '7.1.2' },
  list: { kinds: ['list', 'element', 'attribute', 'text', 'interleave'], section: '7.1.3' },
  except: {
    kinds: ['attribute', 'element', 'text', 'list', 'group', 'interleave', 'oneOrMore', 'empty'],
    section: '7.1.4',
  },
  start: {
    kinds: ['attribute', 'data', 'value', 'text', 'list', 'group', 'interleave', 'oneOrMore', 'empty'],
    section: '7.1.5',
  },
};

/** The sets of contexts in which each pattern has been checked. */
export type Visits = Map<Pattern, Set<string>>;

/** Checks section 7.1 on a pattern and its parts, each part once in each set of contexts. */
export function checkContexts(
  pattern: Pattern,
  context: 'start' | 'element',
  seen: Visits,
  fail: (message: string) => never,
): void {
  const check = (part: Pattern, contexts: readonly Context[]): void => {
    const key = contexts.join();
    const visits = seen.get(part) ?? new Set();
    if (visits.has(key)) return;
    seen.set(part, visits.add(key));
    for (const each of contexts) {
      const { kinds, section } = forbidden[each];
      if (kinds.includes(part.kind)) fail(`"${part.kind}" cannot stand in "${each}" (${section})`);
    }
    const inner = contextsIn(part, contexts);
    for (const child of partsOf(part)) check(child, inner);
  };
  check(pattern, [context]);
}

function contextsIn(part: Pattern, contexts: readonly Context[]): readonly Context[] {
  const inner = innerContext(part, contexts);
  return inner === undefined || contexts.includes(inner) ? contexts : [...contexts, inner].sort();
}

function innerContext(part: Pattern, contexts: readonly Context[]): Context | undefined {
  switch (part.kind) {
    case 'attribute':
    case 'list':
    case 'oneOrMore':
      return part.kind;
    case 'data':
      return 'except';
    case 'group':
    case 'interleave':
      return contexts.includes('oneOrMore') ? 'repeated group' : undefined;
    default:
      return undefined;
  }
}
