/**
 * A regular expression of XML Schema (XML Schema Datatypes, appendix F), taken apart. A set of characters is the source
 * of a class of JavaScript's expressions with flag `v`, brackets included: equal sources are equal sets.
 */
export type Expression =
  | { readonly kind: 'characters'; readonly set: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly alternatives: readonly Expression[] }
  | {
      readonly kind: 'repetition';
      readonly part: Expression;
      readonly minimum: number;
      /** Infinity where there is no limit. */
      readonly maximum: number;
    };

/** A text is no expression of XML Schema. Thrown in this folder only; `compilePattern` makes a phrase of it. */
export class PatternFault extends Error {
  override readonly name = 'PatternFault';
}
