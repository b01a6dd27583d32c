import type { RelaxNgFault, XmlName } from '../fault.js';
import type { ContentState } from './content-state.js';

/** The namespaces in scope at an element; they change rarely. */
export type Scope = ReadonlyMap<string, string>;

/** An element that is open, or, at the bottom of the stack, the document. */
export interface Frame {
  readonly name: XmlName | undefined;
  /** Offset of the start tag's `<`. */
  readonly offset: number;
  readonly scope: Scope;
  /** Undefined in an element that the grammar does not know: nothing can be said of what stands directly in it. */
  state: ContentState | undefined;
  /** The content of the element from its beginning. */
  begin: ContentState | undefined;
  /** What the parent may still hold, for each way to read this element. */
  readonly after: readonly ContentState[];
  /** Text whose value matters, since the last tag. */
  text: string;
  /** Offset after the last tag, where a text begins. */
  textStart: number;
  lastChild: XmlName | undefined;
  /** A fault of this element's own content was told since it last went on as the grammar wants. */
  isTroubled: boolean;
  /** An element stands in it that should not: what it lacks at its end may only be named wrongly. */
  hasStranger: boolean;
  /** The faults that told of missing elements, with what was missing. */
  readonly missing: { readonly fault: RelaxNgFault; readonly names: readonly XmlName[]; readonly before: XmlName }[];
}

/** Makes the frame of an element whose attributes are still to come. */
export function openFrame(
  name: XmlName | undefined,
  place: { readonly offset: number; readonly end: number },
  scope: Scope,
  state: ContentState | undefined,
  after: readonly ContentState[],
): Frame {
  return {
    name,
    offset: place.offset,
    scope,
    state,
    begin: state,
    after,
    text: '',
    textStart: place.end,
    lastChild: undefined,
    isTroubled: false,
    hasStranger: false,
    missing: [],
  };
}
