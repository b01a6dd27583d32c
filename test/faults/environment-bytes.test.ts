import { readdirSync, statSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildDate } from '../../src/cli/edition.js';
import { convert } from '../../src/commands/convert.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { runTool } from './running-tool.js';
import { filesIn, run, writeEdition } from './small-edition.js';

const EPOCH = '1000000000';

describe('same input, same bytes', () => {
  it('35, 39: whatever the clock, times, zone, language, mask, folder and its order; no connection is opened', () => {
    const here = join(temporaryFolder(), 'edition');
    writeEdition(here);
    const there = join(temporaryFolder(), 'Ékszer ö', 'other name');
    writeEdition(there);
    for (const name of readdirSync(join(there, 'seeds'))) utimesSync(join(there, 'seeds', name), 0, 0);

    const plain = runTool(['build', '-C', here], { variables: { SOURCE_DATE_EPOCH: EPOCH, TZ: 'UTC', LANG: 'C' } });
    expect([plain.status, plain.stderr]).toEqual([0, '']);
    const mask = process.umask(0o077);
    const hostile = runTool(['build'], {
      shim: 'hostile-system.js',
      cwd: there,
      variables: {
        SOURCE_DATE_EPOCH: EPOCH,
        TZ: 'Pacific/Kiritimati',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HTTP_PROXY: 'http://127.0.0.1:9',
        EDITIO_CACHE: join(dirname(there), 'cache'),
        HOME: homedir(),
      },
    });
    process.umask(mask);
    expect([hostile.status, hostile.stderr]).toEqual([0, '']);
    expect(statSync(join(there, 'tei/first.xml')).mode & 0o077).toBe(0);

    const [one, other] = [filesIn(here), filesIn(there)];
    expect([...other.keys()]).toEqual([...one.keys()]);
    expect([...one].filter(([path, text]) => other.get(path) !== text).map(([path]) => path)).toEqual([]);
    expect(one.get('tei/first.xml')).toContain('2001-09-09');
  });

  it('35: without SOURCE_DATE_EPOCH there is no date; one that is none is refused', async () => {
    const root = join(temporaryFolder(), 'edition');
    writeEdition(root);
    await run(convert, root);
    expect(filesIn(root).get('tei/first.xml')).not.toMatch(/<change[^>]* when=|20\d\d-/u);
    const before = filesIn(root);
    const { status, stderr } = runTool(['convert', '-C', root], { variables: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect([status, stderr]).toEqual([2, expect.stringContaining('SOURCE_DATE_EPOCH is a number of seconds')]);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    for (const wrong of ['-1', '1e9', '9999999999999', ' 5']) {
      vi.stubEnv('SOURCE_DATE_EPOCH', wrong);
      expect(() => buildDate()).toThrow('SOURCE_DATE_EPOCH is a number of seconds');
    }
    vi.stubEnv('SOURCE_DATE_EPOCH', '');
    expect(buildDate()).toEqual({});
    vi.stubEnv('SOURCE_DATE_EPOCH', '253402300799');
    expect(buildDate()).toEqual({ date: '9999-12-31' });
    expect(filesIn(root)).toEqual(before);
  });
});
