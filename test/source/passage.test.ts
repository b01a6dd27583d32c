import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAround, type Difference } from '../../src/source/difference.js';
import { readPassage } from '../../src/source/passage.js';
import { joinedSpans, overlapsAny, spanWithout, type Span } from '../../src/source/span.js';

const joined = (start: number, end: number, replacement = ' '): Difference => ({
  span: { start, end },
  replacement,
  kind: 'line-joined',
});

describe('a passage', () => {
  it('without differences is the source', () => {
    const passage = readPassage('one two', { start: 4, end: 7 }, []);
    expect(passage.text).toBe('two');
    expect(passage.spanOf(0, 3)).toEqual({ start: 4, end: 7 });
  });

  it('reads differences, and leads back to the characters of the source', () => {
    const passage = readPassage('repre-\nsentatives of', { start: 0, end: 20 }, [joined(5, 7, '')]);
    expect(passage.text).toBe('representatives of');
    expect(passage.spanOf(0, 15)).toEqual({ start: 0, end: 17 });
    expect(passage.offsetOf(7)).toBe(5);
  });

  it('leaves out a difference that reaches beyond it', () => {
    expect(readPassage('a\nb', { start: 0, end: 1 }, [joined(1, 2)]).text).toBe('a');
  });

  const texts = fc.array(
    fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), fc.option(fc.constantFrom('', ' ', '\n'))),
    { minLength: 1, maxLength: 12 },
  );

  it('has, for every span of its text, characters of the source that begin and end there', () => {
    fc.assert(
      fc.property(texts, (pieces) => {
        const source = pieces.map(([piece, replacement]) => (replacement === null ? piece : `${piece}##`)).join('');
        const differences: Difference[] = [];
        let at = 0;
        for (const [piece, replacement] of pieces) {
          at += piece.length;
          if (replacement === null) continue;
          differences.push(joined(at, at + 2, replacement));
          at += 2;
        }
        const passage = readPassage(source, { start: 0, end: source.length }, differences);
        for (let start = 0; start < passage.text.length; start++) {
          const span = passage.spanOf(start, start + 1);
          const isReplaced = differences.some((difference) => difference.span.start === span.start);
          if (!isReplaced) expect(source.slice(span.start, span.end)).toBe(passage.text[start]);
          expect(span.end).toBeGreaterThan(span.start);
        }
      }),
      { numRuns: 300, seed: 1956 },
    );
  });
});

describe('what stands apart', () => {
  it('is away, and what was declared inside it with it', () => {
    const read = readAround([joined(1, 2), joined(5, 6), joined(9, 10)], [{ start: 4, end: 8 }]);
    expect(read.map(({ span, kind }) => [span.start, span.end, kind])).toEqual([
      [1, 2, 'line-joined'],
      [4, 8, 'set-apart'],
      [9, 10, 'line-joined'],
    ]);
  });

  it('is away where nothing was declared behind it', () => {
    expect(readAround([], [{ start: 0, end: 1 }])).toMatchObject([{ span: { start: 0, end: 1 }, replacement: '' }]);
    expect(readAround([joined(1, 2)], [])).toEqual([joined(1, 2)]);
  });
});

describe('spans', () => {
  const span = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 6 }))
    .map(([start, length]): Span => ({ start, end: start + length }));
  const apart = fc.array(span, { maxLength: 6 }).map((spans) => {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    return sorted.filter((each, i) => sorted.slice(0, i).every((other) => other.end <= each.start));
  });

  it('overlap one of others where they share a character', () => {
    fc.assert(
      fc.property(span, apart, (one, others) => {
        expect(overlapsAny(one, others)).toBe(others.some((other) => one.start < other.end && other.start < one.end));
      }),
      { numRuns: 300, seed: 1956 },
    );
  });

  it('that overlap are joined to spans in order that do not', () => {
    fc.assert(
      fc.property(fc.array(span), span, (others, one) => {
        const made = joinedSpans(others);
        expect(made.every(({ start }, i) => i === 0 || (made[i - 1]?.end ?? 0) <= start)).toBe(true);
        expect(overlapsAny(one, made)).toBe(others.some((other) => one.start < other.end && other.start < one.end));
      }),
      { numRuns: 300, seed: 1956 },
    );
  });

  it('without others have their other characters, and no more', () => {
    const inside = (spans: readonly Span[], at: number): boolean =>
      spans.some(({ start, end }) => start <= at && at < end);
    fc.assert(
      fc.property(span, apart, (one, others) => {
        const left = spanWithout(one, others);
        for (let at = 0; at < 50; at++) expect(inside(left, at)).toBe(inside([one], at) && !inside(others, at));
      }),
      { numRuns: 300, seed: 1956 },
    );
  });
});
