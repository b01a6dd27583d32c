import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GuideRun } from './guide-run.js';
import { firstMissing, stepsOf } from './walkthrough.js';

/** Guides that a reader follows from the first line to the last. */
const guides = ['docs/editors.md', 'docs/genres.md', 'docs/faq.md'];

describe.each(guides)('%s', (path) => {
  let folder: string;
  let run: GuideRun;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'editio-guide-')));
    run = new GuideRun(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const steps = stepsOf(readFileSync(path, 'utf8'));

  it('has steps', () => {
    expect(steps.length).toBeGreaterThan(5);
  });

  it.each(steps)(`${path}:$line ($kind)`, async (step) => {
    expect(await run.follow(step)).toBeUndefined();
  });
});

describe('what a guide shows', () => {
  const steps = (text: string): string[] => stepsOf(text).map(({ kind }) => kind);

  it('is understood by the words before it', () => {
    expect(
      stepsOf(
        'Save this as `a.txt`:\n\n```text\nA\n```\n\nThen:\n\n```sh\neditio convert  # all\n```\n\n```text\n…\n```\n',
      ),
    ).toEqual([
      { kind: 'save', line: 3, path: 'a.txt', text: 'A\n' },
      { kind: 'run', line: 9, commands: ['editio convert'], shows: '…\n' },
    ]);
    expect(
      steps(
        'In `a`, replace:\n\n```\nx\n```\n\nby:\n\n```\ny\n```\n\nNow remove `b`.\n\n`a` now has:\n\n```\ny\n```\n',
      ),
    ).toEqual(['replace', 'remove', 'has']);
  });

  it('may not be left in doubt', () => {
    expect(() => stepsOf('Some words.\n\n```yaml\na: b\n```\n')).toThrow('line 3');
    expect(() => stepsOf('In `a`, replace:\n\n```\nx\n```\n')).toThrow('line 3');
  });

  it.each([
    ['A\nB', 'A\nB\n', 'whole', undefined],
    ['A', 'A\nB\n', 'whole', 'B (which is not shown)'],
    ['A\n…', 'A\nB\n', 'whole', undefined],
    ['…\nC', 'A\nB\n', 'whole', 'C'],
    ['A\nC', 'A\nB\nC\n', 'whole', 'C'],
    ['B', 'A\n  B\n', 'part', undefined],
    ['A\nC', 'A\nB\nC\n', 'part', 'C'],
    ['A\n…\nC', 'A\nB\nC\n', 'part', undefined],
    ['1 … of ….', '1 page of 2.\n', 'part', undefined],
    ['1 … of 3.', '1 page of 2.\n', 'part', '1 … of 3.'],
    ['ab…bc', 'abc\n', 'part', 'ab…bc'],
  ] as const)('is compared: %j with %j as %s', (shown, text, mode, missing) => {
    expect(firstMissing(shown, text, mode)).toBe(missing);
  });
});
