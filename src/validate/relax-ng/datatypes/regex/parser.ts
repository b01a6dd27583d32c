import {
  anyCharacter,
  classEscapes,
  complementOf,
  differenceOf,
  setOf,
  setOfProperty,
  setOfRange,
  unionOf,
} from './character-sets.js';
import { type Expression, PatternFault } from './expression.js';

/** Deeper brackets are no sensible pattern, and would exhaust the stack. */
const deepest = 200;

/** What stands for itself only after a backslash, and the escapes of one character (production 24). */
const singleEscapes: ReadonlyMap<string, number> = new Map([
  ...Array.from('\\|.-^?*+(){}[]').map((character): [string, number] => [character, character.charCodeAt(0)]),
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
]);

const noAtom = new Set(['', '?', '*', '+', ')', '{', '}', '|', ']']);

/** A set of characters, and the one character that it was written as, if it was. */
interface ClassItem {
  readonly set: string;
  readonly single?: number;
}

/** Reads one expression from left to right. */
class PatternReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  /** The whole text as an expression. */
  read(): Expression {
    const expression = this.choice();
    if (this.at < this.text.length) throw this.fault(`"${this.next}" cannot stand`);
    return expression;
  }

  /** The character here, a surrogate pair as one; empty at the end. */
  private get next(): string {
    const codePoint = this.text.codePointAt(this.at);
    return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
  }

  private fault(what: string): PatternFault {
    const place = this.at < this.text.length ? `at character ${this.at + 1}` : 'at its end';
    return new PatternFault(`${what} ${place}`);
  }

  private take(): string {
    const character = this.next;
    this.at += character.length;
    return character;
  }

  private takeIf(character: string): boolean {
    if (this.next !== character) return false;
    this.at += character.length;
    return true;
  }

  private expect(character: string): void {
    if (!this.takeIf(character)) throw this.fault(`"${character}" is missing`);
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > deepest) throw this.fault('brackets are nested too deeply');
    const result = read();
    this.depth--;
    return result;
  }

  /** Production 1: branches between bars. */
  private choice(): Expression {
    const alternatives = [this.branch()];
    while (this.takeIf('|')) alternatives.push(this.branch());
    const [only] = alternatives;
    return only !== undefined && alternatives.length === 1 ? only : { kind: 'choice', alternatives };
  }

  /** Production 2: pieces in a row, each with its quantifier. */
  private branch(): Expression {
    const parts: Expression[] = [];
    while (!noAtom.has(this.next)) parts.push(this.quantified(this.atom()));
    const [only] = parts;
    return only !== undefined && parts.length === 1 ? only : { kind: 'sequence', parts };
  }

  private quantified(part: Expression): Expression {
    const repeated = (minimum: number, maximum: number): Expression => ({ kind: 'repetition', part, minimum, maximum });
    if (this.takeIf('*')) return repeated(0, Infinity);
    if (this.takeIf('+')) return repeated(1, Infinity);
    if (this.takeIf('?')) return repeated(0, 1);
    if (!this.takeIf('{')) return part;
    const minimum = this.count();
    const maximum = this.takeIf(',') ? (this.next === '}' ? Infinity : this.count()) : minimum;
    if (maximum < minimum) throw this.fault('the quantifier wants more at least than at most');
    this.expect('}');
    return repeated(minimum, maximum);
  }

  private count(): number {
    const start = this.at;
    while (/^[0-9]$/u.test(this.next)) this.at++;
    if (this.at === start) throw this.fault('a number is missing in the quantifier');
    return Number(this.text.slice(start, this.at));
  }

  private atom(): Expression {
    const character = this.take();
    switch (character) {
      case '(': {
        const inner = this.nested(() => this.choice());
        this.expect(')');
        return inner;
      }
      case '[':
        return { kind: 'characters', set: this.nested(() => this.classExpression()) };
      case '\\':
        return { kind: 'characters', set: this.escape().set };
      case '.':
        return { kind: 'characters', set: anyCharacter };
      default:
        return { kind: 'characters', set: setOf(character.codePointAt(0) ?? 0) };
    }
  }

  /** What follows a backslash (production 23). */
  private escape(): ClassItem {
    const letter = this.take();
    const single = singleEscapes.get(letter);
    if (single !== undefined) return { set: setOf(single), single };
    const set = classEscapes.get(letter);
    if (set !== undefined) return { set };
    if (letter === 'p') return { set: this.property() };
    if (letter === 'P') return { set: complementOf(this.property()) };
    this.at -= letter.length;
    throw this.fault(letter === '' ? 'a character is missing after the backslash' : `there is no escape "\\${letter}"`);
  }

  private property(): string {
    this.expect('{');
    const end = this.text.indexOf('}', this.at);
    const name = this.text.slice(this.at, end === -1 ? this.text.length : end);
    const set = setOfProperty(name);
    if (set === undefined) throw this.fault(`"${name}" is no category or block of Unicode`);
    this.at += name.length;
    this.expect('}');
    return set;
  }

  /** A class after its bracket, perhaps with another taken away from it (productions 12 to 16); ends after `]`. */
  private classExpression(): string {
    const isNegative = this.takeIf('^');
    const sets: string[] = [];
    while (this.next !== ']' && !this.text.startsWith('-[', this.at)) sets.push(this.classRange(sets.length === 0));
    if (sets.length === 0) throw this.fault('a class without characters ends');
    const positive = unionOf(sets);
    const set = isNegative ? complementOf(positive) : positive;
    if (this.takeIf(']')) return set;
    this.at += '-['.length;
    const other = this.nested(() => this.classExpression());
    this.expect(']');
    return differenceOf(set, other);
  }

  /** A character, an escape or a range of a class. A hyphen stands for itself only at the beginning or the end. */
  private classRange(isFirst: boolean): string {
    const item = this.classItem(isFirst);
    const isRange = this.next === '-' && !['[', ']'].includes(this.text.charAt(this.at + 1));
    if (!isRange) return item.set;
    this.at++;
    const last = this.classItem(false);
    if (item.single === undefined || last.single === undefined) {
      throw this.fault('a range with an end that is no single character stands');
    }
    if (last.single < item.single) throw this.fault('a range from a later to an earlier character stands');
    return setOfRange(item.single, last.single);
  }

  private classItem(isFirst: boolean): ClassItem {
    const character = this.next;
    if (character === '') throw this.fault('"]" is missing');
    const isHyphenInside = character === '-' && !isFirst && this.text.charAt(this.at + 1) !== ']';
    if (character === '[' || character === ']' || isHyphenInside)
      throw this.fault(`"${character}" without a backslash stands`);
    this.take();
    if (character === '\\') return this.escape();
    const single = character.codePointAt(0) ?? 0;
    return { set: setOf(single), single };
  }
}

/**
 * Takes an expression of XML Schema apart (appendix F). Stricter than some: braces stand for themselves only after a
 * backslash, and no other characters may follow one than those that the appendix names.
 *
 * @throws PatternFault where the text is no expression
 */
export function parsePattern(text: string): Expression {
  return new PatternReader(text).read();
}
