import type { DiagnosticCode } from '../../diagnostics/catalogue.js';
import type { Span } from '../../source/span.js';
import type { RelaxNgFault, XmlName } from '../relax-ng/fault.js';

/** A fault in words, before it is made a diagnostic. */
export interface Explanation {
  readonly code: Extract<DiagnosticCode, `relax-ng/${string}`>;
  /** One sentence. */
  readonly message: string;
  /** The characters of the file that it is about. */
  readonly span: Span;
  /** What to do, and what is possible: sentences, in the order of their use. */
  readonly help: readonly string[];
  /** The element whose page of the Guidelines settles it. */
  readonly page?: XmlName;
  readonly expected?: readonly string[];
  readonly actual?: string;
}

/** The faults of one kind. */
export type FaultOf<Kind extends RelaxNgFault['kind']> = Extract<RelaxNgFault, { kind: Kind }>;
