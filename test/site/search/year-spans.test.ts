import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { DateView } from '../../../src/site/reading/date-view.js';
import { chronologicalOrder, yearSpans } from '../../../src/site/search/year-spans.js';

const date = (start: string, end = ''): DateView => ({ text: '', start, end, certainty: '' });

describe('spans of years', () => {
  test('nothing known, nothing said', () => {
    expect(yearSpans([])(undefined)).toEqual([]);
    expect(yearSpans([undefined])(date(''))).toEqual([]);
    expect(yearSpans([])(date('soon'))).toEqual([]);
  });

  test('few years stand alone, a stretch of time in each of its years', () => {
    const spans = yearSpans([date('1956-10-30'), date('1956', '1958-04')]);
    expect(spans(date('1956-10-30'))).toEqual(['1956']);
    expect(spans(date('1956', '1958-04'))).toEqual(['1956', '1957', '1958']);
  });

  test('many years become decades, many decades centuries', () => {
    const years = (step: number): DateView[] =>
      Array.from({ length: 20 }, (_, index) => date(String(1000 + index * step)));
    expect(yearSpans(years(1))(date('1009'))).toEqual(['1000/1009']);
    expect(yearSpans(years(10))(date('1099-12-31'))).toEqual(['1000/1099']);
  });

  test('years before our era', () => {
    const years = Array.from({ length: 20 }, (_, index) => date(`-00${10 + index}`));
    expect(yearSpans(years)(date('-0010'))).toEqual(['-10/-1']);
    expect(yearSpans([date('-0043-03-15')])(date('-0043-03-15'))).toEqual(['-43']);
  });

  test('a date that says next to nothing is in no span', () => {
    expect(yearSpans([date('1956')])(date('0001', '1956'))).toEqual([]);
  });

  property.prop([fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 300 })), { minLength: 1 })])(
    'every year of a date lies in one of its spans, and a reader is offered few',
    (pairs) => {
      const dates = pairs.map(([year, length]) =>
        date(String(year).padStart(4, '0'), String(Math.min(year + length, 9999)).padStart(4, '0')),
      );
      const spans = yearSpans(dates);
      const offered = new Set(dates.flatMap(spans));
      expect(offered.size).toBeLessThanOrEqual(15);
      for (const each of dates) {
        const bounds = spans(each).map((span) => span.split('/').map(Number));
        if (bounds.length === 0) continue;
        for (const year of [Number(each.start), Number(each.end)]) {
          expect(bounds.some(([from = 0, to = from]) => from <= year && year <= to)).toBe(true);
        }
      }
    },
  );
});

test('days in their order, a year before its days, the undated at the end', () => {
  const dates = [undefined, date('1956-10-30'), date('1956'), date('-0044-03-15'), date('12024'), date('', '1957')];
  const sorted = dates.toSorted((a, b) => chronologicalOrder(a) - chronologicalOrder(b));
  expect(sorted.map((each) => (each?.start ?? '') || each?.end)).toEqual([
    ...['-0044-03-15', '1956', '1956-10-30', '1957', '12024'],
    undefined,
  ]);
});
