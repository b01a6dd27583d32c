import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { loadSchematron, runSchematron, type CheckedFile } from '../../src/validate/schematron/index.js';
import { validateFiles } from '../../src/validate/validate.js';
import { readRuleCases } from './rule-documents.js';

const path = 'schema/editio.sch';
const sch = readFileSync(path, 'utf8');
const cases = readRuleCases('test/schema/rules');

/** The rules that each file breaks, by the file's path. */
async function broken(files: readonly CheckedFile[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rules, diagnostics } = loadSchematron(path, sch, () => undefined);
  if (rules === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const found = await runSchematron(rules, files);
  const byFile = new Map<string, string[]>(files.map((file) => [file.path, []]));
  for (const finding of found) byFile.get(finding.file ?? '')?.push(nameOf(finding));
  return byFile;
}

function nameOf({ rule, code, message }: Diagnostic): string {
  return rule ?? `${code}: ${message}`;
}

describe('the edition’s rules', () => {
  const documents = cases.flatMap(({ fires, quiet }, index) => [
    { path: `${index}-fires.xml`, text: fires },
    { path: `${index}-quiet.xml`, text: quiet },
  ]);
  let findings: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(async () => {
    findings = await broken(documents);
  });

  it.each(cases.map((each, index) => ({ ...each, index })))('$rule: finds it and nothing else', ({ rule, index }) => {
    expect([...new Set(findings.get(`${index}-fires.xml`))]).toEqual([rule]);
    expect(findings.get(`${index}-quiet.xml`)).toEqual([]);
  });

  it('are about documents that the grammar accepts, unless the case says otherwise', async () => {
    const files = documents.map((document) => ({
      path: document.path,
      bytes: new TextEncoder().encode(document.text),
    }));
    const options = { schema: 'schema/editio.rng', checks: new Set(['gate', 'relax-ng'] as const) };
    const refused = new Set((await validateFiles(files, options)).map(({ file }) => file));
    const said = cases.flatMap((each, index) => (each.refused ? [`${index}-fires.xml`] : []));
    expect([...refused]).toEqual(said);
  });

  it('find in the edition what is to be found, and nothing in the samples of the grammar', async () => {
    const folders = ['tei', 'tei/register', 'test/schema/valid'];
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.xml'))
        .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
    );
    const found = [...(await broken(files))].filter(([, rules]) => rules.length > 0);
    expect(Object.fromEntries(found)).toEqual({
      // "Chinese comrades" among those present.
      'tei/working-notes-1956-10-30.xml': ['items-without-person'],
    });
  });

  it('have a name and a weight, and a case each', () => {
    const checks = [...sch.matchAll(/<(?:assert|report)\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
    const names = checks.map((attributes) => / id="([^"]*)"/.exec(attributes)?.[1]);
    expect(checks.filter((attributes) => !/ role="(?:error|warning|info)"/.test(attributes))).toEqual([]);
    expect(new Set(names).size).toBe(checks.length);
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual([...names].sort());
  });
});
