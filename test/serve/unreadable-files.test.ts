import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startPreview, type PreviewServer } from '../../src/serve/preview-server.js';

// Whoever runs the tests may be allowed to read everything, and a build replaces files at moments of its own.
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  return {
    ...fs,
    readFileSync: (...[path, ...rest]: Parameters<typeof fs.readFileSync>) => {
      if (String(path).endsWith('locked.html')) throw Object.assign(new Error('locked'), { code: 'EACCES' });
      return fs.readFileSync(path, ...rest);
    },
    createReadStream: (path: string) => {
      if (path.endsWith('gone.txt')) fs.rmSync(path);
      return fs.createReadStream(path);
    },
  };
});

let folder: string;
let server: PreviewServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editio-unreadable-'));
  for (const name of ['locked.html', 'gone.txt', 'a.txt']) writeFileSync(join(folder, name), 'words');
  server = await startPreview(() => folder, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

it.each([
  ['that must not be read', 'locked.html', 500, 'permission denied'],
  ['that is taken away at that moment', 'gone.txt', 404, 'no such file'],
])('a file %s ends one request, not the preview', async (_, name, status, words) => {
  const refused = await fetch(`${server.address}${name}`);
  expect(refused.status).toBe(status);
  expect(await refused.text()).toContain(words);
  expect(await (await fetch(`${server.address}a.txt`)).text()).toBe('words');
});
