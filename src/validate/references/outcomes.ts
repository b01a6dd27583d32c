import type { PointerFault, Target } from './resolve.js';
import type { Use } from './uses.js';

/** A pointer, and where it leads. */
export interface Outcome {
  readonly use: Use;
  readonly target: Target;
}

/** A pointer that leads nowhere. */
export interface FaultyUse {
  readonly use: Use;
  readonly fault: PointerFault;
  /** The pointer that a private prefix made of it. */
  readonly expanded: string | undefined;
}

/**
 * The pointers of a file that lead nowhere. Those that have one and the same fault, which is not theirs (a folder that is
 * not there, a prefix that is not defined), are one, at the first of them.
 */
export function faultyUses(outcomes: readonly Outcome[]): FaultyUse[] {
  const joined: FaultyUse[] = [];
  const places = new Map<string, number>();
  for (const { use, target } of outcomes) {
    if (target.kind !== 'fault') continue;
    const key = sharedFault(use, target.fault);
    const place = key === undefined ? undefined : places.get(key);
    const first = place === undefined ? undefined : joined[place];
    if (place !== undefined && first !== undefined) {
      joined[place] = { ...first, use: { ...first.use, alike: first.use.alike + use.count } };
      continue;
    }
    if (key !== undefined) places.set(key, joined.length);
    joined.push({ use, fault: target.fault, expanded: target.expanded });
  }
  return joined;
}

/** What a fault has in common with others; undefined for one that stands alone. */
function sharedFault({ pointer: { element, attribute } }: Use, fault: PointerFault): string | undefined {
  switch (fault.reason) {
    case 'folder-missing':
      return `${fault.reason} ${element} ${attribute} ${fault.path}`;
    case 'prefix-undefined':
    case 'prefix-pattern':
      return `${fault.reason} ${fault.prefix}`;
    case 'prefix-loop':
      return `${fault.reason} ${fault.prefixes.join(' ')}`;
    default:
      return undefined;
  }
}
