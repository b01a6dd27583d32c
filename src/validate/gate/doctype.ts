import { diagnostic, type Diagnostic, type DiagnosticDetail } from '../../diagnostics/diagnostic.js';
import { doctypeForm } from './prolog.js';

/**
 * Why a document type declaration is refused, or undefined for one that is let pass.
 *
 * @param doctype offset of its `<!`.
 * @param allow whether a declaration without an internal subset passes.
 * @param place file and position of the declaration.
 */
export function doctypeFinding(
  text: string,
  doctype: number,
  allow: boolean,
  place: DiagnosticDetail,
): Diagnostic | undefined {
  const form = doctypeForm(text, doctype);
  if (allow && form === 'plain') return undefined;
  const name = /^<!doctype\s{1,100}([\w.]{1,100})/i.exec(text.slice(doctype, doctype + 210))?.[1] ?? '';
  const refuse = (message: string, help: string): Diagnostic =>
    diagnostic('gate/doctype-not-allowed', message, { ...place, help });
  if (allow && form === 'unclosed') {
    return refuse('The document type declaration is not closed.', 'Write > where it ends, or remove it.');
  }
  if (name.toLowerCase() === 'html') {
    return refuse('The file is HTML (<!DOCTYPE html>), not TEI.', 'Give the TEI file that it was made from.');
  }
  if (name === 'TEI.2' || name === 'teiCorpus.2') {
    return refuse(
      `The document type declaration (<!DOCTYPE ${name}>) is that of TEI P4, not of TEI P5.`,
      'Convert the file to P5 first, for example with the stylesheet p4top5.xsl of the TEI Consortium.',
    );
  }
  return refuse(
    'The file has a document type declaration (<!DOCTYPE …>), which is not read.',
    allow
      ? 'It declares entities of its own ([…]), which no option lets pass. Write them as characters and remove it.'
      : 'Remove it. It can make a parser read other files or fill the memory; TEI P5 needs none. Write the entities that it declares as characters. (--allow-doctype passes over one without declarations of its own.)',
  );
}
