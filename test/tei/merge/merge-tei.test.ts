import { describe, expect, test } from 'vitest';
import { mergeTei, type TeiMerge } from '../../../src/tei/merge/merge-tei.js';

const tei = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>\n${body}\n</body></text></TEI>\n`;
/** The body of what comes of three bodies, or what stands in the way. */
function merge(base: string, mine: string, theirs: string): string | Exclude<TeiMerge, { kind: 'merged' }> {
  const result = mergeTei({ base: tei(base), mine: tei(mine), theirs: tei(theirs) });
  if (result.kind !== 'merged') return result;
  return /<body>\n([\s\S]*)\n<\/body>/u.exec(result.xml)?.[1] ?? '';
}
const conflicts = (base: string, mine: string, theirs: string): string[][] => {
  const result = merge(base, mine, theirs);
  if (typeof result === 'string' || result.kind !== 'conflicts') throw new Error(JSON.stringify(result));
  return result.conflicts.map((conflict) => [conflict.base, conflict.mine, conflict.theirs]);
};

describe('conflicts', () => {
  test.each([
    ['the same word', '<p>a b c</p>', '<p>a x c</p>', '<p>a y c</p>', [['b', 'x', 'y']]],
    [
      'an attribute that both corrected',
      '<p><persName ref="#a">Nagy</persName></p>',
      '<p><persName ref="#b">Nagy</persName></p>',
      '<p><persName ref="#c">Nagy</persName></p>',
      [['<persName ref="#a">', '<persName ref="#b">', '<persName ref="#c">']],
    ],
    ['words put in at the same place', '<p>a b</p>', '<p>a one b</p>', '<p>a two b</p>', [['', 'one ', 'two ']]],
    [
      'a note on a word that goes',
      '<p>He saw Nagy there.</p>',
      '<p>He saw Nagy<note>Imre</note> there.</p>',
      '<p>He saw there.</p>',
      [['Nagy ', 'Nagy<note>Imre</note> ', '']],
    ],
    [
      'words put in before one that goes',
      '<p>He saw Nagy there.</p>',
      '<p>He saw then Nagy there.</p>',
      '<p>He saw there.</p>',
      [['Nagy ', 'then Nagy ', '']],
    ],
    [
      'a word in a passage that was written anew',
      '<p>The big red house stood there.</p>',
      '<p>The tiny red barn stood there.</p>',
      '<p>The big green house stood there.</p>',
      [['big red house', 'tiny red barn', 'big green house']],
    ],
    [
      'a word in a paragraph that goes',
      '<p xml:id="p1">one two</p><p xml:id="p2">three four</p>',
      '<p xml:id="p1">one two</p><p xml:id="p2">three vier</p>',
      '<p xml:id="p1">one two</p>',
      [['<p xml:id="p2">three four</p>', '<p xml:id="p2">three vier</p>', '']],
    ],
  ])('%s', (_name, base, mine, theirs, found) => {
    expect(conflicts(base, mine, theirs)).toEqual(found);
    const turned = found.map(([was, own, other]) => [was, other, own]);
    expect(conflicts(base, theirs, mine)).toEqual(turned);
  });

  test('their places are offsets in the files', () => {
    const mine = tei('<p>first, a long one</p>\n<p>here x</p>').replaceAll('\n', '\r\n');
    const theirs = tei('<p>first</p>\n<p>here y</p>');
    const result = mergeTei({ base: tei('<p>first</p>\n<p>here z</p>'), mine, theirs });
    if (result.kind !== 'conflicts') throw new Error(result.kind);
    const [found] = result.conflicts;
    expect([mine[found?.mineOffset ?? 0], theirs[found?.theirsOffset ?? 0]]).toEqual(['x', 'y']);
  });
});

describe('both sides’ changes are taken', () => {
  test.each([
    ['words apart', '<p>a b c d e f</p>', '<p>x b c d e f</p>', '<p>a b c d e y</p>', '<p>x b c d e y</p>'],
    [
      'an attribute, and the word in the element',
      '<p><persName ref="#a">Nagi</persName> came.</p>',
      '<p><persName ref="#b">Nagi</persName> came.</p>',
      '<p><persName ref="#a">Nagy</persName> came.</p>',
      '<p><persName ref="#b">Nagy</persName> came.</p>',
    ],
    [
      'a note on a word that is spelt otherwise now',
      '<p>He saw Nagi there.</p>',
      '<p>He saw Nagi<note>Imre</note> there.</p>',
      '<p>He saw Nagy there.</p>',
      '<p>He saw Nagy<note>Imre</note> there.</p>',
    ],
    [
      'a note on a word that is a name now',
      '<p>He saw Nagy there.</p>',
      '<p>He saw Nagy<note>Imre</note> there.</p>',
      '<p>He saw <persName>Nagy</persName> there.</p>',
      '<p>He saw <persName>Nagy</persName><note>Imre</note> there.</p>',
    ],
    [
      'a paragraph split, and words on both sides of the split',
      '<p xml:id="p1">One two. Then came four.</p>\n<p xml:id="p2">Five.</p>',
      '<p xml:id="p1">One two.</p>\n<p>Then came four.</p>\n<p xml:id="p2">Five.</p>',
      '<p xml:id="p1">One zwei. Then came vier.</p>\n<p xml:id="p2">Five.</p>',
      '<p xml:id="p1">One zwei.</p>\n<p>Then came vier.</p>\n<p xml:id="p2">Five.</p>',
    ],
    [
      'a paragraph split, and ids that moved on',
      '<p xml:id="p1">One two. Then came four.</p>\n<p xml:id="p2">Five.</p>',
      '<p xml:id="p1">One two.</p>\n<p>Then came four.</p>\n<p xml:id="p2">Five.</p>',
      '<p xml:id="p1">New.</p>\n<p xml:id="p2">One two. Then came four.</p>\n<p xml:id="p3">Five.</p>',
      '<p xml:id="p1">New.</p>\n<p xml:id="p2">One two.</p>\n<p>Then came four.</p>\n<p xml:id="p3">Five.</p>',
    ],
    [
      'the same on both sides',
      '<p>a b c</p>',
      '<p>a <hi>b</hi> x</p>',
      '<p>a <hi>b</hi> x</p>',
      '<p>a <hi>b</hi> x</p>',
    ],
    [
      'lines and tags written otherwise',
      '<p n="1" rend="x">a b c d e</p>',
      "<p  rend='x' n='1'>a\n  b c\n  d e</p>",
      '<p n="1" rend="x">a b y d e</p>',
      "<p  rend='x' n='1'>a\n  b y\n  d e</p>",
    ],
    [
      'a `>` in an attribute, a comment and CDATA',
      '<p n="a&gt;b">a <!-- <p> --> b</p>',
      '<p n="a>b">a <!-- <p> --> b</p>',
      '<p n="a&gt;b">a <!-- <p> --> <![CDATA[<x>]]> b</p>',
      '<p n="a>b">a <!-- <p> --> <![CDATA[<x>]]> b</p>',
    ],
  ])('%s', (_name, base, mine, theirs, merged) => {
    expect(merge(base, mine, theirs)).toBe(merged);
  });

  test('line ends are those of the editor’s version', () => {
    const mine = tei('<p>a b c d e x</p>').replaceAll('\n', '\r\n');
    const result = mergeTei({ base: tei('<p>a b c d e f</p>'), mine, theirs: tei('<p>y b c d e f</p>') });
    expect(result).toMatchObject({ xml: tei('<p>y b c d e x</p>').replaceAll('\n', '\r\n') });
  });
});

test.each([
  ['is not well-formed', '<p>a<p>', /^it is not well-formed/u],
  ['has a document type declaration', '', /document type declaration/u],
])('nothing is merged where the editor’s version %s', (_name, body, reason) => {
  const mine = body === '' ? `<!DOCTYPE TEI>${tei('<p>a</p>').slice(39)}` : tei(body);
  expect(mergeTei({ base: tei('<p>a</p>'), mine, theirs: tei('<p>b</p>') })).toMatchObject({
    kind: 'impossible',
    reason: expect.stringMatching(reason) as string,
  });
});
