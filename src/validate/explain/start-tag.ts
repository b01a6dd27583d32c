import type { Span } from '../../source/span.js';
import { attributeName } from './names.js';
import type { XmlName } from '../relax-ng/fault.js';

/** An attribute where it is written; offsets are of the file's text. */
export interface WrittenAttribute {
  /** The name as written, with its prefix. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Without the quotation marks. */
  readonly valueSpan: Span;
}

const nameEnd = /[\s=/>]/g;
const space = /[\t\n\r ]*/y;

/** The `<` and the name of the tag at an offset: `<p`, `</p`. */
export function tagNameSpan(text: string, offset: number): Span {
  return { start: offset, end: endOfName(text, text.startsWith('</', offset) ? offset + 2 : offset + 1) };
}

/** An element as it is written, with its prefix: `<tei:p>`. */
export function writtenTag(text: string, offset: number): string {
  const { start, end } = tagNameSpan(text, offset);
  return `${text.slice(start, end)}>`;
}

/** The attributes of one start tag, by the ways in which they are asked for. */
interface WrittenTag {
  readonly text: string;
  readonly offset: number;
  readonly byName: ReadonlyMap<string, WrittenAttribute>;
  /** Those with a prefix, by their local name; of several the first. */
  readonly byLocalName: ReadonlyMap<string, WrittenAttribute>;
}

// The faults of a tag's attributes come one after the other, and a tag may have thousands: it is read once.
let last: WrittenTag | undefined;

/** The attributes of the well-formed start tag at an offset by their names as written, in that order. */
export function writtenAttributes(text: string, offset: number): ReadonlyMap<string, WrittenAttribute> {
  return tagAt(text, offset).byName;
}

/** Finds an attribute in the start tag at an offset; where its usual prefix is not there, another may be bound to it. */
export function findAttribute(text: string, offset: number, name: XmlName): WrittenAttribute | undefined {
  const { byName, byLocalName } = tagAt(text, offset);
  if (name.namespace === '') return byName.get(name.local);
  const usual = attributeName(name);
  return (usual === name.local ? undefined : byName.get(usual)) ?? byLocalName.get(name.local);
}

function tagAt(text: string, offset: number): WrittenTag {
  if (last?.offset === offset && last.text === text) return last;
  const byName = new Map<string, WrittenAttribute>();
  const byLocalName = new Map<string, WrittenAttribute>();
  for (const attribute of readAttributes(text, offset)) {
    byName.set(attribute.name, attribute);
    const local = /:(.*)$/.exec(attribute.name)?.[1];
    if (local !== undefined && !byLocalName.has(local)) byLocalName.set(local, attribute);
  }
  return (last = { text, offset, byName, byLocalName });
}

function* readAttributes(text: string, offset: number): Generator<WrittenAttribute> {
  let at = afterSpace(text, endOfName(text, offset + 1));
  while (at < text.length && text[at] !== '>' && text[at] !== '/') {
    const nameSpan = { start: at, end: endOfName(text, at) };
    const quote = afterSpace(text, afterSpace(text, nameSpan.end) + 1);
    const close = text.indexOf(text.charAt(quote), quote + 1);
    if (nameSpan.end === at || close === -1) return;
    yield { name: text.slice(at, nameSpan.end), nameSpan, valueSpan: { start: quote + 1, end: close } };
    at = afterSpace(text, close + 1);
  }
}

function endOfName(text: string, from: number): number {
  nameEnd.lastIndex = from;
  return nameEnd.exec(text)?.index ?? text.length;
}

function afterSpace(text: string, from: number): number {
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}
