import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { placeDecisions } from '../../src/edition/placed-decision.js';
import { sourceFileOf } from '../../src/source/source-file.js';
import { openEditionFolder, sidecarOf, type EditionFolder } from '../../src/edition/edition-folder.js';
import { joinRegisters, readRegisterFile } from '../../src/edition/register-file.js';
import type { Register } from '../../src/edition/register.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { documentId } from '../../src/tei/identifiers.js';

const root = join(import.meta.dirname, '../..');

interface Opened {
  readonly folder: EditionFolder;
  readonly register: Register;
  readonly findings: Diagnostic[];
}

function open(): Opened {
  const findings: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => void findings.push(finding);
  const folder = openEditionFolder(diskFileSystem, root, documentId, report);
  if (folder === undefined) throw new Error('no edition');
  const { persons, places, organisations } = folder.registerFiles;
  const files = [persons, places, organisations].filter((file) => file !== undefined);
  const read = files.map((file) => ({
    file,
    register: readRegisterFile(file, readFileSync(join(root, file), 'utf8'), report),
  }));
  return { folder, register: joinRegisters(read, report), findings };
}

test('the edition of this repository opens without a finding, its registers with it', () => {
  const { folder, register, findings } = open();
  expect(findings).toEqual([]);
  expect(folder.seeds.map(({ id }) => id)).toEqual([
    'declaration-1956-10-30-excerpt',
    'declaration-1956-10-30',
    'letter-1958-04-17',
    'stenographic-record-1956-11-04',
    'working-notes-1956-10-30',
  ]);
  expect(register.persons.find(({ id }) => id === 'kadar-janos')?.names[0]).toMatchObject({
    text: 'János Kádár',
    forename: 'János',
    surname: 'Kádár',
  });
  expect(register.places.find(({ id }) => id === 'romania')?.names.map(({ text }) => text)).toContain('Rumania');
  expect(register.organisations.find(({ id }) => id === 'hwp')?.names[0]?.text).toBe("Hungarian Workers' Party");
});

test('every form of a name in the registers belongs to one entry', () => {
  const { register } = open();
  for (const entries of [register.persons, register.places, register.organisations]) {
    const owners = new Map<string, string>();
    for (const { id, names } of entries) {
      for (const { text } of names) {
        expect([text, owners.get(text) ?? id]).toEqual([text, id]);
        owners.set(text, id);
      }
    }
  }
});

test('every decision of the sidecars speaks of one place, or of all that read so, and every id is in a register', () => {
  const { folder, register, findings } = open();
  const report = (finding: Diagnostic): void => void findings.push(finding);
  let decisions = 0;
  for (const seed of folder.seeds) {
    const sidecar = sidecarOf(diskFileSystem, folder, seed, report, register);
    const text = readFileSync(seed.path, 'utf8');
    const said = sidecar?.decisions ?? [];
    const placed = placeDecisions(said, sourceFileOf(seed.file, text), folder.edition.editors, report);
    expect(placed).toHaveLength(said.length);
    expect(placed.filter(({ places, every }) => (every ? places.length < 2 : places.length !== 1))).toEqual([]);
    decisions += said.length;
  }
  expect(findings).toEqual([]);
  // Not vacuous: there are decisions to check.
  expect(decisions).toBeGreaterThan(0);
});
