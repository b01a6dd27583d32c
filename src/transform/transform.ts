import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { indexLines } from '../diagnostics/line-index.js';
import { runStylesheet, type StylesheetResult } from '../processor/stylesheet.js';
import { passGate } from '../validate/gate/gate.js';
import { checkCoverage, checkEmptiness } from './coverage.js';
import { resolveParameters, type FormatParameters, type OutputFormat } from './format.js';
import { html } from './formats/html.js';
import { text } from './formats/text.js';
import { isSafeLink } from './link.js';
import { linkInstructions } from './link-instructions.js';
import { readSourceWords, type SourceReading } from './source-words.js';
import { strangeElements } from './strange-elements.js';

/** The output formats by name, in the order in which they are listed to users. */
export const outputFormats = { html, text } as const satisfies Record<string, OutputFormat>;

export type FormatName = keyof typeof outputFormats;

/** A TEI document to transform. */
export interface TeiDocument {
  readonly id: string;
  /** The file's bytes, or its text where it is decoded already. */
  readonly xml: string | Uint8Array;
  /** The file's path as the user wrote it, for diagnostics; the id where there is none. */
  readonly file?: string;
  /**
   * Where addresses of the document lead on the page that the output is for; see {@link linkInstructions}. With it,
   * relative addresses that it does not have become no links.
   */
  readonly links?: ReadonlyMap<string, string>;
}

export interface TransformOptions {
  /** Settings of the format; see {@link outputFormats} for names and defaults. */
  readonly parameters?: FormatParameters;
}

/** What a document became. `output` is empty where a diagnostic of severity `error` says why. */
export interface TransformedDocument {
  readonly id: string;
  readonly output: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Characters of XML that go to the processor in one call: enough to share its cost, few enough to bound the memory. */
const BATCH = 1_000_000;

/** A document on its way: what the gate let through. */
interface Admitted {
  readonly index: number;
  readonly file: string;
  readonly xml: string;
  readonly links: ReadonlyMap<string, string> | undefined;
}

/**
 * Transforms TEI documents, from Editio or from anywhere, to an output format. Many documents in one call cost a
 * fraction of as many calls.
 *
 * Each document passes the gate first (well-formed, TEI P5, no document type declaration); afterwards its output is
 * checked to hold every word of its text. What is wrong with a document is in its own diagnostics; the others go on.
 *
 * @returns one result a document, in order.
 * @throws RangeError for parameters that the format does not know; Error for a fault of ours.
 */
export async function transformDocuments(
  documents: readonly TeiDocument[],
  formatName: FormatName,
  options: TransformOptions = {},
): Promise<readonly TransformedDocument[]> {
  const format: OutputFormat = outputFormats[formatName];
  const parameters = resolveParameters(format, options.parameters ?? {});
  const results = documents.map(({ id }) => ({ id, output: '', diagnostics: [] as Diagnostic[] }));
  const admitted: Admitted[] = [];
  documents.forEach(({ id, xml, file = id, links }, index) => {
    const { passed, diagnostics } = passGate(file, typeof xml === 'string' ? encoded(xml) : xml);
    results[index]?.diagnostics.push(...diagnostics);
    if (passed !== undefined) admitted.push({ index, file, xml: passed.text, links });
  });
  for (const batch of batches(admitted)) {
    const outputs = await runStylesheet(
      format.stylesheet,
      batch.map(({ xml, links }) => xml + linkInstructions(links)),
      stylesheetParameters(parameters),
    );
    batch.forEach(({ index, file, xml }, place) => {
      const result = outputs[place];
      const target = results[index];
      if (result === undefined || target === undefined) return;
      const finished = finish(format, parameters, file, xml, result);
      target.output = finished.output;
      target.diagnostics.push(...finished.diagnostics);
    });
  }
  return results;
}

/** Transforms one document; see {@link transformDocuments}. */
export async function transformDocument(
  document: TeiDocument,
  formatName: FormatName,
  options: TransformOptions = {},
): Promise<TransformedDocument> {
  const [result] = await transformDocuments([document], formatName, options);
  if (result === undefined) throw new Error('A document was transformed to nothing.');
  return result;
}

/** The bytes of a text that is decoded already: what its declaration says of an encoding is no longer true. */
function encoded(xml: string): Uint8Array {
  return new TextEncoder().encode(xml.replace(/^(\uFEFF?<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1'));
}

/** Only what a stylesheet can know; the width of lines is the layout's. */
function stylesheetParameters(parameters: FormatParameters): FormatParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'width'));
}

function* batches(admitted: readonly Admitted[]): Generator<readonly Admitted[]> {
  let batch: Admitted[] = [];
  let size = 0;
  for (const document of admitted) {
    if (batch.length > 0 && size + document.xml.length > BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(document);
    size += document.xml.length;
  }
  if (batch.length > 0) yield batch;
}

/** The output of one document with all that is to be said of it. */
function finish(
  format: OutputFormat,
  parameters: FormatParameters,
  file: string,
  xml: string,
  result: StylesheetResult,
): { readonly output: string; readonly diagnostics: readonly Diagnostic[] } {
  if ('error' in result) {
    const failure = diagnostic('transform/failed', `The stylesheet for ${format.name} failed: ${result.error}`, {
      file,
      help: 'This is a fault of the stylesheet, not of the document. Please report it with the document.',
    });
    return { output: '', diagnostics: [failure] };
  }
  const output = format.finish(result.output, parameters);
  const source = readSourceWords(xml);
  const lines = indexLines(xml);
  return {
    output,
    diagnostics: [
      ...unsafeLinks(source, file, (offset) => lines.positionOf(offset)),
      ...strangeElements(source.elements, file, lines),
      ...checkEmptiness(source, format.readableText(output), format.name, file),
      ...checkCoverage(source.words, format.readableText(output), format.name, file, lines),
    ],
  };
}

/** The addresses that no output turns into a link. A private prefix that the header declares is no fault. */
function unsafeLinks(
  { links, prefixes }: SourceReading,
  file: string,
  positionOf: (offset: number) => { readonly line: number; readonly column: number },
): Diagnostic[] {
  return links.flatMap(({ element, attribute, address, offset }) => {
    // Several pointers in one attribute are divided by white space; a scheme that white space divides is no pointer.
    const unsafe = address
      .split(/\s+/)
      .find((one) => one !== '' && !isSafeLink(one) && !prefixes.has(one.slice(0, one.indexOf(':'))));
    if (unsafe === undefined) return [];
    return [
      diagnostic(
        'transform/unsafe-link',
        `The address in @${attribute} of <${element}> is printed as text, not linked.`,
        {
          file,
          position: positionOf(offset),
          span: { start: offset, end: offset + element.length + 1 },
          actual: address.slice(0, 200),
          expected: ['http:', 'https:', 'mailto:', 'a relative path', '#id'],
          help: 'Correct the address. A private prefix needs a <prefixDef> in the header.',
        },
      ),
    ];
  });
}
