import { resolveAddress } from './schema-address.js';
import { SchemaError } from './schema-fault.js';
import { checkSyntax } from './schema-syntax.js';
import { readSchemaTree, type SchemaElement } from './schema-tree.js';

/** Gives the text of a schema file, or undefined where it cannot be read. */
export type ReadSchema = (path: string) => string | undefined;

/** The definitions of one `grammar`, its includes resolved (4.7) and `div`s dissolved (4.11). */
export interface GrammarScope {
  readonly parent?: GrammarScope;
  /** The `start` elements. */
  readonly start: readonly SchemaElement[];
  /** The `define` elements by name. */
  readonly definitions: ReadonlyMap<string, readonly SchemaElement[]>;
}

/** Files that are being read, the outermost first: one that names itself again would have no end. */
type Trail = readonly string[];

/** A schema file's root, read for a reference to it, and the files on the way to it. */
export interface LoadedSchema {
  readonly root: SchemaElement;
  readonly trail: Trail;
}

/** Loads the file that an `externalRef` or `include` names (4.5, 4.6). */
export function loadReferenced(reference: SchemaElement, trail: Trail, read: ReadSchema): LoadedSchema {
  const href = reference.attributes.get('href') ?? '';
  if (href.includes('#')) fail(reference, `the address "${href}" has a fragment, which no schema may have`);
  const path = resolveAddress(reference.base, href);
  if (path === undefined) return fail(reference, `"${href}" is on the network, and nothing is fetched`);
  if (trail.includes(path))
    return fail(reference, `the files name each other in a circle: ${[...trail, path].join(' → ')}`);
  const text = read(path);
  if (text === undefined) return fail(reference, `the schema file "${path}" cannot be read`);
  const root = readSchemaTree(path, text, reference.ns);
  checkSyntax(root);
  return { root, trail: [...trail, path] };
}

/** Gathers the definitions of a `grammar` element. */
export function readScope(grammar: SchemaElement, trail: Trail, read: ReadSchema, parent?: GrammarScope): GrammarScope {
  const start: SchemaElement[] = [];
  const definitions = new Map<string, SchemaElement[]>();
  for (const part of partsOf(grammar, trail, read)) {
    if (part.name === 'start') start.push(part);
    else {
      const name = nameOf(part);
      const known = definitions.get(name);
      if (known === undefined) definitions.set(name, [part]);
      else known.push(part);
    }
  }
  return { start, definitions, ...(parent === undefined ? {} : { parent }) };
}

/** The `start` and `define` elements of a grammar, an included one, or a div, in order. */
function partsOf(container: SchemaElement, trail: Trail, read: ReadSchema): SchemaElement[] {
  return container.children.flatMap((child) => {
    if (child.name === 'div') return partsOf(child, trail, read);
    return child.name === 'include' ? included(child, trail, read) : [child];
  });
}

/** What an include brings: the included definitions, but for those that the include itself replaces. */
function included(include: SchemaElement, trail: Trail, read: ReadSchema): SchemaElement[] {
  const loaded = loadReferenced(include, trail, read);
  if (loaded.root.name !== 'grammar') fail(include, `the included file "${loaded.root.path}" is no <grammar>`);
  const own = partsOf(include, trail, read);
  const brought = partsOf(loaded.root, loaded.trail, read);
  for (const part of own) {
    if (!brought.some((other) => isSame(part, other))) {
      const what = part.name === 'start' ? '<start>' : `definition of "${nameOf(part)}"`;
      fail(part, `the included file has no ${what} that could be replaced`);
    }
  }
  return [...brought.filter((part) => !own.some((other) => isSame(part, other))), ...own];
}

function isSame(a: SchemaElement, b: SchemaElement): boolean {
  return a.name === b.name && (a.name === 'start' || nameOf(a) === nameOf(b));
}

function nameOf(define: SchemaElement): string {
  return define.attributes.get('name') ?? '';
}

function fail(element: SchemaElement, message: string): never {
  throw new SchemaError({ path: element.path, offset: element.offset, message });
}
