import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.js';
import { convertFiles, convertSeed, editionOf, convertIn, person, registerOf } from './edition-of-files.js';

const persons = 'tei/register/persons.xml';
const text = 'They spoke of Abel and left. Anna Abel was there.\n';

/** Dates that no calendar has, and registers that do not say who is meant; the titles count as the project's fault matrix counts. */
describe('dates and names, by editio convert', () => {
  it.each(['29 February 1900', '31 April 1956', '31.04.1956', '1900-02-29', '30 February 1956', '2/30/1956'])(
    '25: %s has no value and is told',
    async (date) => {
      const { result, withoutHelp, body } = await convertSeed(`They met on ${date} in the city.`);
      expect([result, withoutHelp]).toEqual([[0, 'dates/impossible seeds/x.txt:1:13'], []]);
      expect(body('x')).toContain(`<date>${date}</date>`);
    },
  );

  it('25: a leap day that there was, and a day of the old calendar, are never rolled over', async () => {
    const { result, body } = await convertSeed('On 29 February 1904, and on 29 February 1900 (Old Style), they met.');
    expect(result).toEqual([0]);
    expect(body('x')).toContain('<date when="1904-02-29">');
    expect(body('x')).toMatch(/<date when="1900-03-13" calendar="#x-julian">29 February 1900/u);
  });

  it('25: a date that its writer doubts is no certain one', async () => {
    const { result, body } = await convertSeed(
      'They met in May 1843? and then in 1844 (?), c. 1850 and ca. June 1851. Was it in May 1856? In 1857 it was.',
    );
    expect(result).toEqual([0]);
    for (const date of ['May 1843', '1844', '1850', 'June 1851']) {
      expect(body('x')).toMatch(new RegExp(`<date [^>]*cert="medium"[^>]*>${date}</date>`, 'u'));
    }
    for (const date of ['May 1856', '1857'])
      expect(body('x')).toMatch(new RegExp(`<date when="[\\d-]+">${date}<`, 'u'));
  });

  it('25: a year of two figures is not taken for one of this century', async () => {
    const { body } = await convertSeed("They met on 3.5.56 and in '56, and in May.");
    expect(body('x')).not.toMatch(/when="20\d\d/u);
  });

  it('26: a name with two bearers has no reference, and the finding names both, with its place', async () => {
    const { outcome, result, withoutHelp, body } = await convertFiles({
      'seeds/x.txt': 'They spoke of Abel and left.\n',
      [persons]: registerOf(person('abel-anna', 'Anna', 'Abel'), person('abel-otto', 'Otto', 'Abel')),
    });
    expect([result, withoutHelp]).toEqual([[0, 'names/ambiguous-person seeds/x.txt:1:15'], []]);
    expect(body('x')).toContain('<persName cert="low">Abel</persName>');
    expect(outcome.diagnostics[0]?.expected?.join(' ')).toMatch(/abel-anna.*abel-otto/u);
  });

  it('15: accents stay composed or decomposed as they are, and the name is the same person', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const name = 'János Kádár'.normalize(form);
      const { result, body } = await convertFiles({
        'seeds/x.txt': `The letter of ${name} came.`,
        [persons]: registerOf(person('kadar-janos', 'János', 'Kádár'.normalize(form === 'NFC' ? 'NFD' : 'NFC'))),
      });
      expect(result).toEqual([0]);
      expect(body('x')).toContain(`<persName ref="register/persons.xml#kadar-janos">${name}</persName>`);
    }
  });

  it('15: a file name in either form gives the same id', async () => {
    const [composed, decomposed] = ['é', 'e\u0301'].map((letter) => ({ [`seeds/${letter}.txt`]: 'A text.' }));
    expect((await convertFiles(composed ?? {})).written).toEqual(['é.xml']);
    expect((await convertFiles(decomposed ?? {})).written).toEqual(['é.xml']);
  });

  it('27: without a register names are names, and nothing is amiss', async () => {
    const { result, body } = await convertSeed(text);
    expect([result, body('x')]).toEqual([[0], expect.stringContaining('<persName>Anna Abel</persName>')]);
  });

  it('27: an id of a register that is missing is a fault of the sidecar, with the exit code of configuration', async () => {
    const { result, withoutHelp, written } = await convertFiles({
      'seeds/x.txt': text,
      'seeds/x.yaml': 'genre: prose\nauthor: { id: abel-anna }\n',
    });
    expect([result, withoutHelp, written]).toEqual([[2, 'edition/unknown-id seeds/x.yaml:2:9'], [], []]);
  });

  it.each([
    ['no XML', '{"abel": 1}', 'register/not-well-formed'],
    ['empty', '', 'register/not-well-formed'],
    ['unclosed', '<TEI>\n<a></TEI>', 'register/not-well-formed'],
    ['with a document type', '<!DOCTYPE TEI [<!ENTITY a "b">]>\n<TEI/>', 'register/document-type'],
  ])(
    '27: a register that is %s is an error with the exit code of configuration, naming file and place',
    async (_name, xml, code) => {
      const { result, withoutHelp, outcome } = await convertFiles({ 'seeds/x.txt': text, [persons]: xml });
      expect([result.length, result[0], withoutHelp]).toEqual([2, 2, []]);
      expect(result[1]).toMatch(new RegExp(`^${code} ${persons}:\\d+:\\d+$`, 'u'));
      expect(outcome.diagnostics[0]?.message).not.toMatch(/\d+:\d+:/u);
    },
  );

  it('27: an id that two entries have is told, and the first entry is kept', async () => {
    const { result, withoutHelp, body } = await convertFiles({
      'seeds/x.txt': text,
      [persons]: registerOf(person('abel', 'Anna', 'Abel'), person('abel', 'Otto', 'Abel')),
    });
    expect([result[0], result[1]?.split(':')[0], withoutHelp]).toEqual([2, `register/duplicate-id ${persons}`, []]);
    expect(body('x')).toContain('<persName ref="register/persons.xml#abel">Anna Abel</persName>');
  });

  it('27: entries that are the same as each other in a circle end no conversion', async () => {
    const root = editionOf({
      'seeds/x.txt': text,
      [persons]: registerOf(
        person('abel-anna', 'Anna', 'Abel', ' sameAs="#abel-otto"'),
        person('abel-otto', 'Otto', 'Abel', ' sameAs="#abel-anna"'),
      ),
    });
    expect((await convertIn(root)).written).toEqual(['x.xml']);
    const found = await validate([join(root, persons)], { checks: new Set(['references']) });
    const cycle = found.diagnostics.find(({ code }) => code === 'references/cycle');
    expect(cycle?.position?.line).toBe(2);
    expect(cycle?.message).toMatch(/abel-anna.*abel-otto.*abel-anna/u);
  });
});
