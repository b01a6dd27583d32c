import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Decision } from '../../src/edition/decision.js';
import type { Register } from '../../src/edition/register.js';
import { emptySidecar, readSidecar, type Sidecar } from '../../src/edition/sidecar.js';

const FILE = 'seeds/x.yaml';

function read(text: string, register?: Register): { sidecar: Sidecar | undefined; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const sidecar = readSidecar(FILE, text, (finding) => findings.push(finding), register);
  return { sidecar, findings };
}

/** The findings of a faulty sidecar: code, line:column, message, help. */
function faults(text: string, register?: Register): string[] {
  const { sidecar, findings } = read(text, register);
  expect(sidecar).toBeUndefined();
  return findings.map(({ code, position, file, message, help }) => {
    expect(file).toBe(FILE);
    const place = position === undefined ? '?' : `${position.line}:${position.column}`;
    return `${place} ${code.replace('edition/', '')}: ${message}${help === undefined ? '' : ` ${help}`}`;
  });
}

function decision(text: string): Decision {
  const { sidecar, findings } = read(`decisions:\n  - ${text}\n`);
  expect(findings).toEqual([]);
  const [first] = sidecar?.decisions ?? [];
  if (first === undefined) throw new Error('no decision was read');
  return first;
}

describe('faults are told with line and column', () => {
  test('what is no YAML', () => {
    expect(faults('genre: letter\ntitle: "open\n')[0]).toMatch(/^3:1 yaml-syntax: This is no YAML: Missing closing/);
    expect(faults('genre: letter\n\tdate: 1956\n')[0]).toMatch(/^2:1 yaml-syntax/);
    expect(faults('genre: letter\ngenre: minutes\n')[0]).toMatch(
      /^2:1 yaml-syntax: The key “genre” stands here again; line 1 has it already/,
    );
    expect(faults('title: !!js/function x\n')[0]).toMatch(/^1:8 yaml-syntax/);
    expect(faults('genre: a\n---\ngenre: b\n')[0]).toMatch(/yaml-syntax/);
  });

  test('a text or a list instead of keys', () => {
    expect(faults('letter\n')).toEqual(['1:1 value-not-allowed: The file should be a map (keys with values).']);
    expect(faults('- genre\n')).toHaveLength(1);
  });

  test('aliases, which could hold themselves or swell', () => {
    expect(faults('title: &a x\ngenre: *a\n')).toEqual([
      '2:8 yaml-syntax: The alias “*a” is not read here. Write the value itself.',
    ]);
    expect(faults('source: &a { fond: *a }\n')).toHaveLength(1);
  });

  test('brackets without end', () => {
    expect(faults(`title: ${'['.repeat(20_000)}`)[0]).toMatch(/yaml-syntax/);
  });

  test('an unknown key, with the nearest and all that are known', () => {
    expect(faults('genre: letter\nlanguge: en\n')).toEqual([
      '2:1 unknown-key: There is no key “languge” at the top of the file. Did you mean “language”?',
    ]);
    expect(read('languge: en\n').findings[0]?.expected).toContain('originalLanguage');
    expect(faults('source:\n  fund: 3\n')).toEqual([
      '2:3 unknown-key: There is no key “fund” in “source”. Did you mean “fond”?',
    ]);
    expect(faults('decisions:\n  - quote: x\n    persn: y\n')[0]).toMatch(
      /^3:5 unknown-key: There is no key “persn” in “decisions.0”. Did you mean “person”\?/,
    );
  });

  test('a value that is not allowed', () => {
    expect(faults('decisions:\n  - quote: x\n    not: persom\n')).toEqual([
      '3:10 value-not-allowed: “decisions.0.not” is “persom”, which is not allowed here; it can be person, place, organisation, date, note, error, name. Did you mean “person”?',
    ]);
    expect(faults('date: 1956-02-30\n')).toEqual([
      '1:7 value-not-allowed: “date” should be a date such as 1956, 1956-10 or 1956-10-30 that the calendar has.',
    ]);
    expect(faults('source:\n  url: javascript:alert(1)\n')[0]).toMatch(
      /^2:8 value-not-allowed: “source.url” should be an address/,
    );
    expect(faults('language: English language\n')[0]).toMatch(
      /^1:11 value-not-allowed: “language” should be a language tag/,
    );
    expect(faults('decisions: none\n')[0]).toMatch(/^1:12 value-not-allowed: “decisions” should be a list/);
    expect(faults('title: [a, b]\n')[0]).toMatch(/^1:8 value-not-allowed: “title” should be a text/);
    expect(faults('author:\n  - a\n  -\n')[0]).toMatch(/value-not-allowed: “author.1” should be a name/);
    expect(faults('author: { nam: x }\n')[0]).toMatch(
      /^1:9 value-not-allowed: “author.0” should be a name, or have an id/,
    );
  });

  test.each(['1900-02-29', '1956-13', '1956-04-31', '1956-4-1', '56', '30.10.1956', 'October'])(
    'the date %s',
    (date) => {
      expect(faults(`date: ${date}\n`)).toHaveLength(1);
    },
  );

  test('a decision without a quotation, without a verdict, with two', () => {
    expect(faults('decisions:\n  - person: x\n')[0]).toMatch(/^2:5 value-not-allowed: “decisions.0.quote” is missing/);
    expect(faults('decisions:\n  - quote: x\n')[0]).toMatch(
      /^2:5 value-not-allowed: “decisions.0” says nothing: a decision has exactly one of person, place/,
    );
    expect(faults('decisions:\n  - quote: x\n    person: a\n    not: date\n')[0]).toMatch(
      /“decisions.0” says person and not/,
    );
  });

  test('an id that no register knows', () => {
    const entry = (id: string) => ({ id, names: [], identifiers: {} });
    const register: Register = {
      persons: [{ ...entry('nagy-imre'), roles: [], group: false }],
      places: [entry('moscow')],
      organisations: [entry('rwp-cc')],
    };
    const text = [
      'sender: [{ id: nagi-imre }]',
      'addressee: { id: rwp-cc }',
      'place: nowhere',
      'participants: { Cde. Nagy: nagy-imre, Cde. X: x }',
      'decisions:',
      '  - quote: Nagy',
      '    person: moscow',
      '  - quote: Moscow',
      '    place: moscow',
    ];
    expect(faults(text.join('\n'), register)).toEqual([
      '1:16 unknown-id: The register of persons or organisations has no entry “nagi-imre”. Did you mean “nagy-imre”?',
      '3:8 unknown-id: The register of places has no entry “nowhere”. Add the entry to the register of places.',
      '4:47 unknown-id: The register of persons has no entry “x”. Add the entry to the register of persons.',
      '7:13 unknown-id: The register of persons has no entry “moscow”. Add the entry to the register of persons.',
    ]);
  });
});

