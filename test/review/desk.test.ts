import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEditionDesk } from '../../src/commands/edition-desk.js';
import type { AnswerOutcome, ReviewDesk } from '../../src/review/desk.js';
import type { QuestionView } from '../../src/review/question-view.js';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editio-desk-'));
  mkdirSync(join(folder, 'seeds'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (fileSystem: FileSystem = diskFileSystem): ReviewDesk => openEditionDesk(fileSystem, folder, {});

function write(file: string, ...paragraphs: string[]): void {
  writeFileSync(join(folder, file), `${paragraphs.join('\n\n')}\n`);
}

/** Every file of the edition with its text. */
function files(): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

async function asked(desk: ReviewDesk, words: string): Promise<QuestionView> {
  const { questions } = await desk.sheet();
  const found = questions.find(({ question }) => question.includes(words));
  if (found === undefined)
    throw new Error(`No question about ${words}: ${questions.map(({ question }) => question).join(' ')}`);
  return found;
}

const codes = (outcome: AnswerOutcome): string[] =>
  outcome.kind === 'taken-back' ? [] : outcome.findings.map(({ code }) => code);
const idOf = (outcome: AnswerOutcome): string => (outcome.kind === 'written' ? outcome.answer.id : '');

describe('answers about names', () => {
  beforeEach(() => {
    write('seeds/a.txt', 'A Visit', 'Mrs. Anna Berg came to the town. Later Mrs. Berg left for the harbour.');
    write('seeds/b.txt', 'Another text', 'I wrote to Mrs. Berg about the harbour.');
  });

  it('a new entry goes into a register that is made for it, and the question is settled', async () => {
    const desk = open();
    const before = files();
    const { id } = await asked(desk, 'Anna Berg');
    const outcome = await desk.answer({
      question: id,
      answer: { entry: { id: 'berg', forename: 'Anna', surname: 'Berg' } },
    });
    expect(outcome).toMatchObject({ kind: 'written', answer: { written: [{ file: 'tei/register/persons.xml' }] } });
    expect((await desk.sheet()).questions).toEqual([]);
    expect((await desk.takeBack(idOf(outcome))).kind).toBe('taken-back');
    expect(files()).toEqual(before);
  });

  it('an entry for some of the places is decided there, and goes with its decisions or not at all', async () => {
    const desk = open();
    const { id } = await asked(desk, 'Anna Berg');
    const entry = { id: 'berg', forename: 'Anna', surname: 'Berg' };
    const outcome = await desk.answer({ question: id, places: [0, 1], answer: { entry } });
    expect(outcome).toMatchObject({
      answer: { written: [{ file: 'tei/register/persons.xml' }, { file: 'seeds/a.yaml', from: 1, to: 6 }] },
    });
    expect(files()['seeds/a.yaml']).toBe(
      'decisions:\n  - quote: "Anna Berg"\n    person: berg\n  - quote: "Berg"\n    after: "left for"\n    person: berg\n',
    );
    writeFileSync(join(folder, 'seeds/a.yaml'), `${files()['seeds/a.yaml'] ?? ''}# mine\n`);
    const now = files();
    expect(codes(await desk.takeBack(idOf(outcome)))).toEqual(['review/changed-meanwhile']);
    expect(files()).toEqual(now);
  });

  it('answers are taken back in any order, but none that another one builds on', async () => {
    write('seeds/c.txt', 'A third text', 'Mr. Otto Stein spoke of the harbour and of Mr. Paul Vogt.');
    const desk = open();
    const before = files();
    const entry = async (words: string, id: string): Promise<AnswerOutcome> =>
      desk.answer({ question: (await asked(desk, words)).id, answer: { entry: { id, surname: words } } });
    const berg = await entry('Berg', 'berg');
    const named = await desk.answer({ question: (await asked(desk, 'Paul Vogt')).id, answer: { register: 'berg' } });
    const stein = await entry('Otto Stein', 'stein');
    expect([berg, named, stein].map(({ kind }) => kind)).toEqual(['written', 'written', 'written']);
    expect(codes(await desk.takeBack(idOf(berg)))).toEqual(['review/changed-meanwhile']);
    expect((await desk.takeBack(idOf(named))).kind).toBe('taken-back');
    expect((await desk.takeBack(idOf(berg))).kind).toBe('taken-back');
    expect(files()['tei/register/persons.xml']).toContain('xml:id="stein"');
    expect(files()['tei/register/persons.xml']).not.toContain('xml:id="berg"');
    expect((await desk.takeBack(idOf(stein))).kind).toBe('taken-back');
    expect(files()).toEqual(before);
  });

  it('nobody is named whom the register does not know, and no id is given twice', async () => {
    const desk = open();
    const { id } = await asked(desk, 'Anna Berg');
    expect(codes(await desk.answer({ question: id, answer: { register: 'nobody' } }))).toEqual([
      'edition/unknown-id',
      'edition/unknown-id',
    ]);
    const entry = { id: 'berg', surname: 'Bergen' };
    await desk.answer({ question: id, answer: { entry } });
    const again = await asked(desk, 'Berg');
    expect(codes(await desk.answer({ question: again.id, answer: { entry } }))).toEqual(['register/duplicate-id']);
  });

  it('a disk that fails in the middle leaves everything as it was', async () => {
    const failing: FileSystem = {
      ...diskFileSystem,
      rename: (from, to) => {
        if (to.endsWith('a.yaml')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        diskFileSystem.rename(from, to);
      },
    };
    const desk = open(failing);
    const before = files();
    const { id } = await asked(desk, 'Anna Berg');
    const outcome = await desk.answer({
      question: id,
      places: [0],
      answer: { entry: { id: 'berg', surname: 'Berg' } },
    });
    expect([outcome.kind, codes(outcome)]).toEqual(['refused', ['storage/write-failed']]);
    expect(files()).toEqual(before);
  });
});

describe('files that somebody else saves while an answer is written', () => {
  beforeEach(() => {
    write('seeds/a.txt', 'A Visit', 'Mrs. Anna Berg came to the town. Later Mrs. Berg left for the harbour.');
  });

  const register = 'tei/register/persons.xml';

  /** A disk on which somebody saves a file just when Editio has put another in place. */
  const saving = (after: string, file: string, text: string): FileSystem => ({
    ...diskFileSystem,
    rename: (from, to) => {
      diskFileSystem.rename(from, to);
      if (to.endsWith(after)) writeFileSync(join(folder, file), text);
    },
  });

  async function answerSome(desk: ReviewDesk): Promise<AnswerOutcome> {
    const { id } = await asked(desk, 'Anna Berg');
    return desk.answer({ question: id, places: [0], answer: { entry: { id: 'berg', surname: 'Berg' } } });
  }

  it('are left as they are, and nothing of the answer is written', async () => {
    const before = files();
    const outcome = await answerSome(open(saving(register, 'seeds/a.yaml', 'title: Mine\n')));
    expect([outcome.kind, codes(outcome)]).toEqual(['refused', ['review/changed-meanwhile']]);
    expect(files()).toEqual({ ...before, 'seeds/a.yaml': 'title: Mine\n' });
  });

  it('are not taken back over what was saved', async () => {
    const disk: FileSystem = {
      ...saving(register, register, '<!-- mine -->\n'),
      create: (path) => {
        if (path.startsWith(join(folder, 'seeds'))) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        return diskFileSystem.create(path);
      },
    };
    const outcome = await answerSome(open(disk));
    expect([outcome.kind, codes(outcome)]).toEqual(['refused', ['storage/write-failed', 'review/changed-meanwhile']]);
    expect(files()[register]).toBe('<!-- mine -->\n');
  });
});

describe('answers about notes', () => {
  const body = 'Mr. Aal spoke of the harbour[1] and of the town[3]. Nobody answered him on that evening.';

  it('the only marker and the only note that are open are a pair', async () => {
    write('seeds/a.txt', 'A Visit', body, 'Notes', '[1] Of stone.', '[2] A small one.');
    const desk = open();
    const { id, answers } = await asked(desk, 'The marker [3]');
    expect(answers.map(({ says, rule }) => [says, rule])).toEqual([
      ['[3] is the marker of note 2', 'No other marker and no other note is open.'],
    ]);
    await desk.answer({ question: id, answer: { proposal: 0 } });
    expect((await desk.sheet()).questions.filter(({ kind }) => kind === 'note')).toEqual([]);
  });

  it('of several, those of neighbouring numbers; none that fit nothing', async () => {
    write('seeds/a.txt', 'A Visit', `${body} And yet[9].`, 'Notes', '[1] Of stone.', '[2] A small one.', '[5] Or not.');
    const desk = open();
    expect((await asked(desk, 'The marker [3]')).answers.map(({ says }) => says)).toEqual([
      '[3] is the marker of note 2',
    ]);
    expect((await asked(desk, 'The marker [9]')).answers).toEqual([]);
  });

  it('what is no marker is none from then on', async () => {
    write('seeds/a.txt', 'A Visit', body, 'Notes', '[1] Of stone.');
    const desk = open();
    await desk.answer({ question: (await asked(desk, 'The marker [3]')).id, answer: { not: 'note' } });
    expect((await desk.sheet()).questions.filter(({ kind }) => kind === 'note')).toEqual([]);
  });
});

it('what is no error of the source is none from then on', async () => {
  write('seeds/a.txt', 'A Visit', 'He had fought in World War 11 and came home in the spring of that year.');
  const desk = open();
  const { id, answers } = await asked(desk, 'Does the source mean');
  expect(answers.map(({ says }) => says)).toEqual(['it should read “II”']);
  await desk.answer({ question: id, answer: { not: 'error' } });
  expect((await desk.sheet()).questions.filter(({ kind }) => kind === 'suspected-error')).toEqual([]);
});

it('a sidecar of the other ending is the one that is written to', async () => {
  write('seeds/a.txt', 'A Visit', 'He had fought in World War 11 and came home in the spring of that year.');
  writeFileSync(join(folder, 'seeds/a.yml'), 'title: A Visit\n');
  const desk = open();
  await desk.answer({ question: (await asked(desk, 'Does the source mean')).id, answer: { proposal: 0 } });
  expect(files()['seeds/a.yml']).toBe('title: A Visit\ndecisions:\n  - quote: "11"\n    correct: "II"\n');
  expect(files()['seeds/a.yaml']).toBeUndefined();
});

it('what is asked of a place keeps its id when the text changes elsewhere', async () => {
  const text = 'Mrs. Anna Berg came to the town in the morning and spoke of the harbour.';
  write('seeds/a.txt', 'A Visit', 'It was cold and the town was quiet on this day.', text);
  const desk = open();
  const { id } = await asked(desk, 'Anna Berg');
  write(
    'seeds/a.txt',
    'A Visit',
    'A new paragraph, of many words.',
    'It was cold and the town was quiet on this day.',
    text,
  );
  expect((await asked(desk, 'Anna Berg')).id).toBe(id);
});

it('what all texts share is read once, however many are converted', async () => {
  for (let i = 0; i < 45; i++) {
    write(`seeds/t${i}.txt`, 'A Visit', 'Mrs. Anna Berg came to the town.');
    write(`seeds/t${i}.yaml`, 'title: A Visit');
  }
  let reads = 0;
  const counting: FileSystem = {
    ...diskFileSystem,
    read: (path) => {
      if (path.endsWith('.yaml')) reads++;
      return diskFileSystem.read(path);
    },
  };
  const { questions } = await open(counting).sheet();
  expect(questions[0]?.places).toHaveLength(45);
  // Once to see whether it changed, and once to convert its text.
  expect(reads).toBeLessThan(3 * 45);
});
