import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TEI_NAMESPACE } from '../../src/tei/node.js';
import { transformDocument, type FormatName, type TransformedDocument } from '../../src/transform/transform.js';
import type { FormatParameters } from '../../src/transform/format.js';

/** Compiles the stylesheets where they changed, so that the tests see what templates/xslt says. */
export function compileStylesheets(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../templates/compile.js', import.meta.url))]);
}

/** The text of a hand-written TEI file of this folder. */
export function readSample(name: string): string {
  return readFileSync(new URL(`samples/${name}.xml`, import.meta.url), 'utf8');
}

/** A TEI document with the given body. */
export function teiWith(body: string, header = ''): string {
  return `<TEI xmlns="${TEI_NAMESPACE}"><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`;
}

/** Transforms one text. */
export function transform(
  xml: string,
  format: FormatName,
  parameters: FormatParameters = {},
): Promise<TransformedDocument> {
  return transformDocument({ id: 'sample', xml, file: 'sample.xml' }, format, { parameters });
}

/** The output of a body, which has to be made without any finding. */
export async function outputOf(body: string, format: FormatName, parameters: FormatParameters = {}): Promise<string> {
  const { output, diagnostics } = await transform(teiWith(body), format, { header: 'none', ...parameters });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return output;
}
