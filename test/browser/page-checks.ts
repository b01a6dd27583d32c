import type { Page } from 'playwright-core';

/**
 * Questions to a page that axe does not ask. Each gives what is wrong, in words; nothing where all is well. They are
 * texts because they run in the browser, where the types of Node's programs do not hold.
 */

/** A stop of the keyboard: which element, whether its focus can be seen, whether something lies over it. */
interface FocusStop {
  readonly name: string;
  readonly isMarked: boolean;
  readonly isCovered: boolean;
}

const FOCUS_STOP = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const name = element.tagName.toLowerCase() + ' ' + (element.id || element.getAttribute('href') || element.textContent.trim().slice(0, 30));
  // Within a drawing it may be a line around a mark that shows where the focus is.
  const parts = [element, ...(element.closest('svg') === null ? [] : element.querySelectorAll('*'))];
  const look = () => parts.map((part) => {
    const style = getComputedStyle(part);
    const outline = style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0 ? '' : style.outlineWidth + style.outlineColor;
    return [outline, style.boxShadow, style.textDecoration, style.backgroundColor, style.stroke, style.strokeWidth, style.fill].join();
  }).join(';');
  const focused = look();
  element.dataset.visited = 'true';
  const box = element.getBoundingClientRect();
  const inside = (x, y) => { const top = document.elementFromPoint(x, y); return top !== null && (element.contains(top) || top.contains(element) || element.labels && [...element.labels].some((label) => label.contains(top))); };
  const points = [...element.getClientRects()].flatMap((rect) => [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [rect.x + rect.width * across, rect.y + rect.height * down])));
  const isCovered = box.width > 1 && !points.some(([x, y]) => inside(x, y));
  element.blur();
  const isMarked = look() !== focused;
  element.focus({ preventScroll: true });
  return { name, isMarked, isCovered };
})()`;

/** What the keyboard should reach: everything that can be focused and is there to be seen. */
const UNREACHED = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) =>
  element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) && element.dataset.visited === undefined &&
  !(element.type === 'radio' && [...document.getElementsByName(element.name)].some((other) => other.dataset.visited)),
).map((element) => element.outerHTML.slice(0, 100))`;

/** How many stops are walked through on one page: more of the same kind tell nothing new. */
const STOPS = 90;

/** Walks through a page by keyboard: each stop can be seen, none lies under something, all are reached. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate('window.scrollTo(0, 0); document.body.focus()');
  for (let stops = 0; stops < STOPS; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<FocusStop | null>(FOCUS_STOP);
    if (stop === null)
      return [...faults, ...(await page.evaluate<string[]>(UNREACHED)).map((each) => `not reached: ${each}`)];
    if (!stop.isMarked) faults.push(`focus cannot be seen: ${stop.name}`);
    if (stop.isCovered) faults.push(`focus lies under something: ${stop.name}`);
  }
  return faults;
}

/** True where a page is wider than the window. */
export async function isTooWide(page: Page): Promise<boolean> {
  return (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) === true;
}

/** Targets smaller than 24 × 24 pixels that are no links in a sentence and have a neighbour too near (WCAG 2.5.8). */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const targets = [...document.querySelectorAll('a[href], button, input, select, summary')].filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const boxes = targets.map((element) => (element.closest('label') ?? element).getBoundingClientRect());
    const isInline = (element) => { const style = getComputedStyle(element); return style.display === 'inline' && element.parentElement.textContent.trim() !== element.textContent.trim(); };
    return targets.flatMap((element, index) => {
      const box = boxes[index];
      if (box.width < 2 || (box.width >= 23.5 && box.height >= 23.5) || isInline(element)) return [];
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const near = boxes.some((other, at) => at !== index && !targets[at].contains(element) && !element.contains(targets[at]) && other.width > 1 &&
        Math.max(other.x - x, 0, x - other.right) < 12 && Math.max(other.y - y, 0, y - other.bottom) < 12);
      return near ? [Math.round(box.width) + 'x' + Math.round(box.height) + ' ' + element.outerHTML.slice(0, 90)] : [];
    });
  })()`);
}

/** What a printed page should not have (navigation, buttons, fields), and notes that it lacks. */
export function printFaults(page: Page): Promise<string[]> {
  return page.evaluate(`[
    ...[...document.querySelectorAll('nav, button, input, select, .skip')].filter((element) => element.getClientRects().length > 0 && element.checkVisibility()).map((element) => 'printed: ' + element.outerHTML.slice(0, 80)),
    ...[...document.querySelectorAll('.tei-notes .tei-note')].filter((note) => note.getClientRects().length === 0).map((note) => 'not printed: ' + note.id),
  ]`);
}

/** What still moves although the reader wants it still. */
export function movements(page: Page): Promise<string[]> {
  return page.evaluate(`[
    ...document.getAnimations().map(String),
    ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['smooth scrolling'] : []),
  ]`);
}

/** The words of a page's main part that can be seen. */
export async function wordsShown(page: Page): Promise<string[]> {
  const text = await page.evaluate<string>("document.querySelector('main').innerText");
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Follows every link of the site from its first page, in the browser: pages are read by its own parser. Gives links
 * that lead nowhere, and the pages that were found.
 */
export function crawl(page: Page): Promise<{ dead: string[]; found: string[] }> {
  return page.evaluate(`(async () => {
    const root = new URL('.', location.href).href;
    const pages = new Map();
    const links = [];
    const waiting = [root + 'index.html'];
    for (const url of waiting) {
      if (pages.has(url)) continue;
      const response = await fetch(url);
      const isPage = response.ok && /\\.html$/.test(new URL(url).pathname);
      const dom = isPage ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
      pages.set(url, response.ok ? dom : undefined);
      if (dom === null) continue;
      for (const element of dom.querySelectorAll('[href], [src], form[action]')) {
        const target = new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action'), url);
        if (!target.href.startsWith(root)) continue;
        const id = decodeURIComponent(target.hash.slice(1));
        target.hash = '';
        links.push([url, target.href, id]);
        waiting.push(target.href);
      }
    }
    const dead = links.filter(([, target, id]) => pages.get(target) === undefined || (id !== '' && pages.get(target)?.getElementById(id) === null));
    return { dead: [...new Set(dead.map((link) => link.join(' ')))], found: [...pages.keys()].map((url) => url.slice(root.length)) };
  })()`);
}
