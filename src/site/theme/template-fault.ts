import type Handlebars from 'handlebars';
import type { Position } from '../../diagnostics/diagnostic.js';

/** A template that could not be filled. */
export class TemplateFault extends Error {
  /**
   * @param file the template, as its source names it. @param position where in it, if that is known.
   * @param reason what is wrong, as a sentence.
   */
  constructor(
    readonly file: string,
    readonly position: Position | undefined,
    readonly reason: string,
    /** The name that the view does not have, where that is the fault. */
    readonly missing?: string,
  ) {
    super(`${file}${position === undefined ? '' : `:${position.line}:${position.column}`}: ${reason}`);
  }
}

/** What Handlebars hands to a partial beside its view: `@partial-block` is what the caller put into it. */
interface PartialOptions {
  /** There where the caller put something into the partial. */
  fn?: unknown;
  data?: { 'partial-block'?: PartialBlock } | undefined;
}
type PartialBlock = (context: unknown, options?: PartialOptions) => string;

/**
 * Makes compiled templates tell in which file they failed. Handlebars knows the line and column of a fault, not the
 * file: so the file that is being filled is kept in mind, through partials and back into what a caller put into one.
 */
export function locating(): (file: string, template: HandlebarsTemplateDelegate) => HandlebarsTemplateDelegate {
  let current = '';
  const within = (file: string, fill: () => string): string => {
    const outer = current;
    current = file;
    try {
      return fill();
    } catch (error) {
      throw error instanceof TemplateFault ? error : faultOf(file, error);
    } finally {
      current = outer;
    }
  };
  return (file, template) =>
    (context: unknown, options?: Handlebars.RuntimeOptions): string => {
      const caller = current;
      const { fn, data } = (options ?? {}) as PartialOptions;
      const block = data?.['partial-block'];
      // A partial without a block of its own shares its caller's data: what is wrapped there already stays as it is.
      if (fn !== undefined && data !== undefined && block !== undefined) {
        data['partial-block'] = (inner, blockOptions) => within(caller, () => block(inner, blockOptions));
      }
      return within(file, () => template(context, options));
    };
}

function faultOf(file: string, error: unknown): TemplateFault {
  if (!(error instanceof Error)) return new TemplateFault(file, undefined, String(error));
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return new TemplateFault(file, undefined, 'It includes itself without end.');
  }
  const { lineNumber, column } = error as { lineNumber?: unknown; column?: unknown };
  const position =
    typeof lineNumber === 'number' && typeof column === 'number' ? { line: lineNumber, column: column + 1 } : undefined;
  const name = /^"([^"]*)" not defined in /.exec(error.message)?.[1];
  const reason = name === undefined ? error.message : `The page has no value “${name}” here.`;
  return new TemplateFault(file, position, reason, name);
}
