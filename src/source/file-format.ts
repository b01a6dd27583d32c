/** What a file that is named like a plain text is in truth. */
export interface FileFormat {
  /** As a sentence names it: “a PDF file”. */
  readonly name: string;
  /** What to do with it. */
  readonly help: string;
  /** True where the file is text all the same, with markup between its words. */
  readonly isMarkup: boolean;
}

const EXPORT = 'Open it in the program that made it and save it as plain text (UTF-8).';
const RECOGNISE = 'It has no letters, only pictures of them: have the text recognised (OCR), or type it.';
const UNPACK = 'Unpack it, and put the plain texts that are in it into the folder.';

/** The first bytes of formats, in Latin-1 (the signatures of the PRONOM registry). */
const signatures: readonly (readonly [start: string, name: string, help: string])[] = [
  ['%PDF-', 'a PDF file', EXPORT],
  ['{\\rtf', 'a document in RTF', EXPORT],
  ['%!PS', 'a PostScript file', EXPORT],
  ['\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1', 'a document of an office program (.doc or the like)', EXPORT],
  ['\u0089PNG', 'a picture (PNG)', RECOGNISE],
  ['\u00FF\u00D8\u00FF', 'a picture (JPEG)', RECOGNISE],
  ['GIF8', 'a picture (GIF)', RECOGNISE],
  ['II*\0', 'a picture (TIFF)', RECOGNISE],
  ['MM\0*', 'a picture (TIFF)', RECOGNISE],
  ['\u001F\u008B', 'a packed file (gzip)', UNPACK],
  ['7z\u00BC\u00AF', 'a packed file (7z)', UNPACK],
  ['Rar!\u001A', 'a packed file (RAR)', UNPACK],
  ['SQLite format 3\0', 'a database (SQLite)', 'Export the texts that are in it as plain text.'],
];

/** Names of files within a ZIP that tell what it is: office documents and e-books are ZIP files. */
const packages: readonly (readonly [mark: string, name: string])[] = [
  ['word/', 'a Word document (.docx)'],
  ['xl/', 'a spreadsheet (.xlsx)'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'an OpenDocument file (.odt or the like)'],
  ['mimetypeapplication/epub+zip', 'an e-book (EPUB)'],
];

/** How many bytes are looked at. */
const SAMPLE = 4096;

/**
 * What a file's first bytes say that it is, where they say that it is no plain text. Bytes of a plain text that happens to
 * speak of such formats begin otherwise.
 *
 * @param bytes the whole file, or its beginning.
 */
export function formatOf(bytes: Uint8Array): FileFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) {
    const name = packages.find(([mark]) => start.includes(mark))?.[1];
    return { name: name ?? 'a packed file (ZIP)', help: name === undefined ? UNPACK : EXPORT, isMarkup: false };
  }
  for (const [signature, name, help] of signatures) {
    if (start.startsWith(signature)) return { name, help, isMarkup: false };
  }
  return markupOf(start.replace(/^\u00EF\u00BB\u00BF/, '').trimStart());
}

/** The document that markup at the very beginning of a file announces. */
function markupOf(start: string): FileFormat | undefined {
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(start)) {
    return { name: 'a web page (HTML)', help: 'Save the page as plain text in a browser.', isMarkup: true };
  }
  const isXml = /^<\?xml\s/.test(start);
  if (/^<(?:\w{1,9}:)?(?:TEI|TEI\.2|teiCorpus)[\s>]/.test(start) || (isXml && /<(?:\w{1,9}:)?TEI[\s>.]/.test(start))) {
    return { name: 'a TEI file', help: 'Give it the ending .xml and put it into the folder tei.', isMarkup: true };
  }
  return isXml
    ? { name: 'an XML file', help: 'Take the text out of it, and save it alone.', isMarkup: true }
    : undefined;
}
