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
      return [pattern.kind, ...pattern.members.map(numberOf)];
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

/** Patterns are made when they are wanted: a document meets a small part of a large grammar. */
function restore(written: CompiledGrammar): Grammar {
  const table = new PatternTable();
  const contents = new Map(written.contents);
  const order = new Map(written.elements.map((number, index) => [number, index]));
  const made: Pattern[] = [];
  const at = (number: number): Pattern => {
    let pattern = made[number];
    if (pattern === undefined) made[number] = pattern = make(number);
    return pattern;
  };
  const make = (number: number): Pattern => {
    const pattern = partOf(written.patterns, number);
    switch (pattern[0]) {
      case 'choice':
        return table.choice(...membersOf(pattern).map(at));
      case 'interleave':
        return table.interleave(...membersOf(pattern).map(at));
      case 'group':
        return table.group(at(pattern[1]), at(pattern[2]));
      case 'oneOrMore':
        return table.oneOrMore(at(pattern[1]));
      case 'list':
        return table.list(at(pattern[1]));
      case 'data':
        return table.data(use(pattern[1]), pattern[2] === undefined ? undefined : at(pattern[2]));
      case 'value':
        return table.value(use(pattern[1]), pattern[2], pattern[3]);
      case 'attribute':
        return table.attribute(pattern[1], at(pattern[2]));
      case 'element': {
        const element = table.element(pattern[1], order.get(number));
        table.setContent(element, () => at(contents.get(number) ?? -1));
        return element;
      }
      default:
        return table[pattern[0]];
    }
  };
  const use = (number: number): DatatypeUse => table.datatype(...partOf(written.datatypes, number));
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

function partOf<Part>(parts: readonly Part[], number: number): Part {
  const part = parts[number];
  if (part === undefined) throw new Error('A compiled grammar refers to a part that it does not have.');
  return part;
}

function membersOf([, ...members]: readonly ['choice' | 'interleave', ...number[]]): readonly number[] {
  return members;
}

function elementAt(at: (number: number) => Pattern, number: number): ElementPattern {
  const pattern = at(number);
  if (pattern.kind !== 'element') throw new Error('A compiled grammar has contents of what is no element.');
  return pattern;
}
