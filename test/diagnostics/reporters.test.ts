import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { codeFrame } from '../../src/diagnostics/frame.js';
import { indexLines } from '../../src/diagnostics/line-index.js';
import { reporters } from '../../src/diagnostics/reporters/index.js';
import { inertLine } from '../../src/diagnostics/visible.js';

const escape = '\u001B[2J\u202E';

describe('codeFrame', () => {
  it('underlines a span in its line', () => {
    expect(codeFrame('one\ntwo three\n', { span: { start: 8, end: 13 } })).toEqual(['2 | two three', '  |     ^^^^^']);
  });

  it('marks one character where only a position is known, and the line’s end', () => {
    expect(codeFrame('ab', { position: { line: 1, column: 2 } })).toEqual(['1 | ab', '  |  ^']);
    expect(codeFrame('ab\ncd', { span: { start: 2, end: 5 } })).toEqual(['1 | ab', '  |   ^']);
    expect(codeFrame('ab', {})).toEqual([]);
  });

  it('cuts a long line around the place', () => {
    const text = `${'x'.repeat(500)}here${'y'.repeat(500)}`;
    const [line = '', marks = ''] = codeFrame(text, { span: { start: 500, end: 504 } });
    expect(line).toBe(`1 | …${'x'.repeat(30)}here${'y'.repeat(66)}…`);
    expect(marks.indexOf('^')).toBe(line.indexOf('here'));
    expect(marks.length - marks.indexOf('^')).toBe(4);
  });

  it('keeps the marks under their words after tabs, escapes, combining marks and wide letters', () => {
    expect(codeFrame(`\tA\u0301\u4E2D\u001Bx`, { span: { start: 5, end: 6 } })).toEqual([
      '1 |  A\u0301\u4E2D<U+001B>x',
      '  |             ^',
    ]);
  });
});

describe('indexLines', () => {
  it('knows LF, CR LF and CR', () => {
    const index = indexLines('a\nb\r\nc\rd');
    expect([0, 2, 5, 7, 99].map((offset) => index.positionOf(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
    expect([1, 2, 3, 4, 5].map((line) => index.textOf(line))).toEqual(['a', 'b', 'c', 'd', '']);
  });
});

const finding = diagnostic('relax-ng/element-not-allowed', 'No <foo> here.', {
  file: 'tei/x.xml',
  span: { start: 3, end: 7 },
  position: { line: 1, column: 4 },
  source: { file: 'seeds/x.txt', span: { start: 2, end: 4 } },
  help: 'Take it away.',
});
const texts: Readonly<Record<string, string>> = { 'tei/x.xml': '<p><foo/></p>', 'seeds/x.txt': 'a\nbc' };
const textOf = (file: string): string | undefined => texts[file];

describe('the pretty reporter', () => {
  it('shows place, frame, source and help, and sums up', () => {
    expect(reporters.pretty({ files: ['tei/x.xml', 'tei/y.xml'], diagnostics: [finding], textOf })).toBe(
      `tei/x.xml:1:4 error relax-ng/element-not-allowed
  No <foo> here.
    1 | <p><foo/></p>
      |    ^^^^
  from seeds/x.txt:2:1
    2 | bc
      | ^^
  help: Take it away.

2 files checked: 1 error, 0 warnings.
`,
    );
  });

  it('uses colours only if asked, and never passes control characters on', () => {
    const bad = diagnostic('gate/empty', `a${escape}`, {
      file: `f${escape}.xml`,
      help: escape,
      span: { start: 0, end: 3 },
    });
    const findings = { files: [`f${escape}.xml`], diagnostics: [bad], textOf: () => `x${escape}` };
    expect(reporters.pretty(findings)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    expect(reporters.pretty(findings)).toContain('a<U+001B>[2J<U+202E>');
    expect(reporters.pretty(findings, { colour: true })).toContain('\u001B[31merror\u001B[0m');
  });

  it('lets no line be a command of a build server', () => {
    const bad = diagnostic('gate/empty', '::error::x', { file: '::warning file=a', help: 'h' });
    expect(reporters.pretty({ files: [], diagnostics: [bad] })).not.toMatch(/^\s*::/mu);
  });

  it('tells what a rule is called, and all that would be lawful only if asked', () => {
    const ruled = { ...finding, rule: 'note-order', expected: ['hi', 'emph'] };
    const plain = reporters.pretty({ files: [], diagnostics: [ruled] }, { totals: false });
    expect(plain).toBe(
      'tei/x.xml:1:4 error relax-ng/element-not-allowed (note-order)\n  No <foo> here.\n  from seeds/x.txt\n  help: Take it away.\n\n',
    );
    expect(reporters.pretty({ files: [], diagnostics: [ruled] }, { verbose: true })).toContain('expected: hi, emph');
  });

  it('says so where nothing was found', () => {
    expect(reporters.pretty({ files: ['a'], diagnostics: [] })).toBe('1 file checked: 0 errors, 0 warnings.\n');
  });
});

describe('the json reporter', () => {
  it('gives files and diagnostics, with their places in lines and columns, in printable ASCII', () => {
    const bad = diagnostic('gate/empty', `é${escape}😀`, { file: 'x.xml' });
    const output = reporters.json({ files: ['x.xml'], diagnostics: [bad, finding], textOf });
    expect(output).toMatch(/^[\n -~]*$/);
    const source = { ...finding.source, line: 2, column: 1, endLine: 2, endColumn: 3 };
    expect(JSON.parse(output)).toEqual({
      files: ['x.xml'],
      diagnostics: [bad, { ...finding, line: 1, column: 4, endLine: 1, endColumn: 8, source }],
    });
  });

  it('gives the line and column that are known where the text is not at hand', () => {
    const { diagnostics } = JSON.parse(reporters.json({ files: [], diagnostics: [finding] })) as {
      diagnostics: object[];
    };
    expect(diagnostics).toEqual([{ ...finding, line: 1, column: 4 }]);
  });
});

describe('inertLine', () => {
  it.each([
    ['::error::x', '<U+003A>:error::x'],
    ['  ::add-mask::e', '  <U+003A>:add-mask::e'],
    ['##[error]x', '<U+0023>#[error]x'],
    ['a::b ##[c]', 'a::b ##[c]'],
    [': a', ': a'],
  ])('%j', (line, inert) => {
    expect(inertLine(line)).toBe(inert);
  });
});
