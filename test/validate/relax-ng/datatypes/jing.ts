import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parameter } from '../../../../src/validate/relax-ng/datatypes/datatype.js';

const hasJing = spawnSync('jing', { encoding: 'utf8' }).error === undefined;

/** Whether tests that ask jing are skipped: where it is missing, unless continuous integration says that they have to run. */
export const skipsJing = !hasJing && process.env['CI'] !== 'true';

/** What the name of such a test ends with. */
export const skippedBecause = hasJing ? '' : ' [needs the validator jing]';

const schemaTypes = 'http://www.w3.org/2001/XMLSchema-datatypes';

/** A text as the content of an element or attribute, on one line and unchanged by any parser. */
export function escapeXml(text: string): string {
  return text.replace(/[<>&"\t\n\r\u0085\u2028]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

/** A type as a schema says it. */
export function dataElement(type: string, parameters: readonly Parameter[]): string {
  const children = parameters.map(({ name, value }) => `<param name="${name}">${escapeXml(value)}</param>`);
  return `<data type="${type}">${children.join('')}</data>`;
}

/** A pattern, and texts of which jing says whether they match it. */
export interface Question {
  readonly pattern: string;
  readonly texts: readonly string[];
}

/** What jing says of a schema and a document, without its check of IDs. */
function runJing(schema: string, document: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'editio-jing-'));
  try {
    const [schemaFile, documentFile] = [join(folder, 'schema.rng'), join(folder, 'document.xml')];
    writeFileSync(schemaFile, schema);
    writeFileSync(documentFile, document);
    const { stdout } = spawnSync('jing', ['-i', schemaFile, documentFile], { encoding: 'utf8', maxBuffer: 1 << 28 });
    // The report of a pattern goes on for more lines; each finding begins with its place.
    return stdout.split('\n').filter((line) => line.startsWith(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The numbers of the lines that a report complains of; it may say nothing else than `expected`. */
function linesOf(report: readonly string[], expected: RegExp): Set<number> {
  return new Set(
    report.map((line) => {
      const place = expected.exec(line);
      if (place === null) throw new Error(`jing says something else: ${line}`);
      return Number(place[1]);
    }),
  );
}

const schemaOf = (patterns: readonly string[]): string =>
  `<element name="all" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="${schemaTypes}" xmlns:a="urn:a" xmlns:b="urn:a"><zeroOrMore><choice>
${patterns.map((pattern, index) => `<element name="c${index}">${pattern}</element>`).join('\n')}
</choice></zeroOrMore></element>
`;

/**
 * What jing says of texts: one schema with an element for each question, one document with a line for each text, and
 * jing's report says the lines that are wrong. Prefixes a and b are bound to the namespace urn:a.
 *
 * @returns for each question, for each text, whether it matches
 */
export function askJing(questions: readonly Question[]): boolean[][] {
  const lines = questions.flatMap(({ texts }, index) =>
    texts.map((text) => `<c${index}>${escapeXml(text)}</c${index}>`),
  );
  const report = runJing(
    schemaOf(questions.map(({ pattern }) => pattern)),
    `<all xmlns:a="urn:a" xmlns:b="urn:a">\n${lines.join('\n')}\n</all>\n`,
  );
  const refused = linesOf(report, /document\.xml:(\d+):\d+: error: character content of element "c\d+" invalid/u);
  let line = 1;
  return questions.map(({ texts }) => texts.map(() => !refused.has(++line)));
}

/** Whether jing takes patterns of a schema that are wrong in nothing but a type, a facet or a value, each for itself. */
export function askJingOfPatterns(patterns: readonly string[]): boolean[] {
  const refused = linesOf(runJing(schemaOf(patterns), '<all/>'), /schema\.rng:(\d+):\d+: error:/u);
  return patterns.map((_, index) => !refused.has(index + 2));
}
