import { describe, expect, it } from 'vitest';
import { compileOdd } from '../../../src/schema/index.js';
import { smallTei } from './small-tei.js';

const whole = (schema: string, beside = ''): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${beside}\n${schema}\n</TEI>`;
const schema = (content: string, attributes = 'start="TEI"'): string =>
  `<schemaSpec ident="x" ${attributes}><moduleRef key="tei"/><moduleRef key="core"/>\n${content}\n</schemaSpec>`;

/** What is wrong with an ODD: code, line and message of each finding. */
function faultsOf(text: string, name?: string): string[] {
  const { diagnostics } = compileOdd({
    odd: { path: 'x.odd', text },
    p5subset: { path: 'p5subset.xml', text: smallTei },
    ...(name === undefined ? {} : { schema: name }),
  });
  return diagnostics.map((each) => {
    const marked = text.slice(each.span?.start, each.span?.end);
    return `${each.code} ${String(each.position?.line)} ${marked}: ${each.message}`;
  });
}

describe('faults of an ODD', () => {
  it('there are none in a sound one', () => {
    expect(faultsOf(whole(schema('<elementRef key="persName"/>')))).toEqual([]);
  });

  it.each([
    ['no XML', '<TEI><p></TEI>', 'schema/not-well-formed 1'],
    ['no schema', whole('<p/>'), 'schema/no-schema 1 <TEI: The ODD has no <schemaSpec>'],
    [
      'a group that is missing',
      whole(schema('<specGrpRef target="#a"/>')),
      'schema/group-missing 3 <specGrpRef: This <specGrpRef> points to “#a”',
    ],
    [
      'a group in another file',
      whole(schema('<specGrpRef target="a.odd#a"/>')),
      'schema/group-missing 3 <specGrpRef: This <specGrpRef> points to “a.odd#a”',
    ],
    [
      'a group in itself',
      whole(
        schema('<specGrpRef target="#a"/>'),
        '<specGrp xml:id="a"><specGrpRef target="#b"/></specGrp><specGrp xml:id="b"><specGrpRef target="#a"/></specGrp>',
      ),
      'schema/group-in-itself 1 <specGrpRef: The group “#a” refers to itself.',
    ],
    [
      'an unknown module',
      whole(schema('<moduleRef key="names"/>')),
      'schema/unknown-module 3 <moduleRef: The TEI has no module “names”.',
    ],
    [
      'an unknown element',
      whole(schema('<elementRef key="persname"/>')),
      'schema/unknown-name 3 <elementRef: The TEI has nothing with the name “persname”.',
    ],
    [
      'an element of another module',
      whole(schema('<moduleRef key="extra" include="list hi"/>')),
      'schema/unknown-member 3 <moduleRef: The module “extra” has no element <hi>.',
    ],
    [
      'a misspelt class',
      whole(
        schema(
          '<elementSpec ident="p" mode="change"><classes mode="change"><memberOf key="model.plike"/></classes></elementSpec>',
        ),
      ),
      'schema/unknown-reference 3 <memberOf: Nothing has the name “model.plike”, so this <memberOf> is left out.',
    ],
    [
      'a misspelt name in RELAX NG',
      whole(
        schema(
          '<elementSpec ident="p" mode="change"><content><choice xmlns="http://relaxng.org/ns/structure/1.0"><ref name="model.phrase_sequenceOptional"/><ref name="att.global.attributes"/><ref name="hy"/></choice></content></elementSpec>',
        ),
      ),
      'schema/unknown-reference 3 <ref: Nothing has the name “hy”, so this <ref> is left out.',
    ],
    [
      'a change of what is not there',
      whole(schema('<elementSpec ident="persName" mode="change"/>')),
      'schema/change-without-target 3 <elementSpec: The schema does not have “persName”, so there is nothing to change.',
    ],
    [
      'a second thing of the same name',
      whole(schema('<elementSpec ident="p" mode="add"><content><empty/></content></elementSpec>')),
      'schema/duplicate-name 3 <elementSpec: The schema has “p” already, so it cannot be added.',
    ],
    [
      'a list of values that changes nothing',
      whole(
        schema(
          '<elementSpec ident="hi" mode="change"><attList><attDef ident="type" mode="change"><valList type="closed"><valItem ident="a"/></valList></attDef></attList></elementSpec>',
        ),
      ),
      'schema/value-list-without-mode 3 <valList: This list of values of @type has no mode',
    ],
    [
      'no beginning',
      whole(schema('<elementSpec ident="TEI" mode="delete"/>', '')),
      'schema/no-start 2 <schemaSpec: The schema has no element',
    ],
    [
      'another beginning',
      whole(schema('', 'start="TEI teiCorpus"')),
      'schema/unknown-start 2 <schemaSpec: Documents cannot begin with <teiCorpus>',
    ],
    [
      'another source',
      whole(schema('', 'start="TEI" source="house.odd"')),
      'schema/source-not-supported 2 <schemaSpec: The source “house.odd”',
    ],
    [
      'a schema as a module',
      whole(schema('<moduleRef url="svg.rng"/>')),
      'schema/external-module 3 <moduleRef: The module “svg.rng”',
    ],
  ])('%s', (_, text, fault) => {
    const [first, ...others] = faultsOf(text);
    expect(first).toContain(fault);
    expect(others).toEqual([]);
  });

  it('of several schemas the first is meant, or the one that is named', () => {
    const second = '<schemaSpec ident="y" start="p"><moduleRef key="extra"/></schemaSpec>';
    expect(faultsOf(whole(schema('') + second))).toEqual([]);
    expect(faultsOf(whole(schema('') + second), 'y')[0]).toContain('schema/no-start');
    expect(faultsOf(whole(schema('') + second), 'z')[0]).toContain('no <schemaSpec> with the name “z”');
  });

  it('a name that is nearly right is suggested', () => {
    const help = (content: string): string | undefined =>
      compileOdd({
        odd: { path: 'x.odd', text: whole(schema(content)) },
        p5subset: { path: 'p5subset.xml', text: smallTei },
      }).diagnostics[0]?.help;
    expect(help('<elementRef key="persname"/>')).toBe('Did you mean “persName”?');
    expect(help('<moduleRef key="extras"/>')).toBe('Did you mean “extra”?');
    expect(help('<moduleRef key="namesdates"/>')).toBe('Its modules are tei, core, extra.');
    expect(help('<elementRef key="unheard-of"/>')).toBeUndefined();
  });

  it('the TEI’s own file that cannot be read is named', () => {
    const { diagnostics, rng } = compileOdd({
      odd: { path: 'x.odd', text: whole(schema('')) },
      p5subset: { path: 'p5subset.xml', text: '<TEI>' },
    });
    expect(diagnostics).toMatchObject([{ code: 'schema/not-well-formed', file: 'p5subset.xml' }]);
    expect(rng).toBe('');
  });

  it('any released version of the TEI is a source', () => {
    for (const source of ['tei:4.9.0', 'tei:current', 'https://tei-c.org/Vault/P5/4.9.0/xml/tei/odd/p5subset.xml']) {
      expect(faultsOf(whole(schema('', `start="TEI" source="${source}"`)))).toEqual([]);
    }
  });
});
