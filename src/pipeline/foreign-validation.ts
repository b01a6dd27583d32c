import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { chooseSchema } from '../validate/schema-choice.js';
import { readProlog } from '../validate/gate/prolog.js';
import { validateFiles } from '../validate/validate.js';
import { readableXml } from './foreign-tei.js';
import type { TeiFile } from './tei-file.js';

/**
 * Validates files that the edition does not own against the grammar that each of them names, where it lies on this
 * disk: no other grammar can say what is a fault in them. They are published whatever it says, so that a file has one
 * warning with the count; `editio validate` tells all.
 */
export async function validateForeign(root: string, files: readonly TeiFile[]): Promise<Diagnostic[]> {
  const bound = files.filter((file) => {
    const { models } = readProlog(readableXml(file) ?? '');
    return chooseSchema(join(root, file.path), models).path !== undefined;
  });
  const findings = await validateFiles(
    bound.map(({ path, bytes }) => ({ path: join(root, path), bytes })),
    { checks: new Set(['relax-ng']), allowDoctype: true },
  );
  const byFile = new Map<string | undefined, Diagnostic[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  const told = bound.flatMap(({ path }) => summaryOf(path, byFile.get(join(root, path)) ?? []));
  const unbound = files.length - bound.length;
  return unbound === 0 ? told : [...told, unchecked(unbound)];
}

function summaryOf(file: string, findings: readonly Diagnostic[]): Diagnostic[] {
  const faults = findings.filter(({ severity }) => severity !== 'info');
  const [first] = faults;
  if (first === undefined) return [];
  const { position, span } = first;
  return [
    diagnostic(
      'edition/schema-faults',
      `Its own schema finds ${faults.length === 1 ? 'a fault' : `${faults.length} faults`} in this file. ${faults.length === 1 ? '' : 'The first: '}${first.message}`,
      {
        file,
        ...(position === undefined ? {} : { position }),
        ...(span === undefined ? {} : { span }),
        help: `editio validate ${file} tells all.`,
      },
    ),
  ];
}

function unchecked(count: number): Diagnostic {
  const files = count === 1 ? 'One TEI file names' : `${count} TEI files name`;
  return diagnostic(
    'edition/schema-unknown',
    `${files} no grammar that lies here: that they are well-formed TEI was checked, their structure was not.`,
    { help: 'editio validate --schema tei_all.rng FILES checks it.' },
  );
}
