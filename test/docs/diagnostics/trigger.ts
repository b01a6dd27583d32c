import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { convert } from '../../../src/commands/convert.js';
import type { Outcome } from '../../../src/commands/outcome.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { ConvertOptions } from '../../../src/pipeline.js';
import { validateFiles, type ValidateOptions } from '../../../src/validate/validate.js';
import { quickFileSystem } from '../../storage/faulty-file-system.js';

/** Does what makes a finding; a message may name the folder that it was done in. */
export type Trigger = () => Promise<{ readonly folder: string; readonly diagnostics: readonly Diagnostic[] }>;

/** Files by their paths; a path that ends in `/` is a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Does something in a new folder with these files, and takes it away. */
export function inFolder(files: Files, act: (folder: string) => Outcome | Promise<Outcome>): ReturnType<Trigger> {
  return withFiles(files, async (folder) => ({ folder, diagnostics: (await act(folder)).diagnostics }));
}

async function withFiles<Result>(files: Files, act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'editio-example-')));
  try {
    write(folder, files);
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes files into a folder, their folders with them. */
export function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const whole = join(folder, path);
    mkdirSync(path.endsWith('/') ? whole : dirname(whole), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(whole, content);
  }
}

/** An edition with these files is converted. */
export function edition(files: Files, options: ConvertOptions = {}): Trigger {
  return () => inFolder(files, (folder) => convert(quickFileSystem, folder, options));
}

/** An edition of one text, `letter.txt`, with or without a sidecar. */
export function letter(text: string | Uint8Array, sidecar?: string, more: Files = {}): Trigger {
  return edition({
    'seeds/letter.txt': text,
    ...(sidecar === undefined ? {} : { 'seeds/letter.yaml': sidecar }),
    ...more,
  });
}

/** Files that are checked as `editio validate` checks them, in the memory. */
export function checked(files: Files, options: ValidateOptions = {}): Trigger {
  const list = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  return async () => ({ folder: '/nowhere', diagnostics: await validateFiles(list, options) });
}

/** A small TEI document with this in its body, and this in its header beside what it must have. */
export function tei(body: string, header = ''): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc>${header}</teiHeader>
<text><body>${body}</body></text>
</TEI>
`;
}

/** A register of persons with these entries. */
export function persons(entries: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons"><teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><standOff>${entries}</standOff></TEI>`;
}
