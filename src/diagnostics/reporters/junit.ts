import { escapeAttribute } from '../../xml/escape.js';
import type { Diagnostic } from '../diagnostic.js';
import { regionsOf, type Regions } from '../regions.js';
import { visible } from '../visible.js';
import { reportPath } from './report-path.js';
import type { Reporter } from './reporter.js';

/** What a check found in one file. */
interface Case {
  readonly file: string;
  readonly errors: readonly Diagnostic[];
  /** Warnings and remarks, which fail nothing. */
  readonly others: readonly Diagnostic[];
  /** True where the check did not look at the file: the gate refused it, or it has no schema. */
  readonly skipped: boolean;
}

/**
 * For test reports: JUnit's XML, as Jenkins and GitLab read it. A check is a suite, a file in it a case; a case with
 * errors has one failure that lists them. The other checks skip a file that the gate refused, and
 * one that they have no schema for.
 */
export const reportJunit: Reporter = (
  { files, diagnostics, textOf, checks = [], wasChecked = () => true },
  options = {},
) => {
  const regions = regionsOf(textOf);
  const names = [...new Set([...checks, ...diagnostics.map(areaOf)])];
  const refused = new Set(
    diagnostics.flatMap(({ code, severity, file }) =>
      severity === 'error' && code.startsWith('gate/') && file !== undefined ? [file] : [],
    ),
  );
  const isSkipped = (name: string, file: string): boolean =>
    checks.includes(name) && name !== 'gate' && (refused.has(file) || !wasChecked(name, file));
  const suites = names.map((name) => {
    const found = diagnostics.filter((finding) => areaOf(finding) === name);
    // What is no check, such as a limit of the run, was not asked of every file.
    const asked = checks.includes(name) ? files : [];
    return suite(name, casesOf(name, asked, found, isSkipped), regions, options.root);
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const failures = new Set(errors.map((finding) => `${areaOf(finding)} ${finding.file ?? ''}`)).size;
  const tests = suites.reduce((sum, { tests }) => sum + tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="editio validate" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>\n',
  ].join('\n');
};

function areaOf({ code }: Diagnostic): string {
  return code.slice(0, code.indexOf('/'));
}

function casesOf(
  name: string,
  files: readonly string[],
  found: readonly Diagnostic[],
  isSkipped: (name: string, file: string) => boolean,
): Case[] {
  const byFile = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const finding of found) {
    const file = finding.file ?? '';
    const list = byFile.get(file) ?? [];
    list.push(finding);
    byFile.set(file, list);
  }
  return [...byFile].map(([file, list]) => ({
    file,
    errors: list.filter(({ severity }) => severity === 'error'),
    others: list.filter(({ severity }) => severity !== 'error'),
    skipped: list.length === 0 && isSkipped(name, file),
  }));
}

function suite(
  name: string,
  cases: readonly Case[],
  regions: Regions,
  root: string | undefined,
): { readonly tests: number; readonly lines: readonly string[] } {
  const failures = cases.filter(({ errors }) => errors.length > 0).length;
  const skipped = cases.filter((each) => each.skipped).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return {
    tests: cases.length,
    lines: [
      `  <testsuite name="${escapeXml(name)}" ${counts}>`,
      ...cases.flatMap((each) => testCase(name, each, regions, root)),
      '  </testsuite>',
    ],
  };
}

function testCase(
  suiteName: string,
  { file, errors, others, skipped }: Case,
  regions: Regions,
  root?: string,
): string[] {
  const path = file === '' ? 'all files' : reportPath(file, root);
  const start = `    <testcase name="${escapeXml(path)}" classname="editio.${escapeXml(suiteName)}"`;
  const content: string[] = [];
  if (skipped) content.push('      <skipped/>');
  const [first] = errors;
  if (first !== undefined) {
    const message = errors.length === 1 ? first.message : `${errors.length} errors. ${first.message}`;
    content.push(
      `      <failure type="${escapeXml(first.code)}" message="${escapeXml(message)}">${listOf(errors, regions)}</failure>`,
    );
  }
  if (others.length > 0) content.push(`      <system-out>${listOf(others, regions)}</system-out>`);
  return content.length === 0 ? [`${start}/>`] : [`${start}>`, ...content, '    </testcase>'];
}

/** Findings, one a line. */
function listOf(diagnostics: readonly Diagnostic[], regions: Regions): string {
  return diagnostics
    .map((finding) => {
      const region = regions.regionOf(finding);
      const place = region === undefined ? '' : `${region.line}:${region.column} `;
      const rule = finding.rule === undefined ? '' : ` (${finding.rule})`;
      const help = finding.help === undefined ? '' : ` ${finding.help}`;
      return escapeXml(`${place}${finding.severity} ${finding.code}${rule}: ${finding.message}${help}`);
    })
    .join('\n');
}

/** Text of a document as XML, in a content or an attribute; what XML 1.0 cannot hold is shown by its number. */
function escapeXml(text: string): string {
  const shown = visible(text).replace(
    /[\uFFFE\uFFFF]|\p{Cs}/gu,
    (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`,
  );
  return escapeAttribute(shown);
}
