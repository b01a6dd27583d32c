import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRelease, type FoundRelease, type ReleaseRequest } from '../../../src/schema/index.js';
import { diskFileSystem } from '../../../src/storage/file-system.js';
import { temporaryFolder } from '../../storage/temporary-folder.js';
import { smallTei } from './small-tei.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the specifications of the TEI', () => {
  let folder: string;
  let server: Server;
  let asked: string[];
  /** What the server answers: a text, or a status. */
  let answer: string | number;

  beforeEach(async () => {
    folder = temporaryFolder();
    asked = [];
    answer = smallTei;
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(typeof answer === 'number' ? answer : 200).end(typeof answer === 'number' ? '' : answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const site = (): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const cache = (): string => join(folder, 'cache');
  const kept = (version = '1.0.0'): string => join(cache(), 'editio', 'tei', version, 'p5subset.xml');

  function find(request: Partial<ReleaseRequest> = {}, variables: Record<string, string> = {}): Promise<FoundRelease> {
    return findRelease(diskFileSystem, {
      version: '1.0.0',
      site: request.site ?? site(),
      variables: { XDG_CACHE_HOME: cache(), ...variables },
      ...request,
    });
  }

  const outcome = (found: FoundRelease): string =>
    found.file === undefined
      ? `${found.finding.code}: ${found.finding.message}`
      : found.file.text === smallTei
        ? 'found'
        : 'other';

  it('are fetched once, kept with their checksum, and read from there afterwards', async () => {
    const first = await find();
    expect(outcome(first)).toBe('found');
    expect(first.file === undefined ? [] : first.remarks).toMatchObject([{ code: 'schema/tei-recorded' }]);
    expect(asked).toEqual(['/Vault/P5/1.0.0/xml/tei/odd/p5subset.xml']);
    expect(readFileSync(`${kept()}.sha256`, 'utf8')).toBe(`${sha256(smallTei)}  p5subset.xml\n`);
    const second = await find();
    expect(outcome(second)).toBe('found');
    expect(second.file === undefined ? [] : second.remarks).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('are refused where the copy has changed since it was kept', async () => {
    await find();
    writeFileSync(kept(), smallTei.replace('teiHeader', 'teiheader'));
    expect(outcome(await find())).toContain('schema/tei-changed');
  });

  it('have the checksum that is asked for, or are not kept', async () => {
    const wrong = await find({ checksum: '0'.repeat(64) });
    expect(outcome(wrong)).toContain('schema/tei-changed');
    expect(existsSync(kept())).toBe(false);
    const right = await find({ checksum: sha256(smallTei).toUpperCase() });
    expect(outcome(right)).toBe('found');
    expect(right.file === undefined ? [] : right.remarks).toEqual([]);
  });

  it('have the checksum that is known, where there is one', async () => {
    expect(outcome(await find({ version: '4.9.0a' }))).toContain('schema/tei-changed');
    expect(existsSync(kept('4.9.0a'))).toBe(false);
  });

  it.each([
    ['an answer that is none', 404, 'the server answers 404'],
    ['a page of a proxy', '<html><body>Log in</body></html>', 'the answer is no specification of the TEI'],
    ['half a file', smallTei.slice(0, 3000), 'the answer is no specification of the TEI'],
  ])('%s is told, and nothing is kept', async (_, given, reason) => {
    answer = given;
    const found = await find();
    expect(outcome(found)).toBe(
      `schema/tei-missing: The specifications of TEI 1.0.0 are not on this computer and cannot be fetched: ${reason}.`,
    );
    expect(found.file === undefined ? found.finding.help : '').toContain('--p5subset');
    expect(existsSync(kept())).toBe(false);
  });

  it('without a connection, say what to do', async () => {
    const gone = site();
    await new Promise((resolve) => server.close(resolve));
    const found = await find({ site: gone });
    expect(outcome(found)).toMatch(/^schema\/tei-missing: .* cannot be fetched: .*ECONNREFUSED/);
  });

  it('are read from a file that the user names, and from nowhere else', async () => {
    const own = join(folder, 'own.xml');
    expect(outcome(await find({ file: own }))).toContain('schema/tei-missing: The TEI’s specifications cannot be read');
    writeFileSync(own, smallTei);
    expect(outcome(await find({ file: own }))).toBe('found');
    expect(outcome(await find({ file: own, checksum: '1'.repeat(64) }))).toContain('schema/tei-changed');
    expect(asked).toEqual([]);
  });

  it('are read from the folder of EDITIO_TEI, where it has them', async () => {
    const tei = join(folder, 'tei');
    mkdirSync(tei);
    expect(outcome(await find({}, { EDITIO_TEI: tei }))).toBe('found');
    expect(asked).toHaveLength(1);
    writeFileSync(join(tei, 'p5subset.xml'), '<TEI/>');
    expect(outcome(await find({}, { EDITIO_TEI: tei }))).toBe('other');
  });

  it('serve the run even where they cannot be kept', async () => {
    writeFileSync(cache(), 'a file where the folder should be');
    const found = await find();
    expect(outcome(found)).toBe('found');
    expect(found.file === undefined ? [] : found.remarks).toMatchObject([
      { code: 'schema/tei-not-kept', severity: 'warning' },
    ]);
  });
});
