import { join } from 'node:path';
import { convertDocument, type ConvertedDocument } from './convert.js';
import { diagnostic, type Diagnostic, type Report } from './diagnostics/diagnostic.js';
import { openEditionFolder, sidecarOf, type EditionFolder } from './edition/edition-folder.js';
import { joinRegisters, readRegisterFile } from './edition/register-file.js';
import type { Register } from './edition/register.js';
import type { SeedFile } from './edition/seed-file.js';
import type { Sidecar } from './edition/sidecar.js';
import { decodeSource, type DecodeOptions } from './source/decode.js';
import { placeOf, type SourceFile } from './source/source-file.js';
import type { TeiFile } from './pipeline/tei-file.js';
import type { FileSystem } from './storage/file-system.js';
import { readStable } from './storage/stable-read.js';
import type { SchemaAddresses, Witness } from './tei/header/header-input.js';
import { documentId } from './tei/identifiers.js';
import { originAt } from './tei/serialize.js';
import { decodeXml } from './validate/gate/encoding.js';
import { validateFiles } from './validate/validate.js';
import { packageFolder, toolVersion } from './version.js';

export type { TeiFile } from './pipeline/tei-file.js';

/** An edition that is open for work: what its folder has, and its registers, read. */
export interface OpenEdition {
  readonly folder: EditionFolder;
  readonly register: Register;
}

export const SCHEMA_FILE = 'schema/editio.rng';
const RULES_FILE = 'schema/editio.sch';
const CUSTOMIZATION_FILE = 'schema/editio.odd';
export const TEI_FOLDER = 'tei';
/** Where the collations of an edition stand. They are no documents of it, so they are in a folder of their own. */
export const APPARATUS_FOLDER = `${TEI_FOLDER}/apparatus`;

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

/** Options of a conversion that the command line gives. */
export interface ConvertOptions extends DecodeOptions {
  /** Ids of the documents to convert; all without it. */
  readonly only?: readonly string[];
  /** ISO date of the conversion. */
  readonly date?: string;
}

/**
 * source → blocks → structure → annotate → tei: converts the seeds of an edition, the shortest first, so that what
 * waits for them can begin soon. Nothing is written.
 *
 * @param onConverted told of each document as soon as it is converted
 * @returns the documents in the order of the seeds
 */
export function convertEdition(
  fileSystem: FileSystem,
  { folder, register }: OpenEdition,
  options: ConvertOptions,
  report: Report,
  onConverted?: (document: ConvertedDocument) => void,
): ConvertedDocument[] {
  const wanted =
    options.only === undefined || options.only.length === 0
      ? folder.seeds
      : folder.seeds.filter((seed) => options.only?.includes(seed.id) === true);
  const sidecars = new Map(folder.seeds.map((seed) => [seed, sidecarOf(fileSystem, folder, seed, report, register)]));
  const converted = new Map<SeedFile, ConvertedDocument>();
  const sizeOf = ({ path }: SeedFile): number => fileSystem.status(path)?.size ?? 0;
  for (const seed of [...wanted].sort((a, b) => sizeOf(a) - sizeOf(b))) {
    const sidecar = sidecars.get(seed);
    if (sidecar === undefined) continue;
    const encoding = options.encoding ?? sidecar.encoding ?? folder.edition.defaults.encoding;
    const source = readSeed(fileSystem, seed, { ...options, ...(encoding === undefined ? {} : { encoding }) }, report);
    if (source === undefined) continue;
    const date = options.date ?? folder.edition.date;
    const document = convertDocument({
      id: seed.id,
      source,
      edition: folder.edition,
      sidecar,
      register,
      toolVersion,
      ...(date === undefined ? {} : { date }),
      witnesses: witnessesOf(sidecar, sidecars),
      schemas: schemasOf(fileSystem, folder.root),
    });
    converted.set(seed, document);
    onConverted?.(document);
  }
  const inOrder = wanted.flatMap((seed) => converted.get(seed) ?? []);
  for (const { diagnostics } of inOrder) diagnostics.forEach(report);
  return inOrder;
}

/** The schemas as a TEI file names them; what the edition's folder lacks of them comes with Editio. */
function schemasOf(fileSystem: FileSystem, root: string): SchemaAddresses {
  const hasCustomization = fileSystem.status(join(root, CUSTOMIZATION_FILE))?.kind === 'file';
  return {
    grammar: `../${SCHEMA_FILE}`,
    rules: `../${RULES_FILE}`,
    ...(hasCustomization ? { customization: `../${CUSTOMIZATION_FILE}` } : {}),
  };
}

