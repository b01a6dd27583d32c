import type { Parameter } from './datatypes/datatype.js';
import type { Grammar, IdAttribute } from './grammar.js';
import type { NameClass } from './patterns/name-class.js';
import { partsOf, type DatatypeUse, type ElementPattern, type Pattern } from './patterns/pattern.js';
import { PatternTable } from './patterns/pattern-table.js';

/** Changes with every change of the form below: what an older version wrote is not read. */
const FORM = 1;

/** A pattern as an array: its kind, then its parts as numbers of patterns, and its values. */
type CompiledPattern =
  | readonly ['empty' | 'notAllowed' | 'text']
  | readonly ['choice' | 'interleave', ...number[]]
  | readonly ['group', number, number]
  | readonly ['oneOrMore' | 'list', number]
  | readonly ['data', number, number?]
  | readonly ['value', number, string, string]
  | readonly ['attribute', NameClass, number]
  | readonly ['element', NameClass];

/** A grammar as plain data. Patterns stand after their parts; the contents of elements follow, by number. */
interface CompiledGrammar {
  readonly form: number;
  readonly datatypes: readonly (readonly [library: string, name: string, parameters: readonly Parameter[]])[];
  readonly patterns: readonly CompiledPattern[];
  readonly contents: readonly (readonly [element: number, content: number])[];
  readonly start: number;
  readonly elements: readonly number[];
  readonly ids: readonly (readonly [element: number, attribute: number, idType: IdAttribute['idType']])[];
}

/** Writes a grammar in the form that {@link readCompiledGrammar} reads in a fraction of the time of its schema. */
export function writeCompiledGrammar(grammar: Grammar): string {
  const numbers = new Map<Pattern, number>();
  const datatypes = new Map<DatatypeUse, number>();
  const patterns: CompiledPattern[] = [];
  const numberOf = (pattern: Pattern): number => {
    const known = numbers.get(pattern);
    if (known !== undefined) return known;
    for (const part of partsOf(pattern)) numberOf(part);
    const number = patterns.push(compiled(pattern, numberOf, datatypeNumber)) - 1;
    numbers.set(pattern, number);
    return number;
  };
  const datatypeNumber = (use: DatatypeUse): number => {
    const known = datatypes.get(use) ?? datatypes.size;
    datatypes.set(use, known);
    return known;
  };
  const { table } = grammar;
  for (const constant of [table.empty, table.notAllowed, table.text]) numberOf(constant);
  const contents = grammar.elements.map((element) => [numberOf(element), numberOf(element.content)] as const);
  const written: CompiledGrammar = {
    form: FORM,
    start: numberOf(grammar.start),
    elements: grammar.elements.map(numberOf),
    ids: grammar.idAttributes.map(({ element, attribute, idType }) => [numberOf(element), numberOf(attribute), idType]),
    contents,
    patterns,
    datatypes: [...datatypes.keys()].map(({ library, name, parameters }) => [library, name, parameters]),
  };
  return JSON.stringify(written);
}

function compiled(
  pattern: Pattern,
  numberOf: (pattern: Pattern) => number,
  datatypeNumber: (use: DatatypeUse) => number,
): CompiledPattern {
  switch (pattern.kind) {
    case 'choice':
    case 'interleave':
      // By the numbers that they will have, as the table wants them.
      return [pattern.kind, ...pattern.members.map(numberOf).sort((a, b) => a - b)];
    case 'group':
      return ['group', numberOf(pattern.first), numberOf(pattern.rest)];
    case 'oneOrMore':
    case 'list':
      return [pattern.kind, numberOf(pattern.pattern)];
    case 'data':
      return pattern.except === undefined
        ? ['data', datatypeNumber(pattern.datatype)]
        : ['data', datatypeNumber(pattern.datatype), numberOf(pattern.except)];
    case 'value':
      return ['value', datatypeNumber(pattern.datatype), pattern.value, pattern.key];
    case 'attribute':
      return ['attribute', pattern.nameClass, numberOf(pattern.pattern)];
    case 'element':
      return ['element', pattern.nameClass];
    default:
      return [pattern.kind];
  }
}

/**
 * Reads what {@link writeCompiledGrammar} wrote.
 *
 * @returns undefined where the text is of another version, or damaged.
 */
export function readCompiledGrammar(text: string): Grammar | undefined {
  try {
    const written = JSON.parse(text) as CompiledGrammar;
    return written.form === FORM ? restore(written) : undefined;
  } catch {
    return undefined;
  }
}

function restore(written: CompiledGrammar): Grammar {
  const table = new PatternTable();
  const uses = written.datatypes.map(([library, name, parameters]) => table.datatype(library, name, parameters));
  const patterns: Pattern[] = [];
  const at = (number: number): Pattern => {
    const pattern = patterns[number];
    if (pattern === undefined) throw new Error('A compiled grammar refers to a pattern that it does not have.');
    return pattern;
  };
  const use = (number: number): DatatypeUse => {
    const datatype = uses[number];
    if (datatype === undefined) throw new Error('A compiled grammar refers to a datatype that it does not have.');
    return datatype;
  };
  for (const pattern of written.patterns) patterns.push(restored(pattern, table, at, use));
  for (const [element, content] of written.contents) table.setContent(elementAt(at, element), at(content));
  return {
    table,
    start: at(written.start),
    elements: written.elements.map((number) => elementAt(at, number)),
    idAttributes: written.ids.map(([element, number, idType]) => {
      const attribute = at(number);
      if (attribute.kind !== 'attribute') throw new Error('A compiled grammar has an ID that is no attribute.');
      return { element: elementAt(at, element), attribute, idType };
    }),
  };
}

function restored(
  written: CompiledPattern,
  table: PatternTable,
  at: (number: number) => Pattern,
  use: (number: number) => DatatypeUse,
): Pattern {
  switch (written[0]) {
    case 'choice':
      return table.choiceOf(membersOf(written).map(at));
    case 'interleave':
      return table.interleave(...membersOf(written).map(at));
    case 'group':
      return table.group(at(written[1]), at(written[2]));
    case 'oneOrMore':
      return table.oneOrMore(at(written[1]));
    case 'list':
      return table.list(at(written[1]));
    case 'data':
      return table.data(use(written[1]), written[2] === undefined ? undefined : at(written[2]));
    case 'value':
      return table.value(use(written[1]), written[2], written[3]);
    case 'attribute':
      return table.attribute(written[1], at(written[2]));
    case 'element':
      return table.element(written[1]);
    default:
      return table[written[0]];
  }
}

function membersOf([, ...members]: readonly ['choice' | 'interleave', ...number[]]): readonly number[] {
  return members;
}

function elementAt(at: (number: number) => Pattern, number: number): ElementPattern {
  const pattern = at(number);
  if (pattern.kind !== 'element') throw new Error('A compiled grammar has contents of what is no element.');
  return pattern;
}
