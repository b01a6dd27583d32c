import type { TeiElement } from '../../tei/node.js';

/** The kinds of places of variation, in the order in which they are listed. */
export const variationKinds = [
  'substantive',
  'omission',
  'addition',
  'transposition',
  'orthographic',
  'punctuation',
  'layout',
  'extent',
] as const;

/** What kind of difference a place shows; `extent` is where a witness begins, ends or has a gap. */
export type VariationKind = (typeof variationKinds)[number];

const signs = new Set(['witStart', 'witEnd', 'lacunaStart', 'lacunaEnd']);

/** What the words that editors use in `rdg/@type` mean; the stylesheets have the same list (common/textcrit.xsl). */
const types: Readonly<Record<string, VariationKind>> = {
  ...namesOf('orthographic', 'orthographic orthography orthographical spelling graphic phonetic'),
  ...namesOf('punctuation', 'punctuation interpunction'),
  ...namesOf('layout', 'layout whitespace lineation formatting'),
  ...namesOf('omission', 'omission om om. omitted subtractive'),
  ...namesOf('addition', 'addition add add. added additive'),
  ...namesOf('transposition', 'transposition transp transp. transposed order'),
};

function namesOf(kind: VariationKind, names: string): Record<string, VariationKind> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

/** What is asked of a reading: its element, the group around it, and whether anything stands in it. */
export interface KindOfReading {
  readonly element: TeiElement;
  readonly group?: TeiElement | undefined;
  readonly isEmpty: boolean;
}

/**
 * The kind of a place: that of its weightiest reading. Where readings of equal weight differ in kind, it is a matter of
 * substance.
 *
 * @param lemma the reading that the text prints; undefined where an entry has none
 * @param readings the others
 */
export function kindOfPlace(lemma: KindOfReading | undefined, readings: readonly KindOfReading[]): VariationKind {
  const kinds = new Set(readings.map((reading) => kindOfReading(reading, lemma)));
  const weighty = (['omission', 'addition', 'transposition'] as const).filter((kind) => kinds.has(kind));
  if (kinds.size === 0 || kinds.has('substantive') || weighty.length > 1) return 'substantive';
  const light = (['orthographic', 'punctuation', 'layout', 'extent'] as const).find((kind) => kinds.has(kind));
  return weighty[0] ?? light ?? 'substantive';
}

function kindOfReading({ element, group, isEmpty }: KindOfReading, lemma: KindOfReading | undefined): VariationKind {
  if (holdsSign(element)) return 'extent';
  const { type = group?.attributes['type'] ?? '', ana = '', subtype = '' } = element.attributes;
  const words = [type, ...ana.split(/\s+/u).map((pointer) => pointer.replace(/^.*#/u, '')), subtype];
  const typed = words.flatMap((word) => types[word.toLowerCase()] ?? [])[0];
  if (typed !== undefined) return typed;
  if (isEmpty) return 'omission';
  return lemma?.isEmpty === true ? 'addition' : 'substantive';
}

function holdsSign(element: TeiElement): boolean {
  return element.children.some((child) => child.kind === 'element' && (signs.has(child.name) || holdsSign(child)));
}
