import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { explained } from './schema-at.js';
import { readExplainCases, withSaid, type ExplainCase } from './explain-cases.js';

/** With EDITIO_UPDATE_CASES=1 the files get what is said; read the diff before you commit it. */
const update = process.env['EDITIO_UPDATE_CASES'] === '1' && process.env['CI'] !== 'true';

const tei = process.env['EDITIO_TEI'] ?? '../shared/tei';
const own = join(import.meta.dirname, 'schemas');
/** The edition's grammar, one that lies beside this test, or one of the TEI's. */
function pathOf(schema: string | undefined): string {
  if (schema === undefined) return 'schema/editio.rng';
  const file = `${schema}.rng`;
  return join(existsSync(join(own, file)) ? own : tei, file);
}

function findingsOf({ document, schema, verbose }: ExplainCase): Diagnostic[] {
  const findings = explained(pathOf(schema), document, verbose);
  if (findings === undefined) throw new Error('The document is not well-formed.');
  return findings;
}

/** A finding as a case file has it: place and marked words, code, message, help. */
function said(finding: Diagnostic, { document, linesBefore }: ExplainCase): string {
  const { line = 0, column = 0 } = finding.position ?? {};
  const marked = document.slice(finding.span?.start, finding.span?.end).replace(/\s+/gu, ' ');
  return [
    `${line - linesBefore}:${column} ${marked}  ${finding.code}`,
    finding.message,
    ...(finding.help === undefined ? [] : [finding.help]),
  ]
    .join('\n')
    .replace(/ and \d+ others/gu, ' and others');
}

const folder = join(import.meta.dirname, 'cases');
describe.each(readdirSync(folder))('%s', (file) => {
  const cases = readExplainCases(file, readFileSync(join(folder, file), 'utf8'));
  for (const each of cases) {
    const isMissing = !existsSync(pathOf(each.schema));
    const note = isMissing ? ` [needs ${pathOf(each.schema)} (EDITIO_TEI names its folder)]` : '';
    it.skipIf(isMissing && process.env['CI'] !== 'true')(`${each.name}${note}`, () => {
      const findings = findingsOf(each);
      const words = findings.map((finding) => said(finding, each)).join('\n\n');
      if (update) {
        const path = join(folder, file);
        writeFileSync(path, withSaid(readFileSync(path, 'utf8'), each.title, words));
        return;
      }
      expect(words).toBe(each.said);
      for (const { message, help } of findings) {
        expect(message.length).toBeLessThan(300);
        expect(message).toMatch(/[.?]$/u);
        expect(`${message} ${help ?? ''}`).not.toMatch(/undefined|\[object|  /u);
      }
    });
  }
});
