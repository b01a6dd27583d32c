import { expect, test } from 'vitest';
import { readText } from '../../../src/site/reading/text-view.js';

/** Each mention with what stands around it. */
function lines(body: string): string[] {
  const { mentions } = readText(`<TEI><text><body>${body}</body></text></TEI>`, 'en');
  return mentions.map(({ before, form, after }) => `${before}[${form}]${after}`);
}

test('a label of a speaker shows the speech after it, without its notes', () => {
  expect(
    lines(
      '<sp who="#k"><speaker><persName ref="#k">Khrushchev</persName>.</speaker><p>Dear<note>see below</note> comrades!</p></sp>',
    ),
  ).toEqual(['[Khrushchev]. Dear comrades!']);
});

test('a label without a speech shows itself alone', () => {
  expect(lines('<sp who="#k"><speaker>VOICES</speaker></sp><p>Other</p>')).toEqual(['[VOICES]']);
});

test('an item shows the heading of its list, or the line that announces it', () => {
  const list = '<item><persName ref="#a">Anna</persName></item><item><persName ref="#b">Bela</persName></item>';
  expect(lines(`<list><head>Present:</head>${list}</list>`)).toEqual(['Present: [Anna]', 'Present: [Bela]']);
  expect(lines(`<p>Also invited:</p><list>${list}</list>`)).toEqual(['Also invited: [Anna]', 'Also invited: [Bela]']);
});

test('an item of a list without one shows its neighbours', () => {
  expect(
    lines(
      '<list><item><persName ref="#a">Anna</persName></item><item><persName ref="#b">Bela</persName></item></list><p>End</p>',
    ),
  ).toEqual(['[Anna] · Bela', 'Anna · [Bela]']);
});
