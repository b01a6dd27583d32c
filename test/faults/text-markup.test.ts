import { describe, expect, it } from 'vitest';
import { convertSeed } from './edition-of-files.js';

/** Characters that a text may have, and that mean something elsewhere; the titles count as the project's fault matrix counts. */
describe('characters of a text, by editio convert', () => {
  it('11: a form feed is a page break, never a character', async () => {
    const { result, body } = await convertSeed('A page.\n\fAnother page.\n\f\n\fA fourth.');
    expect(result).toEqual([0]);
    expect(body('x')).toMatch(/<p [^>]*>A page\.<\/p>\s*<p [^>]*><pb\/>Another page\.<\/p>/u);
    expect(body('x')).not.toContain('\f');
  });

  it('12: tabs, no-break spaces, soft hyphens and joiners stand in the text', async () => {
    const text = 'a\tb\u00a0c\u00add\u200de\u200cf\u2060g is a text.';
    const { result, body } = await convertSeed(text);
    expect([result, body('x')]).toEqual([[0], expect.stringContaining(`>${text}<`)]);
  });

  it('14: controls of the direction of writing are kept and told, each at its place', async () => {
    const { result, withoutHelp, body } = await convertSeed('a\u202eb\n\nc \u2067d\u2069.');
    const code = 'source/bidi-control seeds/x.txt';
    expect([result, withoutHelp]).toEqual([[0, `${code}:1:2`, `${code}:3:3`, `${code}:3:5`], []]);
    expect(body('x')).toContain('a\u202eb');
    expect(body('x')).toContain('c \u2067d\u2069.');
  });

  it('23: what XML means something by is text', async () => {
    const { result, body } = await convertSeed('The text a & b < c > d " \' ]]> <!-- z --> <?p?> <![CDATA[ ends.');
    expect(result).toEqual([0]);
    const words = (body('x') ?? '').replace(/<[^>]*>/gu, '').trim();
    expect(words).toBe('The text a &amp; b &lt; c &gt; d " \' ]]&gt; &lt;!-- z --&gt; &lt;?p?&gt; &lt;![CDATA[ ends.');
  });

  it('24: what looks like markup, entities or templates is text, as a title too', async () => {
    const text = '<script>alert(1)</script> &lt; &amp; &#65; {{x}} {{{y}}} ${z} <img src=x onerror=alert(1)>';
    const escaped = text.replace(/[&<>]/gu, (each) => ({ '&': '&amp;', '<': '&lt;' })[each] ?? '&gt;');
    const { outcome, result, body } = await convertSeed(`# A ${text}\n\nThe text ${text} ends.\n`);
    expect(result).toEqual([0]);
    expect(body('x')).toContain(`>A ${escaped}<`);
    expect(body('x')).toContain(`>The text ${escaped} ends.<`);
    expect(outcome.textOf?.('tei/x.xml')).not.toMatch(/<(?:script|img)/u);
  });

  it.each([
    ['Hebrew', 'שלום עולם, מה שלומך היום? זה טקסט בעברית.'],
    ['Arabic', 'مرحبا بالعالم، كيف حالك اليوم؟ هذا نص باللغة العربية.'],
    ['Chinese', '中华人民共和国成立于一九四九年十月一日。'],
    ['Devanagari', 'यह हिन्दी में एक पाठ है।'],
    ['letters beyond the basic plane', '𐌰𐌱𐌲 𝔄𝔅 😀👨‍👩‍👧 is a text.'],
    ['combining characters at the beginning', '\u0301\u0308text begins so.'],
    ['a letter with a thousand accents', `a${'\u0301'.repeat(1000)} is a text.`],
  ])('beyond the matrix: %s', async (_script, text) => {
    const { result, body } = await convertSeed(`${text}\n\n${text}\n`);
    expect([result, body('x')?.split(`>${text}<`)]).toEqual([[0], expect.objectContaining({ length: 3 })]);
  });

  it.each([
    ['headings alone', '# One\n\n## Two\n\n# Three\n', 'Three'],
    ['capitals alone', 'ONE HEADING\n\nANOTHER HEADING\n', 'ANOTHER HEADING'],
    ['a rule alone', '___\n', '___'],
    ['one letter', 'a', 'a'],
    ['a catalogue alone', '**Citation:**\n\nA book.\n\n**Summary:**\n\nIt is about it.\n', 'It is about it.'],
  ])('beyond the matrix: a text of %s', async (_name, text, words) => {
    const { result, outcome } = await convertSeed(text);
    expect(result).toEqual([0]);
    expect(outcome.textOf?.('tei/x.xml')).toContain(words);
  });
});
