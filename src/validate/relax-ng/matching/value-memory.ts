import type { NamespaceContext } from '../datatypes/datatype.js';
import { partsOf, type Pattern } from '../patterns/pattern.js';
import type { Derivatives } from './derivatives.js';

/** Longest value whose outcome is remembered, and how many outcomes a pattern remembers. */
const REMEMBERED_LENGTH = 64;
const REMEMBERED_VALUES = 2_000;

/** Which values match which patterns: the same few values (`type="letter"`) come again and again. */
export class ValueMemory {
  readonly #outcomes = new Map<Pattern, Map<string, boolean> | 'contextual'>();

  constructor(private readonly derivatives: Derivatives) {}

  matches(pattern: Pattern, value: string, context: NamespaceContext): boolean {
    if (pattern.kind === 'text') return true;
    let outcomes = this.#outcomes.get(pattern);
    if (outcomes === undefined) {
      outcomes = needsContext(pattern) ? 'contextual' : new Map<string, boolean>();
      this.#outcomes.set(pattern, outcomes);
    }
    if (outcomes === 'contextual' || value.length > REMEMBERED_LENGTH) {
      return this.derivatives.matchesValue(pattern, value, context);
    }
    const known = outcomes.get(value);
    if (known !== undefined) return known;
    const outcome = this.derivatives.matchesValue(pattern, value, context);
    if (outcomes.size < REMEMBERED_VALUES) outcomes.set(value, outcome);
    return outcome;
  }
}

/** Whether the outcome depends on the namespaces in scope, as a QName's does. */
function needsContext(pattern: Pattern): boolean {
  const isContextual = (pattern.kind === 'data' || pattern.kind === 'value') && pattern.datatype.type().needsContext;
  return isContextual || partsOf(pattern).some(needsContext);
}
