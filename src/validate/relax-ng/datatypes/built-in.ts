import type { Datatype, DatatypeResult, Parameter } from './datatype.js';
import { collapse } from './white-space.js';
import { xmlSchemaType } from './xml-schema.js';

const typeOf = (name: string, keyOf: (value: string) => string): Datatype => ({
  name,
  idType: 'none',
  needsContext: false,
  allows: () => true,
  keyOf,
});

const types: ReadonlyMap<string, Datatype> = new Map([
  ['string', typeOf('string', (value) => value)],
  ['token', typeOf('token', collapse)],
]);

/** A type of RELAX NG's own library (section 6.2.9): any text, compared as it stands or with its white space collapsed. */
export function builtInType(name: string, parameters: readonly Parameter[]): DatatypeResult {
  const datatype = types.get(name);
  if (datatype === undefined) {
    return {
      fault: `"${name}" is no type of RELAX NG itself, which has string and token (is datatypeLibrary missing?)`,
    };
  }
  return parameters.length === 0 ? { datatype } : { fault: `the type ${name} of RELAX NG itself takes no parameters` };
}

/** A type of the DTD compatibility's library: ID, IDREF or IDREFS, as XML Schema has them. */
export function compatibilityType(name: string, parameters: readonly Parameter[]): DatatypeResult {
  if (!['ID', 'IDREF', 'IDREFS'].includes(name)) {
    return { fault: `"${name}" is no type of the DTD compatibility, which has ID, IDREF and IDREFS` };
  }
  return parameters.length === 0
    ? xmlSchemaType(name, parameters)
    : { fault: `the type ${name} of the DTD compatibility takes no parameters` };
}
