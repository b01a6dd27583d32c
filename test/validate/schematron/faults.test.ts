import { describe, expect, it } from 'vitest';
import { findingsOf, inShort, saidOf, schema } from './run.js';

const inRule = (parts: string): string => schema(`<pattern><rule context="b">\n${parts}\n</rule></pattern>`);
const ok = '<report test="true()">x</report>';

describe('what is wrong with a schema is said at its place', () => {
  it.each<[string, string, string[]]>([
    [
      'no XML',
      '<schema',
      ['schema-unreadable 1:7 The schema is no well-formed XML: document must contain a root element.'],
    ],
    ['another file', '<TEI/>', ['schema-unreadable 1:1 There is no Schematron rule in this file; it is a <TEI>.']],
    [
      'Schematron 1.5',
      '<schema xmlns="http://www.ascc.net/xml/schematron"/>',
      ['schema-unreadable 1:1 The rules are of Schematron 1.5, which is not read.'],
    ],
    [
      'a test that is missing',
      inRule('<assert>x</assert>'),
      ['schema-invalid 4:1 <assert> lacks its attribute “test”.'],
    ],
    [
      'a context that is missing',
      schema('<pattern><rule/></pattern>'),
      ['schema-invalid 3:10 The rule does not say which nodes it is about.'],
    ],
    [
      'an unknown abstract rule',
      inRule('<extends rule="z"/>'),
      ['schema-invalid 4:10 There is no abstract rule with the id “z”.'],
    ],
    [
      'a rule that extends itself',
      schema('<pattern><rule abstract="true" id="z"><extends rule="z"/></rule></pattern>'),
      ['schema-invalid 3:48 The rule “z” extends itself.'],
    ],
    [
      'an unknown abstract pattern',
      schema('<pattern is-a="z"/>'),
      ['schema-invalid 3:10 There is no abstract pattern with the id “z”.'],
    ],
    [
      'a phase with an unknown pattern',
      schema('<phase id="p"><active pattern="z"/></phase>'),
      ['schema-invalid 3:23 There is no pattern with the id “z”.'],
    ],
    [
      'an unknown default phase',
      schema('', 'defaultPhase="z"'),
      ['schema-invalid 1:103 There is no phase with the id “z”.'],
    ],
    [
      'an unknown diagnostic',
      inRule('<assert test="1" diagnostics="d e">x</assert>'),
      [
        'schema-invalid 4:18 There is no diagnostic with the id “d”.',
        'schema-invalid 4:18 There is no diagnostic with the id “e”.',
      ],
    ],
    [
      'two things with one id',
      schema('<pattern id="p"/><pattern id="p"/>'),
      ['schema-invalid 3:27 Two elements have the id “p”.'],
    ],
    [
      'two variables with one name',
      inRule('<let name="v" value="1"/><let name="v" value="2"/>'),
      ['schema-invalid 4:31 The variable “v” is declared twice.'],
    ],
    [
      'an element that there is not',
      schema('<rules/>'),
      ['not-supported 3:1 <rules> is no element of Schematron that is known here.'],
    ],
  ])('%s', async (_, text, said) => {
    expect(await saidOf(text, '<a/>')).toEqual(said);
  });

  it('every faulty expression, with what it is called and what to do', async () => {
    const text = inRule(`<let name="v" value="if (1) then"/>
      <assert test="@n +">x</assert>
      <assert test="$w">x <value-of select="foo()"/></assert>
      <assert test="a) or (b">x</assert>
      <assert test="y:b">x</assert>`).replace('context="b"', 'context="b["');
    const found = await findingsOf(text, '<b/>');
    expect(found.map(inShort)).toEqual([
      'schema-invalid 3:16 The expression in “context” cannot be used: Expected an expression, but reached the end of the input.',
      'schema-invalid 4:15 The expression in “value” cannot be used: Expected an expression, but reached the end of the input.',
      'schema-invalid 5:15 The expression in “test” cannot be used: Unexpected token <eof> at start of expression.',
      'schema-invalid 6:15 The expression in “test” cannot be used: No binding for variable Q{}w.',
      'schema-invalid 6:37 The expression in “select” cannot be used: Unknown function Q{http://www.w3.org/2005/xpath-functions}foo().',
      'schema-invalid 7:15 The expression in “test” cannot be used: Found ) beyond end of expression.',
      "schema-invalid 8:15 The expression in “test” cannot be used: No namespace binding for prefix 'y'.",
    ]);
    expect(found.map(({ actual }) => actual).slice(2)).toEqual(['@n +', '$w', 'foo()', 'a) or (b', 'y:b']);
    expect(found.at(-1)?.help).toBe('Declare it: <ns prefix="…" uri="…"/> at the beginning of the schema.');
  });

  it('an expression of an abstract pattern is shown as it is written', async () => {
    const text =
      schema(`<pattern abstract="true" id="p"><rule context="$c"><assert test="$c +">x</assert></rule></pattern>
<pattern is-a="p"><param name="c" value="a"/></pattern>`);
    const [found] = await findingsOf(text, '<a/>');
    expect([found?.position, found?.actual]).toEqual([{ line: 3, column: 60 }, '$c +']);
  });
});

describe('what goes wrong in a document', () => {
  it('a test that cannot be computed is told of once, the other rules go on', async () => {
    const text = inRule(`<assert test="xs:date(@when) gt xs:date('1900-01-01')" id="late">x</assert>${ok}`);
    const found = await findingsOf(text, '<a><b when="1899-01-01"/><b when="1956"/><b when="x"/></a>');
    expect(found.map(inShort)).toEqual([
      'error 1:4 x',
      'error 1:4 x',
      `rule-failed 1:26 The rule could not be checked here (xs:date(@when) gt xs:date('1900-01-01')): Supplied value "1956" is not a valid xs:date.`,
      'error 1:26 x',
      'error 1:42 x',
    ]);
    expect(found[2]?.rule).toBe('late');
  });

  it('a variable of a rule that cannot be computed takes the rule along, if it is needed', async () => {
    const text = inRule(`<let name="v" value="1 idiv 0"/><report test="$v = 1">v</report>${ok}`);
    expect(await saidOf(text, '<a><b/><b/></a>')).toEqual([
      'rule-failed 1:4 The variables of the rule could not be computed here (b): Division by zero.',
    ]);
    expect(await saidOf(text.replace('$v = 1', '1'), '<a><b/></a>')).toEqual(['error 1:4 v', 'error 1:4 x']);
  });

  it('a variable of the schema that cannot be computed is told of once, and rules that need it are left out', async () => {
    const text = schema(`<let name="v" value="1 idiv count(//none)"/><let name="w" value="$v + 1"/>
      <pattern><rule context="a"><report test="$w">w</report></rule><rule context="b">${ok}</rule></pattern>`);
    expect(await saidOf(text, '<a><b/></a>')).toEqual([
      'rule-failed 1:1 The rule could not be checked here (1 idiv count(//none)): Division by zero.',
      'error 1:4 x',
    ]);
  });
});
