import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { catalogue, type DiagnosticCode } from '../../src/diagnostics/catalogue.js';
import { diagnostic, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { readDocumentation } from '../../src/diagnostics/documentation.js';
import { reportSarif } from '../../src/diagnostics/reporters/sarif.js';
import type { Findings, ReporterOptions } from '../../src/diagnostics/reporters/reporter.js';

const require = createRequire(import.meta.url);

/** What SARIF's schema says of a log; the schema is the one of the standard, as a package of its authors carries it. */
const isValid = ((): ((log: unknown) => string[]) => {
  const read = (name: string): object => JSON.parse(readFileSync(require.resolve(name), 'utf8')) as object;
  const ajv = new Ajv({ schemaId: 'auto', meta: false, allErrors: true, format: 'full' });
  ajv.addMetaSchema(read('ajv/lib/refs/json-schema-draft-04.json'));
  const check = ajv.compile(read('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
  return (log) => {
    void check(log);
    return (check.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
  };
})();

interface Log {
  runs: [
    {
      tool: { driver: { rules: { id: string; help?: { markdown: string }; shortDescription: { text: string } }[] } };
      artifacts: { location: { uri: string } }[];
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations?: {
          physicalLocation: { artifactLocation: { uri: string }; region?: Readonly<Record<string, number>> };
        }[];
        relatedLocations?: unknown[];
        partialFingerprints: { primaryLocationLineHash: string };
      }[];
    },
  ];
}

function logOf(findings: Findings, options: ReporterOptions = {}): Log {
  const log: unknown = JSON.parse(reportSarif(findings, options));
  expect(isValid(log)).toEqual([]);
  return log as Log;
}

const text = '<TEI>\n  <p>a <bold>b</bold></p>\n</TEI>\n';
const start = text.indexOf('<bold');
const finding = diagnostic('relax-ng/invalid', 'No <bold>.', {
  file: 'tei/x.xml',
  span: { start, end: start + 5 },
  help: 'Write <hi>.',
  source: { file: 'seeds/x.txt', span: { start: 0, end: 1 } },
});
const textOf = (file: string): string | undefined => ({ 'tei/x.xml': text, 'seeds/x.txt': 'ab' })[file];

describe('the sarif reporter', () => {
  it('says rule, level, message and region', () => {
    const { results, tool } = logOf({ files: ['tei/x.xml'], diagnostics: [finding], textOf }).runs[0];
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['relax-ng/invalid']);
    expect(results).toMatchObject([
      {
        ruleId: 'relax-ng/invalid',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'No <bold>. Write <hi>.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'tei/x.xml' },
              region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 13 },
            },
          },
        ],
        relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'seeds/x.txt' } } }],
      },
    ]);
  });

  it('has a rule for each code of the catalogue, with what the documentation says of it', () => {
    const codes = Object.keys(catalogue) as DiagnosticCode[];
    const diagnostics = codes.map((code) =>
      diagnostic(code, 'M.', { file: 'x.xml', position: { line: 1, column: 1 } }),
    );
    const { rules } = logOf({ files: ['x.xml'], diagnostics }, { documentation: readDocumentation(), version: '0.1.0' })
      .runs[0].tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([...codes].sort());
    const gate = rules.filter(({ id }) => id.startsWith('gate/'));
    expect(gate.filter(({ help }) => help?.markdown.includes('- Cure: ') !== true)).toEqual([]);
    expect(rules.every(({ shortDescription }) => shortDescription.text.length > 10)).toBe(true);
  });

  it('takes the id of a schema’s own rule, behind the name of its check', () => {
    const ruled: Diagnostic = { ...finding, rule: 'note-order' };
    const [run] = logOf({ files: [], diagnostics: [ruled, finding] }).runs;
    expect(run.results.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([
      ['relax-ng/note-order', 1],
      ['relax-ng/invalid', 0],
    ]);
  });

  it('maps the severities', () => {
    const diagnostics = (['gate/empty', 'gate/encoding-not-unicode', 'validate/no-schema'] as const).map((code) =>
      diagnostic(code, 'M.'),
    );
    const levels = logOf({ files: [], diagnostics }).runs[0].results.map(({ level }) => level);
    expect(levels).toEqual(['error', 'warning', 'note']);
  });

  it.each([
    ['tei/a b.xml', 'tei/a%20b.xml'],
    ['./tei/../a.xml', 'a.xml'],
    ['/root/of/a.xml', 'a.xml'],
    ['/elsewhere/ä#?.xml', 'file:///elsewhere/%C3%A4%23%3F.xml'],
    ['a:b%20.xml', 'a%3Ab%2520.xml'],
    ['\uD800.xml', '%EF%BF%BD.xml'],
    ['../a.xml', 'file:///root/a.xml'],
  ])('the file %j is %j', (file, uri) => {
    const { artifacts, results } = logOf(
      { files: [file], diagnostics: [diagnostic('gate/empty', 'M.', { file })] },
      { root: '/root/of' },
    ).runs[0];
    expect(artifacts).toEqual([{ location: { uri } }]);
    expect(results[0]?.locations?.[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it('keeps what documents smuggle into messages from being links, placeholders or signs that turn a line', () => {
    const { results } = logOf({
      files: [],
      diagnostics: [diagnostic('gate/empty', 'See [this](http://evil.example) {0}\u202E\u001B[2J.')],
    }).runs[0];
    expect(results[0]?.message.text).toBe('See [this\\](http://evil.example) {{0}}<U+202E><U+001B>[2J.');
  });

  it('is valid and in ASCII whatever the findings say', () => {
    const anyText = fc.string({ unit: 'binary' });
    const place = fc.record(
      {
        file: anyText,
        span: fc.tuple(fc.nat(40), fc.nat(40)).map(([from, length]) => ({ start: from, end: from + length })),
        position: fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 9 }) }),
        help: anyText,
        rule: anyText,
      },
      { requiredKeys: [] },
    );
    const codes = fc.constantFrom(...(Object.keys(catalogue) as DiagnosticCode[]));
    fc.assert(
      fc.property(fc.array(fc.tuple(codes, anyText, place), { maxLength: 4 }), anyText, (found, content) => {
        const diagnostics = found.map(([code, message, detail]) => diagnostic(code, message, detail));
        const report = reportSarif({ files: ['x'], diagnostics, textOf: () => content });
        expect(report).toMatch(/^[\n -~]*$/u);
        expect(isValid(JSON.parse(report))).toEqual([]);
      }),
      { numRuns: 100, seed: 1956 },
    );
  });

  it('would be found invalid, if it were', () => {
    const log = logOf({ files: [], diagnostics: [finding] });
    expect(isValid({ ...log, version: '2.0.0' })).not.toEqual([]);
    log.runs[0].results = log.runs[0].results.map((result) => ({ ...result, level: 'fatal' }));
    expect(isValid(log)).not.toEqual([]);
  });
});
