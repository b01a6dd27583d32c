import { describe, expect, it } from 'vitest';
import { convertFiles, type Conversion } from './edition-of-files.js';

const text = 'A text of some length.\n';
const seed = { 'seeds/x.txt': text };

/** Runs on an edition whose sidecar, or whose edition.yaml, reads so. */
const withSidecar = (content: string | Uint8Array): Promise<Conversion> =>
  convertFiles({ ...seed, 'seeds/x.yaml': content });
const withSettings = (content: string | Uint8Array): Promise<Conversion> =>
  convertFiles({ ...seed, 'edition.yaml': content });

const kinds = [
  ['a sidecar', 'seeds/x.yaml', withSidecar],
  ['edition.yaml', 'edition.yaml', withSettings],
] as const;

/** The YAML files of an edition; none of this stands in the fault matrix. */
describe.each(kinds)('beyond the matrix: faults of %s, by editio convert', (_name, file, run) => {
  it.each([
    ['a tab', 'title: x\n\tdate: y\n', '2:1'],
    ['a key twice', 'title: x\ndate: 1956\ntitle: y\n', '3:1'],
    ['a quotation mark without end', 'title: "x\n', '2:1'],
    ['a colon in a value', 'title: Letter: to Anna\n', '1:8'],
    ['two documents', 'title: x\n---\ntitle: y\n', '2:1'],
    ['an alias', 'title: &a x\ndate: *a\n', '2:7'],
    ['lists in lists', `title: ${'['.repeat(100_000)}`, '1:58'],
    ['maps in maps', `title: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}\n`, '1:208'],
    ['hyphens in a row', `title:\n  ${'- '.repeat(50_000)}a\n`, undefined],
  ])('%s is an error at its place', async (_fault, yaml, place) => {
    const { result, withoutHelp, written, outcome } = await run(yaml);
    expect([result[0], withoutHelp, written]).toEqual([2, [], []]);
    expect(result[1]).toMatch(`edition/yaml-syntax ${file}:${place ?? ''}`);
    expect(outcome.diagnostics.length).toBeLessThan(3);
  });

  it('aliases that would swell without end are refused at once, and not each by itself', async () => {
    const lines = Array.from({ length: 26 }, (_, i) => {
      const letter = String.fromCharCode(97 + i);
      const before = String.fromCharCode(96 + i);
      return `${letter}: &${letter} [${Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*${before}`)).join(', ')}]`;
    });
    const start = performance.now();
    const { result, outcome } = await run(`${lines.join('\n')}\n`);
    expect(performance.now() - start).toBeLessThan(5000);
    expect([result[0], outcome.diagnostics.length]).toEqual([2, 20]);
  });

  it('a wrong type and an unknown key are told with what is allowed, and the nearest spelling', async () => {
    const types = await run('title: [a, b]\n');
    expect(types.result).toEqual([2, `edition/value-not-allowed ${file}:1:8`]);
    expect(types.outcome.diagnostics[0]?.message).toContain('should be a text');
    const keys = await run('title: x\n__proto__: y\ntilte: z\n');
    expect(keys.result).toEqual([2, `edition/unknown-key ${file}:2:1`, `edition/unknown-key ${file}:3:1`]);
    expect(keys.outcome.diagnostics[1]?.help).toBe('Did you mean “title”?');
    expect(keys.outcome.diagnostics[1]?.expected).toContain('title');
  });

  it('of thousands of faults the first are told', async () => {
    const lines = (make: (i: number) => string): string => Array.from({ length: 8000 }, (_, i) => make(i)).join('');
    const start = performance.now();
    const unknown = await run(lines((i) => `key${i}: v\n`));
    const twice = await run(lines(() => 'title: v\n'));
    expect(performance.now() - start).toBeLessThan(15_000);
    expect([unknown.result[0], unknown.outcome.diagnostics.length]).toEqual([2, 20]);
    expect([twice.result[0], twice.outcome.diagnostics.length]).toEqual([2, 20]);
  });

  it('another encoding than UTF-8 is an error at its place, with the help that fits', async () => {
    const { outcome, result, written } = await run(Buffer.from('title: Kádár\n', 'latin1'));
    expect([result.slice(1), written]).toEqual([[`source/wrong-byte ${file}:1:9`], []]);
    expect(result[0]).toBeGreaterThan(0);
    expect(outcome.diagnostics[0]?.help).toBe('Save the file as UTF-8.');
  });

  it('bytes that are no text are an error', async () => {
    const { result, written } = await run(Buffer.from('PK\u0003\u0004\u0000\u0000', 'latin1'));
    expect([result.slice(1), written]).toEqual([[`source/other-format ${file}`], []]);
  });

  it.each([
    ['nothing', ''],
    ['comments', '# title: x\n'],
    ['a byte order mark and CRLF', '\ufefftitle: A title\r\n# more\r\n'],
    ['keys without values', 'title:\ndate:\n'],
    ['a comment far to the right', `title: x\n${' '.repeat(150)}# said by Anna\n`],
    ['a text in lines far to the right', `title: |\n${' '.repeat(150)}x\n${' '.repeat(150)}y\n`],
  ])('%s is no fault', async (_name, yaml) => {
    const { result, body } = await run(yaml);
    expect([result, body('x')]).toEqual([[0], expect.stringContaining('A text of some length.')]);
  });
});

describe('beyond the matrix: files of YAML beside the texts', () => {
  it('a sidecar without a text is told, with the one that was meant; a text without a sidecar is none', async () => {
    const { outcome, result, written } = await convertFiles({
      ...seed,
      'seeds/letter.txt': text,
      'seeds/leter.yaml': '',
    });
    expect([result, written]).toEqual([
      [0, 'edition/sidecar-without-seed seeds/leter.yaml'],
      ['letter.xml', 'x.xml'],
    ]);
    expect(outcome.diagnostics[0]?.help).toBe('Did you mean “letter.yaml”?');
  });

  it.each(['x.YAML', 'x.yml', 'x.Yml'])('the sidecar %s is read', async (name) => {
    const { result } = await convertFiles({ ...seed, [`seeds/${name}`]: 'titel: x\n' });
    expect(result).toEqual([2, `edition/unknown-key seeds/${name}:1:1`]);
  });

  it('a sidecar whose name has its accents in another form than its text is read', async () => {
    const { result } = await convertFiles({ 'seeds/\u00e9.txt': text, 'seeds/e\u0301.yaml': 'titel: x\n' });
    expect(result).toEqual([2, 'edition/unknown-key seeds/e\u0301.yaml:1:1']);
  });

  it('two sidecars, and two files of settings: the first is read, the other is told', async () => {
    const sidecars = await convertFiles({ ...seed, 'seeds/x.yaml': '', 'seeds/x.yml': '' });
    expect([sidecars.result, sidecars.withoutHelp]).toEqual([[2, 'edition/two-sidecars seeds/x.yml'], []]);
    const settings = await convertFiles({ ...seed, 'edition.yaml': '', 'edition.yml': '' });
    expect([settings.result, settings.withoutHelp]).toEqual([[2, 'edition/two-settings edition.yml'], []]);
  });

  it('a folder with the name of a sidecar, of the settings, of a register', async () => {
    for (const path of ['seeds/x.yaml', 'edition.yaml', 'tei/register/persons.xml']) {
      const { result, withoutHelp } = await convertFiles({ ...seed, [`${path}/file`]: '' });
      expect([result[0], result[1], withoutHelp]).toEqual([2, `edition/not-a-file ${path}`, []]);
    }
  });
});
