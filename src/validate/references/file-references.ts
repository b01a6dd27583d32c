import type { PointerCount } from './pointer-attributes.js';

/** An element that can be pointed to: it has an `xml:id`. */
export interface IdentifiedElement {
  readonly id: string;
  /** Local name; an element of another namespace has it in braces, as in `{http://www.w3.org/2000/svg}g`. */
  readonly element: string;
  /** Offset of the `<` of its start tag. */
  readonly offset: number;
}

/** How messages name the element that includes another file; its `href` is a pointer, too. */
export const INCLUDE = 'xi:include';

/** One pointer: a token of an attribute whose datatype is `teidata.pointer`. */
export interface Pointer {
  readonly element: string;
  readonly attribute: string;
  readonly token: string;
  /** Which token of the attribute it is, counted from 0. */
  readonly index: number;
  readonly count: PointerCount;
  /** Offset of the `<` of the start tag that it stands in. */
  readonly offset: number;
  /** The `xml:id` of the element that points. */
  readonly owner: string | undefined;
  /** The `xml:base` in scope, relative to the file's own address; undefined where there is none. */
  readonly base: string | undefined;
}

/** A `prefixDef`: how a private prefix is replaced (Guidelines, 17.2.3). */
export interface PrefixRule {
  readonly ident: string;
  readonly matchPattern: string;
  readonly replacementPattern: string;
  readonly offset: number;
}

/** An `xi:include`, which makes another file part of this document (XInclude 1.0). */
export interface Inclusion {
  readonly href: string;
  readonly base: string | undefined;
  readonly offset: number;
}

/** What one file has to do with references. Offsets count UTF-16 units of `text`. */
export interface FileReferences {
  /** The path as the user wrote it, for messages; relative to the working directory, or absolute. */
  readonly path: string;
  /** The decoded text, for places in messages; empty in a file that is only pointed to. */
  readonly text: string;
  /** Local name of the root element. */
  readonly root: string;
  readonly ids: readonly IdentifiedElement[];
  readonly pointers: readonly Pointer[];
  readonly prefixes: readonly PrefixRule[];
  readonly inclusions: readonly Inclusion[];
}
