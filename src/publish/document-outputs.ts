import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { transformDocuments, type TransformedDocument } from '../transform/transform.js';
import type { FormatParameters } from '../transform/format.js';

/** The outputs of one TEI file. */
export interface Outputs {
  readonly html: TransformedDocument;
  readonly text: TransformedDocument;
}

/** A TEI file to make outputs of. */
export interface OutputOrder {
  readonly path: string;
  readonly xml: string | Uint8Array;
  /** Where addresses lead; without it, by the general rules. */
  readonly links?: ReadonlyMap<string, string>;
}

/** Makes the reading text and the plain text of files, in one call for all: that costs a fraction of as many calls. */
export async function outputsOf(orders: readonly OutputOrder[], parameters: FormatParameters): Promise<Outputs[]> {
  const documents = orders.map(({ path, xml, links }) => ({
    id: path,
    xml,
    file: path,
    ...(links === undefined ? {} : { links }),
  }));
  const { language = 'en', reading = 'edited' } = parameters;
  const [html, text] = await Promise.all([
    transformDocuments(documents, 'html', { parameters }),
    transformDocuments(documents, 'text', { parameters: { language, reading } }),
  ]);
  return html.flatMap((each, index) => {
    const beside = text[index];
    return beside === undefined ? [] : [{ html: each, text: beside }];
  });
}

/**
 * The findings of a document's outputs, each once: both outputs read the same file. What the gate says of the edition's
 * own files, their validation says. Addresses of another archive are not this edition's to correct, so that one finding
 * stands for all.
 */
export function findingsOf({ html, text }: Outputs, isForeign: boolean): Diagnostic[] {
  const seen = new Set<string>();
  const all = [...html.diagnostics, ...text.diagnostics].filter(({ code, message, position, actual }) => {
    const key = JSON.stringify([code, message, position, actual]);
    if (seen.has(key) || (!isForeign && code.startsWith('gate/'))) return false;
    seen.add(key);
    return true;
  });
  const unsafe = all.filter(({ code }) => code === 'transform/unsafe-link');
  const [first] = unsafe;
  if (!isForeign || first === undefined) return all;
  const more = unsafe.length === 1 ? '' : ` So are ${unsafe.length - 1} more in this file.`;
  return [
    ...all.filter(({ code }) => code !== 'transform/unsafe-link'),
    { ...first, severity: 'info', message: first.message + more },
  ];
}
