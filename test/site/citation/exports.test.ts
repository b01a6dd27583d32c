import { createRequire } from 'node:module';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { bibtexOf } from '../../../src/site/citation/bibtex.js';
import type { CslItem } from '../../../src/site/citation/csl-item.js';
import { risOf } from '../../../src/site/citation/ris.js';

/** Citation.js reads what we write: it has no types. */
interface CitationJs {
  readonly plugins: {
    readonly input: { chain(text: string, options: object): Record<string, unknown>[] };
    readonly config: { get(name: '@bibtex'): { parse: { sentenceCase: string } } };
  };
}
const require = createRequire(import.meta.url);
const { plugins } = require('@citation-js/core') as CitationJs;
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

function read(text: string): Record<string, unknown> {
  const [item, ...others] = plugins.input.chain(text, { generateGraph: false });
  expect(others).toEqual([]);
  return item ?? {};
}

const item: CslItem = {
  id: 'letter-1850',
  type: 'personal_communication',
  title: 'Levél Gerő Ernőnek: 50 % & “több” {x} \\y $z_1^2~#',
  genre: 'letter',
  author: [{ family: 'Хрущёв', given: 'Никита' }, { literal: 'Comité des lois and letters' }],
  recipient: [{ family: 'Babbage', given: 'Charles' }],
  translator: [{ family: 'van der Roe', given: 'Jane' }],
  editor: [{ literal: 'The Press' }],
  issued: { 'date-parts': [[1850, 5, 3]], circa: true },
  'available-date': { 'date-parts': [[2026, 11, 21]] },
  'container-title': 'Letters & Minutes',
  publisher: 'A Press',
  archive: 'British Library',
  archive_location: 'Add MS 37192',
  language: 'hu',
  URL: 'https://example.org/a_b?x=1&y=%20#z',
};

describe('BibTeX', () => {
  test('as it stands in the file', () => {
    expect(bibtexOf(item, 'ca. 3 May 1850')).toBe(
      String.raw`@incollection{letter-1850,
  author = {Хрущёв, Никита and {Comité des lois and letters}},
  title = {{Levél Gerő Ernőnek: 50 \% \& “több” \{x\} \textbackslash{}y \$z\_1\textasciicircum{}2\textasciitilde{}\#}},
  editor = {{The Press}},
  translator = {van der Roe, Jane},
  booktitle = {{Letters \& Minutes}},
  publisher = {{A Press}},
  year = {2026},
  origdate = {1850-05-03?},
  note = {ca. 3 May 1850. Add MS 37192, British Library},
  langid = {hungarian},
  url = {https://example.org/a_b?x=1&y=%20#z},
}
`,
    );
  });

  test('Citation.js reads it', () => {
    const found = read(bibtexOf(item, 'ca. 3 May 1850'));
    expect(found).toMatchObject({
      type: 'chapter',
      author: [{ family: 'Хрущёв', given: 'Никита' }, { family: 'Comité des lois and letters' }],
      'container-title': 'Letters & Minutes',
      URL: item.URL,
      note: 'ca. 3 May 1850. Add MS 37192, British Library',
    });
    expect(found['title']).toContain('Levél Gerő Ernőnek: 50 % & “több” {x} \\y $z');
  });

  test('of the edition itself; of a text before our era; of a stretch of time', () => {
    expect(bibtexOf({ id: 'edition:', type: 'book', title: 'T', issued: { 'date-parts': [[2026]] } }, '')).toBe(
      '@book{edition,\n  title = {{T}},\n  year = {2026},\n}\n',
    );
    const old = bibtexOf({ ...item, issued: { 'date-parts': [[-44, 3, 15]] } }, '');
    expect(old).toContain('origdate = {-0043-03-15}');
    const span = bibtexOf(
      {
        ...item,
        issued: {
          'date-parts': [
            [1848, 5],
            [1848, 6],
          ],
        },
      },
      '',
    );
    expect(span).toContain('origdate = {1848-05/1848-06}');
  });

  property.prop([fc.string({ unit: 'grapheme', maxLength: 60 })])(
    'whatever a title says, the braces close',
    (title) => {
      const text = bibtexOf({ ...item, title }, title).replace(/\\[{}]/g, '');
      let depth = 0;
      for (const character of text) {
        if (character === '{') depth++;
        if (character === '}') depth--;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    },
  );
});

describe('RIS', () => {
  test('Citation.js reads it', () => {
    expect(read(risOf({ ...item, genre: 'letter' }))).toMatchObject({
      type: 'personal_communication',
      title: item.title,
      author: [{ family: 'Хрущёв', given: 'Никита' }, { literal: 'Comité des lois and letters' }],
      recipient: [{ family: 'Babbage', given: 'Charles' }],
      URL: item.URL,
      language: 'hu',
    });
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 80 })])('whatever a title says, it is one line', (title) => {
    const lines = risOf({ ...item, title }).split('\r\n');
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(lines.filter((line) => line.startsWith('TI'))).toHaveLength(
      title.trim() === '' ? lines.filter((l) => l.startsWith('TI')).length : 1,
    );
    expect(lines.at(-2)).toBe('ER  - ');
  });
});
