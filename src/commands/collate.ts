import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { collateWitnesses, type CollatedDocument } from '../collate/document.js';
import { shareOfWords } from '../collate/shared-words.js';
import { jsonTable } from '../collate/json-table.js';
import { textElementsOf, type Reading } from '../collate/reading-text.js';
import { textOfPlain, type WitnessSource } from '../collate/witness.js';
import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { decodeSource } from '../source/decode.js';
import type { FileSystem } from '../storage/file-system.js';
import { writeNamedFile } from '../storage/named-file.js';
import { readStable } from '../storage/stable-read.js';
import { documentId } from '../tei/identifiers.js';
import { textOf, type TeiElement } from '../tei/node.js';
import { parseTei } from '../tei/parse.js';
import { passGate } from '../validate/gate/gate.js';
import { toolVersion } from '../version.js';
import { exitCodeOf, type ExitCode, type Outcome } from './outcome.js';
import { refuseOverwriting } from './overwriting.js';
import { UsageError } from './usage-error.js';

export interface CollateCommandOptions {
  /** The siglum of the base; the first witness without it. */
  readonly base?: string;
  readonly reading: Reading;
}

/** A witness and where it is. */
export interface WitnessFile {
  readonly siglum: string;
  /** Where it is read. */
  readonly path: string;
  /** How messages name it. */
  readonly file: string;
}

/** A collation to make: `file` is where it will stand, for the addresses in it. */
export interface Work {
  readonly id: string;
  readonly file: string;
  readonly witnesses: readonly WitnessFile[];
  /** The address of the grammar, for `xml-model`. */
  readonly schema?: string;
}

/** Least share of a witness's words that another witness has as well, where they are texts of one work. */
const LEAST_COMMON = 0.2;

/**
 * Collates files, TEI or plain texts. Without a file to write to, the TEI is the outcome's summary.
 *
 * @param sigla one for each file, in their order; A, B, C … without them.
 */
export function collateFiles(
  fileSystem: FileSystem,
  paths: readonly string[],
  options: CollateCommandOptions & { readonly sigla?: readonly string[]; readonly out?: string; readonly id?: string },
): Outcome {
  const { out, sigla = paths.map((_, index) => letter(index)) } = options;
  if (paths.length < 2) throw new UsageError('A collation needs two files or more.');
  if (sigla.length !== paths.length || new Set(sigla).size < sigla.length) {
    throw new UsageError(`--sigla has to name each of the ${paths.length} files, each otherwise: A,B,C.`);
  }
  if (out !== undefined) refuseOverwriting(fileSystem, [{ option: '--out', path: out }], paths);
  const id = documentId(options.id ?? (out === undefined ? 'collation' : basename(out).replace(/\.xml$/iu, '')));
  const witnesses = paths.map((path, index) => ({ siglum: sigla[index] ?? '', path, file: path }));
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const end = (exitCode: ExitCode, summary: readonly string[], made?: CollatedDocument): Outcome => ({
    exitCode,
    diagnostics,
    files: paths,
    summary,
    ...(made === undefined ? {} : { data: { collations: [jsonTable(id, made)] } }),
  });
  const made = collateWork(fileSystem, { id, file: out ?? `${id}.xml`, witnesses }, options, report);
  if (made === undefined) return end(exitCodeOf(diagnostics), []);
  if (out === undefined) return end(exitCodeOf(diagnostics), [made.xml.replace(/\n$/u, '')], made);
  const written = writeNamedFile(fileSystem, out, made.xml);
  if (written.kind === 'failed') report(written.finding);
  return end(written.kind === 'failed' ? 4 : exitCodeOf(diagnostics), [summaryOf(out, made)], made);
}

/** A line on a collation: how many places, of which kinds. */
export function summaryOf(file: string, { segments, witnesses, collation }: CollatedDocument): string {
  const places = segments.filter(({ kind }) => kind === 'variation').length;
  const moved = collation.transpositions.length;
  const parts = [
    `${witnesses.length} witnesses`,
    `${places} ${places === 1 ? 'place' : 'places'} of variation`,
    ...(moved === 0 ? [] : [`${moved} ${moved === 1 ? 'transposition' : 'transpositions'}`]),
  ];
  return `${file}: ${parts.join(', ')}.`;
}

