import { datatypeOf, type NamespaceContext } from '../datatypes/datatype.js';
import type { DatatypeUse, ElementPattern, Pattern } from '../patterns/pattern.js';
import type { PatternTable } from '../patterns/pattern-table.js';
import { loadReferenced, readScope, type GrammarScope, type ReadSchema } from './grammar-scope.js';
import { readNameClass } from './name-class-reader.js';
import { SchemaError } from './schema-fault.js';
import type { SchemaElement } from './schema-tree.js';

/** Where a pattern stands: the definitions that its references see, and the files on the way to it. */
interface Place {
  readonly scope?: GrammarScope;
  readonly trail: readonly string[];
}

const START = ' start';

/**
 * Turns the elements of a schema into patterns: sections 4.6 to 4.21 of the specification in one walk. A definition is
 * built once, and stands in place of every reference to it; the contents of elements are built after what holds the
 * elements, so that they may contain each other.
 */
export class PatternBuilder {
  /** The element of the schema that each element pattern was made of, for messages. */
  readonly origins = new Map<ElementPattern, SchemaElement>();
  readonly #built = new Map<GrammarScope, Map<string, Pattern | 'building'>>();
  readonly #elements = new Map<SchemaElement, ElementPattern>();
  readonly #waiting: (() => void)[] = [];
  /** Builds definitions to which nothing may refer. These are gone when circles are looked for (4.19). */
  readonly #unused: (() => void)[] = [];
  #isUnused = false;

  constructor(
    private readonly table: PatternTable,
    private readonly read: ReadSchema,
  ) {}

  /**
   * Builds a whole schema, definitions that nothing refers to included: their faults count too.
   *
   * @returns the pattern of a document.
   * @throws SchemaError
   */
  build(root: SchemaElement): Pattern {
    const start = this.#pattern(root, { trail: [root.path] });
    this.#buildContents();
    this.#isUnused = true;
    for (let next = this.#unused.pop(); next !== undefined; next = this.#unused.pop()) {
      next();
      this.#buildContents();
    }
    return start;
  }

