import type { BlockDocument } from '../../src/blocks/block.js';
import type { SourceFile } from '../../src/source/source-file.js';
import { positionAt } from '../../src/source/source-file.js';
import type { TeiNode } from '../../src/tei/node.js';

/** A line a block: its kind, its lines in the source, its first and last words. */
export function blockOutline(source: SourceFile, document: BlockDocument): string {
  const entries: { start: number; end: number; kind: string; text: string }[] = [];
  const add = (kind: string, span: { start: number; end: number }, text = source.text.slice(span.start, span.end)): void => {
    entries.push({ ...span, kind, text });
  };
  for (const block of document.body) add(block.lines.length > 1 ? `${block.kind} of ${block.lines.length} lines` : block.kind, block.span, block.text);
  for (const block of document.catalogue) add('catalogue', block.span);
  for (const field of document.fields) add(`field ${field.name}`, field.span);
  if (document.notesHeading !== undefined) add('notes heading', document.notesHeading.span);
  for (const note of document.notes) for (const block of note.paragraphs) add(`note ${note.number}`, block.span, block.text);
  for (const { offset } of document.pageBreaks) add('page break', { start: offset, end: offset }, '');
  entries.sort((a, b) => a.start - b.start || a.end - b.end);
  return `${entries.map(({ start, end, kind, text }) => `${lines(source, start, end).padEnd(9)}${kind.padEnd(22)}${excerpt(text)}`.trimEnd()).join('\n')}\n`;
}

function lines(source: SourceFile, start: number, end: number): string {
  const first = positionAt(source, start).line;
  const last = positionAt(source, Math.max(start, end - 1)).line;
  return first === last ? String(first) : `${first}-${last}`;
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length <= 80 ? flat : `${flat.slice(0, 40)} … ${flat.slice(-36)}`;
}

/** Elements inside which the outline goes on; all others hold text, with their annotations under them. */
const branches = new Set(['text', 'body', 'back', 'div', 'opener', 'closer', 'address', 'postscript', 'sp', 'list', 'lg', 'floatingText', 'quote']);

/** The parts of a document's `text`, indented, and under each part what is marked in it. */
export function partOutline(node: TeiNode, depth = 0): string {
  if (node.kind !== 'element') return '';
  const indent = '  '.repeat(depth);
  const name = `${indent}${node.name}${attributes(node.attributes)}`;
  const isBranch = branches.has(node.name) && !node.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  if (isBranch) return `${name}\n${node.children.map((child) => partOutline(child, depth + 1)).join('')}`;
  return `${name} ${excerpt(textOf(node))}\n${node.children.map((child) => mentionOutline(child, depth + 1)).join('')}`;
}

function mentionOutline(node: TeiNode, depth: number): string {
  if (node.kind !== 'element') return '';
  const own = `${'  '.repeat(depth)}· ${node.name}${attributes(node.attributes)} ${excerpt(textOf(node))}`.trimEnd();
  return `${own}\n${node.children.map((child) => mentionOutline(child, depth + 1)).join('')}`;
}

function attributes(all: Readonly<Record<string, string>>): string {
  const shown = Object.entries(all).filter(([name]) => name !== 'xml:id');
  return shown.length === 0 ? '' : ` ${shown.map(([name, value]) => `${name}=${value.replace(/^register\/\w+\.xml/u, '')}`).join(' ')}`;
}

/** Elements that have a line of their own for what they add to the text. */
const apart = new Set(['note', 'corr', 'expan', 'reg']);

/** The text of a part as printed, without its notes. */
function textOf(node: TeiNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind !== 'element') return '';
  return node.children.map((child) => (child.kind === 'element' && apart.has(child.name) ? '' : textOf(child))).join('');
}
