import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import { convert } from '../../src/commands/convert.js';
import { status } from '../../src/commands/status.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { runTool } from './running-tool.js';
import { copyEdition, differences, EDIT, filesIn, run, tornFiles, writeEditedEdition } from './small-edition.js';

/** Kills a real process at a change of the disk, and looks at what it leaves, at `status`, and at the next run. */
async function killAt(name: 'build' | 'convert', changes: readonly number[]): Promise<void> {
  const command = name === 'build' ? build : convert;
  const folder = temporaryFolder();
  const edited = join(folder, 'edited');
  await writeEditedEdition(edited, command);
  const clean = copyEdition(edited, join(folder, 'edition'));
  const { exitCode } = await run(command, clean);
  const [before, after] = [filesIn(edited), filesIn(clean)];
  for (const at of changes) {
    const root = copyEdition(edited, clean);
    const { signal } = runTool([name, '-C', root], { shim: 'kill-at-change.js', variables: { FAULT_AT: String(at) } });
    expect([at, signal]).toEqual([at, 'SIGKILL']);
    expect([at, tornFiles(root, before, after)]).toEqual([at, []]);
    expect([at, filesIn(root).get('tei/edited.xml')?.includes(EDIT)]).toEqual([at, true]);
    // What is said of the editor's file is true before and after it was merged.
    const { data } = await status(diskFileSystem, root, {});
    expect(JSON.stringify(data)).toMatch(/tei\/edited\.xml","state":"(?:source changed, )?edited by hand","errors":0/u);
    const next = await run(command, root);
    expect([at, next.exitCode]).toEqual([at, exitCode]);
    expect([at, differences(root, after)]).toEqual([at, []]);
  }
}

describe('a run that is killed', () => {
  it('34: convert: at its lock, its copies, its ledger, in the middle of a file, at the end', async () => {
    await killAt('convert', [2, 7, 17, 26, 34]);
  });

  it('34: build: among the pages', async () => {
    await killAt('build', [220]);
  });
});
