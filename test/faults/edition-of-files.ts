import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { convert } from '../../src/commands/convert.js';
import type { Outcome } from '../../src/commands/outcome.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { FileSystem } from '../../src/storage/file-system.js';
import { quickFileSystem } from '../storage/faulty-file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';

/** What a file of a faulty edition holds, by its path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** An edition with these files; their folders are made. */
export function editionOf(files: Files): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** What `editio convert` made of an edition. */
export interface Conversion {
  readonly root: string;
  readonly outcome: Outcome;
  /** The exit code, and of each finding but remarks `code file:line:column`. */
  readonly result: readonly [number, ...string[]];
  /** Findings that do not say what to do. */
  readonly withoutHelp: readonly string[];
  /** The names of the TEI files that there are. */
  readonly written: readonly string[];
  /** The body of a document's TEI; undefined where there is none. */
  readonly body: (id: string) => string | undefined;
}

/** Runs `editio convert` on an edition. */
export async function convertIn(
  root: string,
  options: Parameters<typeof convert>[2] = {},
  fileSystem: FileSystem = quickFileSystem,
): Promise<Conversion> {
  const outcome = await convert(fileSystem, root, options);
  const told = outcome.diagnostics.filter(({ severity }) => severity !== 'info');
  const tei = join(root, 'tei');
  return {
    root,
    outcome,
    result: [outcome.exitCode, ...told.map(placed)],
    withoutHelp: told.filter(({ help }) => help === undefined).map(placed),
    written: existsSync(tei) ? readdirSync(tei).filter((name) => name.endsWith('.xml')) : [],
    body: (id) => {
      const path = join(tei, `${id}.xml`);
      return existsSync(path) ? /<body>([\s\S]*)<\/body>/u.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
    },
  };
}

/** Runs `editio convert` on an edition with these files. */
export function convertFiles(files: Files, options?: Parameters<typeof convert>[2]): Promise<Conversion> {
  return convertIn(editionOf(files), options);
}

/** Runs `editio convert` on an edition of one text, `seeds/x.txt`. */
export function convertSeed(
  content: string | Uint8Array,
  options?: Parameters<typeof convert>[2],
): Promise<Conversion> {
  return convertFiles({ 'seeds/x.txt': content }, options);
}

function placed({ code, file, position }: Diagnostic): string {
  const place = position === undefined ? '' : `:${position.line}:${position.column}`;
  return `${code} ${file ?? ''}${place}`;
}

/** A register of persons with these entries. */
export function registerOf(...entries: readonly string[]): string {
  const header =
    '<fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc>';
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en"><teiHeader>${header}</teiHeader><standOff><listPerson>\n${entries.join('\n')}\n</listPerson></standOff></TEI>\n`;
}

/** An entry of a register of persons. */
export function person(id: string, forename: string, surname: string, attributes = ''): string {
  return `<person xml:id="${id}"${attributes}><persName><forename>${forename}</forename> <surname>${surname}</surname></persName></person>`;
}
