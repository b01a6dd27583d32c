import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileName, runXmllint } from '../../src/validate/relax-ng/xmllint/xmllint.js';

const root = join(import.meta.dirname, '../..');

/** More documents than these exhaust the memory of one call. */
const MOST_AT_ONCE = 1500;

/** Indexes of the documents that the edition's grammar refuses, each with the first complaint. */
export async function refusedByGrammar(documents: readonly string[]): Promise<Map<number, string>> {
  const refused = new Map<number, string>();
  for (let from = 0; from < documents.length; from += MOST_AT_ONCE) {
    for (const [i, complaint] of await refusedInOneCall(documents.slice(from, from + MOST_AT_ONCE)))
      refused.set(from + i, complaint);
  }
  return refused;
}

async function refusedInOneCall(documents: readonly string[]): Promise<Map<number, string>> {
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
      if (found?.[2] !== undefined && !refused.has(index)) refused.set(index, found[2].replace(/; expected .*/u, ''));
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
    for (let size = smallest.split(unit).length >> 1; size > 0;) {
      const shorter = withoutSome(smallest.split(unit), size);
      const converted = shorter.flatMap((candidate) => {
        const xml = convert(candidate);
        return xml === undefined ? [] : [{ candidate, xml }];
      });
      const [first] = (await refusedByGrammar(converted.map(({ xml }) => xml))).keys();
      const found = first === undefined ? undefined : converted[first];
      if (found === undefined) size >>= 1;
      else smallest = found.candidate;
    }
  }
  return smallest;
}

/** A text without each of its stretches of so many parts. */
function withoutSome(parts: readonly string[], size: number): string[] {
  const shorter: string[] = [];
  for (let at = 0; at < parts.length; at += size) shorter.push(parts.toSpliced(at, size).join(''));
  return shorter.filter((candidate) => candidate.trim() !== '');
}
