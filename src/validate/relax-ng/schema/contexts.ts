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
export type Visits = Map<Pattern, Set<Contexts>>;

/** Contexts inside each other, by name; the same contexts are one array. */
type Contexts = readonly Context[];

/** Checks section 7.1 on a pattern and its parts, each part once in each set of contexts. */
export function checkContexts(
  pattern: Pattern,
  context: 'start' | 'element',
  seen: Visits,
  fail: (message: string) => never,
): void {
  const check = (part: Pattern, contexts: Contexts): void => {
    const visits = seen.get(part) ?? new Set();
    if (visits.has(contexts)) return;
    seen.set(part, visits.add(contexts));
    for (const each of contexts) {
      const { kinds, section } = forbidden[each];
      if (kinds.includes(part.kind)) fail(`"${part.kind}" cannot stand in "${each}" (${section})`);
    }
    const inner = contextsIn(part, contexts);
    for (const child of partsOf(part)) check(child, inner);
  };
  check(pattern, sharedContexts([context]));
}

function contextsIn(part: Pattern, contexts: Contexts): Contexts {
  const inner = innerContext(part, contexts);
  return inner === undefined || contexts.includes(inner) ? contexts : sharedContexts([...contexts, inner].sort());
}

const shared = new Map<string, Contexts>();

function sharedContexts(contexts: Contexts): Contexts {
  const key = contexts.join();
  const known = shared.get(key) ?? contexts;
  shared.set(key, known);
  return known;
}

function innerContext(part: Pattern, contexts: Contexts): Context | undefined {
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
