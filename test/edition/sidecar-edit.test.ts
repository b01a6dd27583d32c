import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { DecisionEntry } from '../../src/edition/decision-lines.js';
import { emptyRegister } from '../../src/edition/register.js';
import { addDecisions, type EditedText } from '../../src/edition/sidecar-edit.js';

const berg: DecisionEntry = { quote: 'Berg', after: 'came: #1', person: 'berg-anna', by: 'ada' };

function add(
  text: string | undefined,
  ...decisions: DecisionEntry[]
): { edited: EditedText | undefined; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const edited = addDecisions('seeds/a.yaml', text, decisions, (finding) => found.push(finding));
  return { edited, found };
}

const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => code);

describe('a decision is not added', () => {
  it('to what is no YAML', () => {
    const { edited, found } = add('title: "x\n', berg);
    expect([edited, codes(found).includes('edition/yaml-syntax')]).toEqual([undefined, true]);
  });

  it('to a sidecar that has faults', () => {
    const { edited, found } = add('titel: x\n', berg);
    expect([edited, codes(found)]).toEqual([undefined, ['edition/unknown-key']]);
  });

  it('where it is none itself', () => {
    const { edited, found } = add('title: x\n', { quote: 'x', date: '1956-02-30' });
    expect([edited, codes(found)]).toEqual([undefined, ['edition/value-not-allowed']]);
  });

  it('where the register does not know the person', () => {
    const found: Diagnostic[] = [];
    expect(addDecisions('seeds/a.yaml', '', [berg], (finding) => found.push(finding), emptyRegister)).toBeUndefined();
    expect(codes(found)).toEqual(['edition/unknown-id']);
  });

  it('where the sidecar says something else of the very place', () => {
    const { edited, found } = add(
      'title: x\ndecisions:\n  - quote: Berg\n    after: "came: #1"\n    person: other\n',
      berg,
    );
    expect([edited, codes(found), found[0]?.position?.line]).toEqual([undefined, ['review/decided-otherwise'], 3]);
  });

  it('twice, not even with another reason', () => {
    const text = 'decisions:\n  - {quote: Berg, after: "came: #1", person: berg-anna}\n';
    expect(add(text, berg).edited).toEqual({ text, from: 1, to: 0 });
  });
});

const LINES = ['- quote: "Berg"', '  after: "came: #1"', '  person: berg-anna', '  by: ada'];
const lines = (indent: string, eol = '\n'): string => LINES.map((line) => indent + line).join(eol);

describe('a decision is added', () => {
  it.each([
    ['no file', undefined, `decisions:\n${lines('  ')}\n`, 1],
    ['an empty file', '', `decisions:\n${lines('  ')}\n`, 1],
    ['comments only', '# nothing yet\n', `# nothing yet\ndecisions:\n${lines('  ')}\n`, 2],
    ['no decisions', 'title: x # a\n\n# end\n', `title: x # a\n\n# end\ndecisions:\n${lines('  ')}\n`, 4],
    ['no line end', 'title: x', `title: x\ndecisions:\n${lines('  ')}`, 2],
    ['a key without value', 'decisions: # c\n\ntitle: x\n', `decisions: # c\n${lines('  ')}\n\ntitle: x\n`, 2],
    ['an empty list', 'decisions: []\ntitle: x\n', `decisions:\n${lines('  ')}\ntitle: x\n`, 2],
    [
      'a list at the margin, with comments within and after',
      'decisions:\n- quote: a # k\n  gap: true\n  # sure\n\n# of the text\ntitle: x\n',
      `decisions:\n- quote: a # k\n  gap: true\n  # sure\n${lines('')}\n\n# of the text\ntitle: x\n`,
      5,
    ],
    [
      'a last item that ends with a block of text',
      'decisions:\n    - quote: a\n      gap: true\n      note: |\n        one\n        # two\n\ntitle: x\n',
      `decisions:\n    - quote: a\n      gap: true\n      note: |\n        one\n        # two\n${lines('    ')}\n\ntitle: x\n`,
      7,
    ],
    [
      'line ends of Windows and a byte order mark',
      '\uFEFFdecisions:\r\n- quote: a\r\n  gap: true\r\ntitle: x\r\n',
      `\uFEFFdecisions:\r\n- quote: a\r\n  gap: true\r\n${lines('', '\r\n')}\r\ntitle: x\r\n`,
      4,
    ],
    ['the end of a document', '---\ntitle: x\n...\n', `---\ntitle: x\ndecisions:\n${lines('  ')}\n...\n`, 3],
  ])('where there is %s', (_, text, wanted, from) => {
    const { edited, found } = add(text, berg);
    expect(found).toEqual([]);
    expect(edited?.text).toBe(wanted);
    expect(edited?.from).toBe(from);
    expect(edited?.text.split(/\r?\n/u)[edited.to - 1]).toContain('by: ada');
  });

  it.each([
    ['decisions: [{quote: a, gap: true}, ] # c\n', 'decisions: [{quote: a, gap: true}, { quote:'],
    ['{title: x, decisions: []}\n', '{title: x, decisions: [ { quote:'],
    ['{title: x}\n', '{title: x, decisions: [{ quote:'],
    ['{}\n', '{ decisions: [{ quote:'],
  ])('in brackets: %s', (text, begins) => {
    const { edited } = add(text, berg, { quote: 'x', date: { from: '1956', to: '1957' } });
    expect(edited?.text.startsWith(begins)).toBe(true);
    const { decisions } = parse(edited?.text ?? '') as { decisions: unknown[] };
    expect(decisions.slice(-2)).toEqual([berg, { quote: 'x', date: { from: 1956, to: 1957 } }]);
  });
});

