import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { wordsBySpeaker } from '../../../src/site/figures/speakers.js';
import { readText } from '../../../src/site/reading/text-view.js';
import { sampleTei } from '../sample-edition.js';

const spoken = (body: string): unknown[] =>
  wordsBySpeaker(readText(`<TEI><text><body>${body}</body></text></TEI>`, 'en').speeches).map(
    ({ ids, label, words, speeches }) => [ids.join(' ') || label, words, speeches],
  );

describe('words spoken', () => {
  test('not the label, the stage direction, the note, nor what is said outside speeches', () => {
    expect(spoken('<p>Silence here.</p>')).toEqual([]);
    expect(
      spoken(
        '<sp who="#a"><speaker>Mr A.</speaker><p>One<note>no no</note> two <stage>He stops</stage> three.</p></sp>',
      ),
    ).toEqual([['a', 3, 1]]);
  });

  test('a speech inside a speech is the inner speaker’s; labels serve where who is missing', () => {
    expect(
      spoken(
        '<sp who="#a"><p>one two <floatingText><body><sp><speaker>B:</speaker><p>three</p></sp></body></floatingText></p><p>four</p></sp><u who="#a">five</u>',
      ),
    ).toEqual([
      ['a', 4, 2],
      ['B', 1, 1],
    ]);
  });

  test('as many as another parser counts', () => {
    const parsed = JSON.stringify(new XMLParser({ preserveOrder: true }).parse(sampleTei('minutes-1848')));
    const speeches = [...parsed.matchAll(/"#text":"(Meine Herren!|Sehr gut\.)"/g)].map(([, text = '']) => text);
    const { speeches: read } = readText(sampleTei('minutes-1848'), 'de');
    expect(read.map(({ words }) => words)).toEqual(speeches.map((text) => text.split(' ').length));
  });
});