  #buildContents(): void {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) next();
  }

  #pattern(element: SchemaElement, place: Place): Pattern {
    const { table } = this;
    switch (element.name) {
      case 'element':
        return this.#element(element, place);
      case 'attribute': {
        const { nameClass, patterns } = readNameClass(element);
        return table.attribute(nameClass, patterns.length === 0 ? table.text : this.#group(patterns, place));
      }
      case 'group':
        return this.#group(element.children, place);
      case 'interleave':
        return table.interleave(...this.#patterns(element, place));
      case 'choice':
        return table.choice(...this.#patterns(element, place));
      case 'optional':
        return table.optional(this.#group(element.children, place));
      case 'zeroOrMore':
        return table.optional(table.oneOrMore(this.#group(element.children, place)));
      case 'oneOrMore':
        return table.oneOrMore(this.#group(element.children, place));
      case 'list':
        return table.list(this.#group(element.children, place));
      case 'mixed':
        return table.interleave(this.#group(element.children, place), table.text);
      case 'empty':
        return table.empty;
      case 'text':
        return table.text;
      case 'notAllowed':
        return table.notAllowed;
      case 'value':
        return this.#value(element);
      case 'data':
        return this.#data(element, place);
      case 'ref':
        return this.#reference(element, place, place.scope);
      case 'parentRef':
        return this.#reference(element, place, place.scope?.parent);
      case 'externalRef': {
        const { root, trail } = loadReferenced(element, place.trail, this.read);
        return this.#pattern(root, { ...place, trail });
      }
      case 'grammar':
        return this.#grammar(element, place);
      default:
        throw new Error(`The syntax check let <${element.name}> pass.`);
    }
  }

  #patterns(element: SchemaElement, place: Place): Pattern[] {
    return element.children.map((child) => this.#pattern(child, place));
  }

  #group(elements: readonly SchemaElement[], place: Place): Pattern {
    return this.table.sequence(elements.map((element) => this.#pattern(element, place)));
  }

  #element(element: SchemaElement, place: Place): ElementPattern {
    const known = this.#elements.get(element);
    if (known !== undefined) return known;
    const { nameClass, patterns } = readNameClass(element);
    const pattern = this.table.element(nameClass);
    this.#elements.set(element, pattern);
    this.origins.set(pattern, element);
    this.#waiting.push(() => {
      const content = this.#group(patterns, place);
      this.table.setContent(pattern, () => content);
    });
    return pattern;
  }

  #grammar(element: SchemaElement, place: Place): Pattern {
    const scope = readScope(element, place.trail, this.read, place.scope);
    if (scope.start.length === 0) fail(element, '<grammar> has no <start>');
    const start = this.#definition(START, scope.start, scope, place.trail);
    this.#unused.push(() => {
      for (const [name, elements] of scope.definitions) this.#definition(name, elements, scope, place.trail);
    });
    return start;
  }

  #reference(element: SchemaElement, place: Place, scope: GrammarScope | undefined): Pattern {
    const name = element.attributes.get('name') ?? '';
    const elements = scope?.definitions.get(name);
    if (scope === undefined || elements === undefined) {
      return fail(element, `"${name}" is not defined in ${element.name === 'ref' ? 'this' : 'the outer'} grammar`);
    }
    if (this.#built.get(scope)?.get(name) === 'building') {
      if (this.#isUnused) return this.table.notAllowed;
      return fail(element, `the definition of "${name}" refers to itself without an element between`);
    }
    return this.#definition(name, elements, scope, place.trail);
  }

  /** The pattern of all definitions of one name, combined (4.17). */
  #definition(
    name: string,
    elements: readonly SchemaElement[],
    scope: GrammarScope,
    trail: readonly string[],
  ): Pattern {
    const built = this.#built.get(scope) ?? new Map<string, Pattern | 'building'>();
    this.#built.set(scope, built);
    const known = built.get(name);
    if (known !== undefined && known !== 'building') return known;
    built.set(name, 'building');
    const combine = combinationOf(elements);
    const parts = elements.map((element) => this.#group(element.children, { scope, trail }));
    const pattern = combine === 'interleave' ? this.table.interleave(...parts) : this.table.choice(...parts);
    built.set(name, pattern);
    return pattern;
  }

  #value(element: SchemaElement): Pattern {
    const datatype = this.#datatype(element, element.attributes.get('type'), []);
    const key = datatype.type().keyOf(element.text, contextOf(element));
    if (key === undefined) return fail(element, `"${element.text}" is no value of the datatype ${datatype.name}`);
    return this.table.value(datatype, element.text, key);
  }

  #data(element: SchemaElement, place: Place): Pattern {
    const parameters = element.children
      .filter(({ name }) => name === 'param')
      .map((child) => ({ name: child.attributes.get('name') ?? '', value: child.text }));
    const datatype = this.#datatype(element, element.attributes.get('type'), parameters);
    const except = element.children.find(({ name }) => name === 'except');
    if (except === undefined) return this.table.data(datatype);
    return this.table.data(datatype, this.table.choice(...this.#patterns(except, place)));
  }

  /** A datatype; a `value` without type is a token of the built-in library (4.4). */
  #datatype(
    element: SchemaElement,
    type: string | undefined,
    parameters: readonly { name: string; value: string }[],
  ): DatatypeUse {
    const library = type === undefined ? '' : element.datatypeLibrary;
    const name = type ?? 'token';
    const result = datatypeOf(library, name, parameters);
    if ('fault' in result) return fail(element, result.fault);
    return this.table.datatype(library, name, parameters);
  }
}

/** How the definitions of one name are combined: at most one may not say it, and the others have to agree (4.17). */
function combinationOf(elements: readonly SchemaElement[]): string | undefined {
  const said = elements.map((element) => element.attributes.get('combine'));
  const [combine] = said.filter((each) => each !== undefined);
  const silent = elements.filter((_, index) => said[index] === undefined);
  const second = silent[1];
  if (second !== undefined)
    fail(second, 'this is defined twice without saying how to combine (combine="choice" or "interleave")');
  const other = elements.find((_, index) => said[index] !== undefined && said[index] !== combine);
  if (other !== undefined) fail(other, 'the definitions of this name are combined in two different ways');
  return combine;
}

function contextOf(element: SchemaElement): NamespaceContext {
  return { resolve: (prefix) => (prefix === '' ? element.ns : element.namespaces.get(prefix)) };
}

function fail(element: SchemaElement, message: string): never {
  throw new SchemaError({ path: element.path, offset: element.offset, message });
}
