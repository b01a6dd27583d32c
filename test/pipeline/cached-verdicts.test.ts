import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cachedVerdicts } from '../../src/pipeline/cached-verdicts.js';
import { openCache } from '../../src/storage/build-cache.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import type { Verdict } from '../../src/validate/verdict.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

const verdict: Verdict = { findings: [], checksIds: true };
const tei = (...models: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `${models.map((href) => `<?xml-model href="${href}"?>`).join('')}<TEI xmlns="http://www.tei-c.org/ns/1.0"/>`,
  );

/** An edition with schemas, and a folder of schemas beside it. */
function edition(): { readonly root: string; readonly put: (path: string, text: string) => void } {
  const outer = temporaryFolder();
  const root = join(outer, 'edition');
  for (const folder of ['edition/schema', 'edition/tei', 'others']) mkdirSync(join(outer, folder), { recursive: true });
  const put = (path: string, text: string): void => {
    writeFileSync(join(root, path), text);
  };
  put('schema/own.rng', '<grammar/>');
  put('../others/other.rng', '<grammar/>');
  return { root, put };
}

/** Whether the verdict that one run keeps is there for the next one, after a change. */
function isKnown(root: string, bytes: Uint8Array, change: () => void = () => undefined): boolean {
  const file = { path: join(root, 'tei/x.xml'), bytes };
  cachedVerdicts(diskFileSystem, root, openCache(diskFileSystem, root)).keep(file, verdict);
  change();
  return cachedVerdicts(diskFileSystem, root, openCache(diskFileSystem, root)).recall(file) !== undefined;
}

describe('the verdict on a file', () => {
  test('stands while the file and the schemas of the edition do', () => {
    const { root, put } = edition();
    expect(isKnown(root, tei('../schema/own.rng'))).toBe(true);
    expect(isKnown(root, tei())).toBe(true);
    const changeSchema = (): void => {
      put('schema/own.rng', '<grammar><start/></grammar>');
    };
    expect(isKnown(root, tei('../schema/own.rng'), changeSchema)).toBe(false);
  });

  test.each(['../../others/other.rng', '../schema/..%2F..%2Fothers/other.rng', 'https://example.org/own.rng'])(
    'is not kept where the file names a schema of others: %s',
    (href) => {
      expect(isKnown(edition().root, tei(href))).toBe(false);
    },
  );

  test('changes with what a link in the folder of schemas leads to', () => {
    const { root, put } = edition();
    symlinkSync(join(root, '../others/other.rng'), join(root, 'schema/link.rng'));
    expect(isKnown(root, tei('../schema/link.rng'))).toBe(true);
    const changeTarget = (): void => {
      put('../others/other.rng', '<grammar><start/></grammar>');
    };
    expect(isKnown(root, tei('../schema/link.rng'), changeTarget)).toBe(false);
  });

  test.each([
    ['include', '<grammar><include href="../../others/other.rng"/></grammar>', false],
    ['externalRef', "<rng:externalRef  href='..%2F../others/other.rng'/>", false],
    ['an inclusion in the folder', '<grammar><include href="own.rng"/></grammar>', true],
    ['another base', '<grammar xml:base="../../others/"><include href="own.rng"/></grammar>', false],
    ['an attribute of that name that is declared', '<attribute name="xml:base"/>', true],
  ])('is kept only where schemas take nothing in from outside: %s', (_name, schema, expected) => {
    const { root, put } = edition();
    put('schema/second.rng', schema);
    expect(isKnown(root, tei())).toBe(expected);
  });

  test('is not kept where the folder of schemas leads elsewhere', () => {
    const { root } = edition();
    symlinkSync(join(root, '../others'), join(root, 'schema/more'));
    expect(isKnown(root, tei())).toBe(false);
  });
});
