import { element, type TeiElement } from '../tei/node.js';

/** What the words of `rdg/@type` mean, and those of `@subtype`, which stand under the kind that they belong to. */
const kinds: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  [
    'substantive',
    'other words, or none',
    [
      ['omission', 'words of the base that the witness does not have'],
      ['addition', 'words that the base does not have'],
      ['transposition', 'words that stand at another place of the witness'],
    ],
  ],
  [
    'orthographic',
    'the same words in another spelling: other capitals, accents, old letters (u and v, i and j, long s), ligatures, ' +
      'points of an abbreviation or word division; or one letter, in long words two, changed inside a word',
    [],
  ],
  ['punctuation', 'the same words with other marks', []],
  ['layout', 'other white space, or another division into paragraphs', []],
];

/** The kinds of variation as a taxonomy of the header (Guidelines, 2.3.7), so that what readings say is declared. */
export function variationTaxonomy(id: string): TeiElement {
  const category = (
    name: string,
    description: string,
    inner: readonly (readonly [string, string])[] = [],
  ): TeiElement =>
    element('category', { 'xml:id': `${id}-${name}` }, [
      element('catDesc', {}, [element('term', {}, [name]), `: ${description}`]),
      ...inner.map(([part, said]) => category(part, said)),
    ]);
  return element('classDecl', {}, [
    element(
      'taxonomy',
      { 'xml:id': `${id}-variation` },
      kinds.map(([name, description, inner]) => category(name, description, inner)),
    ),
  ]);
}
