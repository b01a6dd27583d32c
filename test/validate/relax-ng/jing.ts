import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasJing = spawnSync('jing', { encoding: 'utf8' }).error === undefined;

/** Most files in one call: a command line has a length. */
const CALL = 500;

/**
 * jing's verdict on documents.
 *
 * @param documents well-formed: jing gives up all files at one that is not.
 * @returns for each document whether jing accepts it.
 */
export function jingAccepts(schema: string, documents: readonly string[]): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'editio-jing-'));
  try {
    const paths = documents.map((document, index) => {
      const path = join(folder, `${index}.xml`);
      writeFileSync(path, document);
      return path;
    });
    const refused = new Set<string>();
    for (let start = 0; start < paths.length; start += CALL) {
      const { stdout, status } = spawnSync('jing', [schema, ...paths.slice(start, start + CALL)], {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      });
      for (const [, path = ''] of stdout.matchAll(/^(.*?\.xml):\d+:\d+: error:/gmu)) refused.add(path);
      const other = /^.*: fatal:.*$/mu.exec(stdout)?.[0] ?? (status === 0 || refused.size > 0 ? undefined : stdout);
      if (other !== undefined) throw new Error(`jing gave no verdict: ${other}`);
    }
    return paths.map((path) => !refused.has(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
