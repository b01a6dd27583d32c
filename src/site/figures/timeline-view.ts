import type { Messages } from '../theme/messages.js';
import type { DayRange } from './calendar.js';
import { rounded } from './lettering.js';
import { timeWords } from './time-words.js';
import { layoutTimeline, TARGET, type TimelineLayout, type TimelineMark } from './timeline.js';

/** One thing to be drawn on a timeline. */
export interface TimelineItem {
  readonly range: DayRange;
  /** What it is, with its date in words. */
  readonly label: string;
  readonly href: string;
  /** Where a column of several begins to be listed, and the date there in words. */
  readonly columnHref: string;
  readonly dateText: string;
  readonly isUncertain: boolean;
}

/** What the partial `figures/timeline` draws: one drawing for wide pages, one for narrow ones. */
export interface TimelineFigure {
  readonly label: string;
  readonly drawings: readonly object[];
}

/** Widths at which nothing has to be scaled down: beside generous margins, and on the smallest screens. */
const WIDTHS = { wide: 720, narrow: 288 } as const;

/** The height of a bar or the width of a dot. */
const THICKNESS = 12;

/**
 * The timeline of some things, or null where none is dated.
 *
 * @param label says what the figure shows.
 */
export function timelineFigure(
  items: readonly TimelineItem[],
  label: string,
  messages: Messages,
): TimelineFigure | null {
  if (items.length === 0) return null;
  const words = timeWords(messages);
  const drawings = (['wide', 'narrow'] as const).map((name) => {
    const ranges = items.map(({ range }) => range);
    return drawing(name, layoutTimeline(ranges, WIDTHS[name], words), items, messages);
  });
  return { label, drawings };
}

function drawing(name: string, layout: TimelineLayout, items: readonly TimelineItem[], messages: Messages): object {
  const { width, height, line, segments, cuts, ticks, marks, isBinned } = layout;
  return {
    name,
    width,
    height,
    line,
    lower: line + 5,
    labelLine: line + 20,
    contextLine: line + 37,
    segments,
    cuts: cuts.map((x) => ({ left: rounded(x - 5), right: rounded(x + 1), top: line - 6, bottom: line + 6 })),
    ticks,
    marks: marks.flatMap((mark) => {
      const item = items[mark.item];
      return item === undefined ? [] : [isBinned ? columnOf(mark, item, messages) : markOf(mark, item)];
    }),
    isBinned,
  };
}

function markOf({ x, y, width, height }: TimelineMark, item: TimelineItem): object {
  const isDot = width <= TARGET;
  return {
    href: item.href,
    label: item.label,
    target: { x, y, width, height },
    shape: {
      x: rounded(isDot ? x + (width - THICKNESS) / 2 : x + 2),
      y: rounded(y + (height - THICKNESS) / 2),
      width: rounded(isDot ? THICKNESS : width - 4),
      height: THICKNESS,
      radius: THICKNESS / 2,
    },
    count: '',
    isUncertain: item.isUncertain,
  };
}

function columnOf({ x, y, width, height, count }: TimelineMark, item: TimelineItem, messages: Messages): object {
  return {
    href: item.columnHref,
    label: messages.text('figures.column', { count, date: item.dateText }),
    target: { x, y: rounded(Math.min(y, y + height - TARGET)), width, height: Math.max(height, TARGET) },
    shape: { x: x + 2, y, width: width - 4, height, radius: 1 },
    count: messages.number(count),
    countX: x + width / 2,
    countY: rounded(y - 4),
    isUncertain: false,
  };
}
