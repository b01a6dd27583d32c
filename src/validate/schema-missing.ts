import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';

/** The finding that a file names a schema that is not there: what the schema would have said is not known. */
export function schemaMissing(file: string, href: string): Diagnostic {
  return diagnostic(
    'validate/schema-missing',
    `The xml-model instruction names “${href}”, and there is no such file.`,
    {
      file,
      actual: href,
      help: 'Put the schema there, correct the address (it is relative to this file), or name another with --schema or --schematron.',
    },
  );
}
