import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../../src/validate/references/index.js';
import { collect, diskOf, findingsOf, teiFile, type Archive } from './archive.js';

/** An archive of some files, in which each pointer names an element by its file and number. */
interface Plan {
  readonly sizes: readonly number[];
  readonly pointers: readonly { readonly from: number; readonly to: number; readonly at: number }[];
}

const plans = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    pointers: fc.array(fc.record({ from: fc.nat(3), to: fc.nat(3), at: fc.nat(5) }), { maxLength: 25 }),
  })
  .map(({ sizes, pointers }): Plan => ({
    sizes,
    pointers: pointers.map(({ from, to, at }) => ({
      from: from % sizes.length,
      to: to % sizes.length,
      at: at % (sizes[to % sizes.length] ?? 1),
    })),
  }));

const idOf = (file: number, at: number): string => `f${file}-${'abcdef'[at] ?? ''}`;
const tokenOf = ({ from, to, at }: Plan['pointers'][number]): string =>
  `${from === to ? '' : `${to}.xml`}#${idOf(to, at)}`;

function archiveOf(plan: Plan, renamed?: string): Archive {
  return Object.fromEntries(
    plan.sizes.map((size, file) => {
      const elements = Array.from({ length: size }, (_, at) => {
        const id = idOf(file, at);
        return `<item xml:id="${id === renamed ? 'something-quite-different' : id}"/>`;
      });
      const pointers = plan.pointers
        .filter(({ from }) => from === file)
        .map((pointer) => `<ptr target="${tokenOf(pointer)}"/>`);
      return [`${file}.xml`, [...elements, ...pointers].join('\n')];
    }),
  );
}

describe('an id that is given another name', () => {
  property.prop([plans, fc.nat(3), fc.nat(5)], { numRuns: 200 })(
    'is missed by its pointers, and by no other',
    (plan, inFile, place) => {
      expect(findingsOf(archiveOf(plan))).toEqual([]);
      const file = inFile % plan.sizes.length;
      const at = place % (plan.sizes[file] ?? 1);
      const found = findingsOf(archiveOf(plan, idOf(file, at)));
      const expected = new Map<string, number>();
      for (const pointer of plan.pointers) {
        if (pointer.to !== file || pointer.at !== at) continue;
        const key = `${pointer.from}.xml ${tokenOf(pointer)}`;
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      const told = found.map(({ file: name, actual, message }) => {
        const times = /\((\d+) times in this file\)/u.exec(message)?.[1] ?? '1';
        return [`${name ?? ''} ${actual ?? ''}`, Number(times)] as const;
      });
      expect(new Map(told)).toEqual(expected);
      expect(told).toHaveLength(expected.size);
      expect(new Set(found.map(({ code }) => code)).size).toBeLessThanOrEqual(1);
    },
  );
});

describe('time', () => {
  /** Milliseconds for the check of a file with `count` ids, as many good pointers and as many that lead nowhere. */
  const timeFor = (count: number): number => {
    const names = Array.from({ length: count }, (_, i) => `${'abcdefghij'[i % 10] ?? ''}${i.toString(36)}-entry`);
    const body = names.map((name) => `<item xml:id="${name}"/><ptr target="#${name} #${name}-not b.xml#${name}"/>`);
    const files = [collect('a.xml', teiFile(body.join('\n'))), collect('b.xml', teiFile('<p/>'))];
    const start = performance.now();
    const findings = checkReferences(files, { fileSystem: diskOf({}) });
    const time = performance.now() - start;
    expect(findings).toHaveLength(2 * count);
    return time;
  };

  it('grows with the number of pointers, also where most lead nowhere', () => {
    timeFor(1_000);
    const small = timeFor(4_000);
    const large = timeFor(16_000);
    expect(large).toBeLessThan(10 * small + 300);
  });

  it('is short for 100 000 ids and pointers', () => {
    const body = Array.from({ length: 100_000 }, (_, i) => `<item xml:id="i${i}" corresp="#i${99_999 - i}"/>`);
    const files = [collect('a.xml', teiFile(body.join('\n')))];
    const start = performance.now();
    expect(checkReferences(files, { fileSystem: diskOf({}) })).toEqual([]);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
