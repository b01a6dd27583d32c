import { join } from 'node:path';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { openEditionFolder, type EditionFolder } from '../edition/edition-folder.js';
import { joinRegisters, readRegisterFile } from '../edition/register-file.js';
import type { Register } from '../edition/register.js';
import type { FileSystem } from '../storage/file-system.js';
import { readStable } from '../storage/stable-read.js';
import { documentId } from '../tei/identifiers.js';
import { decodeXml } from '../validate/gate/encoding.js';

/** An edition that is open for work: what its folder has, and its registers, read. */
export interface OpenEdition {
  readonly folder: EditionFolder;
  readonly register: Register;
}

/** Opens an edition: its folder, its configuration, its registers. Undefined where the findings say why not. */
export function openEdition(fileSystem: FileSystem, path: string, report: Report): OpenEdition | undefined {
  const folder = openEditionFolder(fileSystem, path, documentId, report);
  if (folder === undefined) return undefined;
  const files = Object.values(folder.registerFiles).flatMap((file: string | undefined) => {
    if (file === undefined) return [];
    const outcome = readStable(fileSystem, join(folder.root, file), file);
    if (outcome.kind === 'failed') {
      report(outcome.finding);
      return [];
    }
    const decoded = decodeXml(outcome.bytes);
    if ('fault' in decoded) {
      report(diagnostic('register/not-well-formed', decoded.fault.message, { file }));
      return [];
    }
    return [{ file, register: readRegisterFile(file, decoded.decoded.text, report) }];
  });
  return { folder, register: joinRegisters(files, report) };
}