/** The texts that are witnesses of the same work as this one, by their sigla. */
function witnessesOf(sidecar: Sidecar, sidecars: ReadonlyMap<SeedFile, Sidecar | undefined>): Witness[] {
  if (sidecar.witnessOf === undefined) return [];
  return [...sidecars]
    .flatMap(([seed, other]): Witness[] =>
      other === undefined || other.witnessOf !== sidecar.witnessOf || other.siglum === undefined
        ? []
        : [{ siglum: other.siglum, documentId: seed.id, ...(other.title === undefined ? {} : { title: other.title }) }],
    )
    .sort((a, b) => (a.siglum < b.siglum ? -1 : 1));
}

function readSeed(
  fileSystem: FileSystem,
  seed: SeedFile,
  options: DecodeOptions,
  report: Report,
): SourceFile | undefined {
  const outcome = readStable(fileSystem, seed.path, seed.file);
  if (outcome.kind === 'failed') {
    report(outcome.finding);
    return undefined;
  }
  const { source, diagnostics } = decodeSource(seed.file, outcome.bytes, options);
  diagnostics.forEach(report);
  return source;
}

/** The TEI files of an edition that are documents: `tei/*.xml`, without registers and unresolved new versions. */
export function teiFilesOf(fileSystem: FileSystem, root: string, report: Report): TeiFile[] {
  return teiFilesIn(fileSystem, root, TEI_FOLDER, report);
}

/** The collations of an edition as they lie on the disk: `tei/apparatus/*.xml`. */
export function apparatusFilesOf(fileSystem: FileSystem, root: string, report: Report): TeiFile[] {
  return teiFilesIn(fileSystem, root, APPARATUS_FOLDER, report);
}

function teiFilesIn(fileSystem: FileSystem, root: string, teiFolder: string, report: Report): TeiFile[] {
  const folder = join(root, teiFolder);
  if (fileSystem.status(folder)?.kind !== 'folder') return [];
  return fileSystem
    .list(folder)
    .filter((name) => name.endsWith('.xml') && !name.endsWith('.new.xml'))
    .sort()
    .flatMap((name) => {
      const path = `${teiFolder}/${name}`;
      const outcome = readStable(fileSystem, join(folder, name), path);
      if (outcome.kind === 'failed') {
        report(outcome.finding);
        return [];
      }
      return [{ id: documentId(name.slice(0, -'.xml'.length)), path, bytes: outcome.bytes }];
    });
}

/** The registers of an edition as they lie on the disk. */
export function registerFilesOf(fileSystem: FileSystem, folder: EditionFolder, report: Report): TeiFile[] {
  return Object.entries(folder.registerFiles).flatMap(([name, path]: [string, string | undefined]) => {
    if (path === undefined) return [];
    const outcome = readStable(fileSystem, join(folder.root, path), path);
    if (outcome.kind === 'failed') {
      report(outcome.finding);
      return [];
    }
    return [{ id: name, path, bytes: outcome.bytes }];
  });
}

/**
 * validate: checks TEI files of an edition, by its grammar (twice: by our own engine and by libxml2), its rules and its
 * pointers.
 *
 * @param converted the documents that were made in this run: a finding in one of them is also shown in its source
 */
export async function validateEdition(
  root: string,
  files: readonly TeiFile[],
  converted: readonly ConvertedDocument[],
): Promise<Diagnostic[]> {
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  const unchanged = new Map<string, ConvertedDocument>(
    converted
      .map((document) => [`${TEI_FOLDER}/${document.id}.xml`, document] as const)
      .filter(([path, { xml }]) => texts.get(path) === xml),
  );
  const findings = await validateFiles(
    files.map(({ path, bytes }) => ({ path: join(root, path), bytes })),
    { editionFolder: root, engine: 'both' },
  );
  const paths = new Map(files.map(({ path }) => [join(root, path), path]));
  return findings.map((finding) => {
    const path = finding.file === undefined ? undefined : paths.get(finding.file);
    if (path === undefined) return finding;
    // The places of a file that an editor changed are not those of the conversion.
    const document = unchanged.get(path);
    const span =
      document === undefined || finding.span === undefined ? undefined : originAt(document.origins, finding.span.start);
    return {
      ...finding,
      file: path,
      ...(document === undefined || span === undefined ? {} : { source: placeOf(document.source, span) }),
    };
  });
}

/**
 * The schemas that go with the TEI: the edition's own where it has its own customisation, with what was made of it; else
 * those that come with Editio, which follow the tool from version to version.
 */
export function schemaFilesOf(
  fileSystem: FileSystem,
  root: string,
): { readonly path: string; readonly source: string }[] {
  const isOwn = fileSystem.status(join(root, CUSTOMIZATION_FILE))?.kind === 'file';
  const paths = [SCHEMA_FILE, RULES_FILE, ...(isOwn ? [CUSTOMIZATION_FILE] : [])];
  return paths.map((path) => {
    const own = join(root, path);
    return { path, source: isOwn && fileSystem.status(own)?.kind === 'file' ? own : join(packageFolder, path) };
  });
}
