import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPreview, type PreviewServer } from '../../src/serve/preview-server.js';

let folder: string;
let server: PreviewServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editio-serve-'));
  mkdirSync(join(folder, 'site/documents'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not to be seen');
  writeFileSync(join(folder, 'site/index.html'), '<!DOCTYPE html><html><head></head><body>Front</body></html>');
  writeFileSync(join(folder, 'site/documents/a b.html'), '<html><head></head><body>A</body></html>');
  writeFileSync(join(folder, 'site/404.html'), '<html><head></head><body>Missing</body></html>');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
  server = await startPreview(() => join(folder, 'site'), 0);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Asks with the path as it is: `fetch` would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('serves the site, with a script that loads a page anew', async () => {
  const front = await ask('/');
  expect(front).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  expect(front.body).toContain(
    '<link rel="stylesheet" href="/-/preview.css"><script src="/-/reload.js" defer></script></head><body>Front',
  );
  expect((await ask('/documents/a%20b.html')).body).toContain('A</body>');
  expect((await ask('/-/reload.js')).body).toContain('EventSource');
  expect(await ask('/nothing.html')).toMatchObject({ status: 404 });
  expect((await ask('/nothing.html')).body).toContain('Missing');
});

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/documents/..%2f..%2fsecret.txt',
  '/link.txt',
  '//etc/passwd',
  '/%00',
  '/%ff',
  '/documents',
])('serves nothing outside the site: %s', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).not.toContain('not to be seen');
});

it('refuses other hosts, pages of others, and everything but reading', async () => {
  const { host } = new URL(server.address);
  expect(await ask('/', { host: 'evil.example' })).toMatchObject({ status: 403 });
  expect(await ask('/', { host, origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  expect(await ask('/', { host, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
  expect(await ask('/', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toMatchObject({
    status: 200,
  });
  expect(await ask('/', { host }, 'POST')).toMatchObject({ status: 405 });
});

it('tells open pages what happened, and one that opens later what is still wrong', async () => {
  const first = await fetch(`${server.address}-/events`);
  const reader = first.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<string> => (await reader?.read())?.value ?? '';
  expect(await next()).toBe(': open\n\n');
  server.tell({ kind: 'findings', text: 'seeds/a.txt: wrong\n  help' });
  expect(await next()).toBe('event: findings\ndata: seeds/a.txt: wrong\ndata:   help\n\n');
  const later = await fetch(`${server.address}-/events`);
  const second = later.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await second?.read())?.value).toContain('seeds/a.txt: wrong');
  server.tell({ kind: 'built' });
  expect(await next()).toBe('event: built\ndata: now\n\n');
  await reader?.cancel();
  await second?.cancel();
});

it('does not take a port that another has', async () => {
  const port = Number(new URL(server.address).port);
  await expect(startPreview(() => folder, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
