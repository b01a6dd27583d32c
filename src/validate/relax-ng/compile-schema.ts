import type { Grammar, IdAttribute } from './grammar.js';
import { readIdAttributes } from './id-attributes.js';
import { PatternTable } from './patterns/pattern-table.js';
import type { ElementPattern } from './patterns/pattern.js';
import type { ReadSchema } from './schema/grammar-scope.js';
import { PatternBuilder } from './schema/pattern-builder.js';
import { checkRestrictions } from './schema/restrictions.js';
import { SchemaError, type SchemaFault } from './schema/schema-fault.js';
import { checkSyntax } from './schema/schema-syntax.js';
import { readSchemaTree } from './schema/schema-tree.js';

/** A grammar, with what is doubtful about it, or what is wrong with the schema. */
export type CompiledSchema =
  | {
      readonly grammar: Grammar;
      /** Why the grammar's IDs are not checked, where they are not sound; the documents' structure is. */
      readonly idFault?: SchemaFault;
    }
  | { readonly fault: SchemaFault };

/**
 * Reads a RELAX NG schema in the XML syntax, as the specification says (OASIS, 3 December 2001), and checks it.
 *
 * @param path of the schema; the addresses in it are relative to it.
 * @param read gives the files that it includes.
 */
export function compileSchema(path: string, text: string, read: ReadSchema): CompiledSchema {
  const table = new PatternTable();
  const builder = new PatternBuilder(table, read);
  const placeOf = (element: ElementPattern | undefined): { path: string; offset: number } => {
    const origin = element === undefined ? undefined : builder.origins.get(element);
    return { path: origin?.path ?? path, offset: origin?.offset ?? 0 };
  };
  const fail = (message: string, element?: ElementPattern): never => {
    throw new SchemaError({ ...placeOf(element), message });
  };
  try {
    const root = readSchemaTree(path, text);
    checkSyntax(root);
    const start = builder.build(root);
    const elements = checkRestrictions(start, fail);
    const ids = attempt(() => readIdAttributes(elements, fail));
    if ('fault' in ids) return { grammar: { table, start, elements, idAttributes: [] }, idFault: ids.fault };
    return { grammar: { table, start, elements, idAttributes: ids.idAttributes } };
  } catch (error) {
    if (error instanceof SchemaError) return { fault: error.fault };
    throw error;
  }
}

function attempt(read: () => IdAttribute[]): { idAttributes: IdAttribute[] } | { fault: SchemaFault } {
  try {
    return { idAttributes: read() };
  } catch (error) {
    if (error instanceof SchemaError) return { fault: error.fault };
    throw error;
  }
}
