import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertFiles, convertIn, type Conversion } from './edition-of-files.js';
import { replaceIn } from './small-edition.js';

const files = {
  'edition.yaml': 'title: Letters\neditors:\n  - name: Jane Editor\n',
  'seeds/a.txt': 'A title\n\nThe first paragraph is here.\n\nThe second paragraph is there.\n',
};

/** An edition that was converted once, and the path of its TEI. */
async function converted(): Promise<{ root: string; tei: string }> {
  const { root } = await convertFiles(files);
  return { root, tei: join(root, 'tei/a.xml') };
}

function codes({ outcome }: Conversion): string[] {
  return outcome.diagnostics.map(({ code }) => code).filter((code) => code.startsWith('storage/'));
}

/** The faults of hand edits; the titles count as the fault matrix of the project counts. */
describe('a TEI file that an editor changed, converted again', () => {
  it('38: in its header, keeps the change beside a change of the text', async () => {
    const { root, tei } = await converted();
    replaceIn(tei, '</titleStmt>', '<funder>The Society</funder></titleStmt>');
    replaceIn(join(root, 'seeds/a.txt'), 'is there', 'was there');
    const again = await convertIn(root);
    expect(again.outcome.exitCode).toBe(0);
    const xml = readFileSync(tei, 'utf8');
    expect(xml).toContain('<funder>The Society</funder>');
    expect(xml).toContain('was there');
  });

  it('38: in its text, keeps the change; where the text changed at the same place too, both versions stand', async () => {
    const { root, tei } = await converted();
    replaceIn(tei, 'first paragraph', 'first <hi rend="italic">paragraph</hi>');
    expect((await convertIn(root)).outcome.exitCode).toBe(0);
    expect(readFileSync(tei, 'utf8')).toContain('<hi rend="italic">paragraph</hi>');

    replaceIn(tei, 'is there', 'stood there');
    replaceIn(join(root, 'seeds/a.txt'), 'is there', 'lies there');
    const mine = readFileSync(tei, 'utf8');
    const conflict = await convertIn(root);
    expect(conflict.outcome.exitCode).toBe(3);
    // Each place is told, and once what to do.
    expect(conflict.outcome.diagnostics.map(({ help = '' }) => help).join('\n')).toContain('--settle mine');
    expect(readFileSync(tei, 'utf8')).toBe(mine);
    expect(readFileSync(join(root, 'tei/a.new.xml'), 'utf8')).toContain('lies there');
  });

  it('38: that was deleted, is made anew, and that is told', async () => {
    const { root, tei } = await converted();
    rmSync(tei);
    const again = await convertIn(root);
    expect(existsSync(tei)).toBe(true);
    expect(codes(again)).toEqual(['storage/written-anew']);
  });

  it('38: that was renamed, stands as it is, and the text has its own again', async () => {
    const { root, tei } = await converted();
    replaceIn(tei, 'first paragraph', 'first <hi rend="italic">paragraph</hi>');
    const mine = readFileSync(tei, 'utf8');
    renameSync(tei, join(root, 'tei/b.xml'));
    const again = await convertIn(root);
    expect(readFileSync(join(root, 'tei/b.xml'), 'utf8')).toBe(mine);
    expect(codes(again)).not.toEqual([]);
  });

  it('38: that nobody changed, is not touched, not even its time', async () => {
    const { root, tei } = await converted();
    utimesSync(tei, 1000, 1000);
    await convertIn(root);
    expect(statSync(tei).mtimeMs).toBe(1_000_000);
  });
});
