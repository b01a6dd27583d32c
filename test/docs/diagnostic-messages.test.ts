import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { deskTriggers } from './diagnostics/desk.js';
import { markupTriggers } from './diagnostics/markup.js';
import { schemaTriggers } from './diagnostics/schemas.js';
import { textTriggers } from './diagnostics/texts.js';

const path = 'docs/diagnostics.md';
const triggers = { ...textTriggers, ...markupTriggers, ...deskTriggers, ...schemaTriggers };
const said = new Map<string, string>();

/** The entry of a code in the document. */
function entryOf(markdown: string, code: string): string {
  return new RegExp(`^### \`${code}\` [\\s\\S]*?(?=^##|$(?![\\s\\S]))`, 'mu').exec(markdown)?.[0] ?? '';
}

/** The line that shows the message. */
const says = (message: string): string => `- Says: \`${message}\``;

/** A message without what is another on each computer: the folder, the process that holds a lock. */
function shown(message: string, folder: string): string {
  return message.replaceAll(folder, '…').replace(/\bprocess \d+ on \S+/u, 'process … on …');
}

/** The document with this message in the entry of this code. */
function withMessage(markdown: string, code: string, message: string): string {
  const entry = entryOf(markdown, code);
  const bare = entry.replace(/^- Says: .*\n/mu, '');
  return markdown.replace(entry, () => bare.replace(/^- Example:/mu, () => `${says(message)}\n- Example:`));
}

describe('docs/diagnostics.md shows what is said', () => {
  const markdown = readFileSync(path, 'utf8');
  // EDITIO_UPDATE_CASES=1 writes the messages as they are now; the diff is to be read.
  const update = process.env['EDITIO_UPDATE_CASES'] === '1';
  afterAll(() => {
    if (!update) return;
    const now = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      [...said].reduce((text, [code, message]) => withMessage(text, code, message), now),
    );
  });

  it('for most of the codes', () => {
    const codes = [...markdown.matchAll(/^### `([^`]+)`/gmu)].map(([, code]) => code ?? '');
    expect(Object.keys(triggers).filter((code) => !codes.includes(code))).toEqual([]);
    expect(Object.keys(triggers).length).toBeGreaterThan(0.6 * codes.length);
  });

  it('and would be found at fault, if it showed something else', () => {
    const entry = '### `a/b` (error)\n\nMeaning.\n\n- Example: x\n- Cure: y\n\n## next\n';
    const written = withMessage(entry, 'a/b', 'It is so.');
    expect(written).toBe(entry.replace('- Example', '- Says: `It is so.`\n- Example'));
    expect(withMessage(written, 'a/b', 'It is so.')).toBe(written);
    expect(entryOf(written, 'a/b')).not.toContain(says('It is otherwise.'));
  });

  it.each(Object.keys(triggers))('%s', async (code) => {
    const { folder, diagnostics } = (await triggers[code]?.()) ?? { folder: '', diagnostics: [] };
    const finding = diagnostics.find((each) => each.code === code);
    expect(diagnostics.map((each) => each.code)).toContain(code);
    const message = shown(finding?.message ?? '', folder);
    said.set(code, message);
    if (!update) expect(entryOf(markdown, code)).toContain(`${says(message)}\n`);
  });
});
