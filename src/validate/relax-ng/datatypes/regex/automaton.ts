import { type Expression, PatternFault } from './expression.js';

/** A node without a set is passed without reading; one with a set reads a character of it and goes to its one target. */
interface Node {
  readonly set?: number;
  readonly targets: number[];
}

/** More nodes than any sensible pattern has: what asks for them repeats repetitions many times over. */
const mostNodes = 50_000;

/** A pattern as a graph: from `start`, each way to node 0 reads a text that matches. */
export interface Automaton {
  readonly nodes: readonly Node[];
  readonly start: number;
  /** The sets of characters, as sources of classes with flag `v`. */
  readonly sets: readonly string[];
}

/** Builds the graph from its end: each part is built with the node that follows it (after Thompson, 1968). */
class AutomatonBuilder {
  readonly nodes: Node[] = [{ targets: [] }];
  private readonly sets = new Map<string, number>();

  get setSources(): readonly string[] {
    return [...this.sets.keys()];
  }

  private add(node: Node): number {
    if (this.nodes.length >= mostNodes) throw new PatternFault('it repeats too much');
    return this.nodes.push(node) - 1;
  }

  /** The node that an expression begins with, when `next` is what follows it. */
  build(expression: Expression, next: number): number {
    switch (expression.kind) {
      case 'characters': {
        const set = this.sets.get(expression.set) ?? this.sets.size;
        this.sets.set(expression.set, set);
        return this.add({ set, targets: [next] });
      }
      case 'sequence':
        return expression.parts.reduceRight((following, part) => this.build(part, following), next);
      case 'choice':
        return this.add({ targets: expression.alternatives.map((each) => this.build(each, next)) });
      case 'repetition':
        return this.repeat(expression, next);
    }
  }

  private repeat({ part, minimum, maximum }: Expression & { kind: 'repetition' }, next: number): number {
    let start = next;
    let copies = minimum;
    if (maximum === Infinity) {
      const loop = this.add({ targets: [next] });
      const body = this.build(part, loop);
      this.nodes[loop]?.targets.push(body);
      start = minimum === 0 ? loop : body;
      copies--;
    } else {
      for (let count = minimum; count < maximum; count++) {
        start = this.add({ targets: [this.build(part, start), next] });
      }
    }
    for (; copies > 0; copies--) start = this.build(part, start);
    return start;
  }
}

/**
 * The graph of an expression. Repetitions with numbers become as many copies.
 *
 * @throws PatternFault where the graph would be too large
 */
export function automatonOf(expression: Expression): Automaton {
  const builder = new AutomatonBuilder();
  const start = builder.build(expression, 0);
  return { nodes: builder.nodes, start, sets: builder.setSources };
}
