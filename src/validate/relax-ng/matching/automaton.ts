import type { NamespaceContext } from '../datatypes/datatype.js';
import type { XmlName } from '../fault.js';
import { NameTable, type Grammar } from '../grammar.js';
import { hasWildcard, listedNames, mentions } from '../patterns/name-class.js';
import type { Pattern } from '../patterns/pattern.js';
import { Step, type AttributeStep, type ContentState, type Entry, type Memory } from './content-state.js';
import { Derivatives, type AttributeMatch, type Opening } from './derivatives.js';
import { IdTypes } from './id-types.js';
import { ValueMemory } from './value-memory.js';

type State = ContentState & { readonly memory: Memory };

/**
 * The automaton of a grammar, built as documents ask for it: every step is worked out once, by derivatives, and
 * remembered with its state. A step costs one look-up after that, however large the content model.
 *
 * States do not know what surrounds their element: what the parents hold stands on the validator's stack, so that the
 * same element has the same states everywhere.
 */
export class Automaton {
  readonly names = new NameTable();
  readonly derivatives: Derivatives;
  readonly idTypes: IdTypes;
  readonly #states = new Map<string, State>();
  readonly #values: ValueMemory;
  #namespaces: ReadonlySet<string> | undefined;
  readonly #anywhere = new Map<XmlName, readonly Pattern[]>();

  constructor(readonly grammar: Grammar) {
    this.derivatives = new Derivatives(grammar.table);
    this.idTypes = new IdTypes(grammar);
    this.#values = new ValueMemory(this.derivatives);
  }

  /** The state of a document before its root. */
  start(): ContentState {
    return this.state([this.grammar.start]);
  }

  state(patterns: readonly Pattern[]): ContentState {
    const key = patterns.map(({ id }) => id).join(',');
    let state = this.#states.get(key);
    if (state === undefined) {
      state = {
        patterns,
        hasValues: patterns.some((pattern) => pattern.hasValues),
        isComplete: patterns.some(({ nullable }) => nullable),
        memory: { entries: new Map(), attributes: new Map(), begun: new Step(), afterText: new Step() },
      };
      this.#states.set(key, state);
    }
    return state;
  }

  /** The step into a child element, or undefined where none of that name may begin. */
  enter(state: ContentState, name: XmlName): Entry | undefined {
    const { entries } = memoryOf(state);
    const known = entries.get(name);
    if (known !== undefined || entries.has(name)) return known;
    const entry = this.#entry(state.patterns.map((pattern) => this.derivatives.openings(pattern, name)));
    entries.set(name, entry);
    return entry;
  }

  /** As {@link enter}, passing over what has to come before. */
  enterSkipping(state: ContentState, name: XmlName): Entry | undefined {
    return this.#entry(state.patterns.map((pattern) => this.derivatives.openings(pattern, name, true)));
  }

  /** A child that should not be here: it is read as any element of its name is, and its parent stays as it was. */
  enterAnywhere(state: ContentState, name: XmlName): Entry | undefined {
    const contents = this.contentsOf(name);
    if (contents.length === 0) return undefined;
    return { child: this.state(contents), after: contents.map(() => state) };
  }

  /** What the elements of a name hold, wherever they stand; none where the grammar has no such element. */
  contentsOf(name: XmlName): readonly Pattern[] {
    let contents = this.#anywhere.get(name);
    if (contents === undefined) {
      const { elements, table } = this.grammar;
      const found = elements.filter((element) => this.derivatives.openings(element, name).length > 0);
      const listed = found.filter((element) => !hasWildcard(element.nameClass));
      contents = [...new Set((listed.length > 0 ? listed : found).map(({ content }) => content))].filter(
        (content) => content !== table.notAllowed,
      );
      this.#anywhere.set(name, contents);
    }
    return contents;
  }

  /** Whether the grammar speaks of an element: by its name or its namespace, not only by a wildcard for all names. */
  mentions(name: XmlName): boolean {
    return this.grammar.elements.some(({ nameClass }) => mentions(nameClass, name));
  }

