/** A name with its namespace; the empty string is no namespace. */
export interface XmlName {
  readonly namespace: string;
  readonly local: string;
}

/** What a content model would have taken at a place. */
export interface Expectation {
  /** Elements by name, in the order of the schema, each once. */
  readonly elements: readonly XmlName[];
  /** Elements without one of which the parent cannot be complete; a subset of `elements`, mostly one or none. */
  readonly required: readonly XmlName[];
  /** A name class with a wildcard stands here: elements of other names are possible too. */
  readonly anyElement: boolean;
  /** Characters other than white space may stand here. */
  readonly text: boolean;
  /** The parent may end here. */
  readonly end: boolean;
}

/** What a value may be: the values of a list, and datatypes by name with their facets. */
export interface ValueExpectation {
  readonly values: readonly string[];
  readonly datatypes: readonly {
    /** The name in its library: `token`, `date`, `anyURI`. */
    readonly name: string;
    /** Facets in the order written, such as `["pattern", "[a-z]+"]`. */
    readonly facets: readonly (readonly [name: string, value: string])[];
  }[];
  /** The value is a list of tokens, each of which is described. */
  readonly list: boolean;
}

/** What every fault of a document against a grammar says. Offsets are UTF-16 units of the decoded text. */
interface FaultPlace {
  /** Offset of the `<` of the start tag that the fault is about; of the text; of the end tag where something is missing at the end. */
  readonly offset: number;
  /** Offset after it. */
  readonly end: number;
  /** The element in which the fault stands; for a fault of attributes or values, the element that has them. Undefined for the root. */
  readonly parent?: XmlName;
  /** The parent's own parent, where the reporter knows it: what could stand beside the parent is told by it. */
  readonly grandparent?: XmlName;
}

/**
 * A fault of a document against a RELAX NG grammar, as data; `validate/explain` says it in words. After each fault the
 * validation goes on as if it were mended, so that one fault is told once.
 */
export type RelaxNgFault = FaultPlace &
  (
    | {
        /** An element that its parent never takes, or not at this place. */
        readonly kind: 'element-not-allowed';
        readonly element: XmlName;
        /** Whether the grammar has an element of this name anywhere. */
        readonly known: boolean;
        /** Whether the parent takes it at another place among its children. */
        readonly misplaced: boolean;
        /** The sibling element before it. */
        readonly after?: XmlName;
        /** The sibling that it should stand before: it came too late. */
        readonly belongsBefore?: XmlName;
        /** The element expected here whose name is nearly the same; it was read as that one. */
        readonly meant?: XmlName;
        readonly expected: Expectation;
      }
    | {
        /** Elements that must stand before this place and do not; before a start tag, or the parent's end tag. */
        readonly kind: 'element-missing';
        /** The element that came instead; undefined at the parent's end. */
        readonly before?: XmlName;
        readonly after?: XmlName;
        readonly expected: Expectation;
      }
    | { readonly kind: 'text-not-allowed'; readonly text: string; readonly expected: Expectation }
    | {
        /** The text of an element that holds a value. */
        readonly kind: 'content-value';
        readonly value: string;
        readonly expected: ValueExpectation;
      }
    | {
        readonly kind: 'attribute-not-allowed';
        readonly attribute: XmlName;
        readonly value: string;
        /** Attributes that the element may have. */
        readonly expected: readonly XmlName[];
      }
    | {
        readonly kind: 'attribute-value';
        readonly attribute: XmlName;
        readonly value: string;
        readonly expected: ValueExpectation;
      }
    | {
        readonly kind: 'attribute-missing';
        /** All of them are missing, or, with `oneOf`, one of them. */
        readonly attributes: readonly XmlName[];
        readonly oneOf: boolean;
      }
    | {
        /** An ID that an earlier element has. */
        readonly kind: 'duplicate-id';
        readonly attribute: XmlName;
        readonly value: string;
        /** Offset of the start tag that has it first. */
        readonly first: number;
      }
    | { readonly kind: 'missing-id'; readonly attribute: XmlName; readonly value: string }
  );
