import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { PrefixRule } from '../../validate/references/file-references.js';
import { isEntry, namedKind, pointersOf, tokens, type NamedKind } from '../reading/naming.js';
import { collapse } from '../reading/xml-view.js';

/** One pointer from names of a document, and how often each form of words stands for it. */
export interface NameUse {
  readonly kind: NamedKind;
  /** As written in the file. */
  readonly pointer: string;
  /** The other pointers that stand with it: those of other authority files for the same. */
  readonly beside: readonly string[];
  readonly forms: Map<string, number>;
}

/** What a document says of names and addresses, before anybody knows whom they mean. */
export interface DocumentNames {
  readonly uses: readonly NameUse[];
  readonly prefixes: readonly PrefixRule[];
  /** Addresses of `ref`, `ptr`, pictures and pages' pictures, as written; fragments of the document itself left out. */
  readonly addresses: ReadonlySet<string>;
  /** True where the document has entries of its own (`listPerson` and the like). */
  readonly hasEntries: boolean;
}

/** Parts of the header whose names belong to the document, not to its publication. */
const HEADER_PARTS: ReadonlySet<string> = new Set(['correspDesc', 'creation', 'settingDesc', 'particDesc']);
const ENTRY_NAMES: ReadonlySet<string> = new Set(['person', 'personGrp', 'place', 'org']);
const TEXTS: ReadonlySet<string> = new Set(['text', 'standOff', 'sourceDoc']);
const SPEAKING: ReadonlySet<string> = new Set(['sp', 'u', 'said']);
const LINKING: Readonly<Record<string, string>> = {
  ref: 'target',
  ptr: 'target',
  graphic: 'url',
  media: 'url',
  pb: 'facs',
  surface: 'facs',
};
/** Longest form of a name that is kept, in UTF-16 units: what is longer is no name. */
const LONGEST = 120;

interface Frame {
  readonly name: string;
  readonly isInside: boolean;
  readonly isEntry: boolean;
  /** What the words of this element are a form for. */
  readonly uses: readonly NameUse[];
  readonly pieces: string[];
  /** Those who speak, for a speech that has no name in its label. */
  readonly speakers: readonly NameUse[];
}

/** Reads a document once for its names and addresses. Linear in the file. */
export function readNames(xml: string): DocumentNames {
  const uses = new Map<string, NameUse>();
  const prefixes: PrefixRule[] = [];
  const addresses = new Set<string>();
  const frames: Frame[] = [];
  let hasEntries = false;

  const use = (kind: NamedKind, pointer: string, all: readonly string[]): NameUse => {
    const key = `${kind} ${pointer}`;
    const found = uses.get(key) ?? { kind, pointer, beside: all.filter((one) => one !== pointer), forms: new Map() };
    uses.set(key, found);
    return found;
  };

  const open = (tag: SaxesTagPlain): void => {
    const name = localName(tag.name);
    const { attributes } = tag;
    const around = frames.at(-1);
    if (name === 'prefixDef') prefixes.push(prefixRule(attributes));
    const address = attributes[LINKING[name] ?? ''];
    // The address of a picture is one, and can have blanks in it; the others can be several.
    const named = name === 'graphic' || name === 'media' ? [(address ?? '').trim()] : tokens(address);
    for (const one of named) if (!one.startsWith('#')) addresses.add(one);
    if (ENTRY_NAMES.has(name)) hasEntries = true;
    const isInside = around?.isInside === true || TEXTS.has(name) || HEADER_PARTS.has(name);
    const isInEntry = around?.isEntry === true || isEntry(name);
    const kind = isInEntry ? undefined : kindOf(name, attributes, isInside);
    const pointers = kind === undefined ? [] : pointersOf(attributes);
    const speakers = SPEAKING.has(name) && isInside ? tokens(attributes['who']) : [];
    frames.push({
      name,
      isInside,
      isEntry: isInEntry,
      uses: kind === undefined ? [] : pointers.map((pointer) => use(kind, pointer, pointers)),
      pieces: [],
      speakers: speakers.map((pointer) => use('person', pointer, [])),
    });
  };

  const close = (): void => {
    const frame = frames.pop();
    if (frame === undefined) return;
    const around = frames.at(-1);
    const label = frame.name === 'speaker' ? (around?.speakers ?? []) : [];
    const [only] = label;
    const counted = label.length === 1 && only !== undefined ? [...frame.uses, only] : frame.uses;
    if (frame.pieces.length > 0) addForm(counted, collapse(frame.pieces.join('')));
    if (around !== undefined && isRead(frames)) around.pieces.push(...frame.pieces);
  };

  const parser = new SaxesParser({ xmlns: false });
  const take = (text: string): void => {
    const frame = frames.at(-1);
    if (frame !== undefined && isRead(frames)) frame.pieces.push(text);
  };
  // Where a file is not well-formed, the gate says so, and no page is made of it.
  parser.on('error', () => undefined);
  parser.on('opentag', open);
  parser.on('closetag', close);
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(xml).close();
  return { uses: [...uses.values()], prefixes, addresses, hasEntries };
}

/** How many elements around a word are asked whether it is part of a name. */
const REACH = 6;

/** True within a name or a speaker's label; a note in it is no part of it. */
function isRead(frames: readonly Frame[]): boolean {
  for (let index = frames.length - 1; index >= Math.max(0, frames.length - REACH); index--) {
    const frame = frames[index];
    if (frame === undefined || frame.name === 'note') return false;
    if (frame.uses.length > 0 || frame.name === 'speaker') return true;
  }
  return false;
}

function kindOf(name: string, attributes: Readonly<Record<string, string>>, isInside: boolean): NamedKind | undefined {
  // Authors stand in the header, outside of the parts that are read.
  if (name === 'author') return 'person';
  return isInside ? namedKind(name, attributes['type']) : undefined;
}

function addForm(uses: readonly NameUse[], form: string): void {
  const text = form.replace(/[,:;]$|(?<=\p{L}{3})\.$/u, '').trim();
  if (text === '' || text.length > LONGEST) return;
  for (const { forms } of uses) forms.set(text, (forms.get(text) ?? 0) + 1);
}

function prefixRule(attributes: Readonly<Record<string, string>>): PrefixRule {
  return {
    ident: (attributes['ident'] ?? '').trim(),
    matchPattern: attributes['matchPattern'] ?? '',
    replacementPattern: attributes['replacementPattern'] ?? '',
    offset: 0,
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
