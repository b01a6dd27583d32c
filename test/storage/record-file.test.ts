import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFileSystem, type FileSystem } from '../../src/storage/file-system.js';
import { readLedger } from '../../src/storage/ledger.js';
import { readRecordFile } from '../../src/storage/record-file.js';
import { readSiteRecord } from '../../src/storage/site-record.js';
import { systemError } from './faulty-file-system.js';
import { temporaryFolder } from './temporary-folder.js';

const unreadable: FileSystem = {
  ...diskFileSystem,
  read: () => {
    throw systemError('EIO');
  },
};

function folderWith(content: string): string {
  const root = temporaryFolder();
  mkdirSync(join(root, '.editio'));
  for (const name of ['ledger', 'site']) writeFileSync(join(root, `.editio/${name}.json`), content);
  return root;
}

test.each([
  ['{"version":2,"files":{}}', { kind: 'read', content: { version: 2, files: {} } }],
  ['{"version":3}', { kind: 'later', version: 3 }],
  ['{"vers', { kind: 'read', content: undefined }],
])('a record that reads %s', (content, expected) => {
  expect(readRecordFile(diskFileSystem, folderWith(content), '.editio/ledger.json', 2)).toEqual(expected);
});

test('a record that is not there is none', () => {
  expect(readRecordFile(diskFileSystem, temporaryFolder(), '.editio/ledger.json', 2)).toEqual({ kind: 'none' });
});

test('one that cannot be read is never taken for lost, and it is said what to do', () => {
  const root = folderWith('{"version":2}');
  const outcomes = [readLedger(unreadable, root, () => undefined), readSiteRecord(unreadable, root, 'dist')];
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ kind: 'refused', finding: { code: 'storage/read-failed' } });
    expect(outcome.kind === 'refused' && outcome.finding.help).toContain('may read it');
  }
});
