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
  readonly #files: FileReferences[] = [];
  #current: ReferenceCollector | undefined;

  constructor(private readonly options: ReferenceOptions) {}

  begin({ path, text }: OpenedFile): XmlHandler {
    this.#current = collectReferences(path, text);
    return this.#current.handler;
  }

  passed(): readonly Diagnostic[] {
    if (this.#current !== undefined) this.#files.push(this.#current.result());
    return [];
  }

  async finish(): Promise<readonly Diagnostic[]> {
    const { checkReferences } = await import('./index.js');
    return checkReferences(this.#files, this.options);
  }
}
