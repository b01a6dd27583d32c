import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Automaton, compileSchema, validateText } from '../../../../src/validate/relax-ng/index.js';
import { disagreements, readCases, type SchemaCase, type Verdict } from './cases.js';

const here = 'test/validate/relax-ng/spec';
const cases = readCases(join(here, 'cases'));

const jars = ['jing', 'xercesImpl', 'isorelax']
  .map((name) => `/usr/share/java/${name}.jar`)
  .filter((jar) => existsSync(jar));
const hasJava = spawnSync('javac', ['-version'], { encoding: 'utf8' }).error === undefined;
const canAskJing = hasJava && jars.some((jar) => jar.endsWith('/jing.jar'));
const asJing = it.skipIf(!canAskJing && process.env['CI'] !== 'true');

/** The schemas of which jing does not say what the specification says. */
const jingsFaults = [
  // Section 4.7: what is replaced is gone, and nothing that it refers to is needed.
  '4.5-4.7-other-files: A definition that is replaced may refer to what is nowhere',
  // Section 7.1.4; jing finds an empty that stands in the except itself.
  '7.1-contexts: data/except//empty through a definition',
];

/** What jing says of all cases, in one process. */
function jingVerdicts(): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'editio-spec-'));
  const write = (path: string, text: string): string => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };
  try {
    const questions = cases.flatMap(({ schema, files, documents }, index) => {
      for (const [name, text] of files) write(`${index}/${name}`, text);
      return [
        `schema ${write(`${index}/schema.rng`, schema)}`,
        ...documents.map(({ text }, at) => `document ${write(`${index}/${at}.xml`, text)}`),
      ];
    });
    const { stdout, stderr } = spawnSync('java', ['-cp', jars.join(':'), join(here, 'JingVerdicts.java')], {
      input: `${questions.join('\n')}\n`,
      encoding: 'utf8',
    });
    const answers = stdout.split('\n').slice(0, -1);
    if (answers.length !== questions.length) throw new Error(`jing did not answer: ${stderr}`);
    return cases.map(({ documents }) => {
      const [isCorrect, ...valid] = answers.splice(0, 1 + documents.length).map((answer) => answer === 'true');
      return { isCorrect: isCorrect === true, valid };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What our engine says of a case. Its files stand in a folder of their own, as far as it can tell. */
function ownVerdict({ schema, files, documents }: SchemaCase): Verdict {
  const read = (path: string): string | undefined => files.get(path.replace(/^.*?\/case\//u, ''));
  const compiled = compileSchema('/case/schema.rng', schema, read);
  if ('fault' in compiled || compiled.idFault !== undefined) return { isCorrect: false, valid: [] };
  const automaton = new Automaton(compiled.grammar);
  const isValid = (text: string): boolean => {
    const result = validateText(automaton, text);
    return 'faults' in result && result.faults.length === 0;
  };
  return { isCorrect: true, valid: documents.map(({ text }) => isValid(text)) };
}

describe('the cases of the RELAX NG specification', () => {
  it('are many, of both sides', () => {
    const documents = cases.flatMap((each) => each.documents);
    expect(cases.filter(({ isCorrect }) => isCorrect).length).toBeGreaterThan(150);
    expect(cases.filter(({ isCorrect }) => !isCorrect).length).toBeGreaterThan(150);
    expect(documents.filter(({ isValid }) => isValid).length).toBeGreaterThan(180);
    expect(documents.filter(({ isValid }) => !isValid).length).toBeGreaterThan(180);
    // A correct schema without a document, or an incorrect one with some, is a slip of the pen.
    expect(
      cases.filter(({ isCorrect, documents: own }) => isCorrect !== own.length > 0).map(({ title }) => title),
    ).toEqual([]);
  });

  asJing(`are what jing says${canAskJing ? '' : ' [needs jing.jar and a Java compiler]'}`, () => {
    const verdicts = jingVerdicts();
    const differences = disagreements(cases, (_, index) => verdicts[index] ?? { isCorrect: false, valid: [] });
    expect(differences.map((line) => line.slice(0, line.lastIndexOf(': ')))).toEqual(jingsFaults);
  });

  it('are what our engine says', () => {
    expect(disagreements(cases, ownVerdict)).toEqual([]);
  });
});
