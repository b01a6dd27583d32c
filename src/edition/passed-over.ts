import { join } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import type { FileSystem } from '../storage/file-system.js';
import { fileName, isTextName } from './seed-file.js';
import { sidecarStem } from './sidecar-file.js';

/** Endings of documents that an editor may have meant as texts, with what they are. */
const documents: Readonly<Record<string, string>> = {
  doc: 'a Word document',
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  rtf: 'a document in RTF',
  pdf: 'a PDF file',
  htm: 'a web page',
  html: 'a web page',
  epub: 'an e-book',
  text: 'a text with another ending',
};

/**
 * Reports what lies in the folder of the seeds and is not read, although it looks as if it should be: sidecars beside no
 * text, documents of other programs, folders with texts in them. Files that are clearly something else are left alone.
 *
 * @throws a system error where the folder cannot be looked at.
 */
export function reportPassedOver(fileSystem: FileSystem, root: string, folder: string, report: Report): void {
  const names = fileSystem.list(folder).filter((name) => !name.startsWith('.'));
  const stems = names.filter(isTextName).map((name) => name.slice(0, -'.txt'.length));
  const known = new Set(stems.map((stem) => stem.normalize('NFC')));
  for (const name of names) {
    const stem = sidecarStem(name);
    if (stem !== undefined) {
      if (!known.has(stem.normalize('NFC'))) reportLonely(fileName(root, join(folder, name)), stem, stems, report);
      continue;
    }
    const kind = documents[/\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''];
    if (kind !== undefined) {
      report(
        diagnostic('edition/passed-over', `This is ${kind}; only plain texts are read here.`, {
          file: fileName(root, join(folder, name)),
          help: 'Save it as plain text (UTF-8), with the ending .txt.',
        }),
      );
    } else if (!isTextName(name)) reportTextsWithin(fileSystem, root, join(folder, name), report);
  }
}

function reportLonely(file: string, stem: string, stems: readonly string[], report: Report): void {
  const meant = nearestSpelling(stem, stems);
  report(
    diagnostic('edition/sidecar-without-seed', `There is no ${stem}.txt that this sidecar speaks of.`, {
      file,
      ...(meant === undefined ? {} : { help: `Did you mean “${meant}.yaml”?` }),
    }),
  );
}

function reportTextsWithin(fileSystem: FileSystem, root: string, path: string, report: Report): void {
  if (fileSystem.status(path)?.kind !== 'folder') return;
  const texts = fileSystem.list(path).filter(isTextName);
  if (texts.length === 0) return;
  const count = texts.length === 1 ? 'a text' : `${texts.length} texts`;
  report(
    diagnostic(
      'edition/passed-over',
      `This folder holds ${count}; texts are read from the folder of the seeds alone.`,
      {
        file: fileName(root, path),
        help: 'Put the texts directly into the folder of the seeds.',
      },
    ),
  );
}
