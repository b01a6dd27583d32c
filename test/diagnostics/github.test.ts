import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { reportGithub } from '../../src/diagnostics/reporters/github.js';

/** What the runner of GitHub Actions makes of a line: a command with its properties undone, or plain text. */
function commandOf(line: string): { name: string; properties: Record<string, string>; data: string } | undefined {
  const match = /^\s*::(\w[\w-]*)(?: ([^:]*))?::(.*)$/u.exec(line);
  if (match === null) return undefined;
  const undone = (text: string): string =>
    text
      .replace(/%0D/gu, '\r')
      .replace(/%0A/gu, '\n')
      .replace(/%3A/gu, ':')
      .replace(/%2C/gu, ',')
      .replace(/%25/gu, '%');
  const properties = (match[2] ?? '').split(',').map((each): [string, string] => {
    const at = each.indexOf('=');
    return [each.slice(0, at), undone(each.slice(at + 1))];
  });
  return { name: match[1] ?? '', properties: Object.fromEntries(properties), data: undone(match[3] ?? '') };
}

const text = 'one\n<bold>\ntwo\n';
const finding = diagnostic('relax-ng/invalid', 'No <bold>, 100%: never.', {
  file: 'tei/a, b: c.xml',
  span: { start: 4, end: 9 },
  help: 'Write <hi>.',
});

describe('the github reporter', () => {
  it('writes a workflow command with place and title', () => {
    expect(reportGithub({ files: [], diagnostics: [finding], textOf: () => text })).toBe(
      '::error file=tei/a%2C b%3A c.xml,line=2,col=1,endColumn=6,title=relax-ng/invalid::No <bold>, 100%25: never. Write <hi>.\n',
    );
  });

  it('leaves the columns out where the place ends in another line, and the place where there is none', () => {
    const long = { ...finding, span: { start: 4, end: 13 } };
    expect(reportGithub({ files: [], diagnostics: [long], textOf: () => text })).toContain(',line=2,endLine=3,title=');
    const bare = diagnostic('validate/no-schema', 'None.');
    expect(reportGithub({ files: [], diagnostics: [bare] })).toBe('::notice title=validate/no-schema::None.\n');
  });

  it('puts errors first, and says how many GitHub will not show', () => {
    const warning = diagnostic('gate/encoding-not-unicode', 'W.');
    const diagnostics = [...Array.from({ length: 12 }, () => warning), ...Array.from({ length: 11 }, () => finding)];
    const lines = reportGithub({ files: [], diagnostics }).split('\n');
    expect(lines.slice(0, 11).every((line) => line.startsWith('::error '))).toBe(true);
    expect(lines.slice(11, 23).every((line) => line.startsWith('::warning '))).toBe(true);
    expect(lines.slice(23)).toEqual(['GitHub shows 10 findings of a kind; 3 more are in this log alone.', '']);
    expect(reportGithub({ files: [], diagnostics: [finding] }).split('\n')).toHaveLength(2);
  });

  it('is one command a finding for any text, and the runner gets the text back', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'%0A:,=a \n\r\u2028;é😀D25'.split('')) });
    fc.assert(
      fc.property(anyText, anyText, anyText, (message, name, rule) => {
        const found = diagnostic('gate/empty', message, { file: `x${name}`, position: { line: 3, column: 1 } });
        const [line, ...rest] = reportGithub({ files: [], diagnostics: [{ ...found, rule }] }, { root: '/r' }).split(
          '\n',
        );
        expect(rest).toEqual(['']);
        const command = commandOf(line ?? '');
        expect(command?.name).toBe('error');
        expect(command?.properties['line']).toBe('3');
        const shown = message.replace(
          /[\n\r\u2028]/gu,
          (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
        );
        expect(command?.data).toBe(shown);
      }),
      { numRuns: 300, seed: 1956 },
    );
  });
});