  /** Whether the grammar names an element of a namespace. */
  knowsNamespace(namespace: string): boolean {
    this.#namespaces ??= new Set(
      this.grammar.elements.flatMap(({ nameClass }) => listedNames(nameClass).map((name) => name.namespace)),
    );
    return this.#namespaces.has(namespace);
  }

  /** The state after a child: all ways to read it that are complete, or, after a fault, all. */
  leave(child: ContentState, after: readonly ContentState[]): ContentState {
    const [only] = after;
    if (only !== undefined && after.length === 1) return only;
    const complete = after.filter((_, index) => child.patterns[index]?.nullable === true);
    const chosen = complete.length > 0 ? complete : after;
    const [first = only, ...others] = chosen;
    if (first === undefined) throw new Error('An element was entered that cannot be left.');
    if (others.length === 0) return first;
    return this.state(
      first.patterns.map((pattern, way) =>
        this.grammar.table.choice(pattern, ...others.flatMap(({ patterns }) => patterns[way] ?? [])),
      ),
    );
  }

  /** The step over an attribute, or undefined where none of that name may stand. */
  attribute(state: ContentState, name: XmlName): AttributeStep | undefined {
    const { attributes } = memoryOf(state);
    const known = attributes.get(name);
    if (known !== undefined || attributes.has(name)) return known;
    const step = this.#attributeStep(state.patterns.map((pattern) => this.derivatives.attributes(pattern, name)));
    attributes.set(name, step);
    return step;
  }

  /** The state after the last attribute, or undefined where one is missing. */
  begin(state: ContentState): ContentState | undefined {
    return memoryOf(state).begun.take(() => this.#live(this.#withoutAttributes(state, this.grammar.table.notAllowed)));
  }

  /** The state after the last attribute, as if none were missing. */
  beginForgiving(state: ContentState): ContentState {
    return this.state(this.#withoutAttributes(state, this.grammar.table.empty));
  }

  /** The state after a text that is not blank, or undefined where none may stand. */
  text(state: ContentState, text: string, context: NamespaceContext): ContentState | undefined {
    const after = (): ContentState | undefined =>
      this.#live(state.patterns.map((pattern) => this.derivatives.text(pattern, text, context)));
    return state.hasValues ? after() : memoryOf(state).afterText.take(after);
  }

  /** The state of an element without children after its whole text, or undefined where that is not what it holds. */
  wholeText(state: ContentState, text: string, context: NamespaceContext): ContentState | undefined {
    const { empty, notAllowed } = this.grammar.table;
    return this.#live(
      state.patterns.map((pattern) => (this.derivatives.matchesValue(pattern, text, context) ? empty : notAllowed)),
    );
  }

  /** Whether an attribute's value matches a pattern. */
  matchesValue(pattern: Pattern, value: string, context: NamespaceContext): boolean {
    return this.#values.matches(pattern, value, context);
  }

  #withoutAttributes(state: ContentState, missing: Pattern): Pattern[] {
    return state.patterns.map((pattern) => this.derivatives.withoutAttributes(pattern, missing));
  }

  #live(patterns: readonly Pattern[]): ContentState | undefined {
    return patterns.some(({ kind }) => kind !== 'notAllowed') ? this.state(patterns) : undefined;
  }

  /** @param openings for each way to read the parent. */
  #entry(openings: readonly (readonly Opening[])[]): Entry | undefined {
    const { table } = this.grammar;
    const rests = new Map<Pattern, Pattern[]>();
    openings.forEach((ways, parent) => {
      for (const { element, rest } of ways) {
        let after = rests.get(element.content);
        if (after === undefined) rests.set(element.content, (after = openings.map(() => table.notAllowed)));
        after[parent] = table.choice(after[parent] ?? table.notAllowed, rest);
      }
    });
    if (rests.size === 0) return undefined;
    return {
      child: this.state([...rests.keys()]),
      after: [...rests.values()].map((patterns) => this.state(patterns)),
    };
  }

  #attributeStep(matches: readonly (readonly AttributeMatch[])[]): AttributeStep | undefined {
    const { table } = this.grammar;
    const values = [...new Set(matches.flat().map(({ value }) => value))];
    if (values.length === 0) return undefined;
    const states = new Map<string, ContentState | undefined>();
    return {
      values,
      next: (outcome) => {
        const key = outcome.map(Number).join('');
        const known = states.get(key);
        if (known !== undefined || states.has(key)) return known;
        const state = this.#live(
          matches.map((ways) =>
            table.choice(...ways.filter(({ value }) => outcome[values.indexOf(value)]).map(({ rest }) => rest)),
          ),
        );
        states.set(key, state);
        return state;
      },
    };
  }
}

function memoryOf(state: ContentState): Memory {
  return (state as State).memory;
}
