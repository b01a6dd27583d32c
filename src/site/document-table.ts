import type { DocumentView } from './reading/document-view.js';
import type { SiteFile } from './site-input.js';
import type { FileKind } from './site-files.js';

/** The list of all documents as a file. */
export const DOCUMENT_TABLE_PATH = 'data/documents.csv';

const COLUMNS = ['id', 'title', 'date', 'language', 'genre', 'words', 'page', 'tei', 'text'] as const;

/** The documents of the edition as a table for programs (RFC 4180), in the order of the site. */
export const documentTable: FileKind = ({ context: { documents } }): SiteFile[] => {
  const rows = [COLUMNS, ...documents.map(rowOf)];
  return [{ path: DOCUMENT_TABLE_PATH, content: rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('') }];
};

function rowOf({ id, title, date, language, header, text, path, teiPath, textPath }: DocumentView): string[] {
  const value = [date?.start ?? '', date?.end ?? ''].filter((each) => each !== '').join('/');
  return [id, title, value, language, header.genres[0] ?? '', String(text.words), path, teiPath, textPath];
}

/** A value in quotation marks; one that a spreadsheet would run as a formula begins with an apostrophe. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
