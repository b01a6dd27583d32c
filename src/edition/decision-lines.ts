import type { z } from 'zod';
import type { decisionSchema } from './decision.js';

/** A decision as it is written into a sidecar: `every: 'true'`, a date as a text or as bounds. */
export type DecisionEntry = z.input<typeof decisionSchema>;

/** The keys of a decision in the order in which they are written, the verdict between its place and its reasons. */
const FIRST = ['quote', 'before', 'after'] as const;
const LAST = ['every', 'by', 'cert', 'note'] as const;

/** Keys whose values are words of a text: a colon, a hash or a lone number in them would be read otherwise. */
const WORDS: ReadonlySet<string> = new Set(['quote', 'before', 'after', 'correct', 'noteFor', 'marker', 'note']);

/**
 * The lines of a decision in the list of a sidecar, in YAML's block style, without a line end at the end.
 *
 * @param indent the blanks before the hyphen.
 */
export function decisionLines(entry: DecisionEntry, indent = '  '): string[] {
  return entriesOf(entry).map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${yamlValue(key, value)}`);
}

/** A decision as one map in braces, for a list that stands in brackets. */
export function decisionInFlow(entry: DecisionEntry): string {
  return `{ ${entriesOf(entry)
    .map(([key, value]) => `${key}: ${yamlValue(key, value, true)}`)
    .join(', ')} }`;
}

/** The keys and values of a decision that say something, in the order in which they are written. */
export function entriesOf(entry: DecisionEntry): [string, unknown][] {
  const all = Object.entries(entry).filter(([, value]) => value !== undefined);
  const isAround = (key: string): boolean => [...FIRST, ...LAST].some((each) => each === key);
  const taken = (keys: readonly string[]): [string, unknown][] =>
    keys.flatMap((key) => all.filter(([name]) => name === key));
  return [...taken(FIRST), ...all.filter(([key]) => !isAround(key)), ...taken(LAST)];
}

/** A value in YAML. JSON's strings are YAML's, in double quotes (YAML 1.2.2, section 1.3). */
function yamlValue(key: string, value: unknown, isInFlow = false): string {
  if (typeof value === 'string') return WORDS.has(key) || isInFlow ? JSON.stringify(value) : value;
  const bounds = Object.entries(value as Readonly<Record<string, string | undefined>>);
  return `{ ${bounds.flatMap(([name, date]) => (date === undefined ? [] : [`${name}: ${date}`])).join(', ')} }`;
}
