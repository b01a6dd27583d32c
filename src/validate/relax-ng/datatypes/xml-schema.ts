import { base64Binary, hexBinary } from './binary.js';
import { calendarTypes } from './calendar.js';
import type { DatatypeResult, Parameter } from './datatype.js';
import { duration } from './duration.js';
import { restrict } from './facets.js';
import { entity, id, idref, listOf, name, ncName, nmtoken, qName } from './names.js';
import { decimal, floatingPoint, integer } from './numbers.js';
import { boolean, language, normalizedString, string, token } from './strings.js';
import { anyUri } from './uri.js';
import type { ValueSpace } from './value-space.js';

type Type = (parameters: readonly Parameter[]) => DatatypeResult;

const typeOf = <V>(typeName: string, space: ValueSpace<V>): [string, Type] => [
  typeName,
  (parameters) => restrict(typeName, space, parameters),
];

/** The types of XML Schema Datatypes (second edition), by name; the numbers of sections are its. */
const types: ReadonlyMap<string, Type> = new Map([
  typeOf('string', string),
  typeOf('normalizedString', normalizedString),
  typeOf('token', token),
  typeOf('language', language),
  typeOf('boolean', boolean),
  typeOf('Name', name),
  typeOf('NCName', ncName),
  typeOf('NMTOKEN', nmtoken),
  typeOf('NMTOKENS', listOf(nmtoken)),
  typeOf('ID', id),
  typeOf('IDREF', idref),
  typeOf('IDREFS', listOf(idref)),
  typeOf('ENTITY', entity),
  typeOf('ENTITIES', listOf(entity)),
  typeOf('QName', qName),
  typeOf('NOTATION', qName),
  typeOf('anyURI', anyUri),
  typeOf('hexBinary', hexBinary),
  typeOf('base64Binary', base64Binary),
  typeOf('float', floatingPoint(Math.fround)),
  typeOf(
    'double',
    floatingPoint((value) => value),
  ),
  typeOf('decimal', decimal),
  typeOf('integer', integer()),
  typeOf('nonPositiveInteger', integer(undefined, '0')),
  typeOf('negativeInteger', integer(undefined, '-1')),
  typeOf('long', integer('-9223372036854775808', '9223372036854775807')),
  typeOf('int', integer('-2147483648', '2147483647')),
  typeOf('short', integer('-32768', '32767')),
  typeOf('byte', integer('-128', '127')),
  typeOf('nonNegativeInteger', integer('0')),
  typeOf('unsignedLong', integer('0', '18446744073709551615')),
  typeOf('unsignedInt', integer('0', '4294967295')),
  typeOf('unsignedShort', integer('0', '65535')),
  typeOf('unsignedByte', integer('0', '255')),
  typeOf('positiveInteger', integer('1')),
  typeOf('duration', duration),
  ...calendarTypes.map(([typeName, space]) => typeOf(typeName, space)),
]);

/** A type of XML Schema Datatypes with its facets, or what is wrong with the name or a facet. */
export function xmlSchemaType(typeName: string, parameters: readonly Parameter[]): DatatypeResult {
  const type = types.get(typeName);
  return type === undefined ? { fault: `"${typeName}" is no type of XML Schema Datatypes` } : type(parameters);
}
