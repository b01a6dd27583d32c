import { describe, expect, it } from 'vitest';
import { apparatusView, type ApparatusView } from '../../../src/site/apparatus/apparatus-view.js';
import { parallelRows } from '../../../src/site/apparatus/parallel-rows.js';
import { SafeHtml } from '../../../src/site/safe-html.js';
import { loadMessages } from '../../../src/site/theme/messages.js';
import { transformDocuments } from '../../../src/transform/transform.js';
import { collatePlain } from '../../collate/plain.js';

const messages = loadMessages('en');

function viewOf(teiXml: string): ApparatusView {
  const html = SafeHtml.fromStylesheet('');
  const view = apparatusView({ id: 'x', teiXml, htmlFragment: html, plainText: '' }, 'en');
  if (view === undefined) throw new Error('the apparatus cannot be read');
  return view;
}

/** The text of each witness as the page with the witnesses side by side has it. */
function columnsOf(view: ApparatusView): string[] {
  const rows = parallelRows(view, messages, (id) => `#${id}`);
  return view.witnesses.map((_, witness) =>
    rows
      .flatMap(({ cells }) => cells[witness]?.pieces ?? [])
      .filter(({ isText, isVariant }) => isText || isVariant)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/gu, ' ')
      // A blank stands before and after the sign of an omission.
      .replace(/ (?=[.!])/gu, '')
      .trim(),
  );
}

const TEXTS = [
  'The river rose at night, and all slept. The end came.',
  'The riuer rose at night and all slept. A strange end came!',
  'The river rose at night, and nobody slept.',
];

describe('the witnesses side by side', () => {
  it('have each its own text', () => {
    expect(columnsOf(viewOf(collatePlain(...TEXTS).xml))).toEqual(TEXTS);
  });

  it('mark what departs from the base, and link its entry', () => {
    const [row] = parallelRows(viewOf(collatePlain('the black cat', 'the white cat').xml), messages, (id) => `#${id}`);
    const marked = row?.cells.map(({ pieces }) => pieces.filter(({ isVariant }) => isVariant));
    expect(
      marked?.map((pieces) => pieces.map(({ text, isOther, href, variation }) => [text, isOther, href, variation])),
    ).toEqual([[['black', false, '#x-app1~entry', 'substantive']], [['white', true, '#x-app1~entry', 'substantive']]]);
  });

  it('say where a witness has nothing', () => {
    const long = Array.from({ length: 30 }, (_, index) => `w${index}x`).join(' ');
    const rows = parallelRows(viewOf(collatePlain(`${long}\n\nthe end`, 'the end').xml), messages, (id) => id);
    expect(rows.map(({ cells }) => cells[1]?.isAbsent)).toEqual([true, false]);
  });
});

describe('what is counted', () => {
  it('is how many places there are of each kind', () => {
    const texts = ['The old river rose, and fell.', 'The riuer rose and fell.', 'The old river rose, and dried up.'];
    expect(viewOf(collatePlain(...texts).xml).kinds).toEqual([
      { kind: 'substantive', count: 1 },
      { kind: 'omission', count: 1 },
      { kind: 'orthographic', count: 1 },
      { kind: 'punctuation', count: 1 },
    ]);
  });

  it('is the words that two witnesses share, whatever their spelling', () => {
    const { shares } = viewOf(collatePlain('The old river rose', 'The old riuer fell').xml).agreement;
    expect(shares).toEqual([
      [1, 0.75],
      [0.75, 1],
    ]);
  });

  it('is how much of the base a witness has', () => {
    const words = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, index) => `w${from + index}x`).join(' ');
    const { extents } = viewOf(collatePlain(words(0, 40), words(20, 40)).xml).agreement;
    expect(extents).toEqual([
      { words: 40, coverage: 1 },
      { words: 20, coverage: 0.5 },
    ]);
  });
});

describe('an apparatus from elsewhere', () => {
  const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>
    <text><body><p>Arma <app><rdgGrp type="orthographic"><lem wit="#A">virumque</lem><rdg wit="#B">uirumque</rdg></rdgGrp></app>
    <app><rdg wit="#A">cano</rdg><rdg wit="#B"/><note>sic</note></app><app><lem wit="#A #B">!</lem></app></p></body></text></TEI>`;

  it('is read without a list of witnesses, with groups of readings and without lemmas', () => {
    const view = viewOf(xml);
    expect(view.witnesses.map(({ siglum }) => siglum)).toEqual(['A', 'B']);
    expect(columnsOf(view)).toEqual(['Arma virumque cano!', 'Arma uirumque!']);
  });

  it('is told to be of the kinds that its stylesheet gives the entries', async () => {
    const sources = [xml, collatePlain(...TEXTS).xml].map((each, index) => ({ id: `x${index}`, xml: each }));
    const fragments = await transformDocuments(sources, 'html');
    fragments.forEach(({ output }, index) => {
      const shown = [...output.matchAll(/<p class="tei-entry" data-kind="(\w+)"/gu)].map(([, kind]) => kind ?? '');
      const told = viewOf(sources[index]?.xml ?? '').kinds.flatMap(({ kind, count }) =>
        Array<string>(count).fill(kind),
      );
      expect(shown.sort()).toEqual(told.sort());
    });
  });
});
