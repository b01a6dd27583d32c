import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { PlacedDecision } from '../../src/edition/decision.js';
import { placeDecisions } from '../../src/edition/placed-decision.js';
import { readSidecar } from '../../src/edition/sidecar.js';
import { sourceFileOf } from '../../src/source/source-file.js';

const ada = { id: 'ada', name: 'Ada', role: 'editor' };
const ben = { id: 'ben', name: 'Ben', role: 'editor' };

interface Placed {
  readonly placed: readonly PlacedDecision[];
  readonly findings: readonly Diagnostic[];
}

/** Places the decisions of a sidecar, each given as its lines. */
function place(text: string, decisions: readonly string[], editors = [ada], top = ''): Placed {
  const findings: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => void findings.push(finding);
  const yaml = `${top}decisions:\n${decisions.map((lines) => `  - ${lines.replaceAll('\n', '\n    ')}\n`).join('')}`;
  const sidecar = readSidecar('seeds/x.yaml', yaml, report);
  const placed = placeDecisions(sidecar?.decisions ?? [], sourceFileOf('seeds/x.txt', text), editors, report);
  return { placed, findings };
}
const codes = ({ findings }: Placed): string[] => findings.map(({ code }) => code);

describe('a decision that has no place', () => {
  test.each([
    ['another accent', 'Comrade Kovács said so.', 'Kovacs', 'seeds/x.txt:1:9 “Comrade Kovács said so.”'],
    ['a letter misread', 'Comrade Kovacs said so.', 'Kcvacs', 'seeds/x.txt:1:9 “Comrade Kovacs said so.”'],
    [
      'a figure for letters',
      'In the great World War Il they fought.',
      'World War 11',
      '“In the great World War Il they fought.”',
    ],
    [
      'a word between',
      'the interests of our common cause',
      'the interests our common cause',
      'interests of our common cause',
    ],
    ['another hyphen', 'He was in Gheorghiu-Dej’s house.', 'Gheorghiu Dej', '1:11 “He was in Gheorghiu-Dej’s house.”'],
    ['Cyrillic letters', 'Товарищ Хрущёв выступил.', 'Хрущев', '1:9 “Товарищ Хрущёв выступил.”'],
    ['a line further', 'One.\n\nTwo Kovacs.', 'Kovaks', 'seeds/x.txt:3:5'],
  ])('is told what is like it: %s', (_name, text, quote, expected) => {
    const made = place(text, [`quote: ${quote}\nnot: name`]);
    expect(codes(made)).toEqual(['edition/decision-without-place']);
    expect(made.findings[0]).toMatchObject({ file: 'seeds/x.yaml', position: { line: 2, column: 12 } });
    expect(made.findings[0]?.help).toContain('Did you mean this?');
    expect(made.findings[0]?.help).toContain(expected);
    expect(made.placed).toEqual([]);
  });

  test('is told nothing where nothing is like it', () => {
    const made = place('Nothing of the kind stands here.', ['quote: Xylophone\nnot: name']);
    expect(made.findings.map(({ help }) => help)).toEqual([
      'Quote the source letter by letter; white space does not matter.',
    ]);
  });

  test('is told where its words stand, and that not its context does', () => {
    const made = place('Mr Kovacs came. Mrs Kovacs went.', ['quote: Kovacs\nbefore: Comrade\nafter: came\nnot: name']);
    expect(made.findings[0]?.message).toBe(
      'The text reads “Kovacs” 2 times, but nowhere after “Comrade” and before “came”, as this decision quotes it; it was not applied.',
    );
    expect(made.findings[0]?.help).toMatch(/^seeds\/x\.txt:1:4 “Mr Kovacs came\..*seeds\/x\.txt:1:21 “/u);
  });
});

