import { describe, expect, it } from 'vitest';
import {
  type Datatype,
  datatypeOf,
  type NamespaceContext,
  type Parameter,
} from '../../../../src/validate/relax-ng/datatypes/datatype.js';
import { askJing, askJingOfPatterns, dataElement, escapeXml, skippedBecause, skipsJing } from './jing.js';
import { lexicons } from './lexicons.js';
import { facetCases, typeCases } from './type-cases.js';

const library = 'http://www.w3.org/2001/XMLSchema-datatypes';
const builtInTypes = (
  'string normalizedString token language Name NCName NMTOKEN NMTOKENS ID IDREF IDREFS ENTITY ENTITIES QName NOTATION ' +
  'boolean decimal integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong ' +
  'unsignedInt unsignedShort unsignedByte positiveInteger float double duration dateTime time date gYearMonth gYear ' +
  'gMonthDay gDay gMonth hexBinary base64Binary anyURI'
).split(' ');
const prefixes: ReadonlyMap<string, string> = new Map([
  ['a', 'urn:a'],
  ['b', 'urn:a'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);
const context: NamespaceContext = { resolve: (prefix) => prefixes.get(prefix) };

function typeOf(name: string, parameters: readonly Parameter[] = []): Datatype {
  const result = datatypeOf(library, name, parameters);
  if ('fault' in result) throw new Error(result.fault);
  return result.datatype;
}

/**
 * jing writes classes that leave out several things, such as TEI's [^\\p{C}\\p{Z}], in a way that Java before version 9 read
 * otherwise than Java does now: it now takes controls, formats and private characters for words. libxml2 does not.
 */
function isJingsFault(parameters: readonly Parameter[], text: string): boolean {
  return parameters.some(({ value }) => value === '[^\\p{C}\\p{Z}]+') && /\p{C}/u.test(text);
}

describe('datatypes of XML Schema, beside jing', () => {
  it.skipIf(skipsJing)(`allow and refuse the same texts, with and without facets${skippedBecause}`, () => {
    const cases = typeCases(40, 1).filter(
      ({ type, parameters }) => 'datatype' in datatypeOf(library, type, parameters),
    );
    const verdicts = askJing(
      cases.map(({ type, parameters, texts }) => ({ pattern: dataElement(type, parameters), texts })),
    );
    const differences: unknown[] = [];
    let allowed = 0;
    let count = 0;
    cases.forEach(({ type, parameters, texts }, index) => {
      const datatype = typeOf(type, parameters);
      texts.forEach((text, at) => {
        const ours = datatype.allows(text, context);
        if (isJingsFault(parameters, text)) return;
        count++;
        if (ours) allowed++;
        if (ours !== verdicts[index]?.[at]) differences.push({ type, parameters, text, ours });
      });
    });
    expect(differences).toEqual([]);
    // A comparison of texts that are nearly all wrong, or all right, would prove little.
    expect(count).toBeGreaterThan(10_000);
    expect(allowed / count).toBeGreaterThan(0.2);
    expect(allowed / count).toBeLessThan(0.8);
  });
  it.skipIf(skipsJing)(`have the same faults${skippedBecause}`, () => {
    const cases = [...typeCases(0, 1), ...facetCases];
    const verdicts = askJingOfPatterns(cases.map(({ type, parameters }) => dataElement(type, parameters)));
    const results = cases.map(({ type, parameters }) => datatypeOf(library, type, parameters));
    const differences = cases.flatMap(({ type, parameters }, index) => {
      const result = results[index];
      const isTaken = result !== undefined && 'datatype' in result;
      return isTaken === verdicts[index] ? [] : [{ type, parameters, result }];
    });
    expect(differences).toEqual([]);
    expect(results.filter((result) => 'fault' in result).length).toBeGreaterThan(40);
  });

  it.skipIf(skipsJing)(`find the same texts equal${skippedBecause}`, () => {
    const pairs = lexicons.flatMap(({ types, texts }) =>
      types.flatMap((type) => {
        const values = texts.filter((text) => typeOf(type).allows(text, context)).slice(0, 25);
        return values.map((value) => ({ type, value, texts: values }));
      }),
    );
    const verdicts = askJing(
      pairs.map(({ type, value, texts }) => ({ pattern: `<value type="${type}">${escapeXml(value)}</value>`, texts })),
    );
    const differences = pairs.flatMap(({ type, value, texts }, index) => {
      const datatype = typeOf(type);
      return texts.flatMap((text, at) => {
        const ours = datatype.keyOf(text, context) === datatype.keyOf(value, context);
        return ours === verdicts[index]?.[at] ? [] : [{ type, value, text, ours }];
      });
    });
    expect(differences).toEqual([]);
  });

  it.skipIf(skipsJing)(`take the same characters for names${skippedBecause}`, () => {
    const characters = Array.from({ length: 0xfffe - 0x21 }, (_, index) => 0x21 + index)
      .filter((code) => code < 0x3200 || (code % 16 === 0 && (code < 0xd800 || code > 0xdfff)))
      .map((code) => String.fromCharCode(code));
    const texts = [...characters, ...characters.map((character) => `a${character}`)];
    const [verdicts = []] = askJing([{ pattern: dataElement('NCName', []), texts }]);
    const ncName = typeOf('NCName');
    expect(texts.filter((text, at) => ncName.allows(text, context) !== verdicts[at])).toEqual([]);
  });
});

describe('datatypes of XML Schema', () => {
  it('know the forty-four types of the recommendation and no other', () => {
    const isKnown = (name: string): boolean => 'datatype' in datatypeOf(library, name, []);
    expect(builtInTypes.filter((name) => !isKnown(name))).toEqual([]);
    expect(builtInTypes).toHaveLength(44);
    expect(['anySimpleType', 'dayTimeDuration', 'text', '__proto__'].filter(isKnown)).toEqual([]);
  });

  it('say what is wrong with a facet', () => {
    const faultOf = (name: string, facet: string, value: string): string | undefined => {
      const result = datatypeOf(library, name, [{ name: facet, value }]);
      return 'fault' in result ? result.fault : undefined;
    };
    expect(faultOf('date', 'minInclusive', '1956-02-30')).toBe(
      'the type date: the limit "1956-02-30" of minInclusive is itself no value of the type',
    );
    expect(faultOf('token', 'maxInclusive', 'z')).toBe(
      'the type token: the facet maxInclusive does not apply to it: its values have no order',
    );
    expect(faultOf('token', 'length', 'long')).toBe(
      'the type token: the facet length wants a whole number, not "long"',
    );
    expect(faultOf('token', 'pattern', '[a-')).toBe(
      'the type token: the pattern "[a-" is wrong: "]" is missing at its end',
    );
  });

  it('tell IDs and references from other names, and which types need namespaces', () => {
    const idTypes = builtInTypes.map((name) => [name, typeOf(name).idType]).filter(([, idType]) => idType !== 'none');
    expect(Object.fromEntries(idTypes)).toEqual({ ID: 'id', IDREF: 'idref', IDREFS: 'idrefs' });
    expect(builtInTypes.filter((name) => typeOf(name).needsContext)).toEqual(['QName', 'NOTATION']);
  });

  it('compare qualified names by namespace, not by prefix', () => {
    const qName = typeOf('QName');
    expect(qName.keyOf('a:x', context)).toBe(qName.keyOf(' b:x ', context));
    expect(qName.keyOf('x', context)).not.toBe(qName.keyOf('a:x', context));
    expect(qName.keyOf('c:x', context)).toBeUndefined();
    expect(qName.keyOf('x', { resolve: () => 'urn:a' })).toBe(qName.keyOf('a:x', context));
  });

  it('read numbers and names of a million characters at once', () => {
    const digits = '9'.repeat(1_000_000);
    for (const [type, text] of [
      ['decimal', `${digits}x`],
      ['integer', digits],
      ['decimal', `0.${'0'.repeat(1_000_000)}1`],
      ['double', `${digits}e`],
      ['language', 'a-'.repeat(500_000)],
      ['anyURI', '%20'.repeat(500_000)],
      ['IDREFS', 'a '.repeat(500_000)],
      ['base64Binary', 'YQ = ='.repeat(200_000)],
      ['date', `${digits}-01-01`],
    ] as const) {
      const start = performance.now();
      typeOf(type).allows(text, context);
      typeOf(type).keyOf(text, context);
      expect(performance.now() - start, type).toBeLessThan(5000);
    }
  });
});

describe('the other libraries', () => {
  it('compare strings as they are and tokens with their white space collapsed', () => {
    const types = ['string', 'token'].map((name) => datatypeOf('', name, []));
    const keys = types.map((result) => ('datatype' in result ? result.datatype.keyOf(' a\t\nb ', context) : undefined));
    expect(keys).toEqual([' a\t\nb ', 'a b']);
  });

  it('have no facets and no other types', () => {
    expect(datatypeOf('', 'string', [{ name: 'length', value: '1' }])).toHaveProperty('fault');
    expect(datatypeOf('', 'NCName', [])).toHaveProperty(
      'fault',
      expect.stringContaining('is datatypeLibrary missing?'),
    );
    expect(datatypeOf('http://www.w3.org/2001/XMLSchema', 'string', [])).toHaveProperty('fault');
    expect(datatypeOf('http://relaxng.org/ns/compatibility/datatypes/1.0', 'string', [])).toHaveProperty('fault');
    expect(datatypeOf('http://relaxng.org/ns/compatibility/datatypes/1.0', 'IDREFS', [])).toHaveProperty(
      'datatype.idType',
      'idrefs',
    );
  });
});