describe('what is read', () => {
  test.each(['', '# only a comment\n', 'genre:\ntitle: ""\ndecisions:\n'])('%j is an empty sidecar', (text) => {
    expect(read(text)).toEqual({ sidecar: emptySidecar, findings: [] });
  });

  test('every value is the text that was written', () => {
    const { sidecar, findings } = read(
      'date: 1956-10-30\nsiglum: 1\ntitle: yes\nsource:\n  delo: 0484\n  opis: 1.10\n',
    );
    expect(findings).toEqual([]);
    expect(sidecar).toEqual({
      ...emptySidecar,
      date: '1956-10-30',
      siglum: '1',
      title: 'yes',
      source: { delo: '0484', opis: '1.10' },
    });
  });

  test('one agent or several, by name or by id', () => {
    const { sidecar } = read(
      'author: Anonymous\nsender:\n  - id: a\n  - { id: b, name: B. }\ntranslator: { name: C }\n',
    );
    expect(sidecar?.author).toEqual([{ name: 'Anonymous' }]);
    expect(sidecar?.sender).toEqual([{ id: 'a' }, { id: 'b', name: 'B.' }]);
    expect(sidecar?.translator).toEqual([{ name: 'C' }]);
  });

  test.each([
    ['person: nagy-imre', { kind: 'person', id: 'nagy-imre' }],
    ['place: brest', { kind: 'place', id: 'brest' }],
    ['organisation: cpsu', { kind: 'organisation', id: 'cpsu' }],
    ['date: 1956', { kind: 'date', value: { when: '1956' } }],
    ['date: { from: 1956-10-29, to: 1956-10-30 }', { kind: 'date', value: { from: '1956-10-29', to: '1956-10-30' } }],
    ['date: { notAfter: 1956-12 }', { kind: 'date', value: { notAfter: '1956-12' } }],
    ['correct: World War II', { kind: 'correct', text: 'World War II' }],
    ['not: name', { kind: 'not', what: 'name' }],
    ['language: ru-Latn', { kind: 'language', tag: 'ru-Latn' }],
    ['gloss: ru-Latn', { kind: 'gloss', tag: 'ru-Latn' }],
    ['supplied: true', { kind: 'supplied' }],
    ['part: introduction', { kind: 'part', part: 'introduction' }],
    ['join: true', { kind: 'join' }],
    ['split: true', { kind: 'split' }],
    ['noteFor: 7', { kind: 'noteFor', marker: '7' }],
  ])('the decision “%s”', (line, verdict) => {
    expect(decision(`quote: x\n    ${line}`).verdict).toEqual(verdict);
  });

  test('a decision knows where it stands', () => {
    const read = decision(
      'quote: World War 11\n    before: after\n    after: and\n    by: ed\n    cert: low\n    note: OCR\n    not: date',
    );
    expect(read).toEqual({
      quote: 'World War 11',
      before: 'after',
      after: 'and',
      every: false,
      by: 'ed',
      cert: 'low',
      note: 'OCR',
      verdict: { kind: 'not', what: 'date' },
      origin: { file: FILE, span: { start: 22, end: 34 }, position: { line: 2, column: 12 } },
    });
  });
});
