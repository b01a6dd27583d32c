import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { loadSchematron, runSchematron, type SchematronOptions } from '../../../src/validate/schematron/index.js';

/** A schema around its parts; `a` to `c` are elements without a namespace, `t:` is TEI's. */
export function schema(parts: string, attributes = 'queryBinding="xslt3"'): string {
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ${attributes}>
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
${parts}
</schema>`;
}

/** What a schema says of a document, or what is said of the schema. */
export async function findingsOf(
  text: string,
  document: string,
  options: SchematronOptions = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Diagnostic[]> {
  const read = (path: string): string | undefined => files[path.replace(/^.*\/(?=[^/]*$)/, '')];
  const { rules, diagnostics } = loadSchematron('rules.sch', text, read);
  if (rules === undefined) return [...diagnostics];
  return [...diagnostics, ...(await runSchematron(rules, [{ path: 'a.xml', text: document }], options))];
}

/** The findings in one line each: severity, place, message. */
export async function saidOf(
  text: string,
  document: string,
  options: SchematronOptions = {},
  files: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  return (await findingsOf(text, document, options, files)).map(inShort);
}

export function inShort({ code, position, message }: Diagnostic): string {
  return `${code.replace('schematron/', '')} ${position?.line ?? 0}:${position?.column ?? 0} ${message}`;
}
