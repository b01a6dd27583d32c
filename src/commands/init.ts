import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { writeAtomically } from '../storage/atomic-write.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { packageFolder, toolVersion } from '../version.js';
import { exitCodeOf, type Outcome } from './outcome.js';

/** Options of `init` that the command line gives. */
export interface InitOptions {
  /** False leaves the sample texts and their registers out. */
  readonly samples: boolean;
}

/** Files of the template that have another name in an edition: npm does not pack a `.gitignore`. */
const NAMES: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  'github-workflow.yml': '.github/workflows/tei.yml',
};

/** Files of the template that are no part of a new edition by themselves. */
const LEFT_OUT: ReadonlySet<string> = new Set(['pre-commit']);

/**
 * Makes a new edition in `folder`, one that builds at once: configuration, sample texts with their registers, a
 * workflow. Nothing that is there already is overwritten. In a folder that has texts no samples are added.
 */
export function initEdition(fileSystem: FileSystem, folder: string, options: InitOptions): Outcome {
  const root = resolve(folder);
  const diagnostics: Diagnostic[] = [];
  const end = (summary: readonly string[]): Outcome => {
    const failed = diagnostics.some(({ code }) => code.startsWith('storage/'));
    return { exitCode: failed ? 4 : exitCodeOf(diagnostics), diagnostics, files: [folder], summary };
  };
  const refusal = refusalOf(fileSystem, root, folder);
  if (refusal !== undefined) {
    diagnostics.push(refusal);
    return end([]);
  }
  const withSamples = options.samples && !hasTexts(fileSystem, root);
  let written = 0;
  for (const { path, text } of templateFiles(root, withSamples)) {
    if (fileSystem.status(join(root, path)) !== undefined) {
      diagnostics.push(diagnostic('init/kept', 'This file is there already and was left as it is.', { file: path }));
      continue;
    }
    const result = writeAtomically(fileSystem, root, path, new TextEncoder().encode(text));
    if (result.kind === 'failed') diagnostics.push(result.finding);
    else written++;
  }
  const here = root === process.cwd() ? '' : `cd ${relative(process.cwd(), root)} && `;
  return end([
    `${written} ${written === 1 ? 'file' : 'files'} written${withSamples ? ', six small texts among them: build them, then replace them by your own' : ''}.`,
    `Next: ${here}npm install && npx editio build`,
  ]);
}

/** Why there can be no new edition here; undefined where there can. */
function refusalOf(fileSystem: FileSystem, root: string, folder: string): Diagnostic | undefined {
  try {
    const status = fileSystem.status(root);
    if (status === undefined) {
      fileSystem.makeFolder(root);
      return undefined;
    }
    if (fileSystem.status(fileSystem.realPath(root))?.kind !== 'folder') {
      return diagnostic('init/no-folder', 'A file stands here, so that no edition can.', { file: folder });
    }
    if (fileSystem.status(join(root, 'edition.yaml')) === undefined) return undefined;
    return diagnostic('init/already-an-edition', 'This folder is an edition already: it has an edition.yaml.', {
      file: join(folder, 'edition.yaml'),
      help: 'Build it with editio build, or name another folder.',
    });
  } catch (error) {
    return diagnostic('storage/not-writable', `No edition can be made here: ${systemReason(error)}.`, { file: folder });
  }
}

function hasTexts(fileSystem: FileSystem, root: string): boolean {
  const folders = [root, join(root, 'seeds')].filter((each) => fileSystem.status(each)?.kind === 'folder');
  return folders.some((each) => fileSystem.list(each).some((name) => name.endsWith('.txt')));
}

/** The files of a new edition with what is true of this one filled in: its title, its name, the tool's version. */
function templateFiles(root: string, withSamples: boolean): { readonly path: string; readonly text: string }[] {
  const source = join(packageFolder, 'templates', 'init');
  const folderName = basename(root);
  const title = folderName.replace(/[-_]+/gu, ' ').trim() || 'Edition';
  const values: Readonly<Record<string, string>> = {
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`.replace(/["\\]/gu, ' '),
    // A name as npm allows it.
    name:
      folderName
        .toLowerCase()
        .replace(/[^a-z0-9-]+/gu, '-')
        .replace(/^-+|-+$/gu, '') || 'edition',
    version: toolVersion,
  };
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !LEFT_OUT.has(entry.name))
    .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => withSamples || !/^(?:seeds|tei)\//u.test(path))
    .sort()
    .map((path) => ({
      path: NAMES[path] ?? path,
      text: readFileSync(join(source, path), 'utf8').replace(
        /\{(title|name|version)\}/gu,
        (_, key: string) => values[key] ?? '',
      ),
    }));
}
