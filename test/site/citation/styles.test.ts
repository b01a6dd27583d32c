import { beforeAll, describe, expect, test } from 'vitest';
import type { CslItem } from '../../../src/site/citation/csl-item.js';
import { loadStyles, type StyleCitations, type StyledDates } from '../../../src/site/citation/styles.js';
import { proseText, type Prose } from '../../../src/site/reading/prose.js';
import { loadMessages } from '../../../src/site/theme/messages.js';

const MAY: StyledDates = { full: '3 May 1850', abbreviated: '3 May 1850' };
const UNDATED: StyledDates = { full: '', abbreviated: '' };

const letter: CslItem = {
  id: 'letter',
  type: 'personal_communication',
  title: 'Letter to Charles Babbage',
  author: [{ family: 'Byron', given: 'Ada' }],
  translator: [{ family: 'Roe', given: 'Jane' }],
  editor: [{ literal: 'J. Doe' }],
  issued: { 'date-parts': [[1850, 5, 3]] },
  'available-date': { 'date-parts': [[2026, 11, 21]] },
  'container-title': 'Letters and Minutes',
  publisher: 'A Press',
  archive: 'British Library',
  'archive-place': 'London',
  archive_location: 'Add MS 37192, f. 45',
  URL: 'https://example.org/letter?a=1&b=2',
};

let style: StyleCitations;

beforeAll(async () => {
  style = await loadStyles(loadMessages('en'));
});

/** Italics between asterisks, the address in angle brackets. */
function marked(prose: Prose): string {
  return prose
    .map(({ text, href, emphasis }) => (href === null ? (emphasis ? `*${text}*` : text) : `<${text}>`))
    .join('');
}

function printed(item: CslItem, dates = MAY): Record<'note' | 'bibliography' | 'mla', string> {
  const { note, bibliography, mla } = style(item, dates);
  return { note: marked(note), bibliography: marked(bibliography), mla: marked(mla) };
}

test('a letter with everything', () => {
  expect(printed(letter, { full: '3 March 1850', abbreviated: '3 Mar. 1850' })).toEqual({
    note: 'Ada Byron, “Letter to Charles Babbage,” 3 March 1850, trans. Jane Roe, Add MS 37192, f. 45, British Library, London, in *Letters and Minutes*, ed. J. Doe (A Press, 2026), <https://example.org/letter?a=1&b=2>.',
    bibliography:
      'Byron, Ada. “Letter to Charles Babbage.” 3 March 1850. Translated by Jane Roe. Add MS 37192, f. 45, British Library, London. In *Letters and Minutes*, edited by J. Doe. A Press, 2026. <https://example.org/letter?a=1&b=2>.',
    mla: 'Byron, Ada. “Letter to Charles Babbage.” 3 Mar. 1850. Translated by Jane Roe. *Letters and Minutes*, edited by J. Doe, A Press, 2026, <https://example.org/letter?a=1&b=2>. Add MS 37192, f. 45, British Library, London.',
  });
});

test('nothing known but a title', () => {
  expect(printed({ id: 'a', type: 'document', title: 'Papers' }, UNDATED)).toEqual({
    note: '“Papers,” n.d.',
    bibliography: '“Papers.” n.d.',
    mla: '“Papers.”',
  });
});

test('a title that ends with a mark of its own has no full stop beside it', () => {
  const { note, bibliography } = printed({ id: 'a', type: 'document', title: 'What Is to Be Done?' });
  expect(note).toBe('“What Is to Be Done?,” 3 May 1850.');
  expect(bibliography).toBe('“What Is to Be Done?” 3 May 1850.');
});

test('the edition: its editors first in the bibliography', () => {
  const edition: CslItem = {
    id: 'edition:',
    type: 'book',
    title: 'Letters',
    editor: [
      { family: 'Roe', given: 'R.' },
      { family: 'Doe', given: 'J.' },
    ],
    publisher: 'A Press',
    issued: { 'date-parts': [[2026]] },
    URL: 'https://example.org/',
  };
  expect(printed(edition, UNDATED)).toEqual({
    note: '*Letters*, ed. R. Roe and J. Doe (A Press, 2026), <https://example.org/>.',
    bibliography: 'Roe, R., and J. Doe, eds. *Letters*. A Press, 2026. <https://example.org/>.',
    mla: 'Roe, R., and J. Doe, editors. *Letters*. A Press, 2026, <https://example.org/>.',
  });
});

test('an editor who publishes is named once in MLA', () => {
  const { mla } = printed({ ...letter, editor: [{ literal: 'A Press' }] });
  expect(mla.match(/A Press/g)).toHaveLength(1);
});

test('many authors: the first of three in a note and in MLA, six in a bibliography', () => {
  const author = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((family) => ({ family, given: 'X.' }));
  expect(printed({ ...letter, author: author.slice(0, 2) }).note).toMatch(/^X\. A and X\. B, “/);
  expect(printed({ ...letter, author: author.slice(0, 3) }).note).toMatch(/^X\. A et al\., “/);
  expect(printed({ ...letter, author: author.slice(0, 3) }).mla).toMatch(/^A, X\., et al\. “/);
  expect(printed({ ...letter, author: author.slice(0, 6) }).bibliography).toMatch(/^A, X\., X\. B, .* and X\. F\. “/);
  expect(printed({ ...letter, author }).bibliography).toMatch(/^A, X\., X\. B, X\. C, et al\. “/);
});

describe('words that mean harm are words', () => {
  const hostile = '<i>x</i> <script>alert(1)</script> & </span> {{y}} &lt; \uE000 <span class="nocase">';

  test.each(['title', 'container-title', 'archive_location', 'publisher'] as const)('in %s', (field) => {
    for (const prose of Object.values(style({ ...letter, [field]: hostile }, MAY)) as Prose[]) {
      expect(proseText(prose)).toContain('<i>x</i> <script>alert(1)</script> & </span> {{y}} &lt; \uE000 <span class=');
      expect(prose.filter(({ emphasis }) => emphasis)).toHaveLength(1);
    }
  });

  test('in a name and a date', () => {
    const prose = style({ ...letter, author: [{ literal: hostile }] }, { full: '<b>1</b>', abbreviated: '' }).note;
    expect(proseText(prose)).toMatch(/^<i>x<\/i> <script>.*<b>1<\/b>/);
  });
});

test('one item leaves nothing in the next', () => {
  const alone = printed(letter);
  printed({ ...letter, title: 'Another', author: [{ literal: 'Somebody' }] });
  expect(printed(letter)).toEqual(alone);
});