test('a decision with several places is told each of them', () => {
  const made = place('Kovacs spoke.\nThen Kovacs sat. Kovacs rose.', ['quote: Kovacs\nnot: name']);
  expect(codes(made)).toEqual(['edition/decision-ambiguous']);
  expect(made.findings[0]?.message).toBe('3 places of the text read “Kovacs”; the decision was not applied.');
  for (const at of ['x.txt:1:1', 'x.txt:2:6', 'x.txt:2:18']) expect(made.findings[0]?.help).toContain(at);
  expect(place('Kovacs and Kovacs', ['quote: Kovacs\nevery: true\nnot: name']).placed[0]?.places).toHaveLength(2);
});

describe('decisions that stand against each other', () => {
  const text = 'Comrade Béla Kovács of the Budapest Party Committee spoke on 3 May 1956 about World War 11.';
  const of = (...decisions: string[]): Placed => place(text, decisions);

  test.each([
    ['two persons', 'quote: Kovács\nperson: a', 'quote: Kovács\nperson: b'],
    ['a person within a person', 'quote: Béla Kovács\nperson: a', 'quote: Kovács\nperson: b'],
    ['a person that is no name', 'quote: Béla Kovács\nperson: a', 'quote: Kovács\nnot: name'],
    ['a date that is none', 'quote: 3 May 1956\ndate: 1956-05-03', 'quote: 3 May 1956\nnot: date'],
    ['names that cross', 'quote: Béla Kovács\nperson: a', 'quote: Kovács of the Budapest\norganisation: b'],
    ['two corrections', 'quote: World War 11\ncorrect: World War II', 'quote: War 11\ncorrect: War I'],
    ['two languages', 'quote: Béla\nlanguage: hu', 'quote: Béla\nlanguage: cs'],
    ['a beginning that is none', 'quote: Comrade\nsplit: true', 'quote: Comrade Béla\njoin: true'],
    ['two parts', 'quote: Comrade\npart: head', 'quote: Comrade\npart: stage'],
    ['two speakers', 'quote: Comrade\nspeaker: a', 'quote: Comrade\nspeaker: b'],
    ['two notes', 'quote: Comrade\nnoteFor: "1"', 'quote: Comrade\nnoteFor: "2"'],
    ['two markers', 'quote: "11"\nmarker: "1"', 'quote: "11"\nmarker: "2"'],
    ['a marker that is none', 'quote: "11"\nmarker: "1"', 'quote: "11"\nnot: note'],
    ['two genres', 'quote: Comrade\ngenre: letter', 'quote: Comrade\ngenre: prose'],
  ])('are both left out, and told with the places of both: %s', (_name, one, other) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const made = of(first, second);
      expect([codes(made), made.placed]).toEqual([['edition/decisions-contradict'], []]);
      expect(made.findings[0]?.message).toContain('the one in line 2, column 12,');
      expect(made.findings[0]?.position).toEqual({ line: 2 + first.split('\n').length, column: 12 });
      expect(made.findings[0]?.message).toContain('seeds/x.txt:1:');
    }
  });

  test.each([
    ['the same twice', 'quote: Kovács\nperson: a', 'quote: Kovács\nperson: a'],
    ['a place in an organisation', 'quote: Budapest Party Committee\norganisation: a', 'quote: Budapest\nplace: b'],
    ['a correction in a name', 'quote: Béla Kovács\nperson: a', 'quote: Kovács\ncorrect: Kovácz'],
    ['a name that is of another kind', 'quote: Kovács\nperson: a', 'quote: Kovács\nnot: place'],
    ['a paragraph that begins here and what it is', 'quote: Comrade\nsplit: true', 'quote: Comrade\npart: head'],
    ['a paragraph that begins here and its note', 'quote: Comrade\nnoteFor: "1"', 'quote: Comrade Béla\nsplit: true'],
    ['a paragraph that begins here, said twice', 'quote: Comrade\nsplit: true', 'quote: Comrade Béla\nsplit: true'],
    ['a label and who speaks', 'quote: Comrade\npart: speaker', 'quote: Comrade\nspeaker: a'],
  ])('is not said of those that do not: %s', (_name, one, other) => {
    const made = of(one, other);
    expect([codes(made), made.placed.length]).toEqual([[], 2]);
  });

  test('what is decided for one place goes before what is decided for every place', () => {
    const made = place('Kovacs spoke. Kovacs sat. Kovacs rose.', [
      'quote: Kovacs\nevery: true\nperson: a',
      'quote: Kovacs\nafter: sat\nperson: b',
    ]);
    expect(codes(made)).toEqual([]);
    expect(made.placed.map(({ places }) => places.map(({ start }) => start))).toEqual([[0, 26], [14]]);
  });
});

