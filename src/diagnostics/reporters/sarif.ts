import type { Severity } from '../catalogue.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import { fingerprintsOf } from '../fingerprint.js';
import { regionsOf, type Regions } from '../regions.js';
import { visible } from '../visible.js';
import { asciiJson } from './ascii-json.js';
import { reportPath, reportUri } from './report-path.js';
import type { Reporter, ReporterOptions } from './reporter.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/**
 * For code scanning: SARIF 2.1.0, one run. The rules are the codes, and for findings of a schema's own rules
 * `area/id`. Paths are URIs from the root folder; columns count UTF-16 units, as ours do.
 */
export const reportSarif: Reporter = ({ files, diagnostics, textOf }, options = {}) => {
  const regions = regionsOf(textOf);
  const rules = rulesOf(diagnostics);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprintsOf(diagnostics, regions, (file) => reportPath(file, options.root));
  const run = {
    tool: {
      driver: {
        name: 'Editio',
        ...(options.version === undefined ? {} : { semanticVersion: options.version }),
        rules: rules.map((rule) => ruleDescriptor(rule, options)),
      },
    },
    columnKind: 'utf16CodeUnits',
    artifacts: [...new Set(files.map((file) => reportUri(file, options.root)))].map((uri) => ({ location: { uri } })),
    results: diagnostics.map((finding, index) => ({
      ruleId: ruleIdOf(finding),
      ruleIndex: indexes.get(ruleIdOf(finding)),
      level: levels[finding.severity],
      message: { text: messageText([finding.message, finding.help ?? ''].join(' ').trim()) },
      ...locationsOf(finding, regions, options.root),
      partialFingerprints: { primaryLocationLineHash: fingerprints[index] },
    })),
  };
  return asciiJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
};

/** A rule of the report, with the first of its findings. */
interface ReportedRule {
  readonly id: string;
  readonly example: Diagnostic;
}

function ruleIdOf({ code, rule }: Diagnostic): string {
  return rule === undefined ? code : `${code.slice(0, code.indexOf('/'))}/${visible(rule)}`;
}

function rulesOf(diagnostics: readonly Diagnostic[]): ReportedRule[] {
  const rules = new Map<string, Diagnostic>();
  for (const finding of diagnostics) {
    const id = ruleIdOf(finding);
    if (!rules.has(id)) rules.set(id, finding);
  }
  return [...rules].map(([id, example]) => ({ id, example })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ruleDescriptor({ id, example }: ReportedRule, options: ReporterOptions): object {
  const documentation = options.documentation?.get(example.code);
  const short = documentation?.meaning ?? `A finding of the kind ${example.code}.`;
  return {
    id,
    shortDescription: { text: messageText(example.rule === undefined ? short : `Rule ${example.rule} of the schema.`) },
    ...(documentation === undefined
      ? {}
      : { help: { text: messageText(documentation.entry), markdown: documentation.entry } }),
    defaultConfiguration: { level: levels[example.severity] },
  };
}

/** The place of a finding, and the one in the text that its file was made from. */
function locationsOf(finding: Diagnostic, regions: Regions, root: string | undefined): object {
  const location = (place: Place): object => {
    const region = regions.regionOf(place);
    return {
      physicalLocation: {
        artifactLocation: { uri: reportUri(place.file, root) },
        ...(region === undefined
          ? {}
          : {
              region: {
                startLine: region.line,
                startColumn: region.column,
                ...(region.endLine === undefined ? {} : { endLine: region.endLine, endColumn: region.endColumn }),
              },
            }),
      },
    };
  };
  const { file, source } = finding;
  return {
    ...(file === undefined ? {} : { locations: [location({ ...finding, file })] }),
    ...(source === undefined ? {} : { relatedLocations: [location(source)] }),
  };
}

/**
 * Text for a message: no character that turns a line around, braces doubled (SARIF 2.1.0, section 3.11.5), and no
 * link that the text of a document could smuggle in (section 3.11.6).
 */
function messageText(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[{}]/gu, '$&$&')
    .replace(/\](?=\()/gu, '\\]');
}
