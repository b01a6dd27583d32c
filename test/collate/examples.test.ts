import { describe, expect, it } from 'vitest';
import { jsonTable } from '../../src/collate/json-table.js';
import { bodyOf, collatePlain } from './plain.js';

/** The alignment as rows of cells, a witness each; nothing is `-`. */
function rowsOf(...texts: readonly string[]): string[] {
  const { table } = jsonTable('x', collatePlain(...texts));
  return texts.map((_, witness) =>
    table
      .map(
        (row) =>
          row[witness]
            ?.map(({ t }) => t)
            .join('')
            .trim() ?? '',
      )
      .map((cell) => (cell === '' ? '-' : cell))
      .join(' | '),
  );
}

// The examples of CollateX's documentation, aligned by hand.
describe('the alignment', () => {
  it.each([
    [
      'a word left out and one put in',
      ['The quick brown fox jumps over the dog.', 'The brown fox jumps over the lazy dog.'],
      ['The | quick | brown fox jumps over the | - | dog.', 'The | - | brown fox jumps over the | lazy | dog.'],
    ],
    ['another word', ['The black cat', 'The white cat'], ['The | black | cat', 'The | white | cat']],
    [
      'three witnesses',
      ['The black cat', 'The black and white cat', 'The black and green cat'],
      ['The black | - | cat', 'The black | and white | cat', 'The black | and green | cat'],
    ],
    [
      'passages that changed places',
      ['the black dog chases a red cat.', 'a red cat chases the black dog.'],
      ['- | - | the black dog | chases | a red cat | .', 'a red cat | chases | the black dog | - | - | .'],
    ],
    [
      'words that changed places',
      ['the red and the black cat', 'the black and the red cat'],
      ['the | red | and the | black | cat', 'the | black | and the | red | cat'],
    ],
    [
      'spelling and words told apart',
      ['the Rumanian Republic agreed', 'the Romanian State agreed'],
      ['the | Rumanian | Republic | agreed', 'the | Romanian | State | agreed'],
    ],
  ])('%s', (_, texts, rows) => {
    expect(rowsOf(...texts)).toEqual(rows);
  });
});

describe('an apparatus', () => {
  it.each([
    [
      'spelling',
      ['the Rumanian Republic', 'the Romanian Republic'],
      'the <app type="orthographic"><lem wit="A">Rumanian</lem><rdg wit="B" type="orthographic">Romanian</rdg></app> Republic',
    ],
    [
      'capitals and accents',
      ['The naïve Party', 'The naive party'],
      'The <app type="orthographic"><lem wit="A">naïve</lem><rdg wit="B" type="orthographic">naive</rdg></app> <app type="orthographic"><lem wit="A">Party</lem><rdg wit="B" type="orthographic">party</rdg></app>',
    ],
    [
      'a word divided otherwise',
      ['full cooperation now', 'full co-operation now'],
      'full <app type="orthographic"><lem wit="A">cooperation</lem><rdg wit="B" type="orthographic">co-operation</rdg></app> now',
    ],
    [
      'an ending, which is another word',
      ['the socialist states met', 'the socialist state met'],
      'the socialist <app type="substantive"><lem wit="A">states</lem><rdg wit="B" type="substantive">state</rdg></app> met',
    ],
    [
      'a number, which is another word',
      ['in the year 1000000 it ended', 'in the year 1000001 it ended'],
      'in the year <app type="substantive"><lem wit="A">1000000</lem><rdg wit="B" type="substantive">1000001</rdg></app> it ended',
    ],
    [
      'a comma',
      ['the cat, the dog', 'the cat the dog'],
      'the cat<app type="punctuation"><lem wit="A">,</lem><rdg wit="B" type="punctuation" subtype="omission"/></app> the dog',
    ],
    [
      'white space',
      ['states - violations', 'states- violations'],
      'states<app type="layout"><lem wit="A"> -</lem><rdg wit="B" type="layout">-</rdg></app> violations',
    ],
    [
      'an addition at the end',
      ['the cat', 'the cat again'],
      'the cat<app type="substantive"><lem wit="A"/><rdg wit="B" type="substantive" subtype="addition"> again</rdg></app>',
    ],
    [
      'three witnesses, two of which agree',
      ['the old cat', 'the young cat', 'the young cat'],
      'the <app type="substantive"><lem wit="A">old</lem><rdg wit="B C" type="substantive">young</rdg></app> cat',
    ],
    [
      'three witnesses, each otherwise',
      ['the Council met', 'the council met', 'the met'],
      'the <app type="substantive"><lem wit="A">Council </lem><rdg wit="B" type="orthographic">council </rdg><rdg wit="C" type="substantive" subtype="omission"/></app>met',
    ],
  ])('says of %s', (_, texts, paragraph) => {
    expect(bodyOf(collatePlain(...texts))).toBe(`<p>${paragraph}</p>`);
  });

  it('is not made of words that are the same', () => {
    expect(bodyOf(collatePlain('The  cat\nsat.', 'The cat sat.'))).toBe('<p>The cat sat.</p>');
  });

  it('links both places of a passage that was moved', () => {
    const { xml } = collatePlain(
      'First we ate. Then we slept well. At last we sang.',
      'Then we slept well. First we ate. At last we sang.',
    );
    const links = [
      ...xml.matchAll(/<app xml:id="([^"]*)"[^>]*>(?:(?!<\/app>).)*subtype="transposition" corresp="#([^"]*)"/gu),
    ];
    expect(links.map(([, id, other]) => [id, other])).toEqual([
      ['x-app1', 'x-app4'],
      ['x-app4', 'x-app1'],
    ]);
  });

  it('takes no word for moved that stands elsewhere by chance', () => {
    const { collation } = collatePlain(
      'The Soviet side regrets that it came to this, whatever others may have said of it. The units were sent to the town.',
      'The Soviet units were sent to the town.',
    );
    expect(collation.transpositions).toEqual([]);
  });
});
