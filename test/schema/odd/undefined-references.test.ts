import { describe, expect, it } from 'vitest';
import { pattern, patternsIn, type Pattern } from '../../../src/schema/pattern.js';
import { withoutDeleted, withoutUndefined } from '../../../src/schema/undefined-references.js';
import { attribute, elementsIn, readXmlTree, textIn, type XmlElement } from '../../../src/schema/xml-tree.js';

/** A pattern from a short notation: `<choice><a/><x/></choice>`; one letter is a reference, x and y lead nowhere. */
function read(notation: string): Pattern {
  const { root } = readXmlTree(notation);
  if (root === undefined) throw new Error(notation);
  const made = (node: XmlElement): Pattern => {
    if (node.local.length === 1) return pattern('ref', [], { name: node.local });
    const inner = elementsIn(node);
    return pattern(node.local, inner.length > 0 ? inner.map(made) : textIn(node) === '' ? [] : [textIn(node)], {
      name: attribute(node, 'name'),
    });
  };
  return made(root);
}

function written(whole: Pattern | undefined): string {
  if (whole === undefined) return '';
  if (whole.name === 'ref') return `<${whole.attributes['name'] ?? ''}/>`;
  const inner = patternsIn(whole).map(written).join('');
  return inner === '' ? `<${whole.name}/>` : `<${whole.name}>${inner}</${whole.name}>`;
}

const isDefined = (name: string): boolean => name !== 'x' && name !== 'y';

describe('references that lead nowhere', () => {
  it.each([
    ['nothing to do', '<group><a/><optional><b/></optional></group>', '<group><a/><optional><b/></optional></group>'],
    ['one that is all', '<x/>', ''],
    ['in a row', '<group><a/><x/></group>', '<a/>'],
    ['a whole row', '<group><x/><y/></group>', '<empty/>'],
    ['in a choice', '<choice><a/><b/><x/></choice>', '<choice><a/><b/></choice>'],
    ['all of a choice', '<choice><x/><y/></choice>', '<empty/>'],
    ['a repetition', '<choice><a/><oneOrMore><x/></oneOrMore></choice>', '<a/>'],
    ['all of a repetition', '<oneOrMore><x/></oneOrMore>', ''],
    [
      'a repetition that is empty inside',
      '<choice><a/><oneOrMore><group><x/></group></oneOrMore></choice>',
      '<optional><a/></optional>',
    ],
    [
      'a row as an alternative',
      '<choice><a/><b/><group><x/><y/></group></choice>',
      '<optional><choice><a/><b/></choice></optional>',
    ],
    ['a choice in a row', '<group><a/><choice><x/><y/></choice></group>', '<a/>'],
    ['a row without order', '<interleave><x/><y/></interleave>', '<empty/>'],
    ['the value of an attribute', '<attribute name="n"><x/></attribute>', '<attribute><text/></attribute>'],
    ['the words of a list', '<list><oneOrMore><x/></oneOrMore></list>', '<list><empty/></list>'],
    [
      'a repetition in a repetition',
      '<zeroOrMore><oneOrMore><a/><x/></oneOrMore></zeroOrMore>',
      '<zeroOrMore><a/></zeroOrMore>',
    ],
    ['an optional repetition', '<optional><oneOrMore><a/></oneOrMore></optional>', '<zeroOrMore><a/></zeroOrMore>'],
    ['a choice without alternatives', '<choice/>', '<empty/>'],
  ])('%s', (_, before, after) => {
    expect(written(withoutUndefined(read(before), isDefined))).toBe(after);
  });

  it('keep what stands beside them in the elements of RELAX NG', () => {
    const before = '<choice><value>a</value><data name="d"/><x/></choice>';
    expect(written(withoutUndefined(read(before), isDefined))).toBe('<choice><value/><data/></choice>');
  });
});

describe('references to what a customisation deletes', () => {
  it.each([
    [
      'a row as an alternative goes as a whole',
      '<choice><a/><group><x/><y/></group></choice>',
      '<choice><a/></choice>',
    ],
    [
      'what holds nothing else goes',
      '<group><optional><choice><x/></choice></optional><a/></group>',
      '<group><a/></group>',
    ],
    ['nothing may remain', '<group><x/></group>', ''],
    ['what holds something stays', '<group><a/><text/></group>', '<group><a/><text/></group>'],
  ])('%s', (_, before, after) => {
    expect(written(withoutDeleted(read(before), (name) => !isDefined(name)))).toBe(after);
  });
});