/** Reads and collates the witnesses of a work; undefined where a finding says why not. */
export function collateWork(
  fileSystem: FileSystem,
  work: Work,
  { base, reading }: CollateCommandOptions,
  report: Report,
): CollatedDocument | undefined {
  const sources = work.witnesses.map((witness) => readWitnessFile(fileSystem, witness, work.file, report));
  if (!sources.every((source) => source !== undefined)) return undefined;
  const first = base === undefined ? sources[0] : sources.find(({ siglum }) => siglum === base);
  if (first === undefined) {
    const sigla = sources.map(({ siglum }) => siglum).join(', ');
    throw new UsageError(`There is no witness ${base ?? ''}: the sigla are ${sigla}.`);
  }
  const baseFile = work.witnesses.find(({ siglum }) => siglum === first.siglum);
  const made = collateWitnesses({
    ...work,
    witnesses: [first, ...sources.filter((source) => source !== first)],
    reading,
    relocate: (address) => relocated(address, baseFile?.path ?? '', work.file),
    toolVersion,
  });
  const empty = made.witnesses.filter(({ tokens }) => !tokens.some(({ kind }) => kind === 'word'));
  for (const { siglum } of empty) report(noText(work.witnesses.find((witness) => witness.siglum === siglum)?.file));
  if (empty.length > 0) return undefined;
  if (made.lost.length > 0) {
    report(
      diagnostic('collate/text-differs', `The apparatus does not give back the text of ${made.lost.join(', ')}.`, {
        file: work.file,
        help: 'This is a fault of Editio; nothing was written. Please report it with the texts.',
      }),
    );
    return undefined;
  }
  reportStrangers(made, work, report);
  return made;
}

function noText(file: string | undefined): Diagnostic {
  return diagnostic('collate/no-text', 'There is no word to collate in this file.', {
    ...(file === undefined ? {} : { file }),
    help: 'A witness is a TEI document with a text, or a plain text (.txt).',
  });
}

function reportStrangers({ witnesses, collation }: CollatedDocument, work: Work, report: Report): void {
  witnesses.forEach(({ siglum }, number) => {
    const share = shareOfWords(collation, number);
    if (number === 0 || share >= LEAST_COMMON) return;
    const file = work.witnesses.find((witness) => witness.siglum === siglum)?.file;
    report(
      diagnostic(
        'collate/little-in-common',
        `Only ${Math.round(share * 100)} % of the words of ${siglum} are in another witness.`,
        {
          ...(file === undefined ? {} : { file }),
          help: 'See whether it is a witness of the same work, in the same language.',
        },
      ),
    );
  });
}

function readWitnessFile(
  fileSystem: FileSystem,
  { siglum, path, file }: WitnessFile,
  target: string,
  report: Report,
): WitnessSource | undefined {
  const read = readStable(fileSystem, path, file);
  if (read.kind === 'failed') {
    report(read.finding);
    return undefined;
  }
  const source = { siglum, href: address(path, target) };
  if (extname(path).toLowerCase() === '.txt') {
    const decoded = decodeSource(file, read.bytes);
    decoded.diagnostics.forEach(report);
    if (decoded.source === undefined) return undefined;
    return { ...source, title: basename(path), texts: [textOfPlain(decoded.source.text)] };
  }
  const gate = passGate(file, read.bytes);
  gate.diagnostics.forEach(report);
  const root = gate.passed === undefined ? undefined : parseTei(gate.passed.text).document?.root;
  if (root === undefined) return undefined;
  const texts = textElementsOf(root);
  if (texts.length === 0) report(noText(file));
  return texts.length === 0 ? undefined : { ...source, title: titleOf(root) ?? basename(path), root, texts };
}

/** The first title of a document's header. */
function titleOf(root: TeiElement): string | undefined {
  let found: TeiElement | undefined = root;
  for (const name of ['teiHeader', 'fileDesc', 'titleStmt', 'title']) {
    found = found?.children.find((child): child is TeiElement => child.kind === 'element' && child.name === name);
  }
  const title = found === undefined ? '' : textOf(found).replace(/\s+/gu, ' ').trim();
  return title === '' ? undefined : title;
}

/** Where a file is, as an address in another file. */
function address(path: string, from: string): string {
  const way = relative(dirname(resolve(from)), resolve(path)).split(sep);
  return way.map(encodeURIComponent).join('/');
}

/** A relative address of one file, as an address in another. */
function relocated(pointer: string, file: string, target: string): string {
  const [path = '', ...fragment] = pointer.split('#');
  const way = relative(dirname(resolve(target)), join(dirname(resolve(file)), path))
    .split(sep)
    .join('/');
  return [way, ...fragment].join('#');
}

/** A, B … Z, AA, AB …. */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
