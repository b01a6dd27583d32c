import { describe, expect, it } from 'vitest';
import { compileOdd } from '../../../src/schema/index.js';
import { attributesIn } from './grammar-comparison.js';
import { smallTei } from './small-tei.js';

/** The attributes of an element after a customisation. */
function attributesOf(element: string, specifications: string, modules = ''): string[] {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x" start="TEI">
    <moduleRef key="tei"/><moduleRef key="core"/>${modules}${specifications}</schemaSpec></TEI>`;
  const { rng } = compileOdd({ odd: { path: 'x.odd', text }, p5subset: { path: 'tei.xml', text: smallTei } });
  return attributesIn(rng, element);
}

const WORD = 'token{pattern=[^\\p{C}\\p{Z}]+}';
const id = 'optional(@xml:id=ID)';
const rend = `optional(@rend=list(oneOrMore(${WORD})))`;
const size = 'optional(@size=["many" | double])';
const subtype = `optional(@subtype=${WORD})`;
const type = 'optional(@type=["bold" | "italic"])';
const hi = [rend, size, subtype, type, id];

const inElement = (content: string): string =>
  `<elementSpec ident="hi" mode="change"><attList>${content}</attList></elementSpec>`;
const inClass = (name: string, content: string, mode = 'change'): string =>
  `<classSpec ident="${name}" type="atts" mode="${mode}"><attList>${content}</attList></classSpec>`;
const numbers = '<datatype><dataRef name="integer"/></datatype>';

describe('the attributes of an element', () => {
  it('are its own and those of its classes, with what it says of them', () => {
    expect(attributesOf('hi', '')).toEqual(hi);
    expect(attributesOf('p', '')).toEqual([rend, id]);
  });

  it('come with a module, for the classes of others too', () => {
    const source = 'optional(@source=anyURI{pattern=\\S+})';
    expect(attributesOf('hi', '', '<classRef key="att.global.source"/>')).toEqual(
      [rend, size, source, subtype, type, id].sort(),
    );
  });

  it.each([
    ['its own is deleted', inElement('<attDef ident="size" mode="delete"/>'), [rend, subtype, type, id]],
    ['an inherited one is deleted', inElement('<attDef ident="rend" mode="delete"/>'), [size, subtype, type, id]],
    [
      'one that it has changed itself is deleted',
      inElement('<attDef ident="type" mode="delete"/>'),
      [rend, size, subtype, id],
    ],
    ['one is added', inElement(`<attDef ident="n">${numbers}</attDef>`), ['optional(@n=integer)', ...hi]],
    [
      'an inherited one is required',
      inElement('<attDef ident="xml:id" mode="change" usage="req"/>'),
      ['@xml:id=ID', rend, size, subtype, type],
    ],
    [
      'its own is replaced',
      inElement(`<attDef ident="size" mode="replace">${numbers}</attDef>`),
      [rend, 'optional(@size=integer)', subtype, type, id],
    ],
    [
      'an inherited one is replaced',
      inElement(`<attDef ident="subtype" mode="replace">${numbers}</attDef>`),
      [rend, size, 'optional(@subtype=integer)', type, id],
    ],
    [
      'a value is added',
      inElement(
        '<attDef ident="type" mode="change"><valList mode="change" type="closed"><valItem ident="big" mode="add"/></valList></attDef>',
      ),
      [rend, size, subtype, 'optional(@type=["big" | "bold" | "italic"])', id],
    ],
    [
      'a value is deleted',
      inElement(
        '<attDef ident="type" mode="change"><valList mode="change" type="closed"><valItem ident="bold" mode="delete"/></valList></attDef>',
      ),
      [rend, size, subtype, 'optional(@type="italic")', id],
    ],
    [
      'its list of values is replaced',
      inElement(
        '<attDef ident="type" mode="change"><valList mode="replace" type="closed"><valItem ident="x"/></valList></attDef>',
      ),
      [rend, size, subtype, 'optional(@type="x")', id],
    ],
    [
      'its list of values is deleted',
      inElement('<attDef ident="type" mode="change"><valList mode="delete"/></attDef>'),
      [rend, size, subtype, `optional(@type=${WORD})`, id],
    ],
    [
      'its list of values is half open',
      inElement(
        '<attDef ident="type" mode="change"><valList mode="replace" type="semi"><valItem ident="x"/></valList></attDef>',
      ),
      [rend, size, subtype, `optional(@type=["x" | ${WORD}])`, id],
    ],
    [
      'only one of two may stand',
      inElement(
        `<attList org="choice"><attDef ident="a" usage="req">${numbers}</attDef><attDef ident="b">${numbers}</attDef></attList>`,
      ),
      ['[@a=integer | optional(@b=integer)]', ...hi],
    ],
    [
      'it has another name',
      inElement('<attDef ident="size" mode="change"><altIdent>scale</altIdent></attDef>'),
      [rend, 'optional(@scale=["many" | double])', subtype, type, id],
    ],
    ['a class loses one', inClass('att.global', '<attDef ident="rend" mode="delete"/>'), [size, subtype, type, id]],
    [
      'a class gets one',
      inClass('att.global', `<attDef ident="n">${numbers}</attDef>`),
      ['optional(@n=integer)', ...hi],
    ],
    [
      'a class is replaced',
      inClass('att.global', `<attDef ident="n">${numbers}</attDef>`, 'replace'),
      ['optional(@n=integer)', size, subtype, type],
    ],
    ['a class is deleted', inClass('att.global', '', 'delete'), [size, subtype, type]],
    ['a class that it has changed is deleted', inClass('att.typed', '', 'delete'), [rend, size, id]],
    [
      'class and element change one',
      inClass('att.typed', `<attDef ident="subtype" mode="change">${numbers}</attDef>`) +
        inElement('<attDef ident="subtype" mode="change" usage="req"/>'),
      ['@subtype=integer', rend, size, type, id],
    ],
    ['a class is taken in part', '<classRef key="att.typed" include="subtype"/>', [rend, size, subtype, id]],
    ['a class is taken without one', '<classRef key="att.global" except="rend"/>', [size, subtype, type, id]],
    [
      'it leaves a class',
      '<elementSpec ident="hi" mode="change"><classes mode="change"><memberOf key="att.global" mode="delete"/></classes></elementSpec>',
      [size, subtype, type],
    ],
    [
      'two changes count together',
      inElement('<attDef ident="size" mode="delete"/>') + inElement('<attDef ident="rend" mode="delete"/>'),
      [subtype, type, id],
    ],
  ])('when %s', (_, specification, expected) => {
    expect(attributesOf('hi', specification)).toEqual([...expected].sort());
  });

  it('stand once where two classes give the same', () => {
    const twice = `${inClass('att.other', `<attDef ident="rend">${numbers}</attDef><attDef ident="n">${numbers}</attDef>`, 'add')}
      <elementSpec ident="p" mode="change"><classes mode="change"><memberOf key="att.other"/></classes></elementSpec>`;
    expect(attributesOf('p', twice)).toEqual(['optional(@n=integer)', 'optional(@rend=integer)', id]);
  });
});
