import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { diskFileSystem, systemReason } from '../../storage/file-system.js';
import { userCacheFolder } from '../../storage/user-cache.js';
import type { DocumentCheck } from '../document-check.js';
import { decodeXml } from '../gate/encoding.js';
import type { PassedFile } from '../gate/gate.js';
import { schemaMissing } from '../schema-missing.js';
import { chooseSchematron } from '../schematron-choice.js';
import type { CheckedFile } from './finding.js';

export interface SchematronCheckOptions {
  /** Paths of schemas for all files, whatever they say themselves. */
  readonly schematron?: readonly string[];
  /** Root of the edition: its files are checked by the edition's rules. */
  readonly editionFolder?: string;
  readonly phase?: string;
  /** Milliseconds for the compilation of a schema, and as many for its checks. */
  readonly timeLimit: number;
}

/** The check of the rules that no grammar can say: each file against its Schematron schemas, when all have been read. */
export class SchematronCheck implements DocumentCheck {
  readonly name = 'schematron';
  readonly #files = new Map<string, CheckedFile[]>();
  #processor: Promise<void> | undefined;
  #hasRules = false;

  constructor(private readonly options: SchematronCheckOptions) {}

  passed({ path, text, models }: PassedFile): readonly Diagnostic[] {
    const choice = chooseSchematron(path, models, this.options.editionFolder);
    const schemas = this.options.schematron ?? choice.paths;
    this.#hasRules = schemas.length > 0;
    // The processor takes a while to load: it begins while the other files are read.
    if (schemas.length > 0 && this.#files.size === 0) {
      this.#processor = import('../../processor/thread.js').then(({ startProcessor }) => {
        startProcessor();
      });
    }
    for (const schema of schemas) {
      const files = this.#files.get(schema) ?? [];
      this.#files.set(schema, files);
      files.push({ path, text });
    }
    return this.options.schematron === undefined ? choice.missing.map((href) => schemaMissing(path, href)) : [];
  }

  applies(): boolean {
    return this.#hasRules;
  }

  async finish(): Promise<readonly Diagnostic[]> {
    await this.#processor;
    const found = await Promise.all([...this.#files].map(([schema, files]) => this.#run(schema, files)));
    return found.flat();
  }

  async #run(path: string, files: readonly CheckedFile[]): Promise<readonly Diagnostic[]> {
    let text: string;
    try {
      text = readText(path);
    } catch (error) {
      const help = 'Give the path of a Schematron schema (.sch), or of a grammar or an ODD that holds one.';
      const message = `The schema cannot be read: ${systemReason(error)}.`;
      return [diagnostic('schematron/schema-unreadable', message, { file: path, help })];
    }
    // Loaded only where there are rules: most files of other archives name none.
    const { diskRulesCache, loadSchematron, runSchematron } = await import('./index.js');
    const { rules, diagnostics } = loadSchematron(path, text, readIfThere);
    if (rules === undefined) return diagnostics;
    const { phase, timeLimit } = this.options;
    const cache = diskRulesCache(diskFileSystem, join(userCacheFolder(), 'schematron'));
    const found = await runSchematron(rules, files, { timeLimit, cache, ...(phase === undefined ? {} : { phase }) });
    return [...diagnostics, ...found];
  }
}

/** @throws Error where a file cannot be read or decoded. */
function readText(path: string): string {
  const decoding = decodeXml(readFileSync(path));
  if ('fault' in decoding) throw new Error(decoding.fault.message);
  return decoding.decoded.text;
}

/** The text of a file that a schema includes; undefined where it cannot be read, which the schema's reader reports. */
function readIfThere(path: string): string | undefined {
  try {
    return readText(path);
  } catch {
    return undefined;
  }
}
