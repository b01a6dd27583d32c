import { describe, expect, it } from 'vitest';
import { compileOdd } from '../../../src/schema/index.js';
import { attribute, elementsIn, readXmlTree, type XmlElement } from '../../../src/schema/xml-tree.js';
import { smallTei } from './small-tei.js';
import { needsData, teiText, withData } from './tei-data.js';

/** A rule or a test of a Schematron schema as one line: what it says, white space and order of attributes apart. */
function lineOf(node: XmlElement): string {
  const attributes = node.attributes
    .filter(({ name }) => !name.startsWith('xmlns'))
    .map(({ name, value }) => `${name}=${value}`);
  return `${node.local} ${attributes.sort().join(' ')}: ${node.local === 'rule' ? '' : messageOf(node)}`
    .replace(/\s+/g, ' ')
    .trim();
}

function messageOf(node: XmlElement): string {
  return node.children
    .map((child) => (child.kind === 'text' ? child.text : `{${lineOf(child)}}`))
    .join('')
    .trim();
}

/** The rules of a schema with their tests, by the names of their patterns. */
function rulesOf(text: string): Map<string, string[]> {
  const { root } = readXmlTree(text);
  if (root === undefined) throw new Error('The Schematron is not well-formed.');
  const patterns = elementsIn(root).filter(({ local }) => local === 'pattern');
  return new Map(
    patterns.map((pattern, index) => [
      attribute(pattern, 'id') ?? `(${String(index)})`,
      elementsIn(pattern).flatMap((rule) => [lineOf(rule), ...elementsIn(rule).map(lineOf)]),
    ]),
  );
}

