import { describe, expect, it } from 'vitest';
import { findingsOf, saidOf, schema } from './run.js';

const rule = (context: string, parts: string): string =>
  `<pattern><rule context="${context}">${parts}</rule></pattern>`;

describe('assertions (ISO/IEC 19757-3, 5.4.2 and 5.4.11)', () => {
  it('an assert fires where its test is false, a report where it is true', async () => {
    const text = schema(rule('b', '<assert test="@x">no x</assert><report test="@y">has y</report>'));
    expect(await saidOf(text, '<a><b x="1"/>\n<b y="1"/>\n<b/></a>')).toEqual([
      'error 2:1 no x',
      'error 2:1 has y',
      'error 3:1 no x',
    ]);
  });

  it('a test that is a sequence counts by its effective boolean value', async () => {
    const text = schema(
      rule('b', '<report test="c">c</report><report test="string(@n)">n</report><report test="0">0</report>'),
    );
    expect(await saidOf(text, '<a><b n=""><c/></b></a>')).toEqual(['error 1:4 c']);
  });

  it.each([
    ['fatal', 'fatal'],
    ['error', 'error'],
    ['WARN', 'warning'],
    ['warning', 'warning'],
    ['nonfatal', 'warning'],
    ['info', 'info'],
    ['information', 'info'],
    ['completeness', 'error'],
  ])('the role %s is a finding %s', async (role, kind) => {
    const text = schema(rule('a', `<assert test="false()" role="${role}">x</assert>`));
    expect(await saidOf(text, '<a/>')).toEqual([`${kind} 1:1 x`]);
  });

  it('the role, the id and the address of a pattern and a rule hold for what is in them', async () => {
    const text = schema(`<pattern id="p" role="info" see="http://a.example/p"><rule context="a" id="r" role="warning">
      <report id="own" role="error" test="true()">1</report><report test="true()">2</report></rule>
      <rule context="b"><report test="true()">3</report></rule></pattern>`);
    const found = await findingsOf(text, '<a><b/></a>');
    expect(found.map((each) => [each.severity, each.rule, each.help])).toEqual([
      ['error', 'own', 'See http://a.example/p'],
      ['warning', 'r', 'See http://a.example/p'],
      ['info', 'p', 'See http://a.example/p'],
    ]);
  });

  it('a finding without a text says the test', async () => {
    const text = schema(rule('a', '<assert test="@x"/><report\ntest="1\n = 1"/>'));
    expect(await saidOf(text, '<a/>')).toEqual([
      'error 1:1 This is not so here: @x',
      'error 1:1 This is so here, and should not be: 1 = 1',
    ]);
  });

  it('the subject is where the finding stands', async () => {
    const text = schema(
      rule('a', '<assert test="@x" subject="b/@n">x</assert><assert test="@x" subject="zz">y</assert>'),
    );
    expect(await saidOf(text, '<a>\n <b n="1"/></a>')).toEqual(['error 1:1 y', 'error 2:5 x']);
  });
});

describe('messages (5.4.5 to 5.4.9, 5.4.14, 5.4.15)', () => {
  it('value-of, name, emph, dir and span become text, white space one blank', async () => {
    const text = schema(
      rule(
        'b',
        `<report test="true()">The <name/> in <name path=".."/>,
           <emph>with <value-of select="@n"/></emph> <dir value="rtl">and</dir> <span class="x"><value-of select="1 to 3"/></span>.</report>`,
      ),
    );
    expect(await saidOf(text, '<a><b n="&lt;5"/></a>')).toEqual(['error 1:4 The b in a, with <5 and 1 2 3.']);
  });

  it('instructions of XSLT compute in messages', async () => {
    const text = schema(
      rule(
        'a',
        '<report test="true()">n: <xsl:for-each select="b"><xsl:value-of select="@n"/>;</xsl:for-each></report>',
      ),
    );
    expect(await saidOf(text, '<a><b n="1"/><b n="2"/></a>')).toEqual(['error 1:1 n: 1;2;']);
  });

  it('what looks like a template or an expression in a text stays text', async () => {
    const text = schema(rule('a', '<report test="true()">{1+1} $x &lt;b&gt; &amp;amp;</report>'));
    expect(await saidOf(text, '<a/>')).toEqual(['error 1:1 {1+1} $x <b> &amp;']);
  });

  it('diagnostics are the help, computed where the assertion fired', async () => {
    const text = schema(`${rule('b', '<let name="n" value="@n"/><report test="true()" diagnostics="d2 d1">x</report>')}
      <diagnostics><diagnostic id="d1">Put <value-of select="$n"/>.</diagnostic><diagnostic id="d2">Or not.</diagnostic></diagnostics>`);
    const [found] = await findingsOf(text, '<a><b n="7"/></a>');
    expect(found?.help).toBe('Or not. Put 7.');
  });

  it('properties are accepted', async () => {
    const text = schema(`${rule('a', '<report test="true()" properties="p">x</report>')}
      <properties><property id="p" role="r" scheme="s"><value-of select="1"/></property></properties>`);
    expect(await saidOf(text, '<a/>')).toEqual(['error 1:1 x']);
  });
});

