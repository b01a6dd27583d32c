/** Numbers that look random and are the same in every run (a linear congruential generator). */
export class Dice {
  constructor(private seed: number) {}

  /** A whole number from 0 to `limit`, without it. */
  below(limit: number): number {
    this.seed = (Math.imul(this.seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((this.seed / 0x80000000) * limit);
  }

  chance(probability: number): boolean {
    return this.below(1000) < probability * 1000;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const rest = [...items];
    return items.map(() => {
      const [item] = rest.splice(this.below(rest.length), 1);
      if (item === undefined) throw new Error('Fewer items than there were.');
      return item;
    });
  }
}
