import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { catalogue, type DiagnosticCode } from '../../src/diagnostics/catalogue.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { reportJunit } from '../../src/diagnostics/reporters/junit.js';
import { checks } from '../../src/validate/checks.js';

const grammar = readFileSync('test/diagnostics/junit.rng', 'utf8');

/** What the grammar of test reports says of each report; all are checked in one call. */
async function faultsOf(reports: readonly string[]): Promise<string[]> {
  const { errors, rawOutput } = await validateXML({
    xml: reports.map((contents, index) => ({ fileName: `report-${index}.xml`, contents })),
    schema: [{ fileName: 'junit.rng', contents: grammar }],
    extension: 'relaxng',
  });
  const passed = reports.filter((_, index) => rawOutput.includes(`report-${index}.xml validates`)).length;
  return passed === reports.length ? [] : errors.map(({ message }) => message);
}

/** The cases of a report: suite, file, and what became of it. */
function casesOf(report: string): string[] {
  const found: string[] = [];
  let suite = '';
  const parser = new SaxesParser({});
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testsuite') suite = attributes['name'] ?? '';
    else if (name === 'testcase') found.push(`${suite} ${attributes['name'] ?? ''}`);
    else if (name !== 'testsuites') found.push(`${found.pop() ?? ''} ${name} ${attributes['message'] ?? ''}`.trimEnd());
  });
  parser.write(report).close();
  return found;
}

const findings = [
  diagnostic('gate/empty', 'The file is empty.', { file: 'b.xml' }),
  diagnostic('relax-ng/invalid', 'No <bold>.', {
    file: 'a.xml',
    position: { line: 2, column: 3 },
    help: 'Write <hi>.',
  }),
  diagnostic('relax-ng/invalid', 'No <b>.', { file: 'a.xml', position: { line: 4, column: 1 } }),
  diagnostic('gate/encoding-not-unicode', 'Latin 1.', { file: 'c.xml' }),
  diagnostic('validate/too-many-warnings', 'Too many.'),
];
const report = reportJunit({ files: ['a.xml', 'b.xml', 'c.xml'], diagnostics: findings, checks: ['gate', 'relax-ng'] });

describe('the junit reporter', () => {
  it('makes a suite of each check and a case of each file; what the gate refused is skipped', () => {
    expect(casesOf(report)).toEqual([
      'gate a.xml',
      'gate b.xml failure The file is empty.',
      'gate c.xml system-out',
      'relax-ng a.xml failure 2 errors. No <bold>.',
      'relax-ng b.xml skipped',
      'relax-ng c.xml',
      'validate all files failure Too many.',
    ]);
  });

  it('skips what a check had no schema for', () => {
    const wasChecked = (check: string, file: string): boolean => check === 'gate' || file === 'b.xml';
    const made = reportJunit({ files: ['a.xml', 'b.xml'], diagnostics: [], checks: ['gate', 'relax-ng'], wasChecked });
    expect(casesOf(made)).toEqual(['gate a.xml', 'gate b.xml', 'relax-ng a.xml skipped', 'relax-ng b.xml']);
  });

  it('lists the errors of a file, and counts cases', () => {
    expect(report).toContain(
      '2:3 error relax-ng/invalid: No &lt;bold&gt;. Write &lt;hi&gt;.\n4:1 error relax-ng/invalid: No &lt;b&gt;.<',
    );
    expect(report).toContain('<testsuites name="editio validate" tests="7" failures="3" errors="0">');
    expect(report).toContain('<testsuite name="relax-ng" tests="3" failures="1" errors="0" skipped="1">');
  });

  it('is what Jenkins reads, whatever files, messages and rules are called', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'<>&"\'\u0000\u0008\n\uFFFE\uFFFF\uD800\u202E]'.split('')) }),
    );
    const codes = fc.constantFrom(...(Object.keys(catalogue) as DiagnosticCode[]));
    const found = fc
      .tuple(codes, anyText, anyText, anyText)
      .map(([code, message, name, rule]) => diagnostic(code, message, { file: `f${name}`, rule, help: message }));
    const samples = fc.sample(fc.array(found, { maxLength: 5 }), { numRuns: 60, seed: 1956 });
    const reports = samples.map((diagnostics) =>
      reportJunit({ files: ['f', ...diagnostics.map(({ file }) => file ?? '')], diagnostics, checks }),
    );
    reports.forEach(casesOf);
    expect(await faultsOf([report, ...reports])).toEqual([]);
  });

  it('would be found at fault, if it were', async () => {
    expect(await faultsOf([report.replace('tests="7"', '')])).not.toEqual([]);
    expect(await faultsOf([report.replace('<skipped/>', '<ignored/>')])).not.toEqual([]);
    expect(() => casesOf(report.replace('&lt;', '<'))).toThrow();
  });
});
