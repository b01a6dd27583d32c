import { expect, test } from 'vitest';
import { renameIdentifiers } from '../../src/tei/rename-identifiers.js';

test.each([
  [
    'ids and pointers',
    '<a xml:id="old-p1"><b target="#old-p1 x.xml#old-p1"/></a>',
    '<a xml:id="new-p1"><b target="#new-p1 x.xml#old-p1"/></a>',
  ],
  [
    'a tag with “>” in a value',
    `<a><p n="a>b" xml:id='old-p1'/><b target="#old-p1"/></a>`,
    `<a><p n="a>b" xml:id='new-p1'/><b target="#new-p1"/></a>`,
  ],
  ['the document itself', '<a xml:id="old" corresp="#old"/>', '<a xml:id="new" corresp="#new"/>'],
  [
    'characters of two units and line ends of two',
    '<a xml:id="old-1">😀\r\n<b  target = "#old-1"\r\n/></a>',
    '<a xml:id="new-1">😀\r\n<b  target = "#new-1"\r\n/></a>',
  ],
])('gives %s the new name', (_name, xml, expected) => {
  expect(renameIdentifiers(xml, 'old', 'new')).toBe(expected);
});

test.each([
  [
    'comments, instructions and character data',
    '<!--<p xml:id="old-p1"/>--><?x <p xml:id="old-p1"> ?><a><![CDATA[<p xml:id="old-p1">]]> xml:id="old-p1"</a>',
  ],
  ['other names and pointers to nothing', '<a xml:id="older-p1"><b target="#old-p9 #older-p1"/></a>'],
])('leaves %s as they are', (_name, xml) => {
  expect(renameIdentifiers(xml, 'old', 'new')).toBe(xml);
});

test('finds the tags of a long text where they stand', () => {
  const piece = (name: string): string => `<p xml:id="${name}-p">😀 &amp; \r\n <!-- ' " > --></p>`;
  const of = (name: string): string =>
    `<a>${Array.from({ length: 3_000 }, (_, i) => piece(`${name}-${i}`)).join('')}</a>`;
  expect(renameIdentifiers(of('old'), 'old', 'new')).toBe(of('new'));
});
