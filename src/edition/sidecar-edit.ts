import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { decisionInFlow, decisionLines, entriesOf, type DecisionEntry } from './decision-lines.js';
import type { Register } from './register.js';
import { readSidecar } from './sidecar.js';
import { readYaml } from './yaml-source.js';

/** A file with something added. */
export interface EditedText {
  readonly text: string;
  /** The first and the last line that are new, from 1; `to` lies before `from` where nothing had to be added. */
  readonly from: number;
  readonly to: number;
}

/** A piece to put in the place of some characters. */
interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly piece: string;
}

/**
 * Adds decisions to a sidecar. Everything that stands there stays as it is, to the byte: comments, order, quoting, blank
 * lines, line ends. The result is read again before it counts; where it does not say what the file said and the new
 * decisions, and where the file is no sidecar, nothing is added, and the findings say why.
 *
 * @param file its path, for messages. @param text the file's decoded text, a byte order mark left in; undefined for a
 *   document without a sidecar. @param register where given, ids that it does not know are refused.
 * @returns the new text, or undefined where errors were reported. A decision that stands there already is not added.
 */
export function addDecisions(
  file: string,
  text: string | undefined,
  decisions: readonly DecisionEntry[],
  report: Report,
  register?: Register,
): EditedText | undefined {
  const present = text ?? '';
  const before = readYaml(file, asRead(present), report);
  if (before === undefined) return undefined;
  const data = before.data as Readonly<Record<string, unknown>>;
  const known = Array.isArray(data['decisions']) ? (data['decisions'] as unknown[]) : [];
  const fresh = decisions.filter((each) => !known.some((other) => isSame(each, other)));
  const other = fresh.flatMap((each) => known.findIndex((one) => isContrary(each, one))).find((index) => index >= 0);
  if (other !== undefined) {
    report(
      diagnostic('review/decided-otherwise', 'The sidecar decides otherwise on this very place.', {
        ...before.placeOfValue(['decisions', other]),
        help: 'Change that decision, or take it away, and answer again.',
      }),
    );
    return undefined;
  }
  if (fresh.length === 0) return { text: present, from: 1, to: 0 };
  const { start, end, piece } = insertionFor(present, fresh);
  const edited = present.slice(0, start) + piece + present.slice(end);
  const after = readYaml(file, asRead(edited), () => undefined);
  const wanted = { ...data, decisions: [...known, ...fresh.map((each) => Object.fromEntries(entriesOf(each)))] };
  if (!isDeepStrictEqual(after?.data, wanted)) {
    report(
      diagnostic('review/not-added', 'The decision cannot be added to this file: its decisions are no plain list.', {
        file,
        help: 'Write “decisions:” on a line of its own, and each decision below it, after a hyphen.',
      }),
    );
    return undefined;
  }
  if (readSidecar(file, asRead(edited), report, register) === undefined) return undefined;
  return { text: edited, ...linesOf(edited, start, piece) };
}

/** The text as a sidecar is read: without byte order mark, line ends LF. */
function asRead(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
}

/** The lines of a piece, its line ends at the edges aside. */
function linesOf(text: string, start: number, piece: string): { from: number; to: number } {
  const line = (offset: number): number => text.slice(0, offset).split(/\r\n?|\n/u).length;
  const [blanks = ''] = /^\s*/u.exec(piece) ?? [];
  return { from: line(start + blanks.length), to: line(start + piece.trimEnd().length) };
}

const REASONS = ['by', 'cert', 'note'] as const;

/** Whether two decisions say the same of the same place, whoever says it and why. */
function isSame(entry: DecisionEntry, other: unknown): boolean {
  return isDeepStrictEqual(withoutReasons(entriesOf(entry)), withoutReasons(Object.entries(other ?? {})));
}

function withoutReasons(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(
    entries.filter(([key, value]) => value !== undefined && !REASONS.some((reason) => reason === key)),
  );
}

/** Whether two decisions say different things of one kind about one place. */
function isContrary(entry: DecisionEntry, other: unknown): boolean {
  const one = new Map(Object.entries(withoutReasons(entriesOf(entry)) as Readonly<Record<string, unknown>>));
  const two = new Map(Object.entries(withoutReasons(Object.entries(other ?? {})) as Readonly<Record<string, unknown>>));
  const isAlike = ['quote', 'before', 'after', 'every'].every((key) => one.get(key) === two.get(key));
  return isAlike && [...one].some(([key, value]) => two.has(key) && !isDeepStrictEqual(two.get(key), value));
}

