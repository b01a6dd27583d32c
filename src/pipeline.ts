/**
 * The way of the data, a stage after the other: an edition is opened, its texts are read and converted, its TEI files are
 * validated. What is published of them, `publish.ts` makes.
 */
export { APPARATUS_FOLDER, TEI_FOLDER } from './edition/edition-folder.js';
export { openEdition, type OpenEdition } from './pipeline/open-edition.js';
export { textsToConvert, type ConvertOptions } from './pipeline/texts-to-convert.js';
export { convertEdition, convertTexts, type ConversionRun } from './pipeline/conversions.js';
export {
  apparatusFilesOf,
  readSchemaFiles,
  registerFilesOf,
  SCHEMA_FILE,
  teiFilesOf,
} from './pipeline/edition-files.js';
export type { TeiFile } from './pipeline/tei-file.js';
export { validateEdition } from './pipeline/validation.js';
