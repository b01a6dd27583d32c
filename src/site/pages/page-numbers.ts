import { siteAddress } from '../address.js';

/** One step of the way through pages; a gap has no number. */
export interface PageStep {
  readonly number: number;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** How many pages before and after the current one are named. */
const NEAR = 2;

/**
 * The way through the pages of one list: first, last, and those around the current one; a gap stands as a step without
 * address. Empty where there is one page only.
 *
 * @param paths of all pages, in order.
 * @param current index of the page that is being made.
 */
export function pageNumbers(paths: readonly string[], current: number, root: string): PageStep[] {
  if (paths.length < 2) return [];
  const steps: PageStep[] = [];
  paths.forEach((path, index) => {
    const isNear = Math.abs(index - current) <= NEAR || index === 0 || index === paths.length - 1;
    if (isNear) steps.push({ number: index + 1, href: siteAddress(root, path), isCurrent: index === current });
    else if (steps.at(-1)?.href !== '') steps.push({ number: 0, href: '', isCurrent: false });
  });
  return steps;
}
