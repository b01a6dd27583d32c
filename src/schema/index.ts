export { compileOdd, type CompiledSchema, type CompileInput } from './compile.js';
export type { TextFile } from './odd-report.js';
export { serializeVocabulary, teiVocabulary, type TeiVocabulary, type VocabularyEntry } from './vocabulary.js';
export { requestedVersion } from './odd-source.js';
export {
  DEFAULT_TEI_SITE,
  DEFAULT_TEI_VERSION,
  findRelease,
  type FoundRelease,
  type ReleaseRequest,
} from './tei-release.js';
