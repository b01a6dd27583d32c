import { automatonOf } from './automaton.js';
import { PatternFault } from './expression.js';
import { Matcher } from './matcher.js';
import { parsePattern } from './parser.js';

/** A pattern ready to be asked, or what is wrong with it, in one phrase. */
export type PatternResult = { readonly matches: (text: string) => boolean } | { readonly fault: string };

/**
 * What tells whether a pattern matches a text.
 *
 * @throws PatternFault where the pattern is wrong: for patterns of ours, which are not
 */
export function matcherOf(source: string): (text: string) => boolean {
  const matcher = new Matcher(automatonOf(parsePattern(source)));
  return (text) => matcher.matches(text);
}

function compile(source: string): PatternResult {
  try {
    return { matches: matcherOf(source) };
  } catch (error) {
    if (error instanceof PatternFault) return { fault: error.message };
    throw error;
  }
}

/** TEI's grammars say the same few patterns hundreds of times. */
const compiled = new Map<string, PatternResult>();

/**
 * A regular expression of XML Schema (XML Schema Datatypes, appendix F), which matches whole texts. It asks for time
 * linear in the text, whatever it is.
 */
export function compilePattern(source: string): PatternResult {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const result = compile(source);
  compiled.set(source, result);
  return result;
}