/** Where in the text decisions go, and as what. */
function insertionFor(text: string, decisions: readonly DecisionEntry[]): Insertion {
  const eol = /\r\n/u.test(text) ? '\r\n' : '\n';
  const { contents } = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
  if (!isMap(contents)) return block(text, text.length, ['decisions:', ...linesAt(decisions, '  ')], eol);
  const list = contents.get('decisions', true);
  const indent = ' '.repeat(columnOf(text, firstKeyOf(contents)));
  if (isSeq(list) && list.flow === true)
    return inFlowList(text, list, decisions, contents.flow === true ? undefined : { indent, eol });
  if (isSeq(list)) {
    const dashes = columnOf(text, list.range?.[0] ?? 0);
    return block(text, behind(text, lastEnd(list), dashes), linesAt(decisions, ' '.repeat(dashes)), eol);
  }
  if (contents.flow === true) return inFlowMap(contents, decisions);
  if (contents.has('decisions')) {
    const key = contents.items.find((pair) => isNode(pair.key) && String(pair.key) === 'decisions')?.key;
    const end = isNode(key) ? key.range[1] : 0;
    return block(text, endOfLine(text, end), linesAt(decisions, `${indent}  `), eol);
  }
  const [, , ends] = contents.range;
  // Comments at the end stay before what is new; what ends a document (`...`) stays behind it.
  const isRest = (line: string): boolean => /^\s*(?:#|$)/u.test(line);
  const end = text.slice(ends).split('\n').every(isRest) ? text.length : ends;
  return block(text, end, [`${indent}decisions:`, ...linesAt(decisions, `${indent}  `)], eol);
}

function linesAt(decisions: readonly DecisionEntry[], indent: string): string[] {
  return decisions.flatMap((each) => decisionLines(each, indent));
}

/** Whole lines at an offset: behind a line end, which is added where the file ends without one. */
function block(text: string, at: number, lines: readonly string[], eol: string): Insertion {
  const begins = at === 0 || /[\n\r\uFEFF]/u.test(text.charAt(at - 1));
  const piece = begins ? `${lines.join(eol)}${eol}` : `${eol}${lines.join(eol)}`;
  return { start: at, end: at, piece };
}

/** A list in brackets: an empty one becomes lines of its own where it may; others get one more item. */
function inFlowList(
  text: string,
  list: YAMLSeq,
  decisions: readonly DecisionEntry[],
  lines: { readonly indent: string; readonly eol: string } | undefined,
): Insertion {
  const [start = 0, end = 0] = list.range ?? [];
  const flow = decisions.map(decisionInFlow).join(', ');
  if (list.items.length > 0) return { start: lastEnd(list), end: lastEnd(list), piece: `, ${flow}` };
  const isAlone = /^[ \t]*(?:\r?\n|$)/u.test(text.slice(end)) && /^\[\s*\]$/u.test(text.slice(start, end));
  if (lines === undefined || !isAlone) return { start: start + 1, end: start + 1, piece: ` ${flow} ` };
  const piece = ['', ...linesAt(decisions, `${lines.indent}  `)].join(lines.eol);
  return { start: text.slice(0, start).trimEnd().length, end, piece };
}

function inFlowMap(map: YAMLMap, decisions: readonly DecisionEntry[]): Insertion {
  const flow = `decisions: [${decisions.map(decisionInFlow).join(', ')}]`;
  const last = map.items.at(-1);
  const at = isNode(last?.value) ? last.value.range?.[1] : isNode(last?.key) ? last.key.range?.[1] : undefined;
  const start = at ?? (map.range?.[0] ?? 0) + 1;
  return { start, end: start, piece: at === undefined ? ` ${flow} ` : `, ${flow}` };
}

function firstKeyOf(map: YAMLMap): number {
  const key = map.items[0]?.key;
  return isNode(key) ? (key.range?.[0] ?? 0) : 0;
}

function lastEnd(list: YAMLSeq): number {
  const last = list.items.at(-1);
  return (isNode(last) ? last.range?.[1] : list.range?.[1]) ?? 0;
}

function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

function startOfLine(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** The start of the line after the one of an offset; the offset itself where it stands at the start of a line. */
function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Behind an item that ends at an offset, with the comments below it that stand further in than its hyphen. */
function behind(text: string, offset: number, dashes: number): number {
  let at = endOfLine(text, offset);
  for (;;) {
    const [comment = '', blanks = ''] = /^([ \t]*)#[^\n]*(?:\n|$)/u.exec(text.slice(at, endOfLine(text, at + 1))) ?? [];
    if (comment === '' || blanks.length <= dashes) return at;
    at += comment.length;
  }
}
