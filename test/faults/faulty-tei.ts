import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from '../../src/commands/transform.js';
import { validate } from '../../src/commands/validate.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import type { FormatName } from '../../src/transform/transform.js';
import { editionOf } from './edition-of-files.js';

export const XMLNS = 'xmlns="http://www.tei-c.org/ns/1.0"';

/** The least header; what is given stands at its end. */
export function headerWith(more = ''): string {
  return `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>${more}</teiHeader>`;
}

/** A TEI file whose body begins in line 4, column 1. */
export function tei(body: string, header = headerWith()): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<TEI ${XMLNS}>${header}<text><body>\n\n${body}\n</body></text></TEI>\n`;
}

/** What a command said of a file: its exit code, and of each finding but remarks `code line:column`. */
export interface Verdict {
  readonly result: readonly [number, ...string[]];
  readonly findings: readonly Diagnostic[];
  /** What a transformation gave. */
  readonly output: string;
  /** Milliseconds of the call. */
  readonly time: number;
}

function verdictOf(
  { exitCode, diagnostics }: { readonly exitCode: number; readonly diagnostics: readonly Diagnostic[] },
  output: string,
  begun: number,
): Verdict {
  const findings = diagnostics.filter(({ severity }) => severity !== 'info');
  const places = findings.map(({ code, position }) =>
    position === undefined ? code : `${code} ${position.line}:${position.column}`,
  );
  return { result: [exitCode, ...places], findings, output, time: performance.now() - begun };
}

/** A file `x.xml` of its own on the disk. */
export function fileOf(content: string | Uint8Array): string {
  return join(editionOf({ 'x.xml': content }), 'x.xml');
}

/** `editio validate x.xml`. */
export async function validated(content: string | Uint8Array): Promise<Verdict> {
  const path = fileOf(content);
  const begun = performance.now();
  return verdictOf(await validate([path]), '', begun);
}

/** `editio transform x.xml --to …`. */
export async function transformed(content: string | Uint8Array, format: FormatName = 'html'): Promise<Verdict> {
  const path = fileOf(content);
  const begun = performance.now();
  const outcome = await transform(diskFileSystem, [path], { format, parameters: {} });
  return verdictOf(outcome, outcome.summary.join('\n'), begun);
}

/**
 * Gives a file to `validate`, and to `transform --out`, which both have to refuse it with one and the same finding; nothing
 * may be written.
 *
 * @returns the verdict of `validate`.
 */
export async function refused(content: string | Uint8Array): Promise<Verdict> {
  const path = fileOf(content);
  const begun = performance.now();
  const verdict = verdictOf(await validate([path]), '', begun);
  const out = join(path, '../out');
  const outcome = await transform(diskFileSystem, [path], { format: 'text', out, parameters: {} });
  const again = verdictOf(outcome, '', begun);
  const written = existsSync(out) ? readdirSync(out) : [];
  if (written.length > 0) throw new Error(`A refused file was written: ${written.join(', ')}`);
  if (JSON.stringify(again.result) !== JSON.stringify(verdict.result)) {
    throw new Error(`transform says ${again.result.join(', ')}; validate says ${verdict.result.join(', ')}`);
  }
  const silent = verdict.findings.filter(({ help }) => help === undefined);
  if (silent.length > 0) throw new Error(`No help: ${silent.map(({ code }) => code).join(', ')}`);
  return verdict;
}
