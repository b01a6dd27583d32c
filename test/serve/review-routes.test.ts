import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEditionDesk } from '../../src/commands/edition-desk.js';
import type { ReviewSheet } from '../../src/review/desk.js';
import { startPreview, type PreviewServer } from '../../src/serve/preview-server.js';
import { diskFileSystem } from '../../src/storage/file-system.js';

let folder: string;
let server: PreviewServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editio-answers-'));
  mkdirSync(join(folder, 'seeds'));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/index.html'), '<html><head></head><body></body></html>');
  writeFileSync(
    join(folder, 'seeds/a.txt'),
    'A Visit\n\nMr. Otto Berg came in the morning and spoke of the harbour. He left the town two days later.\n',
  );
  server = await startPreview(() => join(folder, 'site'), 0, openEditionDesk(diskFileSystem, folder, {}));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function ask(path: string, method = 'GET', headers: Record<string, string> = {}, body = ''): Promise<Reply> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const token = async (): Promise<string> =>
  /editio-token" content="([^"]+)"/u.exec((await ask('/-/review')).body)?.[1] ?? '';
const sheet = async (): Promise<ReviewSheet> => JSON.parse((await ask('/-/questions')).body) as ReviewSheet;

async function own(): Promise<Record<string, string>> {
  const { host, origin } = new URL(server.address);
  return {
    host,
    origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'x-editio-token': await token(),
  };
}

async function send(body: unknown, path = '/-/answers', headers: Record<string, string> = {}): Promise<Reply> {
  return ask(path, 'POST', { ...(await own()), ...headers }, typeof body === 'string' ? body : JSON.stringify(body));
}

async function dateAnswer(): Promise<{ question: string; answer: { date: string } }> {
  const { questions } = await sheet();
  const question = questions.find(({ kind }) => kind === 'date-without-value')?.id ?? '';
  expect(question).not.toBe('');
  return { question, answer: { date: '1956-10-30' } };
}

const SIDECAR = 'seeds/a.yaml';
const sidecar = (): string => readFileSync(join(folder, SIDECAR), 'utf8');

describe('nothing is written', () => {
  it.each<[string, Record<string, string>, number]>([
    ['by the page of another site', { origin: 'https://evil.example' }, 403],
    ['by a page that is none', { origin: 'null' }, 403],
    ['by another server of this computer', { origin: 'http://127.0.0.1:1' }, 403],
    ['across sites', { 'sec-fetch-site': 'cross-site' }, 403],
    ['by a page of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['by an address that somebody typed', { 'sec-fetch-site': 'none' }, 403],
    ['with the secret of another session', { 'x-editio-token': 'x' }, 403],
    ['by a form', { 'content-type': 'text/plain' }, 415],
    ['by a form with another name', { 'content-type': 'application/json+x' }, 415],
    ['through a name of another host', { host: 'evil.example' }, 403],
  ])('%s', async (_, headers, status) => {
    expect((await send(await dateAnswer(), '/-/answers', headers)).status).toBe(status);
    expect(existsSync(join(folder, SIDECAR))).toBe(false);
  });

  it('without origin or secret', async () => {
    const body = JSON.stringify(await dateAnswer());
    for (const name of ['origin', 'sec-fetch-site', 'x-editio-token', 'content-type']) {
      const headers = Object.fromEntries(Object.entries(await own()).filter(([key]) => key !== name));
      expect((await ask('/-/answers', 'POST', headers, body)).status, name).toBeGreaterThanOrEqual(400);
    }
    expect(existsSync(join(folder, SIDECAR))).toBe(false);
  });

  it('by reading, by other methods, by what is too long or no JSON', async () => {
    expect(await ask('/-/answers')).toMatchObject({ status: 405, headers: { allow: 'POST' } });
    expect((await ask('/-/answers', 'PUT', await own(), '{}')).status).toBe(405);
    expect((await ask('/-/review', 'POST', await own(), '{}')).status).toBe(405);
    expect((await send('{"question": ')).status).toBe(400);
    const long = JSON.stringify({ note: 'x'.repeat(70_000) });
    expect((await send(long, '/-/answers', { 'content-length': String(long.length) })).status).toBe(413);
    expect((await send(long, '/-/answers', { 'transfer-encoding': 'chunked' })).status).toBe(413);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['another question', { question: 'x', answer: { date: '1956' } }],
    ['no answer', { answer: {} }],
    ['a proposal that is not there', { answer: { proposal: 7 } }],
    ['an entry for a date', { answer: { entry: { id: 'x', name: 'x' } } }],
    ['a path', { answer: { date: '1956' }, file: '../x.yaml' }],
    ['a place that is not there', { answer: { date: '1956' }, places: [4] }],
    ['a day that no calendar has', { answer: { date: '1956-02-30' } }],
    ['lines of YAML', { answer: { date: '1956\n    every: true' } }],
    ['an id with a line end', { answer: { date: '1956' }, by: 'a\nb' }],
  ])('for %s', async (_, body) => {
    const { question } = await dateAnswer();
    const { status, body: answer } = await send(Array.isArray(body) ? body : { question, ...(body as object) });
    expect(status).toBe(422);
    expect(JSON.parse(answer)).toMatchObject({ kind: 'refused' });
    expect(existsSync(join(folder, SIDECAR))).toBe(false);
  });
});

it('the page lets nothing in and is shown in no other', async () => {
  const { status, headers, body } = await ask('/-/review');
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(body).not.toContain('{token}');
  for (const file of ['review.js', 'review.css', 'answer-forms.js', 'preview.css', 'site.css']) {
    expect((await ask(`/-/${file}`)).status, file).toBe(200);
  }
});

it('an answer is written where it belongs, and just it is taken back', async () => {
  const before = '# by Ada\ntitle: "A Visit"   # printed\n\ndecisions: # none yet\n';
  writeFileSync(join(folder, SIDECAR), before);
  const body = await dateAnswer();
  const written = await send({ ...body, by: 'ada', cert: 'low', note: 'A guess: why not?' });
  expect(JSON.parse(written.body)).toMatchObject({
    kind: 'written',
    answer: { written: [{ file: SIDECAR, from: 5, to: 9 }], addresses: ['documents/a.html#a-p1'] },
  });
  expect(sidecar()).toBe(
    `${before}  - quote: "two days later"\n    date: 1956-10-30\n    by: ada\n    cert: low\n    note: "A guess: why not?"\n`,
  );
  const { questions, answered } = await sheet();
  expect(questions.map(({ kind }) => kind)).toEqual(['unidentified-name']);
  expect((await send(body)).status).toBe(422);
  expect((await send({ id: answered[0]?.id }, '/-/answers/taken-back')).status).toBe(200);
  expect(sidecar()).toBe(before);
  expect((await send({ id: answered[0]?.id }, '/-/answers/taken-back')).status).toBe(422);
});
