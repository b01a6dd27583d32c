import type { Page } from 'playwright-core';

/**
 * Questions to a page that axe does not ask. Each gives what is wrong, in words; nothing where all is well. They are
 * texts because they run in the browser, where the types of Node's programs do not hold.
 */

/**
 * Everything that the keyboard should reach, by kind: what has the same element, class and surroundings looks the same
 * with the focus on it, so that a few of each tell of all.
 */
const KINDS_OF_STOPS = `(() => {
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  const kinds = Object.groupBy(stops, (element) => [element, element.parentElement, element.parentElement.parentElement].map(({ tagName, className }) => tagName + '.' + (className.baseVal ?? className)).join());
  return Object.values(kinds).flatMap((alike) => [...alike.slice(0, 2), ...alike.slice(2).slice(-1)]);
})()`;

const FOCUS_FAULTS = `${KINDS_OF_STOPS}.flatMap((element) => {
  const name = element.tagName.toLowerCase() + ' ' + (element.id || element.getAttribute('href') || element.textContent.trim().slice(0, 30));
  // Within a drawing it may be a line around a mark that shows where the focus is.
  const parts = [element, ...(element.closest('svg') === null ? [] : element.querySelectorAll('*'))];
  const look = () => parts.map((part) => {
    const style = getComputedStyle(part);
    const outline = style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0 ? '' : style.outlineWidth + style.outlineColor;
    return [outline, style.boxShadow, style.textDecoration, style.backgroundColor, style.stroke, style.strokeWidth, style.fill].join();
  }).join(';');
  element.focus();
  const focused = look();
  // What lies over it: nothing of it can be pointed at, at none of its corners or in its middle.
  const inside = (x, y) => { const top = document.elementFromPoint(x, y); return top !== null && (element.contains(top) || top.contains(element) || [...element.labels ?? []].some((label) => label.contains(top))); };
  const points = parts.flatMap((part) => [...part.getClientRects()]).flatMap((box) => [0.1, 0.5, 0.9].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [box.x + box.width * across, box.y + box.height * down])));
  const isCovered = element.getBoundingClientRect().width > 1 && !points.some(([x, y]) => inside(x, y));
  element.blur();
  const isMarked = look() !== focused;
  return [...(isMarked ? [] : ['focus cannot be seen: ' + name]), ...(isCovered ? ['focus lies under something: ' + name] : [])];
})`;

/** The focus on elements of every kind: it can be seen, and what has it does not lie under something. */
export async function focusFaults(page: Page): Promise<string[]> {
  // The focus of a script shows as the keyboard's does once the keyboard was used.
  await page.evaluate('document.body.focus()');
  await page.keyboard.press('Tab');
  return page.evaluate<string[]>(FOCUS_FAULTS);
}

/** How many stops are walked through on one page: more of the same kind tell nothing new. */
const STOPS = 25;

/** Walks into a page by keyboard; gives what was left out between the first stop and the last. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate(`(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
    // What a script brings later, while the keyboard is on its way, is not asked for.
    window.expected = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
    window.stops = [];
    document.addEventListener('focusin', ({ target }) => window.stops.push(target));
  })()`);
  for (let stop = 0; stop < STOPS; stop++) await page.keyboard.press('Tab');
  return page.evaluate(`(() => {
    // Nor what it takes away meanwhile.
    const all = window.expected.filter((element) => element.isConnected && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
    const reached = new Set(window.stops);
    const last = Math.max(...all.map((element, at) => reached.has(element) ? at : -1));
    return [
      ...(reached.size < Math.min(all.length, ${STOPS}) / 2 ? ['the keyboard stays at ' + reached.size + ' of ' + all.length + ' stops'] : []),
      ...all.slice(0, last).filter((element) => !reached.has(element) && !(element.type === 'radio' && [...document.getElementsByName(element.name)].some((other) => reached.has(other))))
        .map((element) => 'not reached: ' + element.outerHTML.slice(0, 100)),
    ];
  })()`);
}

/** Whether scripts and styles run that somebody put into the page: its policy forbids them. */
export function foreignActivity(page: Page): Promise<string[]> {
  return page.evaluate(`(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = "a script"';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = String(1)"><p style="display: none" class="styled">x</p>');
    await new Promise((resolve) => setTimeout(resolve, 20));
    return [window.ran === undefined ? [] : 'a script or a handler: ' + window.ran, getComputedStyle(document.querySelector('.styled')).display === 'none' ? 'a style' : []].flat();
  })()`);
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
    // What stands in a line of text, be it within marks of its own (<sup>), is as high as the line.
    const isInline = (element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let line = element.parentElement;
      while (getComputedStyle(line).display === 'inline') line = line.parentElement;
      return line.textContent.trim() !== element.textContent.trim();
    };
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
