/** What is wrong with one value, as far as it can be told. */
export interface Diagnosis {
  /** Continues `@when on <date> cannot be "1956-13-01": …`. */
  readonly reason?: string;
  /** The value that was probably meant. */
  readonly meant?: string;
  /** What else to do, as a sentence. */
  readonly advice?: string;
}
