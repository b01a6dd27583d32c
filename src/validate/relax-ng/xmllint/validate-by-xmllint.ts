import { diagnostic, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import { indexLines, type LineIndex } from '../../../diagnostics/line-index.js';
import type { Span } from '../../../source/span.js';
import { readMessages, type Complaint } from './messages.js';
import { fileName, runXmllint, SCHEMA_NAME } from './xmllint.js';

/** A file that has passed the gate. */
export interface GatedFile {
  readonly path: string;
  readonly text: string;
}

export interface SchemaFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Milliseconds that one schema has for all its files. */
export const DEFAULT_TIME_LIMIT = 60_000;

/** Most files in one call: libxml2's memory ends at some thousands. */
const BATCH = 1_000;

/**
 * Validates files against one RELAX NG schema in XML syntax. A file counts as valid only where libxml2 says so of it
 * by name.
 *
 * @param timeLimit milliseconds for each thousand files.
 */
export async function validateRelaxNg(
  files: readonly GatedFile[],
  schema: SchemaFile,
  timeLimit: number = DEFAULT_TIME_LIMIT,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (let start = 0; start < files.length; start += BATCH) {
    found.push(...(await validateBatch(files.slice(start, start + BATCH), schema, timeLimit)));
  }
  return found;
}

async function validateBatch(
  files: readonly GatedFile[],
  schema: SchemaFile,
  timeLimit: number,
): Promise<Diagnostic[]> {
  const encoder = new TextEncoder();
  const outcome = await runXmllint({
    schema: schema.bytes,
    files: files.map((file) => encoder.encode(declareUtf8(file.text))),
    timeLimit,
  });
  switch (outcome.kind) {
    case 'time-limit':
      return [
        diagnostic(
          'relax-ng/time-limit',
          `The validation took longer than ${timeLimit / 1000} s and was broken off; nothing is known of the files.`,
          {
            file: schema.path,
            help: 'Some schemas are too large for libxml2. Use one made for the edition, or allow more time.',
          },
        ),
      ];
    case 'failed':
      return [schemaFault(schema, outcome.output)];
    case 'done': {
      const { complaints, valid } = readMessages(outcome.output);
      return files.flatMap((file, index) => {
        const name = fileName(index);
        if (valid.has(name)) return [];
        const found = complaints.get(name) ?? [];
        const lines = indexLines(file.text);
        return found.length > 0
          ? found.map((complaint) => complaintDiagnostic(file, lines, complaint))
          : [silent(file)];
      });
    }
  }
}

/** libxml2 gets UTF-8, whatever the file was in. */
function declareUtf8(text: string): string {
  return text.replace(/^(<\?xml\s[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

function schemaFault(schema: SchemaFile, output: string): Diagnostic {
  const first = output.split('\n').find((line) => line.startsWith(`${SCHEMA_NAME}:`)) ?? output.split('\n')[0] ?? '';
  const [, line, reason] = /^[^:]+:(-?\d+): (?:element \S+: )?(.*)$/.exec(first) ?? [];
  const number = Number(line);
  return diagnostic('validate/schema-unreadable', `The schema cannot be used: ${reason ?? first}.`, {
    file: schema.path,
    ...(number > 0 ? { position: { line: number, column: 1 } } : {}),
    help: 'Editio reads RELAX NG in its XML syntax, in one file without <include>.',
  });
}

function silent(file: GatedFile): Diagnostic {
  return diagnostic('relax-ng/invalid', 'The file does not validate, and libxml2 does not say why.', {
    file: file.path,
    help: 'Validate it with another tool, such as jing, to learn the reason.',
  });
}

function complaintDiagnostic(file: GatedFile, lines: LineIndex, complaint: Complaint): Diagnostic {
  const span = spanOf(file.text, lines, complaint);
  return diagnostic(complaint.code, complaint.message, {
    file: file.path,
    span,
    position: lines.positionOf(span.start),
    ...(complaint.expected === undefined ? {} : { expected: complaint.expected }),
    ...(complaint.unexpected === undefined ? {} : { actual: complaint.unexpected }),
    help: complaint.help,
  });
}

/**
 * The characters that a complaint is about: the attribute, else the element's start tag. libxml2 tells only the line
 * on which the start tag ends, so the first such tag of that line is taken, or the last one before it.
 */
function spanOf(text: string, lines: LineIndex, complaint: Complaint): Span {
  const lineStart = lines.startOf(complaint.line);
  const lineEnd = lineStart + lines.textOf(complaint.line).length;
  const tag = `<${complaint.unexpected ?? complaint.element}`;
  const isTag = (at: number): boolean => /[\s/>]/.test(text.charAt(at + tag.length));
  const tags: Span[] = [];
  for (let at = text.indexOf(tag, lineStart); at !== -1 && at < lineEnd; at = text.indexOf(tag, at + 1)) {
    if (isTag(at)) tags.push({ start: at, end: at + tag.length });
  }
  if (tags.length === 0) {
    for (let at = text.lastIndexOf(tag, lineStart); at > 0; at = text.lastIndexOf(tag, at - 1)) {
      if (isTag(at)) {
        tags.push({ start: at, end: at + tag.length });
        break;
      }
    }
  }
  for (const { start } of complaint.attribute === undefined ? [] : tags) {
    const content = text.slice(start, text.indexOf('>', start));
    const at = content.search(new RegExp(`\\s${escapeName(complaint.attribute ?? '')}\\s*=`));
    if (at !== -1) return attributeSpan(text, start + at + 1);
  }
  return tags[0] ?? { start: lineStart, end: lineEnd };
}

/** libxml2 leaves the prefix of an attribute's name away. */
function escapeName(attribute: string): string {
  return `(?:[^\\s"'=]+:)?${attribute.replace(/[.]/g, '\\.')}`;
}

function attributeSpan(text: string, start: number): Span {
  const opening = /["']/g;
  opening.lastIndex = start;
  const quote = opening.exec(text);
  const close = quote === null ? -1 : text.indexOf(quote[0], quote.index + 1);
  return { start, end: close === -1 ? start + 1 : close + 1 };
}
