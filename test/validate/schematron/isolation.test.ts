import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf, inShort, saidOf, schema } from './run.js';

const reports = (...tests: readonly string[]): string =>
  schema(
    `<ns prefix="ixsl" uri="http://saxonica.com/ns/interactiveXSLT"/><ns prefix="js" uri="http://saxonica.com/ns/globalJS"/><ns prefix="saxon" uri="http://saxon.sf.net/"/>
     <pattern><rule context="a">${tests.map((test) => `<report test="${test}">open</report>`).join('')}</rule></pattern>`,
  );

describe('a schema reaches nothing but its document', () => {
  let folder = '';
  let secret = '';
  let server: Server;
  let asked = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'editio-canary-'));
    writeFileSync(join(folder, 'canary.xml'), '<canary/>');
    secret = pathToFileURL(join(folder, 'canary.xml')).href;
    server = createServer((_, response) => {
      asked++;
      response.end('<canary/>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each<[string, string]>([
    ['doc', "doc('FILE')"],
    ['doc', "doc (: hidden :) ('FILE')"],
    ['doc', "Q{http://www.w3.org/2005/xpath-functions}doc('FILE')"],
    ['doc', "fn:doc('FILE')"],
    ['doc', "('FILE') ! doc(.)"],
    ['doc', "'FILE' => doc()"],
    ['doc', "let $f := doc#1 return $f('FILE')"],
    ['doc', "for-each('FILE', doc(?))"],
    ['doc-available', "doc-available('FILE')"],
    ['document', "document('FILE')"],
    ['unparsed-text', "unparsed-text('FILE')"],
    ['unparsed-text-lines', "exists(unparsed-text-lines('FILE'))"],
    ['unparsed-text-available', "unparsed-text-available('FILE')"],
    ['collection', "exists(collection('FILE'))"],
    ['json-doc', "json-doc('FILE')"],
    ['environment-variable', "environment-variable('PATH')"],
    ['available-environment-variables', 'available-environment-variables()'],
    ['function-lookup', "function-lookup(xs:QName('fn:doc'), 1)('FILE')"],
    ['transform', "transform(map{'stylesheet-location': 'FILE'})?output"],
    ['eval', "ixsl:eval('1')"],
    ['call', "ixsl:call(ixsl:window(), 'eval', ['1'])"],
    ['eval', "js:eval('1')"],
  ])('%s: %s', async (name, expression) => {
    const found = await findingsOf(reports(expression.replace('FILE', secret)), '<a/>');
    expect(found.filter(({ code }) => code === 'schematron/error')).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
    if (found[0]?.code === 'schematron/not-run')
      expect(found[0].message).toContain(name === 'eval' && expression.startsWith('js') ? '”' : `“${name}”`);
    else expect(found[0]?.code).toBe('schematron/schema-invalid');
  });

  it('nothing is fetched', async () => {
    const { port } = server.address() as { port: number };
    const address = `http://127.0.0.1:${port}/x.xml`;
    await saidOf(reports(`doc('${address}')`, `unparsed-text('${address}')`), '<a/>');
    expect(asked).toBe(0);
  });

  it('the other rules are checked all the same, and the place is that of the expression', async () => {
    const found = await findingsOf(reports(`doc('${secret}')`, 'true()'), '<a/>');
    expect(found.map(inShort)).toEqual([
      'not-run 4:41 “doc” reaches beyond the document, and is closed: the rule is not checked.',
      'error 1:1 open',
    ]);
  });

  it('a variable that reads a file takes the rules along that need it, and no others', async () => {
    const text = schema(`<let name="register" value="doc('${secret}')//person"/>
<pattern><rule context="a"><assert test="@ref = $register/@id">unknown person</assert></rule><rule context="b"><report test="1">b</report></rule></pattern>`);
    expect(await saidOf(text, '<a><b/></a>')).toEqual([
      'not-run 3:22 “doc” reaches beyond the document, and is closed: the rule is not checked.',
      'error 1:4 b',
    ]);
  });

  it('what is only for the terminal is silent', async () => {
    const text = schema(
      `<pattern><rule context="a"><report test="trace(true(), 'canary')"><xsl:message>canary</xsl:message>x</report></rule></pattern>`,
    );
    expect(await saidOf(text, '<a/>')).toEqual(['error 1:1 x']);
  });

  it.each([
    '<xsl:include href="x.xsl"/>',
    '<xsl:import href="x.xsl"/>',
    '<xsl:function name="t:f"><xsl:result-document href="x"/></xsl:function>',
    '<xsl:function name="t:f"><xsl:evaluate xpath="1"/></xsl:function>',
    '<xsl:function name="t:f"><xsl:source-document href="x"/></xsl:function>',
    '<xsl:function name="t:f" use-when="doc-available(1)"/>',
    '<xsl:function name="t:f" _as="{doc(1)}"/>',
    '<xsl:variable name="v" static="yes" select="doc(1)"/>',
    '<xsl:function name="t:f"><i:set-attribute xmlns:i="http://saxonica.com/ns/interactiveXSLT"/></xsl:function>',
  ])('%s is refused', async (declaration) => {
    const found = await findingsOf(schema(declaration), '<a/>');
    expect(found.map(({ code }) => code)).toEqual(['schematron/schema-invalid']);
  });

  it('rules that take too long are broken off, and the next schema is checked', async () => {
    const endless = reports(
      'count(for $x in 1 to 100000000 return $x) + count(for $x in 1 to 100000000 return $x) = 0',
    );
    const [found] = await findingsOf(endless, '<a/>', { timeLimit: 1500 });
    expect(found?.code).toBe('schematron/time-limit');
    expect(await saidOf(reports('true()'), '<a/>')).toEqual(['error 1:1 open']);
  });
});
