import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { XmlHandler } from '../tei/xml-reader.js';
import type { Check } from './checks.js';
import type { OpenedFile, PassedFile } from './gate/gate.js';

/**
 * One of the checks that follow the gate. All checks of a run are told of each file in turn; what a check has to say it
 * says of a file when it has passed, or of all files at the end.
 */
export interface DocumentCheck {
  readonly name: Check;
  /** Whether there is something to check the file by that has just passed, such as a schema; without it, there always is. */
  applies?(): boolean;
  /** What wants to read the file along with the gate, if anything. */
  begin?(file: OpenedFile): XmlHandler | undefined;
  /** The file has passed the gate. */
  passed(file: PassedFile): readonly Diagnostic[];
  /** All files have been read. Findings name their file; one that names none, or another, is about the run. */
  finish?(): Promise<readonly Diagnostic[]>;
}
