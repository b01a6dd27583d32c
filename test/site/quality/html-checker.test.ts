import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteFile } from '../../../src/site/site-input.js';
import { editionSite, pagesOf, sampleSite, textOf } from './built-site.js';

const run = promisify(execFile);

/** The Nu HTML checker (https://validator.github.io/validator/), a Java program. */
const CHECKER = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

const isMissing = spawnSync('java', ['-version']).status !== 0;

/** What the checker says in error, or of what it does not know yet. */
const MISTAKEN: readonly RegExp[] = [
  // It asks the pages' security policy about scripts of data, which no browser runs (HTML, 4.12.1), and about files on a
  // disk, which have no host to come from. The browser's tests keep the policy.
  /^(?:Inline script|Resource) violates Content Security Policy/,
  // Colours that are mixed (CSS Color 5), within other values: it knows them alone only, and by a word of theirs.
  /^CSS: “[a-z-]+”: “(?:in|color-mix\(.*\))” is not a “[a-z-]+” value\.$/,
  // The order in which letters and the line around them are painted (SVG 2, 13.8).
  /^CSS: “paint-order”: Property “paint-order” doesn't exist\.$/,
  // A substitute's letters made as wide as those of the typeface that is still to come (CSS Fonts 5, 4.3).
  /^CSS: “size-adjust”: Property “size-adjust” doesn't exist\.$/,
  // What a <details> element holds (CSS Pseudo-Elements 4), and a popover that is shown (HTML, 4.16.3).
  /^CSS: Unknown pseudo-element or pseudo-class “(?:::details-content|:popover-open)”/,
  // A document's text is an article even where its title stands above it, in the page's head.
  /^Article lacks heading\./,
];

/** The checker cannot read conditions about selectors (CSS Conditional 4); what they hold it can. */
function asCheckerReads(file: SiteFile): string {
  const text = textOf(file);
  return file.path.endsWith('.css')
    ? text.replace(/@supports selector\([^()]*\)/g, '@supports (display: block)')
    : text;
}

interface Message {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly subType?: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

test('there is a Java machine for the Nu HTML checker', (context) => {
  if (!isMissing) return;
  if (process.env['CI'] === 'true') expect.fail('The Nu HTML checker has to run in continuous integration.');
  context.skip('There is no Java: the Nu HTML checker was left out.');
});

describe.skipIf(isMissing).each([
  { name: 'the samples', make: sampleSite },
  { name: 'the edition', make: editionSite },
])('the Nu HTML checker on $name', { timeout: 180_000 }, ({ make }) => {
  let folder: string;
  let paths: readonly string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'editio-nu-'));
    const site = await make();
    paths = [...pagesOf(site), ...site.map(({ path }) => path).filter((path) => path.endsWith('.css'))];
    const bad = {
      path: 'bad.html',
      content: '<!DOCTYPE html><html lang="en"><title>x</title><p><div>x</div></p></html>',
    };
    for (const file of [...site.filter(({ path }) => paths.includes(path)), bad]) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), asCheckerReads(file));
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function check(checked: readonly string[]): Promise<string[]> {
    const settings = ['-Xss8m', '-jar', CHECKER, '--format', 'json', '--also-check-css', '--exit-zero-always'];
    const { stderr } = await run('java', [...settings, ...checked.map((path) => join(folder, path))], {
      maxBuffer: 2 ** 26,
    });
    const { messages } = JSON.parse(stderr) as { messages: readonly Message[] };
    const start = pathToFileURL(folder).pathname;
    return messages
      .filter(
        ({ type, subType, message }) =>
          (type !== 'info' || subType === 'warning') && !MISTAKEN.some((words) => words.test(message)),
      )
      .map(
        ({ url, lastLine = 0, message, extract = '' }) =>
          `${url.slice(url.indexOf(start) + start.length + 1)}:${lastLine} ${message} ${extract.replace(/\s+/g, ' ').slice(0, 80)}`,
      );
  }

  test('it finds what is there to be found', async () => {
    expect(await check(['bad.html'])).toContainEqual(expect.stringMatching(/^bad\.html:.*No “p” element in scope/));
  });

  test('no error, no warning, style sheets included', async () => {
    expect(await check(paths)).toEqual([]);
  });
});
