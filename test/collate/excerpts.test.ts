import { describe, expect, it } from 'vitest';
import { readWitness } from '../../src/collate/read-witness.js';
import { bodyOf, collatePlain, textOfDocument } from './plain.js';

/** Words that are all different. */
const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `w${from + index}x`).join(' ');

describe('a witness that has only a part', () => {
  it('begins and ends where it does, and has no omissions', () => {
    const document = collatePlain(words(0, 60), words(20, 40));
    expect(bodyOf(document)).toBe(
      `<p>${words(0, 20)} <app><lem wit="A"/><rdg wit="B"><witStart/></rdg></app>${words(20, 40)} ` +
        `<app><lem wit="A"/><rdg wit="B"><witEnd/></rdg></app>${words(40, 60)}</p>`,
    );
  });

  it('has a lacuna where much is missing inside', () => {
    const document = collatePlain(words(0, 300), `${words(0, 50)} ${words(250, 300)}`);
    expect(document.absences).toEqual([{ witness: 1, first: 50, last: 249, kind: 'inside' }]);
    expect(bodyOf(document).match(/<lacuna\w+\/>/gu)).toEqual(['<lacunaStart/>', '<lacunaEnd/>']);
    expect(readWitness(textOfDocument(document), '#x-witness-B')).toBe(`${words(0, 50)} ${words(250, 300)}`);
  });

  it('leaves out what is a sentence', () => {
    const document = collatePlain(`${words(0, 30)}\n\n${words(30, 60)}`, `${words(0, 20)} ${words(40, 60)}`);
    expect(document.absences).toEqual([]);
    expect(bodyOf(document).match(/subtype="omission"/gu)).toHaveLength(2);
  });

  it('does not hide what others have at that place', () => {
    const other = words(0, 60).replace('w30x', 'other');
    const document = collatePlain(words(0, 60), `${words(0, 20)} ${words(45, 60)}`, other);
    expect(bodyOf(document)).toContain(
      '<app type="substantive"><lem wit="A"> w30x</lem><rdg wit="B" type="substantive" subtype="omission"/><rdg wit="C" type="substantive"> other</rdg></app>',
    );
  });

  it('may be the base', () => {
    const document = collatePlain(words(20, 40), words(0, 60));
    expect(bodyOf(document).match(/subtype="addition"/gu)).toHaveLength(2);
  });
});

describe('a witness in another order', () => {
  it('has its paragraphs at both places, and each is given back in its order', () => {
    const [one, two, three] = [words(0, 30), words(30, 55), words(55, 90)];
    const document = collatePlain([one, two, three].join('\n\n'), [three, one, two].join('\n\n'));
    expect(document.collation.transpositions).toHaveLength(1);
    expect(document.absences).toEqual([]);
    const flat = (text: string): string => text.replace(/\s+/gu, ' ');
    expect(flat(readWitness(textOfDocument(document), '#x-witness-B'))).toBe(`${three} ${one} ${two}`);
  });
});

describe('paragraphs that differ', () => {
  it('are told apart from the text', () => {
    const { xml } = collatePlain('The cat sat. The dog ran.\n\nAll slept.', 'The cat sat.\n\nThe dog ran. All slept.');
    expect(xml).toContain('<p>The cat sat. <anchor xml:id="x-layout1"/>The dog ran.</p>');
    expect(xml).toContain('<p><anchor xml:id="x-layout2"/>All slept.</p>');
    expect(xml).toMatch(
      /<app type="layout" from="#x-layout1" to="#x-layout1"><lem wit="#x-witness-A"\/><rdg [^>]*><milestone unit="paragraph"\/>/u,
    );
    expect(xml).toMatch(
      /<app type="layout" from="#x-layout2" to="#x-layout2"><lem wit="#x-witness-A"><milestone unit="paragraph"\/><\/lem>/u,
    );
  });
});
