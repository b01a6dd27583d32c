import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { indexLines } from '../../diagnostics/line-index.js';
import type { XmlHandler } from '../../tei/xml-reader.js';
import { namespaces } from '../../xml/namespaces.js';
import type { DocumentCheck } from '../document-check.js';
import type { OpenedFile, PassedFile } from '../gate/gate.js';
import { chooseSchema } from '../schema-choice.js';
import { schemaMissing } from '../schema-missing.js';
import type { RelaxNgFault } from './fault.js';
import { Validator } from './matching/validator.js';
import { SchemaLibrary, type LoadedSchema } from './schema-library.js';

/** Who decides: our own engine, libxml2's, or ours with libxml2's as a second opinion. */
export type Engine = 'editio' | 'xmllint' | 'both';

export interface RelaxNgOptions {
  /** Path of a schema for all files, whatever they say themselves. */
  readonly schema?: string;
  /** Root of the edition: its files are validated against the edition's grammar. */
  readonly editionFolder?: string;
  readonly engine: Engine;
  /** Whether Schematron schemas are named for all files. */
  readonly hasSchematron: boolean;
  /** Milliseconds that libxml2 has for each schema. */
  readonly timeLimit: number;
  /** Tell of all that is possible at a place, not only of what is likely. */
  readonly verbose: boolean;
}

/** A file that passed the gate, with what our own engine found. */
export interface ReadFile {
  readonly file: PassedFile;
  readonly faults: readonly RelaxNgFault[];
  readonly schema: LoadedSchema;
}

/** The check of the structure: each file against its RELAX NG schema. */
export class RelaxNgCheck implements DocumentCheck {
  readonly name = 'relax-ng';
  readonly #schemas = new SchemaLibrary();
  #current: { readonly schema: LoadedSchema; readonly validator: Validator } | undefined;
  /** Why there is no schema for the current file, or not the one that it names. */
  #remarks: readonly Diagnostic[] = [];
  readonly #withIds = new Set<string>();
  /** Files that wait for what is said of them when all have been read. */
  readonly #read: ReadFile[] = [];

  constructor(private readonly options: RelaxNgOptions) {}

  begin(file: OpenedFile): XmlHandler | undefined {
    this.#current = undefined;
    this.#remarks = [];
    const path = this.options.schema ?? this.#schemaOf(file);
    const schema = path === undefined ? undefined : this.#schemas.at(path);
    if (schema === undefined) return undefined;
    if (this.options.engine !== 'xmllint' && !schema.automaton.idTypes.isEmpty) this.#withIds.add(file.path);
    const validator = new Validator(schema.automaton, file.text);
    this.#current = { schema, validator };
    return validator;
  }

  passed(file: PassedFile): readonly Diagnostic[] {
    if (this.#current === undefined) return this.#remarks;
    const { schema, validator } = this.#current;
    const faults = validator.faults();
    if (this.options.engine !== 'editio' || faults.length > 0) this.#read.push({ file, faults, schema });
    return this.#remarks;
  }

  applies(): boolean {
    return this.#current !== undefined;
  }

  /** Whether the ids of a file are checked by its grammar. */
  checksIds(path: string): boolean {
    return this.#withIds.has(path);
  }

  async finish(): Promise<readonly Diagnostic[]> {
    const [explained, compared] = await Promise.all([this.#explained(), this.#secondOpinion()]);
    return [...this.#schemas.findings, ...this.#rulesInGrammar(), ...explained, ...compared];
  }

  /** A grammar named on the command line may hold rules, which are checked only where they are asked for. */
  #rulesInGrammar(): Diagnostic[] {
    const { schema: path, hasSchematron } = this.options;
    const schema = path === undefined || hasSchematron ? undefined : this.#schemas.at(path);
    if (schema?.bytes.includes(namespaces.schematron) !== true) return [];
    const message = 'The grammar also holds Schematron rules, which were not checked.';
    return [
      diagnostic('schematron/in-grammar', message, {
        file: schema.path,
        help: `--schematron ${schema.path} checks them.`,
      }),
    ];
  }

  /** The words are loaded where there is something to say: most runs find nothing. */
  async #explained(): Promise<Diagnostic[]> {
    const faulty = this.options.engine === 'xmllint' ? [] : this.#read.filter(({ faults }) => faults.length > 0);
    if (faulty.length === 0) return [];
    const { explainAll } = await import('../explain/explain.js');
    const { grammarFacts } = await import('../explain/grammar-facts.js');
    const facts = new Map(faulty.map(({ schema }) => [schema, grammarFacts(schema.automaton.grammar)]));
    return faulty.flatMap(({ file: { path: file, text }, faults, schema }) => {
      const grammar = facts.get(schema);
      if (grammar === undefined) return [];
      return explainAll(faults, { file, text, lines: indexLines(text), grammar, verbose: this.options.verbose });
    });
  }

  async #secondOpinion(): Promise<readonly Diagnostic[]> {
    const { engine, timeLimit } = this.options;
    if (engine === 'editio' || this.#read.length === 0) return [];
    const { askXmllint } = await import('./xmllint/second-opinion.js');
    return askXmllint(this.#read, engine === 'xmllint', timeLimit);
  }

  #schemaOf({ path, models }: OpenedFile): string | undefined {
    const choice = chooseSchema(path, models, this.options.editionFolder);
    const missing = choice.missing.map((href) => schemaMissing(path, href));
    const none = choice.path === undefined && missing.length === 0 ? [noSchema(path, choice.remote)] : [];
    this.#remarks = [...missing, ...none];
    return choice.path;
  }
}

function noSchema(file: string, remote: readonly string[]): Diagnostic {
  const why =
    remote.length === 0
      ? 'it names no RELAX NG schema'
      : `its schema is on the network (${remote.join(', ')}), and nothing is fetched`;
  return diagnostic('validate/no-schema', `The structure was not checked: ${why}.`, {
    file,
    help: 'Name a schema with --schema FILE.',
  });
}
