import type { IdType, NamespaceContext } from './datatype.js';
import type { WhiteSpace } from './white-space.js';

/** The digits of a decimal number as written, for the facets that count them. */
export interface DigitCount {
  readonly total: number;
  readonly fraction: number;
}

/**
 * A type of XML Schema before it is restricted: which texts it has, and what they mean. All texts come with their white
 * space normalised. The optional functions say which facets apply.
 */
export interface ValueSpace<V> {
  readonly whiteSpace: WhiteSpace;
  readonly idType?: IdType;
  readonly needsContext?: true;
  /** Whether the text is of the type. */
  readonly accepts: (text: string, context: NamespaceContext) => boolean;
  /** The value of a text that the type accepts. */
  readonly valueOf: (text: string, context: NamespaceContext) => V;
  /** A string that equal values share, and no others. */
  readonly keyOf: (value: V) => string;
  /** Whether a value is certainly before another; where the order is partial, neither may be. Facets minInclusive and so on. */
  readonly isBefore?: (value: V, other: V) => boolean;
  /** In characters, bytes or items. Facets length, minLength, maxLength. */
  readonly lengthOf?: (value: V) => number;
  /** Facets totalDigits and fractionDigits. */
  readonly digitsOf?: (value: V) => DigitCount;
}
