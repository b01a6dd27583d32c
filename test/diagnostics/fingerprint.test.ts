import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { fingerprintsOf } from '../../src/diagnostics/fingerprint.js';
import { regionsOf } from '../../src/diagnostics/regions.js';

/** A finding at each `<bold` of a text. */
function findingsIn(text: string): Diagnostic[] {
  return [...text.matchAll(/<bold/gu)].map(({ index }) =>
    diagnostic('relax-ng/invalid', `At ${index}.`, { file: 'x.xml', span: { start: index, end: index + 5 } }),
  );
}

function fingerprints(text: string, nameOf?: (file: string) => string): string[] {
  return fingerprintsOf(
    findingsIn(text),
    regionsOf(() => text),
    nameOf,
  );
}

const text = '<text>\n  <p>one <bold>a</bold></p>\n  <p>two <bold>b</bold></p>\n</text>\n';

describe('fingerprints', () => {
  it('differ from finding to finding', () => {
    const [first, second] = fingerprints(text);
    expect(first).toMatch(/^[0-9a-f]{16}:1$/u);
    expect(first).not.toBe(second);
  });

  it.each([
    ['lines before', `<!-- one\ntwo -->\n${text}`],
    ['lines between', text.replace('</p>\n', '</p>\n<p>new</p>\n\n')],
    ['another indentation', text.replaceAll('\n  ', '\n\t\t\t')],
    ['CR LF', text.replaceAll('\n', '\r\n')],
  ])('stay the same after %s', (_, changed) => {
    expect(fingerprints(changed)).toEqual(fingerprints(text));
  });

  it('change with the words at the place, around it in its line, the code, the rule and the file', () => {
    const [first] = fingerprints(text);
    expect(fingerprints(text.replace('one', 'uno'))[0]).not.toBe(first);
    expect(fingerprints(text.replace('>a<', '>A<'))[0]).not.toBe(first);
    expect(fingerprints(text, (file) => `tei/${file}`)[0]).not.toBe(first);
    const [finding] = findingsIn(text);
    const regions = regionsOf(() => text);
    const all: Diagnostic[] =
      finding === undefined ? [] : [finding, { ...finding, rule: 'r' }, { ...finding, code: 'gate/empty' }];
    expect(new Set(fingerprintsOf(all, regions)).size).toBe(3);
  });

  it('do not depend on the wording of the message, where the place has a text', () => {
    const [finding] = findingsIn(text);
    const reworded = findingsIn(text)
      .slice(0, 1)
      .map((each) => ({ ...each, message: 'Otherwise.' }));
    expect(
      fingerprintsOf(
        reworded,
        regionsOf(() => text),
      ),
    ).toEqual(
      fingerprintsOf(
        finding === undefined ? [] : [finding],
        regionsOf(() => text),
      ),
    );
    expect(fingerprintsOf(reworded, regionsOf())[0]).not.toBe(fingerprints(text)[0]);
  });

  it('number findings that are alike', () => {
    const alike = fingerprints('<p><bold/></p>\n'.repeat(3));
    expect(new Set(alike.map((each) => each.slice(0, 16))).size).toBe(1);
    expect(alike.map((each) => each.slice(16))).toEqual([':1', ':2', ':3']);
  });

  it('do not see what stands far away in a very long line, and take no long time over it', () => {
    const filler = 'word '.repeat(200_000);
    const start = performance.now();
    const far = fingerprints(`${filler}<p>${'x '.repeat(40)}<bold/>${' y'.repeat(40)}</p>${filler}`.repeat(2));
    const near = fingerprints(`z${filler}<p>${'x '.repeat(40)}<bold/>${' y'.repeat(40)}</p>`);
    expect(far[0]).toBe(near[0]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('are the same for any lines put before and after', () => {
    const line = fc.string({ unit: 'grapheme' }).map((each) => `${each.replace(/[<\r\n]/gu, '')}\n`);
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        expect(fingerprints(before.join('') + text + after.join(''))).toEqual(fingerprints(text));
      }),
      { numRuns: 200, seed: 1956 },
    );
  });
});
