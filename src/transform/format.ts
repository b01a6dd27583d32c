/** A setting of an output format. */
export interface FormatParameter {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly default: string | number | boolean;
  /** The values that are allowed, where they are few. */
  readonly values?: readonly string[];
  /** What it does, for `--help`. */
  readonly description: string;
}

/** The settings of one run, by name. */
export type FormatParameters = Readonly<Record<string, string | number | boolean>>;

/** A kind of output: one stylesheet, its settings, and what happens to its result. */
export interface OutputFormat {
  readonly name: string;
  /** The ending of output files, with its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** File name of the entry stylesheet in templates/xslt, without ending. */
  readonly stylesheet: string;
  readonly parameters: Readonly<Record<string, FormatParameter>>;
  /** Makes the output of what the stylesheet gave. */
  finish(result: string, parameters: FormatParameters): string;
  /** The text that a reader of the output can reach, for the check that none is missing. */
  readableText(output: string): string;
}

/**
 * The settings of a run: those given, the format's defaults for the others.
 *
 * @throws RangeError for a setting that the format does not have, or a value of the wrong type.
 */
export function resolveParameters(format: OutputFormat, given: FormatParameters): FormatParameters {
  const resolved: Record<string, string | number | boolean> = {};
  for (const [name, parameter] of Object.entries(format.parameters)) resolved[name] = parameter.default;
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(format.parameters, name) ? format.parameters[name] : undefined;
    if (parameter === undefined) {
      const known = Object.keys(format.parameters).join(', ');
      throw new RangeError(`The format ${format.name} has no parameter "${name}". It has: ${known}.`);
    }
    if (!accepts(parameter, value)) {
      const wanted = parameter.values?.join(', ') ?? `a value of type ${parameter.type}`;
      throw new RangeError(`The parameter "${name}" of the format ${format.name} takes ${wanted}, not "${value}".`);
    }
    resolved[name] = value;
  }
  return resolved;
}

function accepts(parameter: FormatParameter, value: string | number | boolean): boolean {
  switch (parameter.type) {
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= 0;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && (parameter.values?.includes(value) ?? true);
  }
}

/** Settings that every format of ours takes. */
export const commonParameters = {
  language: {
    type: 'string',
    default: 'en',
    description: "BCP 47 tag of the reader's language, for words such as “Notes” that are not the document's",
  },
  reading: {
    type: 'string',
    default: 'edited',
    values: ['edited', 'source'],
    description: 'which reading of an error or a spelling stands in the text; the other one stays one step away',
  },
} as const satisfies Record<string, FormatParameter>;
