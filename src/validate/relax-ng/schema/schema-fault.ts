/** What is wrong with a schema. Offsets are UTF-16 units of the decoded text of the file at `path`. */
export interface SchemaFault {
  readonly path: string;
  readonly offset: number;
  /** One sentence without its full stop. */
  readonly message: string;
}

/** Stops the reading of a schema: what follows a fault cannot be trusted. Caught in `compileSchema`. */
export class SchemaError extends Error {
  constructor(readonly fault: SchemaFault) {
    super(fault.message);
  }
}
