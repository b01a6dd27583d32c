import { beforeAll, describe, expect, test } from 'vitest';
import { compileStylesheets, outputOf, readSample, transform } from './sample.js';

beforeAll(compileStylesheets);

const text = (body: string, parameters = {}): Promise<string> => outputOf(body, 'text', parameters);

describe('plain text', () => {
  test('a letter keeps brackets, dots, note numbers, readings and signatures', async () => {
    const { output, diagnostics } = await transform(readSample('letter'), 'text');
    expect(diagnostics).toEqual([]);
    expect(output).toBe(`A letter to a friend

Read to the committee on 20 April.

Berlin, 5 March 1912
Dear Ada Lovelace,

I have [not] seen the paper[3] of which you write [pis'mo], page II [source:
11], by the CC and again the CC.

[page 2]

It was recieved[SIC] ... and lost
on the way. [Translator's note: the mail was slow.] He read this:

        Gentlemen!

        We protest.

        The Board

Then he left.[*] As said in the beginning.

Yours,
Max, Secretary

Write soon.


Notes

[3] It appeared later. See the archive.

    A second paragraph.

[*] Nobody followed.


Abbreviations

CC: Central Committee
`);
  });
  test('speakers stand as printed: before their first words after a mark, else on a line of their own', async () => {
    expect(await text('<sp><speaker>KHRUSHCHEV.</speaker><p>Comrades.</p></sp>')).toBe('KHRUSHCHEV. Comrades.\n');
    expect(await text('<sp><speaker>Cde. Zhukov-</speaker>\n  <p>Agrees.</p></sp>')).toBe('Cde. Zhukov-Agrees.\n');
    expect(await text('<sp><speaker>(Khrushchev)</speaker><p>We.</p></sp>')).toBe('(Khrushchev)\nWe.\n');
  });
  test('stage directions have brackets, printed or ours', async () => {
    expect(await text('<sp><stage>(Laughter.)</stage><p>Yes <stage>sits</stage></p></sp>')).toBe(
      '(Laughter.)\n\nYes [sits]\n',
    );
  });
  test('verse keeps its lines, whatever the width', async () => {
    expect(await text('<lg><l>one two</l><l>three</l></lg>', { width: 20 })).toBe('  one two\n  three\n');
  });
  test('lists have markers, printed ones first, also within each other', async () => {
    expect(await text('<list><item n="1)">a</item><item>b<list><item>c</item></list></item></list>')).toBe(
      '1) a\n- b\n  - c\n',
    );
  });
  test('tables have columns, or filled rows where the line is too short', async () => {
    const table =
      '<table><row><cell>Town</cell><cell>n</cell></row><row><cell>Győr</cell><cell>12</cell></row></table>';
    expect(await text(table)).toBe('Town | n\nGyőr | 12\n');
    expect(await text(table, { width: 6 })).toBe('Town |\n    n\nGyőr |\n    12\n');
  });
  test('variants are listed after the text', async () => {
    expect(await text('<p><app><lem wit="#A">one</lem><rdg wit="#B">two</rdg><rdg wit="#C"/></app></p>')).toBe(
      'one\n\n\nVariant readings\n\none] two B; om. C\n',
    );
  });
  test('lines are filled to the width and no further; combining marks do not count; 0 fills none', async () => {
    expect(await text('<p>aaaa bbbb cccc</p>', { width: 9 })).toBe('aaaa bbbb\ncccc\n');
    expect(await text('<p>e\u0301e\u0301e\u0301e\u0301 bbbb cccc</p>', { width: 9 })).toBe(
      'e\u0301e\u0301e\u0301e\u0301 bbbb\ncccc\n',
    );
    expect(await text('<p>aaaa bbbb cccc</p>', { width: 0 })).toBe('aaaa bbbb cccc\n');
    expect(await text('<p>a\u00A0b c</p>', { width: 1 })).toBe('a\u00A0b\nc\n');
  });
  test('no line of any sample ends in a blank or is too long', async () => {
    for (const name of ['letter', 'minutes', 'drama', 'table', 'apparatus', 'dictionary', 'corpus']) {
      const { output } = await transform(readSample(name), 'text', { width: 60 });
      for (const line of output.split('\n')) {
        expect(line).not.toMatch(/[ \t\r]$/);
        expect(line.length).toBeLessThanOrEqual(60);
      }
    }
  });
});
