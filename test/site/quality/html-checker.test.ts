import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionSite, pagesOf, sampleSite } from './built-site.js';

const run = promisify(execFile);

/** The Nu HTML checker (https://validator.github.io/validator/), a Java program. */
const CHECKER = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

const isMissing = spawnSync('java', ['-version']).status !== 0;

/**
 * What the checker says in error of the pages' security policy. It asks it about scripts of data, which no browser runs
 * (HTML, 4.12.1), and about files on a disk, which have no host to come from. The browser's tests keep the policy.
 */
const MISTAKEN = /^(?:Inline script|Resource) violates Content Security Policy/;

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
    for (const { path, content } of [...site.filter((file) => paths.includes(file.path)), bad]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
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
      .filter(({ type, subType, message }) => (type !== 'info' || subType === 'warning') && !MISTAKEN.test(message))
      .map(
        ({ url, lastLine = 0, message, extract = '' }) =>
          `${url.slice(url.indexOf(start) + start.length + 1)}:${lastLine} ${message} ${extract.replace(/\s+/g, ' ').slice(0, 80)}`,
      );
  }

  test('it finds what is there to be found', async () => {
    expect(await check(['bad.html'])).toContainEqual(expect.stringContaining('bad.html:1 No “p” element in scope'));
  });

  test('no error, no warning, style sheets included', async () => {
    expect(await check(paths)).toEqual([]);
  });
});
