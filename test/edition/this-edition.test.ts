import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { decidedPlaces } from '../../src/edition/decision.js';
import { openEditionFolder, sidecarOf } from '../../src/edition/edition-folder.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { documentId } from '../../src/tei/identifiers.js';

const root = join(import.meta.dirname, '../..');

test('the edition of this repository opens without a finding', () => {
  const findings: Diagnostic[] = [];
  const folder = openEditionFolder(diskFileSystem, root, documentId, (finding) => findings.push(finding));
  expect(findings).toEqual([]);
  expect(folder?.seeds.map(({ id }) => id)).toEqual([
    'declaration-1956-10-30-excerpt',
    'declaration-1956-10-30',
    'letter-1958-04-17',
    'stenographic-record-1956-11-04',
    'working-notes-1956-10-30',
  ]);
  expect(folder?.registerFiles).toEqual({
    persons: 'tei/register/persons.xml',
    places: 'tei/register/places.xml',
    organisations: 'tei/register/organisations.xml',
  });
});

test('every decision of its sidecars speaks of one place, and every id is in a register', () => {
  const findings: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => void findings.push(finding);
  const folder = openEditionFolder(diskFileSystem, root, documentId, report);
  if (folder === undefined) throw new Error('no edition');
  const ids = new Set<string>();
  for (const file of Object.values(folder.registerFiles) as string[]) {
    for (const [, id = ''] of readFileSync(join(root, file), 'utf8').matchAll(/ xml:id="([^"]*)"/g)) ids.add(id);
  }
  let decisions = 0;
  for (const seed of folder.seeds) {
    const sidecar = sidecarOf(diskFileSystem, folder, seed, report);
    const text = readFileSync(seed.path, 'utf8');
    for (const decision of sidecar?.decisions ?? []) {
      decisions += 1;
      expect(decidedPlaces(decision, text, report)).toHaveLength(1);
      if (decision.verdict.kind === 'person') expect(ids).toContain(decision.verdict.id);
    }
    for (const role of ['author', 'sender', 'addressee', 'translator', 'compiler'] as const) {
      for (const { id = '' } of sidecar?.[role] ?? []) expect(ids).toContain(id);
    }
    if (sidecar?.place !== undefined) expect(ids).toContain(sidecar.place);
  }
  expect(findings).toEqual([]);
  expect(decisions).toBe(20);
});
