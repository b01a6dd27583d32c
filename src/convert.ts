import type { Annotation } from './annotate/annotation.js';
import { annotateDocument } from './annotate/annotate.js';
import { readBlocks } from './blocks/read-blocks.js';
import { diagnostic, type Diagnostic } from './diagnostics/diagnostic.js';
import { nearestSpelling } from './diagnostics/spelling.js';
import type { Edition } from './edition/edition.js';
import { placeDecisions } from './edition/placed-decision.js';
import type { Register } from './edition/register.js';
import type { Sidecar } from './edition/sidecar.js';
import { languageTagOf } from './language/names.js';
import type { Difference } from './source/difference.js';
import { readPassage } from './source/passage.js';
import { placeOf, positionAt, type SourceFile } from './source/source-file.js';
import type { Branch } from './structure/division.js';
import type { Evidence, GenreName } from './structure/genre.js';
import { genres } from './structure/genres/index.js';
import { blockDecisions, reportUnheeded, structureDecisions } from './structure/decisions.js';
import { structureDocument } from './structure/structure.js';
import { encodeDocument } from './tei/encode.js';
import type { SchemaAddresses, Witness } from './tei/header/header-input.js';
import { parseTei } from './tei/parse.js';
import { serializeTei, xmlModel, type Origin } from './tei/serialize.js';
import { checkText } from './tei/text-check.js';

/** One source text to convert, with all that is known of it. */
export interface ConvertInput {
  /** The document's id: an NCName. */
  readonly id: string;
  readonly source: SourceFile;
  readonly edition: Edition;
  readonly sidecar: Sidecar;
  readonly register: Register;
  readonly toolVersion: string;
  /** ISO date for `revisionDesc`, where the input says one; never the clock's. */
  readonly date?: string;
  /** The witnesses of the work that this text is a witness of, itself among them; none for a text that stands alone. */
  readonly witnesses?: readonly Witness[];
  /** Where the schemas stand, relative to the TEI file; none for a text without an edition. */
  readonly schemas?: SchemaAddresses;
}

/** A converted document. */
export interface ConvertedDocument {
  readonly id: string;
  readonly source: SourceFile;
  /** The TEI file, as it is to be written; undefined where an error forbids it. */
  readonly xml?: string;
  /** From places in `xml` to places in the source. */
  readonly origins: readonly Origin[];
  readonly genre: GenreName;
  /** What spoke for the genre; empty where it was said. */
  readonly evidence: readonly Evidence[];
  readonly language: string;
  /** What was found in the text, with how certain it is: offsets into the source. */
  readonly annotations: readonly Annotation[];
  /** What recognisers found, before decisions and overlaps were settled. */
  readonly found: readonly Annotation[];
  /** The parts of the text. */
  readonly body: Branch;
  /** Every place where the text of the TEI differs from the source, and why. */
  readonly differences: readonly Difference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What writing, validating and publishing need of a converted document; plain data, which can be kept. */
export type Conversion = Omit<ConvertedDocument, 'annotations' | 'found' | 'body'>;

/**
 * Converts a plain text to TEI: blocks, structure, annotations, encoding, in this order; then checks that the text
 * of what was made is the source's. Faults of the text are diagnostics; it never throws for them.
 */
export function convertDocument(input: ConvertInput): ConvertedDocument {
  const { source, sidecar, edition, register } = input;
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(located(finding, source));
  };
  const decisions = placeDecisions(sidecar.decisions, source, edition.editors, report);
  const decided = structureDecisions(decisions);
  const saidLanguage = sidecar.language ?? edition.defaults.language;

  const blocks = readBlocks(source, {
    ...(saidLanguage === undefined ? {} : { language: saidLanguage }),
    ...blockDecisions(decisions),
  });
  const { language } = blocks;
  const genre = genreSaid(input, report);
  const structured = structureDocument(source, blocks, language, {
    ...(genre === undefined ? {} : { genre }),
    participants: Object.keys(sidecar.participants),
    decided,
  });
  reportUnheeded(decisions, source, blocks, structured, report);
  const printedOriginal = blocks.fields.find((field) => field.name === 'original-language')?.values[0];
  const originalLanguage =
    sidecar.originalLanguage ??
    edition.defaults.originalLanguage ??
    (printedOriginal === undefined
      ? undefined
      : languageTagOf(readPassage(source.text, printedOriginal, blocks.fieldDifferences).text));
  const known = [...sidecar.author, ...sidecar.sender, ...sidecar.addressee].flatMap((agent) => agent.id ?? []);
  const annotated = annotateDocument(source, blocks, structured, {
    language,
    ...(originalLanguage === undefined ? {} : { originalLanguage }),
    ...(sidecar.date === undefined ? {} : { documentDate: sidecar.date }),
    register,
    knownPersons: [...known, ...Object.values(sidecar.participants)],
    decisions,
    report,
  });
  const { tei, noteIds } = encodeDocument({
    ...input,
    blocks,
    structured,
    annotated,
    language,
    ...(originalLanguage === undefined ? {} : { originalLanguage }),
  });
  const { xml, origins } = serializeTei(tei, {
    prolog:
      input.schemas === undefined
        ? []
        : [xmlModel(input.schemas.grammar, 'relaxng'), xmlModel(input.schemas.rules, 'schematron')],
  });

  const parsed = parseTei(xml);
  if (parsed.fault !== undefined) throw new Error(`The TEI of ${input.id} is not well-formed: ${parsed.fault.message}`);
  const unfaithful = checkText({
    source,
    blocks,
    structured,
    differences: annotated.differences,
    tei: parsed.document.root,
    noteIds,
  });
  diagnostics.push(...unfaithful);
  return {
    id: input.id,
    source,
    ...(unfaithful.length > 0 ? {} : { xml }),
    origins,
    genre: structured.genre,
    evidence: structured.evidence,
    language,
    annotations: annotated.annotations,
    found: annotated.found,
    body: structured.body,
    differences: annotated.differences,
    diagnostics,
  };
}

/** The genre that sidecar or edition says; one that Editio does not know is reported and guessed instead. */
function genreSaid(
  { sidecar, edition, source }: ConvertInput,
  report: (finding: Diagnostic) => void,
): GenreName | undefined {
  const said = sidecar.genre ?? edition.defaults.genre;
  if (said === undefined) return undefined;
  const known = genres.find((genre) => genre.name === said);
  if (known === undefined) {
    const names = genres.map(({ name }) => name);
    const nearest = nearestSpelling(said, names);
    report(
      diagnostic(
        'convert/unknown-genre',
        `“${said}” is no genre that Editio knows; the genre was guessed from the text.`,
        {
          file: source.path,
          expected: names,
          actual: said,
          help: `${nearest === undefined ? '' : `Did you mean “${nearest}”? `}Write one of these as “genre:” into the sidecar: ${names.join(', ')}.`,
        },
      ),
    );
  }
  return known?.name;
}

/** A finding with line and column, where it has only a span. */
function located(finding: Diagnostic, source: SourceFile): Diagnostic {
  if (finding.span === undefined || finding.position !== undefined || finding.file !== source.path) return finding;
  return { ...finding, ...placeOf(source, finding.span), position: positionAt(source, finding.span.start) };
}
