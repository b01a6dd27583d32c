import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import { quickFileSystem } from '../storage/faulty-file-system.js';
import { editionOf } from './edition-of-files.js';

const hostile = '<script>alert()</script> &lt; {{x}} {{{y}}} ${z} <img src=x onerror=alert()>';
const asText = hostile.replace(/[&<>]/gu, (each) => ({ '&': '&amp;', '<': '&lt;' })[each] ?? '&gt;');

/** What a published edition makes of faulty texts; the titles count as the project's fault matrix counts. */
it('14, 21, 24 and 28: the site of such texts has them as text, at safe addresses', async () => {
  const root = editionOf({
    'seeds/hostile.txt': `# Of ${hostile}(1)\n\nThe text ${hostile} ends.\n\n## The second(2)\n\nMore of it.\n\nNotes\n\n1 First ${hostile}.\n\n2 Second.\n`,
    'seeds/turned.txt': '# The \u202etitle\n\nA text \u202eof some length.\n\nAnother.\n',
    'seeds/CON.txt': 'A text of some length.\n',
    'seeds/index.txt': 'A text of some length.\n',
    'seeds/50% of #1: what?.txt': 'A text of some length.\n',
    [`seeds/${'é'.repeat(100)}.txt`]: 'A text of some length.\n',
  });
  const outcome = await build(quickFileSystem, root, {});
  const errors = outcome.diagnostics.filter(({ severity }) => severity === 'error');
  expect([outcome.exitCode, errors]).toEqual([0, []]);

  const site = join(root, 'dist/edition');
  const pages = readdirSync(join(site, 'documents')).filter((name) => name.endsWith('.html'));
  expect(pages.sort()).toEqual(
    [
      'd-50-of-1-what.html',
      'd-CON.html',
      'hostile.html',
      'index.html',
      'turned.html',
      `${'é'.repeat(100)}.html`,
    ].sort(),
  );

  const page = readFileSync(join(site, 'documents/hostile.html'), 'utf8');
  const main = /<main[\s\S]*<\/main>/u.exec(page)?.[0] ?? '';
  expect(main).toContain(`The text ${asText} ends.`);
  expect(main).toContain(`First ${asText}.`);
  // The note's sign stands in the heading, and neither sign nor note in what is made of the heading.
  expect(main).toMatch(/<h1[^>]*>Of &lt;script&gt;[^<]*onerror(?:=|&#x3D;)alert\(\)&gt;<\/h1>/u);
  expect(main).toMatch(/<h2[^>]*>Of &lt;script&gt;.*?<sup[^>]*><a[^>]*>1<\/a><\/sup><\/h2>/u);
  expect(main).not.toMatch(/<script(?![^>]* src=)|<img src=x/u);
  expect(readFileSync(join(site, 'text/hostile.txt'), 'utf8').replace(/\s+/gu, ' ')).toContain(
    `The text ${hostile} ends.`,
  );

  // The direction of writing that one paragraph begins ends with it; a title's ends with the title.
  const turned = readFileSync(join(site, 'documents/turned.html'), 'utf8');
  expect(turned).toMatch(/<p [^>]*>.*A text \u202eof some length\.<\/p>/u);
  const styles = readdirSync(join(site, 'assets'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(site, 'assets', name), 'utf8'))
    .join('\n');
  expect(styles).toMatch(/unicode-bidi:\s*isolate/u);
  expect(styles).toMatch(/unicode-bidi:\s*plaintext/u);
});