describe('whatever a sidecar looks like', () => {
  const comment = fc.constantFrom('', ' # said by Ada', '  #');
  const blank = fc.constantFrom('', '\n', '\n\n# between: [things\n', '# x\n');
  const text = fc.constantFrom(
    'a',
    '"a: b"',
    "'it''s'",
    'plain words # not',
    '|\n      one\n\n      two',
    '>-\n      folded\n      on',
  );
  const decision = fc
    .tuple(text, comment, blank)
    .map(([note, after, gap]) => `  - quote: x${after}\n    supplied: true\n    note: ${note}\n${gap}`);
  const key = fc.constantFrom(
    'genre: letter',
    'title: "T"',
    'author:\n  - name: A\n  - name: B',
    'language: en',
    'source: {fond: 12}',
  );
  const sidecar = fc
    .tuple(
      fc.uniqueArray(key, { maxLength: 3, selector: (each) => each.slice(0, 3) }),
      fc.array(decision, { maxLength: 3 }),
      fc.nat({ max: 3 }),
      fc.tuple(comment, blank, blank),
      fc.boolean(),
    )
    .map(([keys, decisions, at, [after, gap, head], isWindows]) => {
      const list = decisions.length === 0 ? [] : [`decisions:${after}\n${decisions.join('')}`];
      const parts = keys.map((each) => `${each}${each.includes('\n') ? '' : after}\n${gap}`);
      parts.splice(at, 0, ...list);
      return (head + parts.join('')).replaceAll('\n', isWindows ? '\r\n' : '\n');
    });
  const quotation = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => each.trim() !== '');

  it('what stood in it stands in it, to the byte, and it says the new decision beside what it said', () => {
    fc.assert(
      fc.property(sidecar, quotation, quotation, (before, quote, correct) => {
        const { edited, found } = add(before, { quote, correct });
        if (found.length > 0) return;
        expect(edited).toBeDefined();
        const after = edited?.text ?? '';
        let common = 0;
        while (common < before.length && before[common] === after[common]) common++;
        expect(after.endsWith(before.slice(common))).toBe(true);
        const read = (parse(after) as { decisions: unknown[] }).decisions;
        expect(read.at(-1)).toEqual({ quote, correct });
        expect(add(after, { quote, correct }).edited?.text).toBe(after);
      }),
      { numRuns: 120 },
    );
  });

  it('it is seldom refused', () => {
    const samples = fc.sample(sidecar, { numRuns: 100, seed: 7 });
    expect(
      samples.flatMap((each) =>
        add(each, { quote: 'new', gap: 'true' }).found.map(({ code, message }) => `${code} ${message} ${each}`),
      ),
    ).toEqual([]);
  });
});
