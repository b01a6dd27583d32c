import { z } from 'zod';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import type { YamlPath, YamlSource } from './yaml-source.js';

/**
 * Checks the data of a YAML file against a schema. Each error is reported at its line and column with what is
 * allowed there and, for a misspelt key or value, the nearest spelling.
 *
 * @returns the typed value, or undefined where an error was reported.
 */
export function checkYaml<Schema extends z.ZodType>(
  yaml: YamlSource,
  schema: Schema,
  report: Report,
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(yaml.data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.slice(0, ISSUES_TOLD)) reportIssue(yaml, schema, issue, report);
  return undefined;
}

/** How many faults of a file are told: each has its place looked for, and after so many it is another file than was meant. */
const ISSUES_TOLD = 20;

type Issue = z.core.$ZodIssue;

function reportIssue(yaml: YamlSource, schema: z.ZodType, issue: Issue, report: Report): void {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  const where = path.length === 0 ? 'at the top of the file' : `in “${path.join('.')}”`;
  if (issue.code === 'unrecognized_keys') {
    const expected = allowedKeys(schema, path);
    for (const key of issue.keys.slice(0, ISSUES_TOLD)) {
      report(
        diagnostic('edition/unknown-key', `There is no key “${key}” ${where}.`, {
          ...yaml.placeOfKey([...path, key]),
          expected,
          actual: key,
          ...suggestion(key, expected),
        }),
      );
    }
    return;
  }
  const actual = valueAt(yaml.data, path);
  const isMissing = issue.code === 'invalid_type' && actual === undefined;
  const expected = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const name = path.length === 0 ? 'The file' : `“${path.join('.')}”`;
  const message = isMissing
    ? `${name} is missing: a value is required here.`
    : expected !== undefined
      ? `${name} ${refusedValue(actual)} is not allowed here; it can be ${expected.join(', ')}.`
      : issue.code === 'invalid_type'
        ? `${name} should be ${kindOf(issue.expected)}.`
        : `${name} ${issue.message}`;
  report(
    diagnostic('edition/value-not-allowed', message, {
      ...yaml.placeOfValue(path),
      ...(expected === undefined ? {} : { expected }),
      ...(typeof actual === 'string' ? { actual, ...suggestion(actual, expected ?? []) } : {}),
    }),
  );
}

function refusedValue(value: unknown): string {
  const isWord = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isWord ? `is “${value}”, which` : 'has a value that';
}

function suggestion(word: string, known: readonly string[]): { help?: string } {
  const nearest = nearestSpelling(word, known);
  return nearest === undefined ? {} : { help: `Did you mean “${nearest}”?` };
}

function kindOf(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'a map (keys with values)';
  if (expected === 'array') return 'a list (each item on a line of its own, after a hyphen)';
  return expected === 'string' ? 'a text' : `a ${expected}`;
}

function valueAt(data: unknown, path: YamlPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

/** The keys that a schema knows at a path: it is walked down, through lists and what may be absent. */
function allowedKeys(schema: unknown, path: YamlPath): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return allowedKeys(schema.unwrap(), path);
  // A pipe that prepares its value has its keys at the far end, one that changes it afterwards at the near one.
  if (schema instanceof z.ZodPipe)
    return allowedKeys(schema.in instanceof z.ZodTransform ? schema.out : schema.in, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => allowedKeys(option, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray) return step === undefined ? [] : allowedKeys(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return step === undefined ? Object.keys(schema.shape) : allowedKeys(schema.shape[step], rest);
}