describe('rules and their contexts (5.4.13, 6.5)', () => {
  it('the first rule of a pattern that matches a node is the only one that applies; another pattern has its own', async () => {
    const text = schema(`<pattern><rule context="b[@n]"><report test="true()">n</report></rule>
      <rule context="b"><report test="true()">b</report></rule><rule context="*"><report test="true()">any</report></rule></pattern>
      ${rule('b', '<report test="true()">second</report>')}`);
    expect(await saidOf(text, '<a>\n<b n="1"/>\n<b/>\n</a>')).toEqual([
      'error 1:1 any',
      'error 2:1 n',
      'error 2:1 second',
      'error 3:1 b',
      'error 3:1 second',
    ]);
  });

  it.each([
    ['/', '1:1'],
    ['@*', '2:4', '2:10', '4:7'],
    ['@n', '2:4', '4:7'],
    ['b/@xml:id', '2:10'],
    ['text()[normalize-space()]', '2:23', '4:13'],
    ['comment()', '3:1'],
    ['processing-instruction()', '3:9'],
    ['processing-instruction(p)', '3:9'],
    ['/a/t:c | b', '2:1', '4:2'],
    ['//*[not(*)]', '2:1', '4:2'],
    ['t:*', '4:2'],
    ['*:c', '4:2'],
    ['*[@n][self::t:c]', '4:2'],
    ["*[@n]['[' != '']", '2:1', '4:2'],
    ['b (: t:c | :)', '2:1'],
    ['a//node()[self::b]', '2:1'],
    ['(b | t:c)[@n = 2]', '4:2'],
    ["key('k', 2)", '4:2'],
    ['element(b)', '2:1'],
    ['document-node()', '1:1'],
  ])('the context %s', async (context, ...places) => {
    const text = schema(
      `<xsl:key name="k" match="*[@n]" use="number(@n)"/>${rule(context, '<report test="true()">x</report>')}`,
    );
    const document = `<a>\n<b n="1" xml:id="i">  text</b>\n<!--c--><?p i?>\n <t:c n="2">z</t:c>\n</a>`;
    const found = await saidOf(text, document.replace('<a>', '<a xmlns:t="http://www.tei-c.org/ns/1.0">'));
    expect(found).toEqual(places.map((place) => `error ${place} x`));
  });

  it('abstract rules are put where they are extended, also through each other', async () => {
    const text = schema(`<pattern>
      <rule abstract="true" id="one"><assert test="@x">x of <name/></assert></rule>
      <rule abstract="true" id="two"><extends rule="one"/><let name="y" value="@y"/><assert test="$y">y</assert></rule>
      <rule context="b"><extends rule="two"/><assert test="@z">z</assert></rule></pattern>`);
    expect(await saidOf(text, '<a><b/></a>')).toEqual(['error 1:4 x of b', 'error 1:4 y', 'error 1:4 z']);
  });
});

describe('patterns (5.4.12, 6.3)', () => {
  const abstract = `<pattern abstract="true" id="row"><param name="count" value="2"/><rule context="$row">
      <assert test="$cell = $count">A <name/> has $count cells, not <value-of select="count($cell)"/> ($cells).</assert></rule></pattern>`;

  it('an abstract pattern is used with its parameters, which are macros', async () => {
    const text = schema(`${abstract.replace('$cell =', 'count($cell) =')}
      <pattern is-a="row"><param name="row" value="b"/><param name="cell" value="c"/></pattern>
      <pattern is-a="row"><param name="row" value="c[@n]"/><param name="cell" value="@*"/><param name="count" value="1"/></pattern>`);
    expect(await saidOf(text, '<a><b><c/></b><c n="1" m="2"/></a>')).toEqual([
      'error 1:4 A b has $count cells, not 1 ($cells).',
      'error 1:15 A c has $count cells, not 2 ($cells).',
    ]);
  });

  it('a pattern about other documents is left out, and said to be', async () => {
    const text =
      schema(`<pattern documents="/a/@href"><rule context="b"><report test="true()">x</report></rule></pattern>
      ${rule('a', '<report test="true()">y</report>')}`);
    expect(await saidOf(text, '<a href="x.xml"><b/></a>')).toEqual([
      'not-supported 3:10 This pattern is about other documents, and is left out.',
      'error 1:1 y',
    ]);
  });

  it('a phase chooses patterns; the default phase is the schema’s', async () => {
    const text = schema(
      `<phase id="draft"><active pattern="p"/></phase><phase id="final"><let name="v" value="'f'"/><active pattern="p"/><active pattern="q"/></phase>
       <let name="w" value="'w'"/>
       <pattern id="p"><rule context="a"><report test="true()">p</report></rule></pattern>
       <pattern id="q"><rule context="a"><report test="true()">q<value-of select="$w"/></report></rule></pattern>`,
      'queryBinding="xslt2" defaultPhase="draft"',
    );
    expect(await saidOf(text, '<a/>')).toEqual(['error 1:1 p']);
    expect(await saidOf(text, '<a/>', { phase: '#DEFAULT' })).toEqual(['error 1:1 p']);
    expect(await saidOf(text, '<a/>', { phase: 'final' })).toEqual(['error 1:1 p', 'error 1:1 qw']);
    expect(await saidOf(text, '<a/>', { phase: '#ALL' })).toEqual(['error 1:1 p', 'error 1:1 qw']);
    expect(await saidOf(text, '<a/>', { phase: 'other' })).toEqual([
      'phase-unknown 0:0 The schema has no phase “other”.',
    ]);
  });
});

