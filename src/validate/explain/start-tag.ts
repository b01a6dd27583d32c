import { readAttributes, tagNameSpan, type WrittenAttribute } from '../../tei/start-tag.js';
import { attributeName } from './names.js';
import type { XmlName } from '../relax-ng/fault.js';

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
