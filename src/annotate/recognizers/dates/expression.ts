import type { Direction, OffsetAnchor, PeriodPart, Season } from '../../../language/calendar/index.js';

/** What the words say of one point of the calendar; what they leave out comes from the context. */
export interface Moment {
  readonly year?: number;
  /** A year of two digits, its century unsaid. */
  readonly shortYear?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number;
}

/** What the words of a date say, before the context fills in what they leave out. */
export type DateExpression =
  /** A day, month or year, or a part of one. `julian`: the words say that it is Old Style. */
  | {
      readonly kind: 'moment';
      readonly moment: Moment;
      readonly part?: PeriodPart;
      readonly direction?: Direction;
      readonly julian?: boolean;
    }
  /** A span of time with both ends. */
  | { readonly kind: 'span'; readonly from: Moment; readonly to: Moment }
  /** Somewhere between the first and the last of these years: a decade or a part of one. */
  | { readonly kind: 'years'; readonly first: number; readonly last: number; readonly short?: boolean }
  | { readonly kind: 'season'; readonly season: Season; readonly year?: number; readonly direction?: Direction }
  /** So many units from the day of writing or from the date named last. */
  | {
      readonly kind: 'offset';
      readonly unit: 'day' | 'week' | 'month' | 'year';
      readonly count: number;
      readonly anchor: OffsetAnchor;
      /** A weekday said beside it ("morgen, Freitag"). */
      readonly weekday?: number;
    }
  /** A numeric date that two customs read differently (3/4/1956). */
  | { readonly kind: 'ambiguous'; readonly readings: readonly Moment[] };
