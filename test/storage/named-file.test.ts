import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { writeNamedFile } from '../../src/storage/named-file.js';

const folder = mkdtempSync(join(tmpdir(), 'editio-named-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('writeNamedFile', () => {
  it.each([['a.txt'], ['new/deep/a.txt'], [`../${folder.split('/').at(-1) ?? ''}/b.txt`]])('writes %s', (name) => {
    const path = join(folder, name);
    expect(writeNamedFile(diskFileSystem, path, 'é').kind).toBe('written');
    expect(readFileSync(path, 'utf8')).toBe('é');
    expect(writeNamedFile(diskFileSystem, relative('.', path), 'é').kind).toBe('unchanged');
  });

  it('says why it cannot', () => {
    writeFileSync(join(folder, 'file'), 'x');
    const path = join(folder, 'file/a.txt');
    const outcome = writeNamedFile(diskFileSystem, path, 'x');
    expect(outcome).toMatchObject({ kind: 'failed', finding: { code: 'storage/write-failed', file: path } });
  });
});
