import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileName, runXmllint } from '../../src/validate/relax-ng/xmllint.js';

const root = join(import.meta.dirname, '../..');

/** Indexes of the documents that the edition's grammar refuses, each with the first complaint; one call for all. */
export async function refusedByGrammar(documents: readonly string[]): Promise<Map<number, string>> {
  const outcome = await runXmllint({
    schema: readFileSync(join(root, 'schema/editio.rng')),
    files: documents.map((xml) => new TextEncoder().encode(xml)),
    timeLimit: 120_000,
  });
  if (outcome.kind !== 'done')
    throw new Error(`xmllint gave no verdict: ${outcome.kind === 'failed' ? outcome.output : outcome.kind}`);
  const lines = outcome.output.split('\n');
  const valid = new Set(lines.filter((line) => line.endsWith(' validates')));
  const complaints = new Map<string, string>();
  for (const line of lines) {
    const file = /^(\d+\.xml):\d+: /u.exec(line)?.[1];
    if (file !== undefined && !complaints.has(file)) complaints.set(file, line);
  }
  const refused = new Map<number, string>();
  documents.forEach((_xml, i) => {
    if (!valid.has(`${fileName(i)} validates`)) refused.set(i, complaints.get(fileName(i)) ?? 'no verdict');
  });
  return refused;
}

export const teiAll = join(process.env['EDITIO_TEI'] ?? join(root, '../shared/tei'), 'tei_all.rng');
export const canAskTeiAll = existsSync(teiAll) && spawnSync('jing', { encoding: 'utf8' }).error === undefined;

/** The same with jing and the full grammar of TEI; only where both are at hand. */
export function refusedByTeiAll(documents: readonly string[]): Map<number, string> {
  const folder = mkdtempSync(join(tmpdir(), 'editio-any-text-'));
  try {
    const files = documents.map((xml, i) => {
      const path = join(folder, fileName(i));
      writeFileSync(path, xml);
      return path;
    });
    // One schema error of the first file does not keep jing from the others.
    const { stdout } = spawnSync('jing', ['-i', teiAll, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const refused = new Map<number, string>();
    for (const line of stdout.split('\n')) {
      const found = /(\d+)\.xml:\d+:\d+: (.*)$/u.exec(line);
      const index = Number(found?.[1]);
      if (found?.[2] !== undefined && !refused.has(index)) refused.set(index, found[2]);
    }
    return refused;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes a text smaller as long as its TEI stays refused: whole paragraphs first, then lines, then words. */
export async function smallestRefused(text: string, convert: (text: string) => string | undefined): Promise<string> {
  let smallest = text;
  for (const unit of [/(\n\n+)/u, /(\n)/u, /(\s)/u]) {
    for (let goesOn = true; goesOn;) {
      const parts = smallest.split(unit);
      const shorter = parts
        .map((_part, i) => parts.toSpliced(i, 1).join(''))
        .filter((candidate) => candidate.trim() !== '');
      const converted = shorter.map((candidate) => convert(candidate) ?? '');
      const refused = await refusedByGrammar(converted.filter((xml) => xml !== ''));
      const first = [...refused.keys()][0];
      const xml = first === undefined ? undefined : converted.filter((each) => each !== '')[first];
      goesOn = xml !== undefined && shorter.length > 0;
      if (xml !== undefined) smallest = shorter[converted.indexOf(xml)] ?? smallest;
    }
  }
  return smallest;
}
