import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../../src/commands/build.js';
import { buildSite } from '../../../src/site/site.js';
import type { SiteFile } from '../../../src/site/site-input.js';
import { diskFileSystem } from '../../../src/storage/file-system.js';
import { sampleEdition } from '../sample-edition.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The samples, with a text that means harm, as a site without an address of its own. */
export async function sampleSite(): Promise<readonly SiteFile[]> {
  const input = await sampleEdition('letter-1850', 'minutes-1848', 'hostile');
  const { baseUrl, ...edition } = input.edition;
  if (baseUrl === undefined) throw new Error('the sample edition has lost its address');
  return asShipped((await buildSite({ ...input, edition })).files);
}

/** The site of the edition of this repository, built by the command in a copy. */
export async function editionSite(): Promise<readonly SiteFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'editio-quality-'));
  try {
    for (const part of ['edition.yaml', 'seeds', 'tei', 'schema']) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
    const { summary } = await build(diskFileSystem, folder, {});
    const site = join(folder, 'dist/edition');
    const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    if (files.length === 0) throw new Error(summary.join(' '));
    return asShipped(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path: relative(site, path).replaceAll('\\', '/'), content: readFileSync(path) };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A site with its style sheets and scripts made small, as a built tool has them; run from its sources it has not. */
function asShipped(files: readonly SiteFile[]): readonly SiteFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'editio-assets-'));
  try {
    execFileSync(process.execPath, ['templates/compile-assets.js', folder], { cwd: ROOT });
    return files.map((file) => {
      const small = join(folder, file.path.replace(/^assets\//, ''));
      const isSmall = /^assets\/.+\.(?:css|js)$/.test(file.path) && existsSync(small);
      return isSmall ? { ...file, content: readFileSync(small) } : file;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages of a site. */
export function pagesOf(files: readonly SiteFile[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.html'))
    .sort();
}

/** A few pages that stand for all: every page at the root, and the first and the largest of each folder. */
export function examplePages(files: readonly SiteFile[]): string[] {
  const folders = new Map<string, SiteFile[]>();
  for (const path of pagesOf(files)) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path;
    folders.set(folder, [...(folders.get(folder) ?? []), ...files.filter((file) => file.path === path)]);
  }
  return [...folders.values()].flatMap((pages) => {
    const largest = pages.toSorted((a, b) => b.content.length - a.content.length)[0];
    return [...new Set([pages[0]?.path, largest?.path])].filter((path) => path !== undefined);
  });
}

/** The text of a file of a site. */
export function textOf(file: SiteFile): string {
  return typeof file.content === 'string' ? file.content : Buffer.from(file.content).toString('utf8');
}