describe('who decided', () => {
  const decisions = ['quote: one\nnot: name', 'quote: two\nnot: name'];
  const by = ({ placed }: Placed): (string | undefined)[] => placed.map((each) => each.by);

  test('is the editor of the edition, where there is one', () => {
    expect(by(place('one two', decisions))).toEqual(['ada', 'ada']);
  });

  test('is asked once where there are several, or none', () => {
    for (const editors of [[ada, ben], []]) {
      const made = place('one two', decisions, editors);
      expect([by(made), codes(made)]).toEqual([[undefined, undefined], ['edition/decision-without-editor']]);
    }
  });

  test('can be said for a sidecar, and for a decision', () => {
    const made = place('one two', [decisions[0] ?? '', 'quote: two\nby: ada\nnot: name'], [ada, ben], 'by: ben\n');
    expect([by(made), codes(made)]).toEqual([['ben', 'ada'], []]);
  });

  test('has to be an editor of the edition', () => {
    const made = place('one two', ['quote: one\nby: adda\nnot: name'], [ada, ben]);
    expect([by(made), codes(made), made.findings[0]?.help]).toEqual([
      [undefined],
      ['edition/unknown-editor'],
      'Did you mean “ada”?',
    ]);
  });
});

describe('after the text was changed elsewhere', () => {
  const words = ['Kovacs', 'Nagy', 'the', 'of', 'came', 'went,', 'Comrade', 'spoke.', 'in', 'Budapest'];
  const word = fc.constantFrom(...words);
  property.prop(
    [
      fc.array(word, { minLength: 8, maxLength: 40 }),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('insert', 'delete', 'line end'), word), { maxLength: 6 }),
    ],
    { numRuns: 300 },
  )('a decision holds at its place, or says why not', (before, at, edits) => {
    // The decision quotes a word that the text has nowhere else, with a word on each side.
    const target = 1 + (at % (before.length - 2));
    const text = before.map((each, i) => (i === target ? 'Xantippe' : each));
    const lines = `quote: Xantippe\nbefore: ${JSON.stringify(text[target - 1])}\nafter: ${JSON.stringify(text[target + 1])}\nperson: x`;
    let current = text;
    let isTouched = false;
    const lineEnds = new Set<number>();
    for (const [where, kind, added] of edits) {
      const own = current.indexOf('Xantippe');
      const index = where % (current.length + 1);
      if (kind === 'insert') {
        current = [...current.slice(0, index), added, ...current.slice(index)];
        isTouched ||= index === own || index === own + 1;
      } else if (kind === 'line end') {
        lineEnds.add(index);
      } else if (index !== own) {
        current = current.filter((_each, i) => i !== index);
        isTouched ||= Math.abs(index - own) === 1;
      }
      if (current.length < 3) return;
    }
    const now = current.map((each, i) => `${lineEnds.has(i) ? '\n' : ' '}${each}`).join('');
    const made = place(now, [lines]);
    if (made.placed.length === 1) {
      const span = made.placed[0]?.places[0];
      expect(now.slice(span?.start, span?.end)).toBe('Xantippe');
      expect(codes(made)).toEqual([]);
    } else {
      expect([isTouched, codes(made)]).toEqual([true, ['edition/decision-without-place']]);
      expect(made.findings[0]?.message).toContain('The text reads “Xantippe” once');
    }
  });
});
