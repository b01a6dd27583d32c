import type { Automaton } from './automaton.js';

/** The nodes in which the automaton can be after some text, as one state. */
interface State {
  /** Those that read a character. */
  readonly nodes: readonly number[];
  /** Whether the text may end here. */
  readonly isFinal: boolean;
  /** The state after a character, by its kind; undefined until first asked. */
  readonly next: (State | undefined)[];
}

/** Characters that the same sets contain are of one kind. */
interface CharacterKind {
  readonly index: number;
  readonly isIn: readonly boolean[];
}

/** How many nodes the remembered states may have together before they are forgotten. */
const mostRemembered = 200_000;

/**
 * Runs an automaton over texts, in all its nodes at once: the time is linear in the text, whatever the pattern. Each
 * state is made when first reached and then remembered, so that a character mostly costs two look-ups. JavaScript's own
 * expressions are not used for this: patterns come from anybody's schema, and they backtrack.
 */
export class Matcher {
  private readonly tests: readonly RegExp[];
  private readonly kinds = new Map<string, CharacterKind>();
  private readonly kindsByCharacter = new Map<number, CharacterKind>();
  private readonly asciiKinds: (CharacterKind | undefined)[] = new Array<undefined>(128).fill(undefined);
  private states = new Map<string, State>();
  private remembered = 0;
  private start: State;

  constructor(private readonly automaton: Automaton) {
    this.tests = automaton.sets.map((set) => new RegExp(`^${set}$`, 'v'));
    this.start = this.stateOf([automaton.start]);
  }

  /** Whether the pattern matches the whole text. */
  matches(text: string): boolean {
    let state = this.start;
    for (let at = 0; at < text.length; at++) {
      let code = text.charCodeAt(at);
      if (code >= 0xd800 && code <= 0xdbff) {
        code = text.codePointAt(at) ?? code;
        if (code > 0xffff) at++;
      }
      const kind = (code < 128 ? this.asciiKinds[code] : this.kindsByCharacter.get(code)) ?? this.kindOf(code);
      state = state.next[kind.index] ?? this.advance(state, kind);
      if (state.nodes.length === 0 && !state.isFinal) return false;
    }
    return state.isFinal;
  }

  private kindOf(code: number): CharacterKind {
    const character = String.fromCodePoint(code);
    const isIn = this.tests.map((test) => test.test(character));
    const key = isIn.map(Number).join('');
    const kind = this.kinds.get(key) ?? { index: this.kinds.size, isIn };
    this.kinds.set(key, kind);
    if (code < 128) this.asciiKinds[code] = kind;
    else this.kindsByCharacter.set(code, kind);
    return kind;
  }

  /** The state after a character of a kind. */
  private advance(state: State, { index, isIn }: CharacterKind): State {
    const { nodes } = this.automaton;
    const reached: number[] = [];
    for (const number of state.nodes) {
      const node = nodes[number];
      if (node?.set !== undefined && isIn[node.set] === true) reached.push(...node.targets);
    }
    if (this.remembered > mostRemembered) this.forget();
    const next = this.stateOf(reached);
    state.next[index] = next;
    return next;
  }

  private forget(): void {
    this.states = new Map();
    this.remembered = 0;
    this.start = this.stateOf([this.automaton.start]);
  }

  /** The state of some nodes and all that are reached from them without reading. */
  private stateOf(entries: readonly number[]): State {
    const open = [...entries];
    const seen = new Set(open);
    const reading: number[] = [];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const node = this.automaton.nodes[number];
      if (node?.set !== undefined) reading.push(number);
      else {
        for (const target of node?.targets ?? []) {
          if (seen.has(target)) continue;
          seen.add(target);
          open.push(target);
        }
      }
    }
    const isFinal = seen.has(0);
    const nodes = reading.sort((one, other) => one - other);
    const key = `${isFinal ? '!' : ''}${nodes.join(' ')}`;
    const known = this.states.get(key);
    if (known !== undefined) return known;
    const state: State = { nodes, isFinal, next: [] };
    this.states.set(key, state);
    this.remembered += nodes.length + 1;
    return state;
  }
}