describe('variables (5.4.6, 6.6)', () => {
  it('of schema and pattern are about the document, of rules about their node', async () => {
    const text = schema(`<let name="bs" value="count(//b)"/>
      <pattern><let name="first" value="//b[1]/@n"/><rule context="b[@n != $first]"><let name="n" value="@n"/>
        <report test="$n = $bs"><value-of select="$n"/> of <value-of select="$bs"/>, first <value-of select="$first"/></report></rule></pattern>`);
    expect(await saidOf(text, '<a><b n="1"/><b n="2"/></a>')).toEqual(['error 1:14 2 of 2, first 1']);
  });

  it('of two patterns may have one name, and a pattern’s may hide the schema’s', async () => {
    const text = schema(`<let name="v" value="'schema'"/>
      <pattern><let name="v" value="'one'"/><rule context="a"><report test="'$v' = '$v'">$v <value-of select="$v"/></report></rule></pattern>
      <pattern><let name="v" value="'two'"/><rule context="a"><let name="v" value="'rule'"/><report test="$v (: '$v :)"><value-of select="$ v"/></report></rule></pattern>
      ${rule('a', '<report test="$v"><value-of select="$v"/></report>')}`);
    expect(await saidOf(text, '<a/>')).toEqual(['error 1:1 $v one', 'error 1:1 rule', 'error 1:1 schema']);
  });

  it('may be made by instructions, or hold elements, and have a type', async () => {
    const text = schema(`<let name="x"><list xmlns=""><item n="3"/></list></let>
      ${rule('a', '<let name="y" as="xs:integer"><xsl:sequence select="1 + 1"/></let><report test="$x//item/@n = 3"><value-of select="$y"/></report>')}`);
    expect(await saidOf(text, '<a/>')).toEqual(['error 1:1 2']);
  });
});

describe('XSLT in a schema (annex C)', () => {
  it('functions and keys serve the rules', async () => {
    const text = schema(`<ns prefix="f" uri="urn:f"/>
      <xsl:function name="f:twice" as="xs:integer"><xsl:param name="n"/><xsl:variable name="t">x<xsl:value-of select="$n"/></xsl:variable>
        <xsl:sequence select="if ($t = 'x2') then xs:integer($n) * 2 else 0"/></xsl:function>
      <xsl:key name="by-n" match="b" use="@n"/>
      ${rule('b', `<report test="f:twice(@n) = 4 and count(key('by-n', @n)) = 2">x</report>`)}`);
    const declared = text.replace('<schema ', '<schema xmlns:f="urn:f" xmlns:xs="http://www.w3.org/2001/XMLSchema" ');
    expect(await saidOf(declared, '<a><b n="2"/><b n="1"/><b n="2"/></a>')).toEqual(['error 1:4 x', 'error 1:24 x']);
  });
});

describe('query languages (5.4.13 queryBinding)', () => {
  it.each(['xslt', 'xslt2', 'XSLT3', 'xpath2', 'xpath3'])('%s', async (binding) => {
    const text = schema(
      rule('b', '<report test="@n = 1 and count(../b) &gt; 1">x</report>'),
      `queryBinding="${binding}"`,
    );
    expect(await saidOf(text, '<a><b n="1"/><b/></a>')).toEqual(['error 1:4 x']);
  });

  it('none is the first of XSLT', async () => {
    expect(await saidOf(schema(rule('a', '<report test="1">x</report>'), ''), '<a/>')).toEqual(['error 1:1 x']);
  });

  it('another is refused', async () => {
    expect(await saidOf(schema(rule('a', ''), 'queryBinding="xquery"'), '<a/>')).toEqual([
      'schema-invalid 1:103 The query language “xquery” is not known here.',
    ]);
  });
});
