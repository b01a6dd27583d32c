import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { convert } from '../../src/commands/convert.js';
import { review } from '../../src/commands/review.js';
import { quotedPlaces, type Quotation } from '../../src/edition/quotation.js';
import type { Proposal } from '../../src/review/edits.js';
import type { QuestionView } from '../../src/review/question-view.js';
import { quotableText } from '../../src/review/quotation-for.js';
import type { Span } from '../../src/source/span.js';
import { diskFileSystem } from '../../src/storage/file-system.js';

/** A question as `review --json` has it. */
type Question = QuestionView & { readonly proposals: readonly Proposal[] };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-review-'));
  mkdirSync(join(folder, 'seeds'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function questions(limit = 20): readonly Question[] {
  const { data } = review(diskFileSystem, folder, { limit });
  return (data as { questions: readonly Question[] }).questions;
}

function text(name: string, ...paragraphs: string[]): void {
  writeFileSync(join(folder, 'seeds', name), `${paragraphs.join('\n\n')}\n`);
}

function registerOf(...persons: string[]): void {
  mkdirSync(join(folder, 'tei/register'), { recursive: true });
  const sample = readFileSync('templates/init/tei/register/persons.xml', 'utf8');
  const [head = '', rest = ''] = sample.split('<listPerson>');
  writeFileSync(
    join(folder, 'tei/register/persons.xml'),
    `${head}<listPerson>${persons.join('\n')}</listPerson>${rest.split('</listPerson>')[1] ?? ''}`,
  );
}

const person = (id: string, forename: string, surname: string): string =>
  `<person xml:id="${id}"><persName><forename>${forename}</forename> <surname>${surname}</surname></persName></person>`;

/** Adds proposed decisions to the sidecars that they are for. */
function take(proposals: readonly Proposal[]): void {
  for (const { file, text: lines } of proposals) {
    const path = join(folder, file);
    let present: { decisions?: unknown[] } = {};
    try {
      present = (parse(readFileSync(path, 'utf8')) as typeof present | null) ?? {};
    } catch {
      // The text has no sidecar yet.
    }
    const { decisions } = parse(lines) as { decisions: unknown[] };
    writeFileSync(path, stringify({ ...present, decisions: [...(present.decisions ?? []), ...decisions] }));
  }
}

describe('names', () => {
  it('asks once for a person whom the register lacks, with every form and place, and proposes an entry', () => {
    text('a.txt', 'Letter to a friend', 'Mrs. Anna Berg came. Later Mrs. Berg left.');
    text('b.txt', 'Another text', 'I wrote to Mrs. Berg.');
    registerOf(person('aal', 'Henrik', 'Aal'));
    const [question, ...others] = questions().filter(({ kind }) => kind === 'unidentified-name');
    expect(others).toEqual([]);
    expect(question?.places.map(({ document, words }) => `${document} ${words}`)).toEqual([
      'a Anna Berg',
      'a Berg',
      'b Berg',
    ]);
    expect(question?.proposals[0]).toEqual({
      file: 'tei/register/persons.xml',
      says: 'a new entry of the register of persons',
      rule: 'The longest form of the name in the texts becomes the entry’s first name.',
      text: '<person xml:id="berg-anna">\n  <persName><forename>Anna</forename> <surname>Berg</surname></persName>\n</person>',
    });
  });

  it('the proposed entry answers the question', () => {
    text('a.txt', 'Letter to a friend', 'Mrs. Anna Berg came. Later Mrs. Berg left.');
    registerOf(person('aal', 'Henrik', 'Aal'));
    const entry = questions()[0]?.proposals[0]?.text ?? '';
    registerOf(person('aal', 'Henrik', 'Aal'), entry);
    expect(questions()).toEqual([]);
  });

  it('has an answer for each person that a name can be; the answer settles it', () => {
    text('a.txt', 'Minutes of the Board', 'Mr. Berg came.', 'Mr. Berg left.');
    registerOf(person('berg-paul', 'Paul', 'Berg'), person('berg-otto', 'Otto', 'Berg'));
    const [question] = questions();
    expect(question?.kind).toBe('ambiguous-name');
    expect(question?.proposals.map(({ says }) => says)).toEqual(['“Berg” is Paul Berg', '“Berg” is Otto Berg']);
    take(question?.proposals.slice(1) ?? []);
    expect(questions()).toEqual([]);
  });
});

describe('what else is asked', () => {
  it('a note without a marker, before dates that the context gave', () => {
    text(
      'a.txt',
      'Moscow, 4 May 1921',
      'Dear friend,',
      'He came yesterday.',
      'Yours,',
      'Otto Berg',
      'Notes',
      '[1] A note.',
    );
    expect(questions().map(({ kind }) => kind)).toEqual(expect.arrayContaining(['note', 'uncertain-date']));
    const kinds = questions().map(({ kind }) => kind);
    expect(kinds.indexOf('note')).toBeLessThan(kinds.indexOf('uncertain-date'));
  });

  it('prints as many as asked for, and says how many there are', () => {
    text('a.txt', 'A Visit', 'Mr. Otto Berg met Mr. Paul Stein and Mrs. Anna Vogt.');
    const { summary, exitCode } = review(diskFileSystem, folder, { limit: 1 });
    expect(exitCode).toBe(0);
    expect(summary.filter((line) => /^\d+\. /u.test(line))).toHaveLength(1);
    expect(summary.at(-1)).toBe('3 questions, 2 not shown: --limit shows more, --json all.');
  });

  it('says so where nothing is left', () => {
    text('a.txt', 'A Title', 'Words without a name.');
    expect(review(diskFileSystem, folder, { limit: 5 }).summary).toEqual(['Nothing is left to decide.']);
  });

  it('does not know a text that is not there', () => {
    text('a.txt', 'A Title', 'Words.');
    const { exitCode, diagnostics } = review(diskFileSystem, folder, { limit: 5, only: ['b'] });
    expect([exitCode, ...diagnostics.map(({ code }) => code)]).toEqual([2, 'edition/unknown-document']);
  });
});

it(
  'every decision proposed for the edition can be taken, and no question of it comes back',
  { timeout: 60_000 },
  async () => {
    rmSync(join(folder, 'seeds'), { recursive: true });
    cpSync('seeds', join(folder, 'seeds'), { recursive: true });
    cpSync('tei/register', join(folder, 'tei/register'), { recursive: true });
    cpSync('edition.yaml', join(folder, 'edition.yaml'));
    const asked = questions().filter(({ kind }) => kind === 'uncertain-date' || kind === 'uncertain-name');
    expect(asked.length).toBeGreaterThan(5);
    take(asked.flatMap(({ proposals }) => proposals));
    const { diagnostics } = await convert(diskFileSystem, folder, {});
    // What the edition's own decisions are told of is none of ours.
    const unplaced = ['edition/decision-without-place', 'edition/decision-ambiguous'];
    expect(diagnostics.filter(({ code }) => unplaced.includes(code))).toEqual([]);
    const again = new Set(questions().map(({ question, places }) => `${question} ${places[0]?.line ?? 0}`));
    const unsettled = asked.filter(
      ({ proposals, question, places }) => proposals.length > 0 && again.has(`${question} ${places[0]?.line ?? 0}`),
    );
    expect(unsettled.map(({ question }) => question)).toEqual([]);
  },
);

describe('quotations', () => {
  const blank = fc.constantFrom(' ', '  ', '\n', ' \n\n ', '\u00A0');
  const word = fc.constantFrom('a', 'bb', 'a.', 'bb,', 'ccc', 'ab');
  const source = fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 60 }).map((pairs) => pairs.flat().join(''));

  /** What stands on one side of a place, word by word, tried one after the other against the whole text. */
  function triedOneByOne(text: string, { start, end }: Span): Quotation | undefined {
    const quote = text.slice(start, end);
    if (quotedPlaces(text, { quote }).length === 1) return { quote };
    for (let count = 2; count <= 12; count++) {
      const after = text.slice(end).trim().split(/\s+/u).slice(0, count).join(' ');
      if (after !== '' && quotedPlaces(text, { quote, after }).length === 1) return { quote, after };
      const before = text.slice(0, start).trim().split(/\s+/u).slice(-count).join(' ');
      if (before !== '' && quotedPlaces(text, { quote, before }).length === 1) return { quote, before };
    }
    return undefined;
  }

  it('name one place, the one that is meant, in the fewest words', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { quotationFor } = quotableText(text);
        for (const place of text.matchAll(/\S+/gu)) {
          const span = { start: place.index, end: place.index + place[0].length };
          const quotation = quotationFor(span);
          expect(quotation).toEqual(triedOneByOne(text, span));
          if (quotation !== undefined) expect(quotedPlaces(text, quotation)).toEqual([span]);
        }
      }),
    );
  });

  it('are as quick to find for each of many places that read alike as for each of few', () => {
    const took = (count: number): number => {
      const text = Array.from({ length: count }, (_, i) => `Mr. Berg came on day ${i} and spoke of it.`).join('\n');
      const { quotationFor } = quotableText(text);
      const begun = performance.now();
      for (const { index } of text.matchAll(/Berg/gu)) {
        expect(quotationFor({ start: index, end: index + 4 })).toBeDefined();
      }
      return performance.now() - begun;
    };
    took(500);
    // Eight times as many; were each compared with all others, it would take some 64 times as long.
    expect(took(8000)).toBeLessThan(24 * Math.max(took(1000), 2));
  });
});
