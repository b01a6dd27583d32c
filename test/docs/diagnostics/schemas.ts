import { compileOdd } from '../../../src/schema/index.js';
import type { ValidateOptions } from '../../../src/validate/validate.js';
import { validate } from '../../../src/commands/validate.js';
import { smallTei } from '../../schema/odd/small-tei.js';
import { join } from 'node:path';
import { inFolder, tei, type Trigger } from './trigger.js';

/** An ODD with this in its schema, and this beside it. */
function compiled(content: string, beside = '', attributes = 'start="TEI"'): Trigger {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${beside}<schemaSpec ident="x" ${attributes}><moduleRef key="tei"/><moduleRef key="core"/>${content}</schemaSpec></TEI>`;
  return odd(text);
}

function odd(text: string): Trigger {
  return () => {
    const { diagnostics } = compileOdd({
      odd: { path: 'x.odd', text },
      p5subset: { path: 'p5subset.xml', text: smallTei },
    });
    return Promise.resolve({ folder: '/nowhere', diagnostics });
  };
}

const rules = (content: string): string =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>${content}</schema>`;

/** Rules that are checked on a small letter. */
function ruled(schema: string, options: ValidateOptions = {}): Trigger {
  return () =>
    inFolder({ 'letter.xml': tei('<p>We met [sic] there.</p>'), 'rules.sch': schema }, (folder) =>
      validate([join(folder, 'letter.xml')], { ...options, schematron: [join(folder, 'rules.sch')] }),
    );
}

const asserted = (attributes: string): Trigger =>
  ruled(
    rules(
      `<pattern><rule context="tei:p"><assert test="not(contains(., '[sic]'))"${attributes}>[sic] is left over.</assert></rule></pattern>`,
    ),
  );

/** What makes the findings of schemas. */
export const schemaTriggers: Readonly<Record<string, Trigger>> = {
  'schematron/fatal': asserted(' role="fatal"'),
  'schematron/error': asserted(''),
  'schematron/warning': asserted(' role="warning"'),
  'schematron/info': asserted(' role="info"'),
  'schematron/schema-unreadable': ruled('<html/>'),
  'schematron/schema-invalid': ruled(rules('<pattern><rule context="tei:p["/></pattern>')),
  'schematron/phase-unknown': ruled(
    rules(
      '<phase id="proof"/><phase id="final"/><pattern><rule context="tei:p"><assert test="true()">x</assert></rule></pattern>',
    ),
    { phase: 'draft' },
  ),
  'schematron/not-run': ruled(
    rules(
      `<pattern><rule context="tei:p"><assert test="@ref = doc('persons.xml')//@xml:id">x</assert></rule></pattern>`,
    ),
  ),
  'schematron/rule-failed': ruled(
    rules(
      `<pattern><rule context="tei:p"><assert test="xs:date('1956') lt xs:date('1957-01-01')">x</assert></rule></pattern>`,
    ),
  ),

  'schema/not-well-formed': odd('<TEI><desc></TEI>'),
  'schema/no-schema': odd('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'),
  'schema/group-missing': compiled('<specGrpRef target="#letters"/>'),
  'schema/group-in-itself': compiled(
    '<specGrpRef target="#a"/>',
    '<specGrp xml:id="a"><specGrpRef target="#a"/></specGrp>',
  ),
  'schema/unknown-module': compiled('<moduleRef key="names"/>'),
  'schema/unknown-name': compiled('<elementRef key="persname"/>'),
  'schema/unknown-member': compiled('<moduleRef key="extra" include="list hi"/>'),
  'schema/unknown-reference': compiled(
    '<elementSpec ident="p" mode="change"><classes mode="change"><memberOf key="model.plike"/></classes></elementSpec>',
  ),
  'schema/value-list-without-mode': compiled(
    '<elementSpec ident="hi" mode="change"><attList><attDef ident="type" mode="change"><valList type="closed"><valItem ident="a"/></valList></attDef></attList></elementSpec>',
  ),
  'schema/duplicate-name': compiled('<elementSpec ident="p" mode="add"/>'),
  'schema/source-not-supported': compiled('', '', 'start="TEI" source="house-style.odd"'),
  'schema/external-module': compiled('<moduleRef url="svg11.rng"/>'),
  'schema/change-without-target': compiled('<elementSpec ident="persName" mode="change"/>'),
  'schema/unknown-start': compiled('', '', 'start="TEI teiCorpus"'),
  'schema/no-start': compiled('', '', 'start="nothing"'),
};
