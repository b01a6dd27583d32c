import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, dateOfDay, dayNumber, dayRange, daysOf } from '../../../src/site/figures/calendar.js';
import { overlap, textWidth } from '../../../src/site/figures/lettering.js';
import { timeScale } from '../../../src/site/figures/time-scale.js';
import { TICK_SIZE } from '../../../src/site/figures/time-ticks.js';
import { timeWords } from '../../../src/site/figures/time-words.js';
import { layoutTimeline } from '../../../src/site/figures/timeline.js';
import { loadMessages } from '../../../src/site/theme/messages.js';

const words = timeWords(loadMessages('en'));

describe('values of dates', () => {
  test.each(['', 'no date', '1956-13', '1956-00-01', '1956-02-30', '1900-02-29', '1956-1-1', '--10-30', '999999'])(
    '%j is none',
    (value) => {
      expect(calendarDate(value)).toBeUndefined();
    },
  );

  test('a year, a month, a day cover their days', () => {
    expect(dayRange('1956', '')).toEqual({ first: dayNumber(1956, 1, 1), last: dayNumber(1956, 12, 31) });
    expect(dayRange('1956-02', '')).toEqual({ first: dayNumber(1956, 2, 1), last: dayNumber(1956, 2, 29) });
    expect(dayRange('1956-10-30T10:00:00Z', '')).toEqual({
      first: dayNumber(1956, 10, 30),
      last: dayNumber(1956, 10, 30),
    });
    expect(dayRange('', '1955')?.last).toBe(dayNumber(1955, 12, 31));
    expect(dayRange('-0043-03-15', '')?.first).toBe(Date.parse('-000043-03-15T00:00:00Z') / 86_400_000);
  });

  test('days are numbered as the platform numbers them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (day) => {
        const date = dateOfDay(day);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(daysOf(parts)).toEqual({ first: day, last: day });
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});

const range = fc
  .tuple(fc.integer({ min: -400_000, max: 60_000 }), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4000 })))
  .map(([first, length]) => ({ first, last: first + length }));
const ranges = fc.array(range, { minLength: 1, maxLength: 60 });
const width = fc.constantFrom(288, 720);

describe('the scale', () => {
  test('later days stand farther, all within the line, whatever is cut out', () => {
    fc.assert(
      fc.property(ranges, width, (given, right) => {
        const scale = timeScale(given, 0, right);
        const days = given.flatMap(({ first, last }) => [first, last + 1]).sort((a, b) => a - b);
        const positions = days.map((day) => scale.position(day));
        expect(positions.every((x) => x >= -1e-6 && x <= right + 1e-6)).toBe(true);
        expect(positions.every((x, index) => index === 0 || x >= (positions[index - 1] ?? 0) - 1e-6)).toBe(true);
        expect(scale.segments.at(-1)?.end).toBeCloseTo(right);
        expect(scale.cuts).toHaveLength(scale.segments.length - 1);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  test('a hundred empty years between two days are cut out, a week is not', () => {
    const day = (text: string) => dayRange(text, '') ?? { first: 0, last: 0 };
    expect(timeScale([day('1848-03-15'), day('1956-10-23')], 0, 720).cuts).toHaveLength(1);
    expect(timeScale([day('1956-10-23'), day('1956-10-30')], 0, 720).cuts).toHaveLength(0);
  });
});

describe('the timeline', () => {
  test('marks and labels never overlap, and nothing leaves the figure', () => {
    fc.assert(
      fc.property(ranges, width, (given, wide) => {
        const { marks, ticks, height, line, isBinned } = layoutTimeline(given, wide, words);
        const boxes = marks.map(({ x, y, width: w, height: h }) => ({ left: x, right: x + w, top: y, bottom: y + h }));
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(-0.1);
          expect(box.right).toBeLessThanOrEqual(wide + 0.1);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(line);
          // Positions are rounded to tenths.
          const inner = { ...box, left: box.left + 0.11, right: box.right - 0.11 };
          expect(boxes.slice(index + 1).some((other) => overlap(inner, other))).toBe(false);
        }
        expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
        if (!isBinned) expect(marks.map(({ item }) => item)).toEqual(given.map((_, index) => index));
        expect(ticks.length).toBeGreaterThan(0);
        expect(line).toBeLessThan(height);
        let free = -0.2;
        for (const { x, label } of ticks) {
          const half = textWidth(label, TICK_SIZE) / 2;
          expect(x - half).toBeGreaterThanOrEqual(free);
          free = x + half;
        }
        expect(free).toBeLessThanOrEqual(wide + 0.2);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  test('the same ranges are drawn the same; a thousand of them are counted in columns', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ first: index * 7, last: index * 7 }));
    const layout = layoutTimeline(many, 720, words);
    expect(layout).toEqual(layoutTimeline(many, 720, words));
    expect(layout.isBinned).toBe(true);
    expect(layout.marks.length).toBeLessThanOrEqual(30);
    expect(layout.marks.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  });

  test.each([
    ['1956-10-30', '1956-11-04', ['30 Oct', '1 Nov'], '1956'],
    ['1956-02-01', '1957-03-31', ['Mar', 'Oct'], '1956'],
    ['1848', '1956', ['1850', '1900'], ''],
    ['0800', '1900', ['800', '1000', '1900'], ''],
  ])('from %s to %s the labels are those of a fitting unit', (start, end, expected, context) => {
    const all = dayRange(start, end) ?? { first: 0, last: 0 };
    const { ticks } = layoutTimeline([all, { first: all.first, last: all.first }], 720, words);
    expect(ticks.map(({ label }) => label)).toEqual(expect.arrayContaining(expected));
    expect(ticks.find((tick) => tick.context !== '')?.context ?? '').toBe(context);
  });
});
