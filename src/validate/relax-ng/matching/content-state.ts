import type { XmlName } from '../fault.js';
import type { Pattern } from '../patterns/pattern.js';

/**
 * What an open element may still hold. There is one pattern for each way to read the element; nearly always one. A way
 * that has died is `notAllowed` and keeps its place, since {@link Entry.after} counts by it.
 */
export interface ContentState {
  readonly patterns: readonly Pattern[];
  /** Whether text is matched by its value here. */
  readonly hasValues: boolean;
  /** Whether the element may end here, values aside. */
  readonly isComplete: boolean;
}

/** The beginning of a child element. */
export interface Entry {
  /** The child, before its attributes. */
  readonly child: ContentState;
  /** For each way to read the child, what the parent may still hold after it. */
  readonly after: readonly ContentState[];
}

/** What an attribute's value is checked against, and where each outcome leads. */
export interface AttributeStep {
  readonly values: readonly Pattern[];
  /** The state after the attribute, by which of the values match; undefined where none helps. */
  next(matches: readonly boolean[]): ContentState | undefined;
}

/** The steps from a state that were taken before; one that leads nowhere is remembered too. */
export interface Memory {
  readonly entries: Map<XmlName, Entry | undefined>;
  readonly attributes: Map<XmlName, AttributeStep | undefined>;
  /** After the last attribute. */
  readonly begun: Step;
  /** After a text whose value does not matter. */
  readonly afterText: Step;
}

/** One step, taken once. */
export class Step {
  #target: ContentState | undefined;
  #isTaken = false;

  take(work: () => ContentState | undefined): ContentState | undefined {
    if (!this.#isTaken) {
      this.#target = work();
      this.#isTaken = true;
    }
    return this.#target;
  }
}
