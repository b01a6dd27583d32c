import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findSettings } from '../../src/edition/settings-file.js';
import { diskFileSystem } from '../../src/storage/file-system.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'editio-settings-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('is found by either ending, the usual one first; any other YAML file is none', () => {
  const find = (): string | undefined => findSettings(diskFileSystem, root);
  writeFileSync(join(root, 'my-edition.yaml'), '');
  expect(find()).toBeUndefined();
  writeFileSync(join(root, 'edition.yml'), '');
  expect(find()).toBe('edition.yml');
  writeFileSync(join(root, 'edition.yaml'), '');
  expect(find()).toBe('edition.yaml');
});
