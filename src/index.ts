/**
 * The library: the stages of Editio for other programs. See README, "As a library", for examples.
 */
export { convertDocument as convert, type ConvertedDocument, type ConvertInput } from './convert.js';
export { build } from './commands/build.js';
export type { Outcome } from './commands/outcome.js';
export { catalogue, type DiagnosticCode, type Severity } from './diagnostics/catalogue.js';
export type { Diagnostic, Place, Position } from './diagnostics/diagnostic.js';
export type { ReportFormat } from './diagnostics/reporters/format.js';
export { reporters } from './diagnostics/reporters/index.js';
export type { JsonFinding, JsonReport } from './diagnostics/reporters/json.js';
export type { Findings, Reporter, ReporterOptions } from './diagnostics/reporters/reporter.js';
export { defaultEdition, type Edition } from './edition/edition.js';
export { joinRegisters, readRegisterFile } from './edition/register-file.js';
export { emptyRegister, type Register } from './edition/register.js';
export { emptySidecar, readSidecar, type Sidecar } from './edition/sidecar.js';
export { decodeSource, type Decoded, type DecodeOptions } from './source/decode.js';
export type { Difference, DifferenceKind } from './source/difference.js';
export { sourceFileOf, type SourceFile } from './source/source-file.js';
export type { Span } from './source/span.js';
export { diskFileSystem, type FileSystem } from './storage/file-system.js';
export { compileOdd, type CompiledSchema, type CompileInput } from './schema/index.js';
export { transformDocument as transform, transformDocuments, type TransformedDocument } from './transform/transform.js';
export { checks, type Check } from './validate/checks.js';
export { validateFiles as validate, type FileToValidate, type ValidateOptions } from './validate/validate.js';
export { toolVersion } from './version.js';
