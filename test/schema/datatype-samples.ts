/** Values by a part of the pattern that they have to match. */
const byPattern: readonly (readonly [string, string])[] = [
  ['%|cm|mm', '12.5cm'],
  ['/\\-?', '3/4'],
  ['[a-z][a-z0-9', 'prefix'],
  ['[a-z]*[\\d]*', '1.2.3'],
  ['(\\.[\\d]+){0,2}', '4.9.0'],
];

const byType: Readonly<Record<string, string>> = {
  token: 'token',
  string: 'any string',
  anyURI: '#target',
  language: 'ru-Latn',
  boolean: 'true',
  date: '1956-10-30',
  gYear: '1956',
  gMonth: '--10',
  gDay: '---30',
  gYearMonth: '1956-10',
  gMonthDay: '--10-30',
  time: '12:30:00',
  dateTime: '1956-10-30T12:30:00',
  duration: 'P1D',
  double: '1.5',
  decimal: '1.5',
  nonNegativeInteger: '2',
  NCName: 'name',
  Name: 'name',
};

/** A value of a datatype of XML Schema, with the facet that restricts it. IDs are the caller's: each has to be new. */
export function datatypeSample(type: string, facet?: { readonly name: string; readonly value: string }): string {
  // A range of the TEI is that of a probability.
  if (facet?.name === 'minInclusive') return '0.5';
  const matching = facet === undefined ? undefined : byPattern.find(([part]) => facet.value.includes(part));
  const sample = matching?.[1] ?? byType[type];
  if (sample === undefined) throw new Error(`No sample of ${type}.`);
  return sample;
}
