/** A regular expression over names, interned: the same expression is the same object. */
export interface Expression {
  readonly id: number;
  readonly nullable: boolean;
  readonly shape:
    | { readonly kind: 'nothing' | 'empty' }
    | { readonly kind: 'symbol'; readonly symbol: string }
    | { readonly kind: 'sequence'; readonly first: Expression; readonly second: Expression }
    | { readonly kind: 'choice'; readonly members: readonly Expression[] }
    | { readonly kind: 'star'; readonly member: Expression };
}

/** Makes expressions and compares the languages that they describe, exactly. */
export class RegularLanguages {
  private readonly known = new Map<string, Expression>();
  private readonly steps = new Map<number, ReadonlyMap<string, ReadonlySet<Expression>>>();

  readonly nothing = this.intern('nothing', false, { kind: 'nothing' });
  readonly empty = this.intern('empty', true, { kind: 'empty' });

  symbol(symbol: string): Expression {
    return this.intern(`symbol ${symbol}`, false, { kind: 'symbol', symbol });
  }

  sequence(first: Expression, second: Expression): Expression {
    if (first === this.nothing || second === this.nothing) return this.nothing;
    if (first === this.empty) return second;
    if (second === this.empty) return first;
    const shape = { kind: 'sequence', first, second } as const;
    return this.intern(`sequence ${first.id} ${second.id}`, first.nullable && second.nullable, shape);
  }

  choice(alternatives: readonly Expression[]): Expression {
    const flat = alternatives.flatMap((each) => (each.shape.kind === 'choice' ? each.shape.members : [each]));
    const members = [...new Set(flat)].filter((each) => each !== this.nothing).sort((a, b) => a.id - b.id);
    const [only] = members;
    if (only === undefined) return this.nothing;
    if (members.length === 1) return only;
    const nullable = members.some((each) => each.nullable);
    return this.intern(`choice ${members.map(({ id }) => id).join(' ')}`, nullable, { kind: 'choice', members });
  }

  star(member: Expression): Expression {
    if (member === this.nothing || member === this.empty) return this.empty;
    if (member.shape.kind === 'star') return member;
    return this.intern(`star ${member.id}`, true, { kind: 'star', member });
  }

  /** The shortest word that only one of two languages has, and which has it; undefined where they are equal. */
  difference(left: Expression, right: Expression): { word: string[]; only: 'left' | 'right' } | undefined {
    const start = { left: new Set([left]), right: new Set([right]), word: [] as string[] };
    const seen = new Set<string>();
    const waiting = [start];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const key = `${keyOf(next.left)}|${keyOf(next.right)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const inLeft = [...next.left].some(({ nullable }) => nullable);
      const inRight = [...next.right].some(({ nullable }) => nullable);
      if (inLeft !== inRight) return { word: next.word, only: inLeft ? 'left' : 'right' };
      const lefts = this.stepsOf(next.left);
      const rights = this.stepsOf(next.right);
      for (const symbol of new Set([...lefts.keys(), ...rights.keys()])) {
        const after = { left: lefts.get(symbol) ?? new Set(), right: rights.get(symbol) ?? new Set() };
        waiting.push({ ...after, word: [...next.word, symbol] });
      }
    }
    return undefined;
  }

  private intern(key: string, nullable: boolean, shape: Expression['shape']): Expression {
    const present = this.known.get(key);
    if (present !== undefined) return present;
    const made = { id: this.known.size, nullable, shape };
    this.known.set(key, made);
    return made;
  }

  private stepsOf(state: ReadonlySet<Expression>): Map<string, Set<Expression>> {
    const all = new Map<string, Set<Expression>>();
    for (const each of state) for (const [symbol, rests] of this.step(each)) addAll(all, symbol, rests);
    return all;
  }

  /** What may follow each first symbol (Antimirov's linear form). */
  private step(expression: Expression): ReadonlyMap<string, ReadonlySet<Expression>> {
    const present = this.steps.get(expression.id);
    if (present !== undefined) return present;
    const made = new Map<string, Set<Expression>>();
    const then = (first: Expression, second: Expression): void => {
      for (const [symbol, rests] of this.step(first)) {
        addAll(made, symbol, new Set([...rests].map((rest) => this.sequence(rest, second))));
      }
    };
    const { shape } = expression;
    if (shape.kind === 'symbol') made.set(shape.symbol, new Set([this.empty]));
    if (shape.kind === 'choice') for (const each of shape.members) then(each, this.empty);
    if (shape.kind === 'star') then(shape.member, expression);
    if (shape.kind === 'sequence') {
      then(shape.first, shape.second);
      if (shape.first.nullable) then(shape.second, this.empty);
    }
    this.steps.set(expression.id, made);
    return made;
  }
}

function addAll(map: Map<string, Set<Expression>>, symbol: string, rests: ReadonlySet<Expression>): void {
  const present = map.get(symbol) ?? new Set<Expression>();
  for (const rest of rests) present.add(rest);
  map.set(symbol, present);
}

function keyOf(state: ReadonlySet<Expression>): string {
  return [...state]
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join(' ');
}
