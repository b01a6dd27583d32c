import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { findSettings, SETTINGS_FILE } from '../edition/settings-file.js';
import { removeLeftovers, writeAtomically } from '../storage/atomic-write.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { packageFolder, toolVersion } from '../version.js';
import { exitCodeOf, type Outcome } from './outcome.js';

/** A file of a new edition: its path there, and its text. */
interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** Options of `init` that the command line gives. */
export interface InitOptions {
  /** False leaves the sample texts and their registers out. */
  readonly samples: boolean;
}

/** Files of the template that have another name in an edition: npm does not pack what Git is told. */
const NAMES: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  gitattributes: '.gitattributes',
  'github-workflow.yml': '.github/workflows/tei.yml',
};

/** Files of the template that are no part of a new edition by themselves. */
const LEFT_OUT: ReadonlySet<string> = new Set(['pre-commit']);

/** True of the sample texts with their sidecars and registers. */
function isSample(path: string): boolean {
  return /^(?:seeds|tei)\//u.test(path);
}

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
  let withSamples = options.samples;
  let written = 0;
  try {
    const files = templateFiles(root);
    withSamples &&= !hasOwnTexts(fileSystem, root, files);
    // The settings make it an edition, so they come last: a run that was killed can be run again.
    const isLast = ({ path }: TemplateFile): number => (path === SETTINGS_FILE ? 1 : 0);
    const wanted = files.filter(({ path }) => withSamples || !isSample(path)).sort((a, b) => isLast(a) - isLast(b));
    for (const { path, text } of wanted) {
      const present = textAt(fileSystem, join(root, path));
      if (present === text) continue;
      if (present !== undefined) {
        diagnostics.push(diagnostic('init/kept', 'This file is there already and was left as it is.', { file: path }));
        continue;
      }
      const result = writeAtomically(fileSystem, root, path, new TextEncoder().encode(text));
      removeLeftovers(fileSystem, dirname(join(root, path)));
      if (result.kind === 'failed') {
        diagnostics.push(result.finding);
        return end([]);
      }
      written++;
    }
  } catch (error) {
    diagnostics.push(unmade(error, folder));
    return end([]);
  }
  // Said so that it also holds where Editio is called by npx, or from its own folder.
  const where = root === process.cwd() ? '' : ` --edition ${quoted(relative(process.cwd(), root))}`;
  return end([
    `${written} ${written === 1 ? 'file' : 'files'} written${withSamples ? ', six small texts among them: build them, then replace them by your own' : ''}.`,
    `Next: editio build${where}`,
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
      return diagnostic('init/no-folder', 'A file stands here, so that no edition can.', {
        file: folder,
        help: 'Name a folder that is empty or is not there yet.',
      });
    }
    const settings = findSettings(fileSystem, root);
    if (settings === undefined) return undefined;
    return diagnostic('init/already-an-edition', `This folder is an edition already: it has an ${settings}.`, {
      file: join(folder, settings),
      help: 'Build it with editio build, or name another folder.',
    });
  } catch (error) {
    return unmade(error, folder);
  }
}

function unmade(error: unknown, folder: string): Diagnostic {
  return diagnostic('storage/not-writable', `No edition can be made here: ${systemReason(error)}.`, {
    file: folder,
    help: 'Give this user the right to write there, or name another folder.',
  });
}

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /\s/u.test(path) ? `"${path}"` : path;
}

/** True where the folder has texts that are not our samples, which a run that was killed may have left. */
function hasOwnTexts(fileSystem: FileSystem, root: string, samples: readonly TemplateFile[]): boolean {
  return ['', 'seeds/'].some((folder) => {
    if (fileSystem.status(join(root, folder))?.kind !== 'folder') return false;
    const texts = fileSystem.list(join(root, folder)).filter((name) => name.endsWith('.txt'));
    return texts.some((name) => {
      const sample = samples.find(({ path }) => path === `${folder}${name}`);
      return sample === undefined || textAt(fileSystem, join(root, sample.path)) !== sample.text;
    });
  });
}

/** The text of a file; empty for what is there and is no file, undefined where nothing is. */
function textAt(fileSystem: FileSystem, path: string): string | undefined {
  const status = fileSystem.status(path);
  if (status === undefined) return undefined;
  return status.kind === 'file' ? Buffer.from(fileSystem.read(path)).toString('utf8') : '';
}

/** The files of a new edition with what is true of this one filled in: its title, its name, the tool's version. */
function templateFiles(root: string): TemplateFile[] {
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
    .sort()
    .map((path) => ({
      path: NAMES[path] ?? path,
      text: readFileSync(join(source, path), 'utf8').replace(
        /\{(title|name|version)\}/gu,
        (_, key: string) => values[key] ?? '',
      ),
    }));
}
