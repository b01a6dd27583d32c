import { join } from 'node:path';
import type { ConvertInput } from '../convert.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { sidecarOf } from '../edition/edition-folder.js';
import type { SeedFile } from '../edition/seed-file.js';
import type { Sidecar } from '../edition/sidecar.js';
import { decodeSource, type DecodeOptions } from '../source/decode.js';
import { tooLarge } from '../source/size.js';
import type { SourceFile } from '../source/source-file.js';
import { systemReason, type FileSystem } from '../storage/file-system.js';
import { unreadable } from '../storage/output-findings.js';
import { readStable } from '../storage/stable-read.js';
import type { SchemaAddresses, Witness } from '../tei/header/header-input.js';
import { toolVersion } from '../version.js';
import { CUSTOMIZATION_FILE, RULES_FILE, SCHEMA_FILE } from './edition-files.js';
import type { OpenEdition } from './open-edition.js';

/** Options of a conversion that the command line gives. */
export interface ConvertOptions extends DecodeOptions {
  /** Ids of the documents to convert; all without it. */
  readonly only?: readonly string[];
  /** ISO date of the conversion. */
  readonly date?: string;
}

/**
 * Reads the texts of an edition that are to be converted, with all that is known of each. A text that cannot be read is
 * reported and left out.
 *
 * @returns what to convert, in the order of the seeds.
 */
export function textsToConvert(
  fileSystem: FileSystem,
  { folder, register }: OpenEdition,
  options: ConvertOptions,
  report: Report,
): ConvertInput[] {
  const wanted =
    options.only === undefined || options.only.length === 0
      ? folder.seeds
      : folder.seeds.filter((seed) => options.only?.includes(seed.id) === true);
  const sidecars = new Map(folder.seeds.map((seed) => [seed, sidecarOf(fileSystem, folder, seed, report, register)]));
  const date = options.date ?? folder.edition.date;
  const schemas = schemasOf(fileSystem, folder.root, report);
  if (schemas === undefined) return [];
  return wanted.flatMap((seed) => {
    const sidecar = sidecars.get(seed);
    if (sidecar === undefined) return [];
    const encoding = options.encoding ?? sidecar.encoding ?? folder.edition.defaults.encoding;
    const source = readSeed(fileSystem, seed, { ...options, ...(encoding === undefined ? {} : { encoding }) }, report);
    if (source === undefined) return [];
    return [
      {
        id: seed.id,
        source,
        edition: folder.edition,
        sidecar,
        register,
        toolVersion,
        ...(date === undefined ? {} : { date }),
        witnesses: witnessesOf(sidecar, sidecars),
        schemas,
      },
    ];
  });
}

/**
 * The schemas as a TEI file names them; what the edition's folder lacks of them comes with Editio. Undefined, with a
 * finding, where the disk does not say what it has.
 */
function schemasOf(fileSystem: FileSystem, root: string, report: Report): SchemaAddresses | undefined {
  try {
    const hasCustomization = fileSystem.status(join(root, CUSTOMIZATION_FILE))?.kind === 'file';
    return {
      grammar: `../${SCHEMA_FILE}`,
      rules: `../${RULES_FILE}`,
      ...(hasCustomization ? { customization: `../${CUSTOMIZATION_FILE}` } : {}),
    };
  } catch (error) {
    report(unreadable(CUSTOMIZATION_FILE, systemReason(error)));
    return undefined;
  }
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
  const outcome = readStable(fileSystem, seed.path, seed.file, (size) => tooLarge(seed.file, size));
  if (outcome.kind === 'failed') {
    report(outcome.finding);
    return undefined;
  }
  const { source, diagnostics } = decodeSource(seed.file, outcome.bytes, options);
  diagnostics.forEach(report);
  return source;
}
