import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertDocument, type ConvertedDocument } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { defaultEdition, type Edition } from '../../src/edition/edition.js';
import { joinRegisters, readRegisterFile } from '../../src/edition/register-file.js';
import type { Register } from '../../src/edition/register.js';
import { emptySidecar, type Sidecar } from '../../src/edition/sidecar.js';
import { sourceFileOf } from '../../src/source/source-file.js';

/** A small register, so that a test that names somebody does not hang on this edition's own. */
export const sampleRegister: Register = register('register.xml');

function register(name: string): Register {
  const findings: Diagnostic[] = [];
  const path = join(import.meta.dirname, name);
  const read = readRegisterFile(path, readFileSync(path, 'utf8'), (finding) => findings.push(finding));
  const joined = joinRegisters([{ file: path, register: read }], (finding) => findings.push(finding));
  if (findings.length > 0) throw new Error(`The register of the tests is faulty: ${findings[0]?.message ?? ''}`);
  return joined;
}

/** What a test says of a document beside its text. */
export interface Circumstances {
  readonly sidecar?: Partial<Sidecar>;
  readonly edition?: Partial<Edition>;
  readonly register?: Register;
}

/** Converts a text as the pipeline does, without a folder around it. */
export function convertText(text: string, { sidecar, edition, register }: Circumstances = {}): ConvertedDocument {
  return convertDocument({
    id: 'x',
    source: sourceFileOf('seeds/x.txt', text),
    edition: { ...defaultEdition('Test'), ...edition },
    sidecar: { ...emptySidecar, ...sidecar },
    register: register ?? sampleRegister,
    toolVersion: '0.0.0',
  });
}
