import { readFileSync } from 'node:fs';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { indexLines } from '../../diagnostics/line-index.js';
import { systemReason } from '../../storage/file-system.js';
import { decodeXml } from '../gate/encoding.js';
import { compileCached } from './grammar-cache.js';
import { Automaton } from './matching/automaton.js';
import type { SchemaFault } from './schema/schema-fault.js';

/** A schema, ready to validate with. */
export interface LoadedSchema {
  readonly path: string;
  readonly bytes: Buffer;
  readonly automaton: Automaton;
}

/** The schemas of a run, each read once. */
export class SchemaLibrary {
  readonly #schemas = new Map<string, LoadedSchema | undefined>();
  readonly #findings: Diagnostic[] = [];

  /** What was wrong with the schemas themselves. */
  get findings(): readonly Diagnostic[] {
    return this.#findings;
  }

  /** The schema at a path, or undefined where a finding says why it cannot be used. */
  at(path: string): LoadedSchema | undefined {
    if (!this.#schemas.has(path)) this.#schemas.set(path, this.#load(path));
    return this.#schemas.get(path);
  }

  #load(path: string): LoadedSchema | undefined {
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      this.#findings.push(
        diagnostic('validate/schema-unreadable', `The schema cannot be read: ${systemReason(error)}.`, {
          file: path,
          help: 'Give the path of a RELAX NG schema in XML syntax (.rng).',
        }),
      );
      return undefined;
    }
    const decoding = decodeXml(bytes);
    if ('fault' in decoding) {
      this.#findings.push(diagnostic('relax-ng/schema-invalid', decoding.fault.message, { file: path }));
      return undefined;
    }
    const compiled = compileCached(path, decoding.decoded.text, readPart);
    if ('fault' in compiled) {
      this.#findings.push(
        faultDiagnostic('relax-ng/schema-invalid', compiled.fault, 'Mend the schema: nothing is validated with it.'),
      );
      return undefined;
    }
    if (compiled.idFault !== undefined) {
      const help = 'Everything else is checked. jing refuses such a schema, unless it is called with -i.';
      this.#findings.push(faultDiagnostic('relax-ng/ids-unchecked', compiled.idFault, help));
    }
    return { path, bytes, automaton: new Automaton(compiled.grammar) };
  }
}

function readPart(path: string): string | undefined {
  try {
    const decoding = decodeXml(readFileSync(path));
    return 'decoded' in decoding ? decoding.decoded.text : undefined;
  } catch {
    return undefined;
  }
}

function faultDiagnostic(
  code: 'relax-ng/schema-invalid' | 'relax-ng/ids-unchecked',
  { path, offset, message }: SchemaFault,
  help: string,
): Diagnostic {
  const words =
    code === 'relax-ng/schema-invalid'
      ? `The schema cannot be used: ${message}.`
      : `IDs are not checked, since the schema is not clear about them: ${message}.`;
  const text = readPart(path);
  const place =
    text === undefined
      ? {}
      : { span: { start: offset, end: offset + 1 }, position: indexLines(text).positionOf(offset) };
  return diagnostic(code, words, { file: path, ...place, help });
}
