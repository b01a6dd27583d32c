import { namespaces } from '../../../xml/namespaces.js';

/** A vocabulary that is not TEI's. */
export interface ForeignVocabulary {
  readonly name: string;
  /** What to do where it is not wanted, as a sentence. */
  readonly advice?: string;
}

const vocabularies: ReadonlyMap<string, ForeignVocabulary> = new Map<string, ForeignVocabulary>([
  [
    'http://www.w3.org/2001/XInclude',
    {
      name: 'XInclude',
      advice: 'Resolve the inclusions before you validate (xmllint --xinclude does), or take them into the schema.',
    },
  ],
  ['http://www.w3.org/1999/xhtml', { name: 'HTML' }],
  [
    'http://www.w3.org/1998/Math/MathML',
    { name: 'MathML', advice: 'In TEI it stands inside <formula>, where the schema allows it.' },
  ],
  [
    'http://www.w3.org/2000/svg',
    { name: 'SVG', advice: 'In TEI it stands inside <figure>, where the schema allows it.' },
  ],
  ['http://docbook.org/ns/docbook', { name: 'DocBook' }],
  [
    'http://www.music-encoding.org/ns/mei',
    { name: 'MEI', advice: 'In TEI it stands inside <notatedMusic>, where the schema allows it.' },
  ],
  [namespaces.examples, { name: 'TEI’s examples', advice: 'Examples stand inside <egXML>.' }],
]);

/** What is known of a namespace that is not TEI's. */
export function foreignVocabulary(namespace: string): ForeignVocabulary | undefined {
  return vocabularies.get(namespace);
}
