import type { PrefixRule } from './file-references.js';

/** Longest pointer that a `matchPattern` is tried on, and longest pattern. */
const LONGEST = 300;
/** Steps that all patterns of a run may take, as {@link stepsOf} reckons them. */
const STEPS = 100_000_000;

/** What a private prefix stands for. */
export type Expansion =
  | { readonly kind: 'pointers'; readonly pointers: readonly string[] }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'wrong-pattern'; readonly rule: PrefixRule }
  /** The pattern could take too long, so it was not tried. */
  | { readonly kind: 'not-tried' };

interface Pattern {
  readonly expression: RegExp;
  readonly choices: Choices;
}

/** Expands pointers with private prefixes; made once a run, since all patterns share one allowance of steps. */
export class PrefixExpander {
  private readonly patterns = new Map<string, Pattern | undefined>();
  private steps = 0;

  /**
   * The pointers that a pointer stands for: one for each rule that matches, since several rules of one prefix are
   * alternatives (Guidelines, 17.2.3).
   *
   * @param rules the rules of the pointer's prefix. @param rest the pointer after the prefix and its colon.
   */
  expand(rules: readonly PrefixRule[], rest: string): Expansion {
    const pointers: string[] = [];
    for (const rule of rules) {
      if (rest.length > LONGEST || rule.matchPattern.length > LONGEST) return { kind: 'not-tried' };
      const pattern = this.patternOf(rule.matchPattern);
      if (pattern === undefined) return { kind: 'wrong-pattern', rule };
      const steps = stepsOf(pattern.choices, rest.length);
      if (this.steps + steps > STEPS) return { kind: 'not-tried' };
      this.steps += steps;
      const match = pattern.expression.exec(rest);
      if (match !== null) pointers.push(replace(rule.replacementPattern, match));
    }
    return pointers.length === 0 ? { kind: 'no-match' } : { kind: 'pointers', pointers };
  }

  /** The pattern for the whole of a pointer's rest; undefined for one that is no regular expression. */
  private patternOf(matchPattern: string): Pattern | undefined {
    if (!this.patterns.has(matchPattern)) {
      const expression = compile(matchPattern);
      const pattern = expression === undefined ? undefined : { expression, choices: choicesOf(matchPattern) };
      this.patterns.set(matchPattern, pattern);
    }
    return this.patterns.get(matchPattern);
  }
}

/** Patterns of XPath that JavaScript writes otherwise: the characters of XML names. */
const translations: readonly (readonly [RegExp, string])[] = [
  [/\\i/gu, '[\\p{L}_:]'],
  [/\\c/gu, '[\\p{L}\\p{M}\\p{N}._:\\u00B7-]'],
];

function compile(matchPattern: string): RegExp | undefined {
  // Inside a class the brackets of a translation would end it.
  const translated = translations.reduce(
    (pattern, [shorthand, characters]) => pattern.replace(shorthand, characters),
    matchPattern.replace(/\[(?:\\.|[^\]\\])*\]/gu, (characterClass) =>
      translations.reduce((inner, [shorthand, outer]) => inner.replace(shorthand, outer.slice(1, -1)), characterClass),
    ),
  );
  // A needless escape such as `\-` is an error with the flag `u` alone.
  return regularExpression(`^(?:${translated})$`, 'u') ?? regularExpression(`^(?:${translated})$`, '');
}

function regularExpression(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/** How many ways a pattern has through a text. */
interface Choices {
  /** Repetitions, each of which can end at any place. */
  readonly repetitions: number;
  /** Options and alternatives, each of which doubles the ways. */
  readonly options: number;
  /** Whether a group with a choice in it is repeated: there can be exponentially many ways. */
  readonly isNested: boolean;
}

function choicesOf(pattern: string): Choices {
  let repetitions = 0;
  let options = 0;
  let isNested = false;
  const groups: number[] = [];
  // How many choices stood before the group that has just been closed.
  let closed: number | undefined;
  for (const character of pattern.replace(/\\[\s\S]/gu, 'x').replace(/\[[^\]]*\]/gu, 'x')) {
    const choices = repetitions + options;
    if (character === '*' || character === '+' || character === '{') {
      isNested ||= closed !== undefined && choices > closed;
      repetitions++;
    } else if (character === '?' || character === '|') {
      options++;
    }
    if (character === '(') groups.push(choices);
    closed = character === ')' ? groups.pop() : undefined;
  }
  return { repetitions, options, isNested };
}

/** The most steps that a pattern from an untrusted file can take on a text of `length` characters. */
function stepsOf({ repetitions, options, isNested }: Choices, length: number): number {
  return isNested ? Infinity : (length + 1) ** repetitions * 2 ** options;
}

/** The replacement with `$1`, `$2` … as the match's groups have them; no other sign is special. */
function replace(replacementPattern: string, match: RegExpExecArray): string {
  return replacementPattern.replace(/\$(\d)/gu, (_, digit: string) => match[Number(digit)] ?? '');
}
