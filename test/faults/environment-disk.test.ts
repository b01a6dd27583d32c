import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import { collateFiles } from '../../src/commands/collate.js';
import { convert } from '../../src/commands/convert.js';
import { initEdition } from '../../src/commands/init.js';
import { transform } from '../../src/commands/transform.js';
import { systemErrorCode, type FileSystem } from '../../src/storage/file-system.js';
import { faultyFileSystem, quickFileSystem } from '../storage/faulty-file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import {
  buryRun,
  copyEdition,
  differences,
  EDIT,
  filesIn,
  run,
  tornFiles,
  writeEdition,
  writeEditedEdition,
  type Command,
} from './small-edition.js';

/** An edition that an editor worked in, and what it is after a run that nothing disturbs. */
interface Prepared {
  readonly edited: string;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly exitCode: number;
}

async function prepare(command: Command): Promise<Prepared> {
  const folder = temporaryFolder();
  const edited = join(folder, 'edited');
  await writeEditedEdition(edited, command);
  const clean = copyEdition(edited, join(folder, 'edition'));
  const { exitCode } = await run(command, clean);
  return { edited, before: filesIn(edited), after: filesIn(clean), exitCode };
}

/** The exit code of a run on a disk that fails. What the command does not catch, the command line tells; it is 4 as well. */
async function exitCodeOn(fileSystem: FileSystem, command: Command, root: string): Promise<number> {
  try {
    return (await command(fileSystem, root, {})).exitCode;
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return 4;
  }
}

/** Fails at every `step`th operation from the first on, and looks each time at what is left and at the next run. */
async function failAtEach(command: Command, step: number, code: string, isLasting: boolean): Promise<number> {
  const { edited, before, after, exitCode } = await prepare(command);
  const root = join(edited, '../edition');
  for (let failAt = 1; ; failAt += step) {
    copyEdition(edited, root);
    const { fileSystem, operations } = faultyFileSystem(failAt, code, isLasting, isLasting ? 'changes' : 'all');
    const failed = await exitCodeOn(fileSystem, command, root);
    if (operations() < failAt) return failAt;
    const place = `operation ${failAt}`;
    const other = tornFiles(root, before, after);
    // What could not be read may leave a merge, or what neighbours say, for the next run, if that is told; each file
    // is whole all the same.
    const isTorn = (path: string): boolean =>
      /\.(?:html|xml)$/u.test(path) && !/>\s*$/u.test(filesIn(root).get(path) ?? '');
    const isTold = !isLasting && failed !== exitCode;
    expect([place, isTold ? other.filter(isTorn) : other]).toEqual([place, []]);
    expect([place, filesIn(root).get('tei/edited.xml')?.includes(EDIT)]).toEqual([place, true]);
    // A disk that goes on failing cannot have done the work in silence.
    if (isLasting && failed === exitCode) expect([place, tornFiles(root, after, after)]).toEqual([place, []]);
    buryRun(root);
    expect([place, (await run(command, root)).exitCode]).toEqual([place, exitCode]);
    expect([place, differences(root, after)]).toEqual([place, []]);
  }
}

describe('a disk that fails', () => {
  it('32, 34: convert: full at change 1, 2, 3 …: no torn file, no edit lost, and the next run does it all', async () => {
    expect(await failAtEach(convert, 1, 'ENOSPC', true)).toBeGreaterThan(40);
  });

  it('32: convert: an operation that fails once, looking or changing', async () => {
    expect(await failAtEach(convert, 29, 'EIO', false)).toBeGreaterThan(100);
  });

  it('32, 34: build: full at every so many changes', async () => {
    expect(await failAtEach(build, 101, 'ENOSPC', true)).toBeGreaterThan(200);
  });

  it('32: build: an operation that fails once, looking or changing', async () => {
    expect(await failAtEach(build, 900, 'EIO', false)).toBeGreaterThan(1000);
  });

  it('32, 34: init: full at every so many changes; the next run completes the edition', () => {
    const clean = join(temporaryFolder(), 'an-edition');
    initEdition(quickFileSystem, clean, { samples: true });
    const root = join(temporaryFolder(), 'an-edition');
    for (let failAt = 1; ; failAt += 6) {
      rmSync(root, { recursive: true, force: true });
      const { fileSystem, operations } = faultyFileSystem(failAt, 'ENOSPC', true, 'changes');
      const { exitCode } = initEdition(fileSystem, root, { samples: true });
      if (operations() < failAt) break;
      expect([failAt, exitCode]).toEqual([failAt, 4]);
      expect([failAt, initEdition(quickFileSystem, root, { samples: true }).diagnostics]).toEqual([failAt, []]);
      expect([failAt, differences(root, filesIn(clean))]).toEqual([failAt, []]);
    }
  });

  it('34: what killed runs left is swept from the folders of transform, collate and reports', async () => {
    const folder = temporaryFolder();
    const left = join(folder, '.editio-99999999-0.tmp');
    const texts = ['a', 'b'].map((name) => join(folder, `${name}.txt`));
    for (const text of texts) writeFileSync(text, 'Some words of a work.\n');
    const out = join(folder, 'x.xml');
    writeFileSync(left, 'half');
    expect(collateFiles(quickFileSystem, texts, { reading: 'edited', out }).exitCode).toBe(0);
    expect(existsSync(left)).toBe(false);
    writeFileSync(left, 'half');
    await transform(quickFileSystem, [out], { format: 'html', out: folder, parameters: {} });
    expect(readdirSync(folder)).toEqual(['a.txt', 'b.txt', 'x.html', 'x.xml']);
  });

  it('32: a disk that takes a few bytes at a time is served, one that takes none is told', async () => {
    const { edited, after } = await prepare(convert);
    const root = copyEdition(edited, join(edited, '../edition'));
    await convert({ ...quickFileSystem, write: fewBytes(1000) }, root, {});
    expect(differences(root, after)).toEqual([]);
    for (const taken of [0, -1]) {
      copyEdition(edited, root);
      const { exitCode, diagnostics } = await convert({ ...quickFileSystem, write: () => taken }, root, {});
      expect([exitCode, diagnostics.map(({ code }) => code)]).toEqual([4, ['storage/write-failed']]);
      expect(diagnostics[0]?.message).toContain('no space is left on the disk (ENOSPC)');
    }
  });

  it('32: a disk that really is full: the path is told, what stood there stays, nothing temporary is left', async ({
    skip,
  }) => {
    const folder = temporaryFolder();
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    skip(mounted.status !== 0, 'no disk can be mounted here');
    try {
      const root = join(disk, 'edition');
      writeEdition(root);
      const before = filesIn(root);
      expect(() => {
        writeFileSync(join(disk, 'ballast'), Buffer.alloc(5_000_000));
      }).toThrow('ENOSPC');
      const { exitCode, diagnostics } = await run(convert, root);
      const finding = diagnostics.find(({ code }) => code === 'storage/write-failed');
      expect([exitCode, finding?.message.includes('(ENOSPC)'), finding?.file === undefined]).toEqual([4, true, false]);
      const left = [...filesIn(root)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
      expect(left.filter((path) => !path.startsWith('.editio/base/') && path !== '.editio/ledger.json')).toEqual([]);
      rmSync(join(disk, 'ballast'));
      expect((await run(convert, root)).exitCode).toBe(0);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

/** Writes so many bytes at most, as a disk may. */
function fewBytes(most: number): FileSystem['write'] {
  return (handle, bytes, offset) => quickFileSystem.write(handle, bytes.subarray(0, offset + most), offset);
}
