import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import { collateEdition } from '../../src/commands/collate-edition.js';
import { convert } from '../../src/commands/convert.js';
import { status } from '../../src/commands/status.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { takeLock } from '../../src/storage/lock.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { runTool, startTool } from './running-tool.js';
import { filesIn, run, writeEdition } from './small-edition.js';

function edition(): string {
  const root = join(temporaryFolder(), 'edition');
  writeEdition(root);
  return root;
}

describe('two runs at once', () => {
  it('33: the second ends with 4, names the holder, and writes nothing; reading commands go on', async () => {
    const root = edition();
    await run(convert, root);
    const lock = takeLock(diskFileSystem, root, () => undefined);
    const before = filesIn(root);
    for (const command of ['convert', 'build']) {
      const { status: exitCode, stderr } = runTool([command, '-C', root]);
      expect([command, exitCode]).toEqual([command, 4]);
      expect(stderr).toContain(`process ${process.pid} on `);
      expect(stderr).toContain('Wait for the other run to end.');
    }
    for (const command of [build, convert]) expect((await run(command, root)).exitCode).toBe(4);
    const collated = await collateEdition(diskFileSystem, root, { reading: 'edited' });
    expect([collated.exitCode, collated.diagnostics.map(({ code }) => code)]).toEqual([4, ['storage/locked']]);
    expect((await status(diskFileSystem, root, {})).exitCode).toBe(0);
    expect(filesIn(root)).toEqual(before);
    if (lock.kind === 'held') lock.lock.release();
    expect((await run(convert, root)).exitCode).toBe(0);
  });

  it('33: serve waits for the other run, and builds when that is done', async () => {
    const root = edition();
    const lock = takeLock(diskFileSystem, root, () => undefined);
    const child = startTool(['serve', '-C', root, '--port', '0']);
    let isRefused = false;
    const listen = (piece: Buffer): void => {
      const said = piece.toString();
      if (said.includes('storage/locked') && lock.kind === 'held') {
        isRefused = true;
        lock.lock.release();
      }
      if (/files in dist.edition/u.test(said)) child.kill('SIGTERM');
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect([isRefused, exitCode, existsSync(join(root, 'dist/edition/index.html'))]).toEqual([true, 143, true]);
  });

  it('33: the lock of a process that was killed is taken over with a note, and its claims go', async () => {
    const root = edition();
    // Killed just when its claim had become the lock.
    runTool(['convert', '-C', root], { shim: 'kill-at-change.js', variables: { FAULT_AT: '7' } });
    expect(existsSync(join(root, '.editio/lock'))).toBe(true);
    const { exitCode, diagnostics } = await run(convert, root);
    expect(exitCode).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toContain('storage/lock-taken-over');
    expect([...filesIn(root).keys()].filter((path) => path.includes('lock'))).toEqual([]);
  });

  it.each([
    ['of a later version, with a process that lives', { version: 2, pid: process.ppid }, 4],
    ['of a later version, with a process that is gone', { version: 2, pid: 99999999 }, 0],
    ['of a later version, in words that this one does not know', { version: 7, owner: 'x' }, 4],
    ['of another computer', { version: 1, pid: 99999999, host: 'elsewhere' }, 4],
    ['that is empty', '', 0],
    ['that is torn', '{"version":1,"pi', 0],
    ['of a wrong type', ['lock'], 0],
  ])('37: a lock %s', async (_, lock, exitCode) => {
    const root = edition();
    mkdirSync(join(root, '.editio'));
    const whole = typeof lock === 'string' || Array.isArray(lock) ? lock : { host: hostname(), ...lock };
    const content = typeof whole === 'string' ? whole : JSON.stringify(whole);
    writeFileSync(join(root, '.editio/lock'), content);
    const outcome = await run(convert, root);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.diagnostics.map(({ code }) => code)).toContain(
      exitCode === 4 ? 'storage/locked' : 'storage/lock-taken-over',
    );
    expect(existsSync(join(root, '.editio/lock')) ? readFileSync(join(root, '.editio/lock'), 'utf8') : '').toBe(
      exitCode === 4 ? content : '',
    );
  });
});
