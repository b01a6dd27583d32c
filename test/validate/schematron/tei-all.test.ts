import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runStylesheet } from '../../../src/processor/stylesheet.js';
import { loadSchematron, runSchematron, type Schematron } from '../../../src/validate/schematron/index.js';
import { randomTei, vocabularyOf } from './random-tei.js';

const schemaPath = join(process.env['EDITIO_TEI'] ?? '../shared/tei', 'tei_all.isosch');
const saxon = process.env['EDITIO_SAXON'] ?? '/usr/share/java/Saxon-HE.jar';
const missing = [schemaPath, saxon].filter((path) => !existsSync(path));
if (missing.length > 0 && process.env['CI'] === 'true') throw new Error(`Missing: ${missing.join(', ')}`);

/** Another processor runs the transpiled rules: a line for each finding, check, number of the element, attribute, text. */
const driver = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:at="urn:editio:schematron">
  <xsl:import href="rules.xsl"/>
  <xsl:output method="text"/>
  <xsl:template name="main">
    <xsl:for-each select="collection('.?select=*.xml')">
      <xsl:variable name="file" select="tokenize(base-uri(.), '/')[last()]"/>
      <xsl:variable name="findings" as="map(*)*"><xsl:apply-templates select="." mode="at:check"/></xsl:variable>
      <xsl:for-each select="$findings">
        <xsl:value-of select="$file, ?node/ancestor-or-self::*[1]/string(count(preceding::*|ancestor::*)),
          ?node[. instance of attribute()]/name(), if (exists(?error)) then 'failed' else normalize-space(?text)" separator="|"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>`;

describe.skipIf(missing.length > 0)(`the rules of tei_all (skipped where missing: ${schemaPath}, ${saxon})`, () => {
  let folder = '';
  let rules: Schematron;
  const documents: { readonly path: string; readonly text: string }[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'editio-schematron-'));
    const text = readFileSync(schemaPath, 'utf8');
    const loaded = loadSchematron(schemaPath, text, () => undefined);
    if (loaded.rules === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
    rules = loaded.rules;
    const random = fc.sample(randomTei(vocabularyOf(text)), { seed: 1956, numRuns: 30 });
    const valid = readdirSync('tei')
      .filter((name) => name.endsWith('.xml'))
      .map((name) => readFileSync(join('tei', name), 'utf8'));
    [...random, ...valid].forEach((each, index) => documents.push({ path: `${index}.xml`, text: each }));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('find the same in SaxonJS and in Saxon', { timeout: 120_000 }, async () => {
    const [transpiled] = await runStylesheet('schematron', [rules.document.xml], {});
    writeFileSync(
      join(folder, 'rules.xsl'),
      transpiled !== undefined && 'output' in transpiled ? transpiled.output : '',
    );
    writeFileSync(join(folder, 'driver.xsl'), driver);
    for (const { path, text } of documents) writeFileSync(join(folder, path), text);
    const output = execFileSync('java', ['-cp', saxon, 'net.sf.saxon.Transform', '-it:main', '-xsl:driver.xsl'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const theirs = output.split('\n').filter((line) => line !== '');

    const findings = await runSchematron(rules, documents);
    const ours = findings.map(({ file = '', span, message, code }) => {
      const text = documents.find(({ path }) => path === file)?.text ?? '';
      const start = span?.start ?? 0;
      const isAttribute = text.charAt(start) !== '<';
      const tag = isAttribute ? text.lastIndexOf('<', start) : start;
      const number = [...text.slice(0, tag).matchAll(/<[^!?/]/g)].length;
      const attribute = isAttribute ? (/^[^=]+/.exec(text.slice(start))?.[0] ?? '') : undefined;
      const said = code === 'schematron/rule-failed' ? 'failed' : message;
      return [file, String(number), ...(attribute === undefined ? [] : [attribute]), said].join('|');
    });
    const isFailure = (line: string): boolean => line.endsWith('|failed');
    expect(ours.filter((line) => !isFailure(line)).sort()).toEqual(theirs.filter((line) => !isFailure(line)).sort());
    // Failures are told of once for each check and document.
    expect(theirs).toEqual(expect.arrayContaining(ours.filter(isFailure)));
    // The random documents concern most of the rules.
    expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThan(50);
  });
});
