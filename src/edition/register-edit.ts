import { SaxesParser } from 'saxes';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { entryLines, listOf, newRegister, type RegisterAddition } from './register-addition.js';
import { readRegisterFile } from './register-file.js';
import type { Register } from './register.js';
import type { EditedText } from './sidecar-edit.js';

/** An element of the file with the offsets of its first character and of the one behind its last. */
interface Extent {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A register's list: where its start tag ends, where its end tag begins, its entries in order. */
interface ListExtent {
  readonly prefix: string;
  readonly content: { readonly start: number; readonly end: number };
  readonly entries: readonly Extent[];
  /** True of `<listPerson/>`: its tag has to be opened. */
  readonly isEmptyTag: boolean;
}

/**
 * Puts an entry into a register: among the others where they stand in the order of their ids, else behind the last.
 * It is indented as its neighbours are, and everything else of the file stays as it is, to the byte.
 *
 * @param text the decoded text of the file; undefined where there is none yet, and one is made.
 * @param register all entries of the edition: an id that one of them has is refused.
 * @returns the new text, or undefined where errors were reported.
 */
export function addEntry(
  file: string,
  text: string | undefined,
  addition: RegisterAddition,
  register: Register,
  report: Report,
): EditedText | undefined {
  const { persons, places, organisations } = register;
  if ([...persons, ...places, ...organisations].some(({ id }) => id === addition.id)) {
    report(
      diagnostic('register/duplicate-id', `An entry with the id “${addition.id}” is there already.`, {
        file,
        actual: addition.id,
        help: 'Choose another id, or say that the name is that entry’s.',
      }),
    );
    return undefined;
  }
  const present = text ?? newRegister(addition.register);
  const faults = { found: false };
  const before = readRegisterFile(file, present, (finding) => {
    if (finding.code === 'register/no-entries') return;
    faults.found ||= finding.severity === 'error';
    if (finding.severity === 'error') report(finding);
  });
  if (faults.found) return undefined;
  const list = listIn(present, listOf(addition.register));
  const edited = list === undefined ? undefined : withEntry(present, list, addition);
  if (edited === undefined || countOf(readRegisterFile(file, edited.text, () => undefined)) !== countOf(before) + 1) {
    report(
      diagnostic('review/not-added', `This register has no ${listOf(addition.register)} that an entry can go into.`, {
        file,
        help: `Put an element ${listOf(addition.register)} into standOff, and answer again.`,
      }),
    );
    return undefined;
  }
  return edited;
}

function countOf({ persons, places, organisations }: Register): number {
  return persons.length + places.length + organisations.length;
}

/** The first list of a name that stands in no other list; the text is well-formed. */
function listIn(text: string, name: string): ListExtent | undefined {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const open: { readonly name: string; readonly id: string; readonly start: number; readonly end: number }[] = [];
  let found: ListExtent | undefined;
  let entries: Extent[] = [];
  let depth = -1;
  parser.on('opentag', (tag) => {
    const end = parser.position;
    open.push({ name: tag.name, id: tag.attributes['xml:id'] ?? '', start: text.lastIndexOf('<', end - 1), end });
    if (found !== undefined || depth !== -1 || tag.name.replace(/^.*:/u, '') !== name) return;
    depth = open.length;
    entries = [];
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined || found !== undefined || depth === -1) return;
    const end = parser.position;
    if (open.length === depth && element.id !== '') entries.push({ id: element.id, start: element.start, end });
    if (open.length !== depth - 1) return;
    const isEmptyTag = end === element.end;
    const contentEnd = isEmptyTag ? end : text.lastIndexOf('<', end - 1);
    const prefix = element.name.slice(0, element.name.length - name.length);
    found = { prefix, content: { start: element.end, end: contentEnd }, entries, isEmptyTag };
  });
  parser.write(text).close();
  return found;
}

function withEntry(text: string, list: ListExtent, addition: RegisterAddition): EditedText {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = entryLines(addition, list.prefix);
  const { previous, first } = placeFor(addition.id, list.entries);
  if (previous !== undefined) {
    // A remark on the line of an entry belongs to it.
    const [remark = ''] = /^[ \t]*<!--[^\n>]*-->/u.exec(text.slice(previous.end)) ?? [];
    const at = previous.end + remark.length;
    return inserted(text, at, at, before(lines, indentAt(text, previous.start), eol));
  }
  if (first !== undefined) {
    const indent = indentAt(text, first.start);
    const own = indent === undefined ? before(lines, indent, eol) : `${lines.join(eol + indent)}${eol}${indent}`;
    return inserted(text, first.start, first.start, own);
  }
  if (list.isEmptyTag) {
    const start = text.lastIndexOf('<', list.content.start - 1);
    const indent = indentAt(text, start) ?? '';
    const tag = text.slice(start, list.content.start).replace(/\s*\/>$/u, '>');
    const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? '';
    const piece = `${tag}${before(lines, `${indent}  `, eol)}${eol}${indent}</${name}>`;
    return inserted(text, start, list.content.start, piece);
  }
  const indent = indentAt(text, list.content.end);
  const at = text.slice(0, list.content.end).trimEnd().length;
  return inserted(text, at, at, before(lines, `${indent ?? ''}  `, eol) + (indent === undefined ? eol : ''));
}

/** The entry that a new one follows, or the first one where it precedes all; neither where there are none. */
function placeFor(id: string, entries: readonly Extent[]): { readonly previous?: Extent; readonly first?: Extent } {
  const isInOrder = entries.every((entry, i) => i === 0 || (entries[i - 1]?.id ?? '') < entry.id);
  const [first] = entries;
  if (isInOrder && entries.length > 1 && first !== undefined && id < first.id) return { first };
  const previous = isInOrder ? entries.findLast((entry) => entry.id < id) : entries.at(-1);
  const last = previous ?? entries.at(-1);
  return last === undefined ? {} : { previous: last };
}

/** The blanks before an element that begins a line; undefined for one that does not. */
function indentAt(text: string, start: number): string | undefined {
  const blanks = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return blanks.trim() === '' ? blanks : undefined;
}

/** Lines that follow something: each on a line of its own where `indent` says that the neighbours are. */
function before(lines: readonly string[], indent: string | undefined, eol: string): string {
  return indent === undefined
    ? lines.map((line) => line.trim()).join('')
    : lines.map((line) => `${eol}${indent}${line}`).join('');
}

function inserted(text: string, start: number, end: number, piece: string): EditedText {
  const line = (offset: number): number => text.slice(0, offset).split('\n').length;
  const from = line(start) + (/^\r?\n/u.test(piece) ? 1 : 0);
  const to = line(start) + piece.trimEnd().split('\n').length - 1;
  return { text: text.slice(0, start) + piece + text.slice(end), from, to };
}
