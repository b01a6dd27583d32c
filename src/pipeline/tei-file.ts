/** A TEI file of the edition as it lies on the disk. */
export interface TeiFile {
  readonly id: string;
  /** Relative to the edition's folder: `tei/x.xml`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** True of a file that Editio did not make: its schema is not the edition's, and nothing is ever written to it. */
  readonly isForeign?: boolean;
}