/** The Schematron of a small customisation (but for the rule that the small TEI has), and the codes of its faults. */
function compiled(
  specifications: string,
  namespaces = '',
): { rules: Map<string, string[]>; sch: string; codes: string[] } {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ${namespaces}><schemaSpec ident="small" start="TEI">
    <moduleRef key="tei"/><moduleRef key="core"/>${specifications}</schemaSpec></TEI>`;
  const { sch, diagnostics } = compileOdd({
    odd: { path: 'small.odd', text },
    p5subset: { path: 'tei.xml', text: smallTei },
  });
  const rules = rulesOf(sch);
  for (const [id, lines] of rules) if (lines.includes('report test=tei:hi: hi in hi')) rules.delete(id);
  return { rules, sch, codes: diagnostics.map(({ code }) => code) };
}

const constraint = (ident: string, content: string): string =>
  `<constraintSpec ident="${ident}" scheme="schematron"><constraint>${content}</constraint></constraintSpec>`;

describe('constraints of an ODD as Schematron', () => {
  it('a rule stands in a pattern with a name of its own, which no other has', () => {
    const rule = '<sch:rule context="tei:p"><sch:assert test="@n">No  n.</sch:assert></sch:rule>';
    const twice = constraint('a', rule) + constraint('a', rule);
    const { rules } = compiled(`<elementSpec ident="p" mode="change">${twice}</elementSpec>`);
    expect([...rules]).toEqual([
      ['schematron-constraint-small-p-a-1', ['rule context=tei:p:', 'assert test=@n: No n.']],
      ['schematron-constraint-small-p-a-2', ['rule context=tei:p:', 'assert test=@n: No n.']],
    ]);
  });

  it.each([
    ['an element', '<elementSpec ident="p" mode="change">C</elementSpec>', 'tei:p'],
    [
      'an attribute of an element',
      '<elementSpec ident="p" mode="change"><attList><attDef ident="n">C</attDef></attList></elementSpec>',
      'tei:p/@n',
    ],
    ['a class', '<classSpec ident="att.global" type="atts" mode="change">C</classSpec>', 'tei:TEI | tei:p | tei:hi'],
    [
      'an attribute of a class',
      '<classSpec ident="att.global" type="atts" mode="change"><attList><attDef ident="xml:id" mode="change">C</attDef></attList></classSpec>',
      'tei:TEI/@xml:id | tei:p/@xml:id | tei:hi/@xml:id',
    ],
    ['the schema', 'C', '/'],
  ])('bare tests are about what they stand in: %s', (_, place, context) => {
    const tests =
      '<sch:let name="x" value="1"/><sch:assert test="a">A</sch:assert><sch:report test="b" role="warning">B</sch:report>';
    const { rules, codes } = compiled(place.replace('C', constraint('c', tests)));
    expect(codes).toEqual([]);
    expect([...rules.values()]).toEqual([
      [`rule context=${context}:`, 'let name=x value=1:', 'assert test=a: A', 'report role=warning test=b: B'],
    ]);
  });

  it('an element of another namespace has its prefix, which is declared', () => {
    const spec = `<elementSpec ident="song" ns="http://example.org/music" mode="add"><classes><memberOf key="model.pLike"/></classes>
      <content><textNode/></content>${constraint('c', '<sch:assert test="a">A</sch:assert>')}</elementSpec>`;
    const named = compiled(spec, 'xmlns:m="http://example.org/music"');
    expect(named.sch).toContain('<ns prefix="m" uri="http://example.org/music"/>');
    expect([...named.rules.values()][0]?.[0]).toBe('rule context=m:song:');
    expect(compiled(spec).sch).toContain('<ns prefix="ns" uri="http://example.org/music"/>');
  });

  it('a test that cannot be about anything is told', () => {
    const { codes } = compiled(
      `<macroSpec ident="macro.x" mode="add"><content><textNode/></content>${constraint('c', '<sch:assert test="a">A</sch:assert>')}</macroSpec>`,
    );
    expect(codes).toEqual(['schema/constraint-without-context']);
  });

  it('patterns, keys, functions and namespaces keep what they say', () => {
    const { sch, codes } = compiled(
      constraint(
        'k',
        `<sch:ns prefix="f" uri="http://example.org/f"/><xsl:key name="ids" match="tei:p" use="@n"/>
         <xsl:function name="f:one" as="xs:integer"><xsl:sequence select="1"/></xsl:function>
         <sch:pattern id="mine" abstract="true"><sch:rule context="$x"><sch:assert test="f:one() = 1">One.</sch:assert></sch:rule></sch:pattern>
         <sch:pattern is-a="mine"><sch:param name="x" value="tei:p"/></sch:pattern>`,
      ),
      'xmlns:f="http://example.org/f" xmlns:xs="http://www.w3.org/2001/XMLSchema"',
    );
    expect(codes).toEqual([]);
    expect(sch).toContain('<ns prefix="f" uri="http://example.org/f"/>');
    expect(sch).toContain(
      '<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="ids" match="tei:p" use="@n"/>',
    );
    expect(sch).toMatch(/<xsl:function [^>]*xmlns:f="http:\/\/example.org\/f"[^>]* name="f:one"/);
    expect(sch).toContain('<pattern id="mine" abstract="true">');
    expect(sch).toMatch(
      /<pattern id="schematron-constraint-small-k-\d" is-a="mine">\n {4}<param name="x" value="tei:p"\/>/,
    );
  });

  it('a change adds, replaces and deletes constraints by their names', () => {
    const old = '<sch:rule context="tei:hi"><sch:report test="tei:hi">Old.</sch:report></sch:rule>';
    expect(compiled('').sch).toContain('hi in hi');
    const spec = (mode: string): string =>
      `<elementSpec ident="hi" mode="change"><constraintSpec ident="nested" scheme="schematron" mode="${mode}"><constraint>${old}</constraint></constraintSpec></elementSpec>`;
    expect([...compiled(spec('replace')).rules.values()].flat().join()).toBe(
      'rule context=tei:hi:,report test=tei:hi: Old.',
    );
    expect(compiled(spec('replace')).sch).not.toContain('hi in hi');
    expect(compiled(spec('delete')).sch).not.toContain('<pattern');
    expect(compiled(spec('add')).sch).toContain('hi in hi');
  });

  it('what is deprecated gets a warning', () => {
    const { rules } = compiled(
      '<elementSpec ident="p" mode="change"><attList><attDef ident="n" validUntil="2030-01-01"/></attList></elementSpec><elementSpec ident="q" mode="add" validUntil="2031-01-01"><content><empty/></content></elementSpec>',
    );
    expect([...rules.keys()].filter((id) => id.startsWith('deprecated'))).toEqual(['deprecated-p-n', 'deprecated-q']);
    expect(rules.get('deprecated-p-n')).toEqual([
      'rule context=tei:p:',
      'report role=warning test=@n: @n of <p> is deprecated: the TEI will remove it after 2030-01-01.',
    ]);
  });

  withData(`are those of tei_all.isosch for the whole TEI${needsData}`, () => {
    const source = teiText('p5subset.xml');
    const modules = [
      ...new Set([...source.matchAll(/<moduleSpec[^>]* ident="([\w-]+)"/g)].map(([, name = '']) => name)),
    ];
    const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="tei_all" start="TEI">${modules.map((name) => `<moduleRef key="${name}"/>`).join('')}</schemaSpec></TEI>`;
    const ours = rulesOf(compileOdd({ odd: { path: 'a.odd', text }, p5subset: { path: 'p', text: source } }).sch);
    const theirs = rulesOf(teiText('tei_all.isosch'));
    // Rules on parameters of processing models are not made; warnings of what is deprecated have words of their own.
    const isCompared = ([, [rule = '', test = '']]: [string, string[]]): boolean =>
      !rule.includes('tei:param[') && !test.includes('deprecated');
    const [made, expected] = [ours, theirs].map((rules) => [...rules].filter(isCompared));
    expect(expected?.length).toBeGreaterThan(80);
    // Names end with a number in the order of the modules; one pattern has no name there.
    const compared = (rules: [string, string[]][] | undefined): string[] | undefined =>
      rules
        ?.map(
          ([id, lines]) => `${/^\(|only_sensible_attrs/.test(id) ? '' : id.replace(/-\d+$/, '')} ${lines.join(' ')}`,
        )
        .sort();
    expect(compared(made)).toEqual(compared(expected));
  });
});
