import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { fingerprintsOf } from '../../src/diagnostics/fingerprint.js';
import { regionsOf } from '../../src/diagnostics/regions.js';
import {
  compareWithBaseline,
  readBaseline,
  writeBaseline,
  type CheckedRun,
  type Comparison,
  type KnownFinding,
} from '../../src/validate/baseline.js';
import { checks } from '../../src/validate/checks.js';

const clean = '<p>a</p>\n<p>b</p>\n';
const faulty = '<p>a <bold/></p>\n<p>b <bold/></p>\n';

/** A run over files, with a finding at each `<bold`. */
function runOn(texts: Readonly<Record<string, string>>, more: Partial<CheckedRun> = {}): CheckedRun {
  const diagnostics = Object.entries(texts).flatMap(([file, text]) =>
    [...text.matchAll(/<bold/gu)].map(({ index }) =>
      diagnostic('relax-ng/invalid', 'No <bold>.', { file, span: { start: index, end: index + 5 } }),
    ),
  );
  return {
    diagnostics,
    regions: regionsOf((file) => texts[file]),
    files: Object.keys(texts),
    checks: new Set(checks),
    nameOf: (file) => file,
    isGone: () => false,
    ...more,
  };
}

const baselineOf = (texts: Readonly<Record<string, string>>): readonly KnownFinding[] =>
  compareWithBaseline([], runOn(texts)).updated;

/** The figures of a comparison: new, known, fixed, in the next baseline. */
const figures = ({ fresh, known, fixed, updated }: Comparison): number[] => [
  fresh.length,
  known,
  fixed.length,
  updated.length,
];

