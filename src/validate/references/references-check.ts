import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { XmlHandler } from '../../tei/xml-reader.js';
import type { DocumentCheck } from '../document-check.js';
import type { OpenedFile } from '../gate/gate.js';
import { collectReferences, type ReferenceCollector } from './collect.js';
import type { FileReferences } from './file-references.js';
import type { ReferenceOptions } from './index.js';

/** The check of the pointers: gathered from each file that passes, followed when all are known. */
export class ReferencesCheck implements DocumentCheck {
  readonly name = 'references';
  readonly #files = new Map<string, FileReferences>();
  #current: ReferenceCollector | undefined;

  constructor(private readonly options: ReferenceOptions) {}

  begin({ path, text }: OpenedFile): XmlHandler {
    this.#current = collectReferences(path, text);
    return this.#current.handler;
  }

  passed(): readonly Diagnostic[] {
    if (this.#current !== undefined) this.add(this.#current.result());
    return [];
  }

  /** Adds what was collected from a file in an earlier run. */
  add(file: FileReferences): void {
    this.#files.set(file.path, file);
  }

  /** What was collected from a file, without its text; undefined for one that did not pass. */
  of(path: string): Omit<FileReferences, 'text'> | undefined {
    const file = this.#files.get(path);
    if (file === undefined) return undefined;
    const { text, ...rest } = file;
    return rest;
  }

  async finish(): Promise<readonly Diagnostic[]> {
    const { checkReferences } = await import('./index.js');
    return checkReferences([...this.#files.values()], this.options);
  }
}
