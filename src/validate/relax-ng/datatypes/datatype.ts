import { XML_SCHEMA_DATATYPES } from '../../../xml/namespaces.js';
import { builtInType, compatibilityType } from './built-in.js';
import { xmlSchemaType } from './xml-schema.js';

/** The namespaces in scope where a value stands. */
export interface NamespaceContext {
  /** The namespace URI of a prefix (the empty prefix is the default namespace), or undefined. */
  resolve(prefix: string): string | undefined;
}

/** A `param` element of a schema: a facet and its value, as written. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** What an attribute or element of the type means to the DTD compatibility's soundness of IDs. */
export type IdType = 'none' | 'id' | 'idref' | 'idrefs';

/** A datatype with its facets, compiled once and asked often. Values are given as they stand, white space included. */
export interface Datatype {
  readonly name: string;
  readonly idType: IdType;
  /** QName and NOTATION need the namespaces in scope; all others ignore the context. */
  readonly needsContext: boolean;
  /** Whether the text is a value of the type. */
  allows(value: string, context: NamespaceContext): boolean;
  /**
   * The key of a value in the value space: two texts are equal as RELAX NG's `value` compares them if and only if their
   * keys are equal strings. Undefined where the text is no value of the type.
   */
  keyOf(value: string, context: NamespaceContext): string | undefined;
}

/** A datatype, or what is wrong with its name or a facet, in one phrase that can follow a colon. */
export type DatatypeResult = { readonly datatype: Datatype } | { readonly fault: string };

type Library = (name: string, parameters: readonly Parameter[]) => DatatypeResult;

const libraries: ReadonlyMap<string, Library> = new Map([
  ['', builtInType],
  [XML_SCHEMA_DATATYPES, xmlSchemaType],
  ['http://relaxng.org/ns/compatibility/datatypes/1.0', compatibilityType],
]);

/**
 * The datatype that a `data` or `value` element of a schema names.
 *
 * Libraries: the built-in one (RELAX NG specification, section 6.2.9, the empty URI), XML Schema Datatypes (after the
 * "Guidelines for using W3C XML Schema Datatypes with RELAX NG") and the DTD compatibility's ID, IDREF and IDREFS.
 *
 * @param library the value of `datatypeLibrary` in force, a URI
 * @param parameters the `param` children, in order: several patterns must all match
 */
export function datatypeOf(library: string, name: string, parameters: readonly Parameter[]): DatatypeResult {
  const typeIn = libraries.get(library);
  return typeIn === undefined ? { fault: `the datatype library "${library}" is not known` } : typeIn(name, parameters);
}