describe('compareWithBaseline', () => {
  it('lets known findings pass, wherever their lines have gone', () => {
    const moved = `<!-- new -->\n\n${faulty}`;
    expect(figures(compareWithBaseline(baselineOf({ 'a.xml': faulty }), runOn({ 'a.xml': moved })))).toEqual([
      0, 2, 0, 2,
    ]);
  });

  it('finds what is new, also where it is like what is known', () => {
    const baseline = baselineOf({ 'a.xml': faulty });
    const more = `${faulty}<p>c <bold/></p>\n`;
    expect(figures(compareWithBaseline(baseline, runOn({ 'a.xml': more })))).toEqual([1, 2, 0, 3]);
    expect(figures(compareWithBaseline(baseline, runOn({ 'a.xml': faulty + faulty })))).toEqual([2, 2, 0, 4]);
    expect(figures(compareWithBaseline(baseline, runOn({ 'b.xml': faulty })))).toEqual([2, 0, 0, 4]);
  });

  it('tells what was fixed, one of several alike too', () => {
    const baseline = baselineOf({ 'a.xml': faulty + faulty });
    expect(figures(compareWithBaseline(baseline, runOn({ 'a.xml': clean })))).toEqual([0, 0, 4, 0]);
    expect(figures(compareWithBaseline(baseline, runOn({ 'a.xml': faulty })))).toEqual([0, 2, 2, 2]);
  });

  it('keeps what the run did not look at: other files, checks left out', () => {
    const baseline = baselineOf({ 'a.xml': faulty });
    expect(figures(compareWithBaseline(baseline, runOn({ 'b.xml': clean })))).toEqual([0, 0, 0, 2]);
    const gateOnly = runOn({ 'a.xml': clean }, { checks: new Set(['gate']) });
    expect(figures(compareWithBaseline(baseline, gateOnly))).toEqual([0, 0, 0, 2]);
  });

  it('does not take for fixed what could not be checked', () => {
    const baseline = baselineOf({ 'a.xml': faulty });
    const refused = diagnostic('gate/not-well-formed', 'Broken.', { file: 'a.xml' });
    expect(figures(compareWithBaseline(baseline, runOn({ 'a.xml': clean }, { diagnostics: [refused] })))).toEqual([
      1, 0, 0, 2,
    ]);
    const undone = diagnostic('validate/schema-unreadable', 'No.', { file: 'x.rng' });
    expect(figures(compareWithBaseline(baseline, runOn({ 'a.xml': clean }, { diagnostics: [undone] })))).toEqual([
      1, 0, 0, 2,
    ]);
  });

  it('takes the findings of a file that is gone for fixed', () => {
    const gone = runOn({ 'b.xml': clean }, { isGone: (name) => name === 'a.xml' });
    expect(figures(compareWithBaseline(baselineOf({ 'a.xml': faulty }), gone))).toEqual([0, 0, 2, 0]);
  });

  it('never knows remarks, nor that a check was not done', () => {
    const diagnostics = [
      diagnostic('validate/no-schema', 'None.', { file: 'a.xml' }),
      diagnostic('gate/unreadable', 'None.', { file: 'b.xml' }),
      diagnostic('relax-ng/time-limit', 'Long.', { file: 'a.xml' }),
    ];
    const { fresh, updated } = compareWithBaseline([], runOn({ 'a.xml': clean }, { diagnostics }));
    expect([fresh, updated]).toEqual([diagnostics, []]);
  });

  it('never knows an error of the gate, and gives up one that an older baseline has', () => {
    const broken = diagnostic('gate/not-well-formed', 'Broken.', { file: 'a.xml', span: { start: 0, end: 1 } });
    const run = runOn({ 'a.xml': clean }, { diagnostics: [broken] });
    expect(figures(compareWithBaseline([], run))).toEqual([1, 0, 0, 0]);
    const [fingerprint = ''] = fingerprintsOf([broken], run.regions, run.nameOf);
    const old = [{ file: 'a.xml', code: broken.code, fingerprint, message: 'Broken.' }];
    expect(figures(compareWithBaseline(old, run))).toEqual([1, 0, 0, 0]);
  });

  it('after its own update has nothing new and nothing fixed, whatever was found', () => {
    const anyDiagnostic = fc
      .tuple(
        fc.constantFrom('a.xml', 'b.xml'),
        fc.nat(40),
        fc.nat(5),
        fc.constantFrom('gate/encoding-not-unicode', 'relax-ng/invalid'),
      )
      .map(([file, start, length, code]): Diagnostic =>
        diagnostic(code as 'relax-ng/invalid', 'M.', { file, span: { start, end: start + length } }),
      );
    fc.assert(
      fc.property(fc.array(anyDiagnostic), fc.array(anyDiagnostic), (before, now) => {
        const texts = { 'a.xml': faulty, 'b.xml': faulty };
        const first = compareWithBaseline([], runOn(texts, { diagnostics: before })).updated;
        const second = compareWithBaseline(first, runOn(texts, { diagnostics: now })).updated;
        const third = compareWithBaseline(second, runOn(texts, { diagnostics: now }));
        expect([third.fresh, third.fixed]).toEqual([[], []]);
        expect(third.updated).toEqual(second);
      }),
      { numRuns: 200, seed: 1956 },
    );
  });
});

describe('the file of a baseline', () => {
  it('is sorted, a finding a line, and is read again', () => {
    const baseline = baselineOf({ 'b.xml': faulty, 'a.xml': faulty });
    const text = writeBaseline(baseline);
    expect(text).toBe(writeBaseline(baselineOf({ 'a.xml': faulty, 'b.xml': faulty })));
    expect(text.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(4);
    expect(readBaseline(text)).toEqual(baseline);
    expect(readBaseline(writeBaseline([]))).toEqual([]);
  });

  it.each([
    ['', 'not JSON'],
    ['[]', '"format"'],
    ['{"format":"editio-baseline","version":2,"findings":[]}', 'version is 2'],
    ['{"format":"editio-baseline","version":1}', 'no list'],
    ['{"format":"editio-baseline","version":1,"findings":[{"file":"a"}]}', 'entry 1'],
    ['null', '"format"'],
  ])('%j is none', (text, why) => {
    expect(readBaseline(text)).toEqual({ fault: expect.stringContaining(why) as string });
  });
});
