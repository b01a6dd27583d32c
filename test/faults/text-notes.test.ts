import { describe, expect, it } from 'vitest';
import { convertSeed } from './edition-of-files.js';

const file = 'seeds/x.txt';

/** Notes and markers that do not fit each other; the titles count as the project's fault matrix counts. */
describe('notes and their markers, by editio convert', () => {
  it('18: a marker without its note is told with its place, and stays as it is printed', async () => {
    const { result, withoutHelp, body } = await convertSeed('A session(1) and more(3).\n\nNotes\n\n1 First.\n');
    expect([result, withoutHelp]).toEqual([[0, `notes/marker-without-note ${file}:1:22`], []]);
    expect(body('x')).toContain('and more(3).');
    expect(body('x')?.match(/<note /gu)).toHaveLength(1);
  });

  it('18: a text whose notes were lost altogether', async () => {
    for (const text of ['A session(1), a second(2).', 'A session[1] spoke.', 'A session¹ spoke.']) {
      const { result, withoutHelp, body } = await convertSeed(text);
      expect([result[1], withoutHelp]).toEqual([`notes/marker-without-note ${file}:1:10`, []]);
      expect(body('x')).toContain(`>${text}<`);
    }
  });

  it('18: numbers in brackets that are no markers are not told', async () => {
    for (const text of ['See section(7) there.', 'There are (1) one and (2) two.', 'It has 12 m² there.']) {
      expect((await convertSeed(text)).result).toEqual([0]);
    }
  });

  it('19: a note without a marker is told, and kept at the end, without an anchor', async () => {
    const { result, withoutHelp, outcome, body } = await convertSeed(
      'A session(1).\n\nNotes\n\n1 First.\n\n2 Second.\n',
    );
    expect([result, withoutHelp]).toEqual([[0, `notes/note-without-marker ${file}:7:1`], []]);
    expect(outcome.textOf?.('tei/x.xml')).toMatch(
      /<back>\s*<div type="notes">\s*<note [^>]*n="2"[^>]*>\s*<p>Second\.<\/p>/u,
    );
    expect(body('x')).not.toContain('Second');
  });

  it('19: a text of nothing but notes', async () => {
    const { result, outcome } = await convertSeed('Notes\n\n1 First.\n\n2 Second.\n');
    const code = `notes/note-without-marker ${file}`;
    expect(result).toEqual([0, `${code}:3:1`, `${code}:5:1`]);
    expect(outcome.textOf?.('tei/x.xml')).toMatch(/<back>[\s\S]*First\.[\s\S]*Second\.[\s\S]*<\/back>/u);
  });

  it('20: two notes of one number are told, each with its place, and have ids of their own', async () => {
    const { result, withoutHelp, outcome } = await convertSeed(
      'A session[1] and more[1].\n\nNotes\n\n[1] First.\n\n[1] Second.\n',
    );
    expect([result, withoutHelp]).toEqual([
      [
        0,
        `notes/duplicate-marker ${file}:1:22`,
        `notes/note-without-marker ${file}:7:1`,
        `notes/duplicate-number ${file}:7:1`,
      ],
      [],
    ]);
    expect(outcome.diagnostics.at(-1)?.help).toContain('seeds/x.txt:5');
    const tei = outcome.textOf?.('tei/x.xml') ?? '';
    expect([...tei.matchAll(/<note xml:id="([^"]+)"/gu)].map((match) => match[1])).toEqual(['x-n1', 'x-n1.2']);
  });

  it('20: numbers that begin anew on each page are no duplicates', async () => {
    const { result, body } = await convertSeed(
      'Page one(1) text.\n\n___\n\n(1) First.\n\f\nPage two(1) text.\n\n___\n\n(1) Second.\n',
    );
    expect(result).toEqual([0]);
    expect(body('x')).toMatch(/one<note [^>]*n="1"[^>]*><p>First\..*two<note [^>]*n="1"[^>]*><p>Second\./su);
  });

  it('20: a number that comes back among the notes is told, and its words are kept', async () => {
    const { result, withoutHelp, body } = await convertSeed(
      'A session[1] and more[2].\n\nNotes\n\n[1] First.\n\n[2] Second.\n\n[1] Third.\n',
    );
    expect([result, withoutHelp]).toEqual([[0, `notes/duplicate-number ${file}:9:1`], []]);
    expect(body('x')).toContain('[1] Third.');
  });

  it('21: a marker in a heading, in a table or inside a name is a note there', async () => {
    const { result, body } = await convertSeed(
      'Minutes of the Session(1)\n\nImre(2) Nagy spoke.\n\nName\tOffice\nKadar\tMinister(3)\n\nNotes\n\n1 First.\n\n2 Second.\n\n3 Third.\n',
    );
    expect(result).toEqual([0]);
    expect(body('x')).toMatch(
      /<head [^>]*>Minutes of the Session<note [^>]*n="1".*Imre<note [^>]*n="2".*Minister<note [^>]*n="3"/su,
    );
  });

  it('22: a note goes on over empty lines', async () => {
    const { result, body } = await convertSeed('A session(1).\n\nNotes\n\n1 First.\n\nStill the first.\n');
    expect([result, body('x')]).toEqual([[0], expect.stringContaining('<p>First.</p><p>Still the first.</p></note>')]);
  });

  it('22: a note that only another note refers to is kept and told', async () => {
    const { result, withoutHelp, outcome } = await convertSeed(
      'A session(1).\n\nNotes\n\n1 First, see below(2).\n\n2 Second.\n',
    );
    expect([result, withoutHelp]).toEqual([[0, `notes/note-without-marker ${file}:7:1`], []]);
    expect(outcome.textOf?.('tei/x.xml')).toContain('First, see below(2).');
    expect(outcome.textOf?.('tei/x.xml')).toContain('Second.');
  });
});
