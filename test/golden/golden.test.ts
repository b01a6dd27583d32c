import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/blocks/read-blocks.js';
import type { ConvertedDocument } from '../../src/convert.js';
import { convertEdition, openEdition } from '../../src/pipeline.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { parseTei } from '../../src/tei/parse.js';
import { transformDocuments } from '../../src/transform/transform.js';
import { blockOutline, partOutline } from './outline.js';

/**
 * What each stage makes of this edition's texts, as files that a person can read in a diff. `npx vitest run test/golden
 * -u` writes them anew; with CI=true a missing one fails. The goldens of the TEI are the edition's own files:
 * `editio convert` writes them.
 */
const root = join(import.meta.dirname, '../..');
const ids = ['declaration-1956-10-30-excerpt', 'declaration-1956-10-30', 'letter-1958-04-17', 'stenographic-record-1956-11-04', 'working-notes-1956-10-30'];
const golden = (id: string, ending: string): string => join(import.meta.dirname, `${id}.${ending}`);

let documents: readonly ConvertedDocument[] = [];
const documentOf = (id: string): ConvertedDocument => {
  const found = documents.find((document) => document.id === id);
  if (found === undefined) throw new Error(`${id} was not converted.`);
  return found;
};

beforeAll(() => {
  const edition = openEdition(diskFileSystem, root, () => undefined);
  if (edition === undefined) throw new Error('The edition did not open.');
  documents = convertEdition(diskFileSystem, edition, {}, () => undefined);
});

describe('the five texts', () => {
  it('are all converted, without an error', () => {
    expect(documents.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(documents.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'))).toEqual([]);
  });

  describe.each(ids)('%s', (id) => {
    it('blocks', async () => {
      const { source } = documentOf(id);
      await expect(blockOutline(source, readBlocks(source, { language: 'en' }))).toMatchFileSnapshot(golden(id, 'blocks.txt'));
    });

    it('structure and annotations', async () => {
      const parsed = parseTei(documentOf(id).xml ?? '');
      if (parsed.fault !== undefined) throw new Error(parsed.fault.message);
      const text = parsed.document.root.children.find((child) => child.kind === 'element' && child.name === 'text');
      if (text === undefined) throw new Error('The TEI has no text.');
      await expect(partOutline(text)).toMatchFileSnapshot(golden(id, 'outline.txt'));
    });

    it('TEI, byte for byte what the edition has', () => {
      expect(documentOf(id).xml).toBe(readFileSync(join(root, 'tei', `${id}.xml`), 'utf8'));
    });
  });

  it.each(['html', 'text'] as const)('as %s', async (format) => {
    const results = await transformDocuments(
      ids.map((id) => ({ id, xml: new TextEncoder().encode(documentOf(id).xml ?? ''), file: `tei/${id}.xml` })),
      format,
      { parameters: { language: 'en' } },
    );
    for (const [i, id] of ids.entries()) {
      const output = results[i]?.output ?? '';
      expect(output).not.toBe('');
      await expect(output.endsWith('\n') ? output : `${output}\n`).toMatchFileSnapshot(golden(id, format === 'html' ? 'html' : 'txt'));
    }
  });
});
