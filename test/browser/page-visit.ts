import type { Page } from 'playwright-core';
import { barriers, RULES_OF_LOOKS, type BrowserSite } from './browser-site.js';
import {
  focusFaults,
  foreignActivity,
  isTooWide,
  keyboardFaults,
  movements,
  printFaults,
  smallTargets,
  wordsShown,
} from './page-checks.js';

/** What is asked of every page. */
export const QUESTIONS = [
  'axe finds no barrier',
  'nothing scrolls sideways at 320 pixels, which is 400 %',
  'the keyboard reaches everything',
  'focus is seen and free, in forced colours too',
  'targets have 24 pixels or room around them',
  'it is printed without navigation, with notes',
  'nothing moves where the reader wants it still',
  'nobody else is asked and nothing is said on the console',
  'what the page may not run does not run',
  'without scripts every word is there that scripts show',
] as const;

export type Question = (typeof QUESTIONS)[number];

/** A page, what was asked, what is wrong. */
export type Fault = readonly [path: string, question: Question, fault: string];

const HEIGHT = 900;
const WIDE = { width: 1280, height: HEIGHT };
const NARROW = { width: 390, height: HEIGHT };
const NARROWEST = { width: 320, height: HEIGHT };

/** A script may bring labels of its own (a button, a count), never a sentence of the edition. */
const LABEL_WORDS = 12;

/**
 * Visits pages of a site, each once with scripts and once without, and asks everything while it is open: loading and
 * reading a page costs more than most questions.
 */
export async function faultsOf(site: BrowserSite, paths: readonly string[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  const words = new Map<string, readonly string[]>();
  const heard: string[] = [];
  const context = await site.browser.newContext({ reducedMotion: 'reduce', viewport: WIDE });
  const page = await context.newPage();
  listen(page, site.origin, heard);
  for (const path of paths) {
    const tell = (question: Question, found: readonly string[], when = ''): void => {
      faults.push(...found.map((fault): Fault => [path, question, `${when}${fault}`]));
    };
    await page.goto(site.origin + path);
    words.set(path, await wordsShown(page));
    await askOf(page, tell);
    tell('nobody else is asked and nothing is said on the console', heard.splice(0));
    tell('what the page may not run does not run', await foreignActivity(page));
    // The browser says on the console what it did not run.
    heard.length = 0;
  }
  await context.close();
  await site.visit(paths, { viewport: WIDE, javaScriptEnabled: false }, async (plain, path) => {
    const there = new Set(await wordsShown(plain));
    const lost = [...new Set(words.get(path))].filter((word) => !there.has(word));
    // The search is nothing but a script; without it the page says so.
    if (lost.length <= LABEL_WORDS || path === 'search.html') return;
    faults.push([path, 'without scripts every word is there that scripts show', lost.slice(0, 20).join(' ')]);
  });
  return faults;
}

async function askOf(
  page: Page,
  tell: (question: Question, found: readonly string[], when?: string) => void,
): Promise<void> {
  const sideways = async (when: string): Promise<void> => {
    tell('nothing scrolls sideways at 320 pixels, which is 400 %', (await isTooWide(page)) ? ['too wide'] : [], when);
  };
  tell('nothing moves where the reader wants it still', await movements(page));
  tell('the keyboard reaches everything', await keyboardFaults(page));

  await page.setViewportSize(NARROWEST);
  await sideways('');
  await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
  await sideways('unfolded: ');

  await page.setViewportSize(NARROW);
  await page.emulateMedia({ colorScheme: 'dark' });
  tell('targets have 24 pixels or room around them', await smallTargets(page), '390: ');
  tell('focus is seen and free, in forced colours too', await focusFaults(page), 'dark, 390: ');
  tell('axe finds no barrier', await barriers(page, RULES_OF_LOOKS), 'dark, 390: ');

  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  tell('targets have 24 pixels or room around them', await smallTargets(page), '1280: ');
  tell('focus is seen and free, in forced colours too', await focusFaults(page), 'light, 1280: ');
  tell('axe finds no barrier', await barriers(page), 'light, 1280: ');

  await page.emulateMedia({ forcedColors: 'active' });
  tell('focus is seen and free, in forced colours too', await focusFaults(page), 'forced colours: ');
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  tell('it is printed without navigation, with notes', await printFaults(page));
  await page.emulateMedia({ media: 'screen' });
}

/** Writes down what a page asks others and says. */
function listen(page: Page, origin: string, heard: string[]): void {
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) heard.push(request.url());
  });
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('dialog', (dialog) => {
    heard.push(dialog.message());
    void dialog.dismiss();
  });
}
