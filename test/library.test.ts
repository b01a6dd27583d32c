import { describe, expect, expectTypeOf, it } from 'vitest';
import * as editio from '../src/index.js';
import {
  reporters,
  validate,
  type Check,
  type Diagnostic,
  type Findings,
  type JsonReport,
  type ReportFormat,
  type Severity,
  type ValidateOptions,
} from '../src/index.js';

// The types are checked by `npm run typecheck`, the rest when the tests run.
describe('the library', () => {
  it('validates files that are in memory already, and gives typed findings', async () => {
    const file = { path: 'letter.xml', bytes: new TextEncoder().encode('<TEI') };
    const findings = await validate([file]);
    expectTypeOf(findings).toEqualTypeOf<Diagnostic[]>();
    expectTypeOf(validate).parameter(1).toEqualTypeOf<ValidateOptions | undefined>();
    const [finding] = findings;
    expectTypeOf<Diagnostic['severity']>().toEqualTypeOf<Severity>();
    expect([finding?.severity, finding?.code, finding?.file]).toEqual(['error', 'gate/not-well-formed', 'letter.xml']);
    // @ts-expect-error: a code is one of the catalogue, so that a misspelt one is found when a program is compiled.
    expect(finding?.code === 'gate/not-wellformed').toBe(false);
  });

  it('reports findings in every format', async () => {
    const file = { path: 'letter.xml', bytes: new TextEncoder().encode('<TEI') };
    const findings: Findings = { files: [file.path], diagnostics: await validate([file]), textOf: () => '<TEI' };
    expectTypeOf<ReportFormat>().toEqualTypeOf<keyof typeof reporters>();
    for (const report of Object.values(reporters)) expect(report(findings)).toContain('letter.xml');
    const { diagnostics } = JSON.parse(reporters.json(findings)) as JsonReport;
    expectTypeOf(diagnostics[0]?.line).toEqualTypeOf<number | undefined>();
    expect(diagnostics[0]).toMatchObject({ line: 1, column: 4 });
  });

  it('names the checks', () => {
    expectTypeOf<Check>().toEqualTypeOf<'gate' | 'relax-ng' | 'schematron' | 'references'>();
    expect(editio.checks).toEqual(['gate', 'relax-ng', 'schematron', 'references']);
  });

  it('does not let a file be given without its bytes', async () => {
    // @ts-expect-error: the bytes are what is checked; the path only names them.
    await expect(validate([{ path: 'letter.xml' }])).rejects.toThrow();
  });
});
