import { posix } from 'node:path';
import { readRegisterFile } from '../../edition/register-file.js';
import type { Register } from '../../edition/register.js';
import { noCache, recallOrMake, type BuildCache } from '../../storage/build-cache.js';
import { fingerprint } from '../../storage/fingerprint.js';
import { PrefixExpander } from '../../validate/references/prefixes.js';
import type { MentionKind } from '../reading/mention.js';
import {
  authorityName,
  authorityOfAddress,
  authorityOfPrefix,
  keyOfAddress,
  keyOfIdentifier,
} from './authority-address.js';
import { readNames, type DocumentNames, type NameUse } from './document-names.js';
import { EntryIndex, idOfPointer, type IndexedEntry } from './entry-index.js';

/** A TEI file whose names are to be identified. */
export interface FileToIdentify {
  readonly id: string;
  /** Relative to the edition's folder: pointers to other files are resolved from it. */
  readonly path: string;
  readonly xml: string;
  /** True of a file of the edition's own: its lists are read where its header is, its ids are the register's. */
  readonly isOwn: boolean;
}

/** Whom a pointer of a document means. */
export interface Identified {
  readonly kind: MentionKind;
  readonly id: string;
  /** The name of the entry. */
  readonly name: string;
}

/** The names of an edition, identified. */
export interface Identification {
  /** The edition's register with all that was found beside it. */
  readonly register: Register;
  /** By document id: whom each pointer means, as the file writes it. */
  readonly references: ReadonlyMap<string, ReadonlyMap<string, Identified>>;
  /** By document id: the addresses of `ref`, `ptr` and pictures, as the file writes them. */
  readonly addresses: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Finds out whom the names of all documents mean: by entries of registers, of lists in the documents, of authority
 * files; by prefixes that a header declares (Guidelines, 17.2.3), relative pointers into other files, and keys. What
 * nothing answers becomes an entry of its own, with the most frequent form as its name.
 *
 * @param register the edition's own; its ids stay as they are.
 * @param registers register files of other archives.
 * @param cache what was read in earlier builds.
 */
export function identify(
  register: Register,
  registers: readonly FileToIdentify[],
  documents: readonly FileToIdentify[],
  cache: BuildCache = noCache,
): Identification {
  const index = new EntryIndex();
  index.addRegister('', register);
  const ignore = (): void => undefined;
  for (const { path, xml } of registers) index.addRegister(path, readRegisterFile(path, xml, ignore));
  const read = documents.map((file) => ({ file, names: namesIn(file, cache) }));
  for (const { file, names } of read) {
    if (names.hasEntries && !file.isOwn) index.addRegister(file.path, readRegisterFile(file.path, file.xml, ignore));
  }
  const prefixes = new PrefixExpander();
  const found = new Map<string, ReadonlyMap<string, IndexedEntry>>();
  const addresses = new Map<string, ReadonlySet<string>>();
  for (const { file, names } of read) {
    found.set(file.id, identifiedIn(file, names, index, prefixes));
    addresses.set(file.id, names.addresses);
  }
  const all = index.register();
  const names = new Map(
    [...all.persons, ...all.places, ...all.organisations].map((entry) => [entry.id, entry.names[0]]),
  );
  const references = new Map(
    [...found].map(([file, entries]) => [
      file,
      new Map([...entries].map(([pointer, { kind, id }]) => [pointer, { kind, id, name: names.get(id)?.text ?? id }])),
    ]),
  );
  return { register: { ...register, ...all }, references, addresses };
}

function namesIn({ path, xml }: FileToIdentify, cache: BuildCache): DocumentNames {
  const inputs = { TEI: fingerprint(xml) };
  return recallOrMake(cache, { step: 'names', name: path, inputs }, () => readNames(xml));
}

function identifiedIn(
  file: FileToIdentify,
  names: DocumentNames,
  index: EntryIndex,
  prefixes: PrefixExpander,
): Map<string, IndexedEntry> {
  const found = new Map<string, IndexedEntry>();
  for (const use of names.uses) {
    // Ids in the edition's own files are those of its register, which pages know without this.
    if (file.isOwn && isLocal(use.pointer)) continue;
    const entry = entryOf(use, file, names, index, prefixes);
    if (entry === undefined) continue;
    for (const [form, count] of use.forms) entry.forms.set(form, (entry.forms.get(form) ?? 0) + count);
    found.set(use.pointer, entry);
  }
  return found;
}

function isLocal(pointer: string): boolean {
  return pointer.includes('#') ? !pointer.includes(':') : /^[\w.-]+$/.test(pointer);
}

function entryOf(
  use: NameUse,
  file: FileToIdentify,
  { prefixes: rules, uses }: DocumentNames,
  index: EntryIndex,
  prefixes: PrefixExpander,
): IndexedEntry | undefined {
  const { pointer, kind } = use;
  const prefix = /^([A-Za-z][\w.-]*):(?!\/\/)/.exec(pointer)?.[1];
  const declared = rules.filter(({ ident }) => ident === prefix);
  const expansion =
    declared.length === 0 ? undefined : prefixes.expand(declared, pointer.slice((prefix ?? '').length + 1));
  const pointers = expansion?.kind === 'pointers' ? [...expansion.pointers, pointer] : [pointer];
  for (const one of pointers) {
    const known = knownEntry(one, file.path, index);
    if (known !== undefined) return known;
  }
  // Other pointers of the same name may lead to an entry: then this one is another identifier of it.
  for (const other of use.beside) {
    const known = knownEntry(other, file.path, index);
    if (known !== undefined) return identifiedBy(known, pointers, index);
  }
  const [best = pointer] = pointers;
  const named = kind === 'any' ? kindOfPointer(pointer, uses) : kind;
  if (named === undefined || !canName(best)) return undefined;
  const entry = index.derive(named, derivedKey(best), derivedId(best));
  const words = [pointer, ...use.beside].find(isWords);
  if (words !== undefined) entry.givenName = words;
  return identifiedBy(entry, pointers, index);
}

/** The entry that a pointer leads to, of those that are known already. */
function knownEntry(pointer: string, from: string, index: EntryIndex): IndexedEntry | undefined {
  const hash = pointer.indexOf('#');
  const isAddress = /^https?:/i.test(pointer);
  if (hash !== -1 && !isAddress) {
    const [path, id] = [pointer.slice(0, hash), pointer.slice(hash + 1)];
    const target = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), path));
    return index.inFile(target, id) ?? index.withId(id) ?? index.withKey(derivedKey(pointer));
  }
  const identifier = authorityOfAddress(pointer) ?? authorityOfPrefix(pointer);
  const byIdentifier = identifier === undefined ? undefined : index.withKey(keyOfIdentifier(identifier));
  if (byIdentifier !== undefined) return byIdentifier;
  const address = keyOfAddress(pointer);
  const byAddress = address === undefined ? undefined : index.withKey(address);
  if (byAddress !== undefined || isAddress) return byAddress;
  // A private prefix without a declaration, or none at all: the rest is an id.
  const rest = pointer.slice(pointer.indexOf(':') + 1);
  return index.inFile(from, rest) ?? index.withId(rest) ?? index.withKey(derivedKey(pointer));
}

function identifiedBy(entry: IndexedEntry, pointers: readonly string[], index: EntryIndex): IndexedEntry {
  for (const pointer of pointers) {
    const identifier = authorityOfAddress(pointer) ?? authorityOfPrefix(pointer);
    if (identifier !== undefined) index.identify(entry, identifier.authority, identifier.value);
    else if (/^https?:/i.test(pointer)) entry.identifiers[hostOf(pointer)] ??= pointer;
  }
  return entry;
}

/** `rs` and `name` without a type: what other names with the pointer are. */
function kindOfPointer(pointer: string, uses: readonly NameUse[]): MentionKind | undefined {
  const kind = uses.find((use) => use.pointer === pointer && use.kind !== 'any')?.kind;
  return kind === 'any' ? undefined : kind;
}

/** Pointers to places in texts, to files and to mail are no names of anybody. */
function canName(pointer: string): boolean {
  return pointer !== '#' && !/^(?:mailto|file|data|javascript):|\.xml$/i.test(pointer);
}

/** True of a key that is itself a name: "Goethe, Johann Wolfgang von". */
function isWords(pointer: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}.’'-]*,? .*\p{L}/u.test(pointer);
}

function derivedKey(pointer: string): string {
  const identifier = authorityOfAddress(pointer) ?? authorityOfPrefix(pointer);
  if (identifier !== undefined) return keyOfIdentifier(identifier);
  return keyOfAddress(pointer) ?? `local:${pointer.slice(pointer.indexOf('#') + 1)}`;
}

function derivedId(pointer: string): string {
  const identifier = authorityOfAddress(pointer) ?? authorityOfPrefix(pointer);
  if (identifier !== undefined) return idOfPointer(`${identifier.authority.toLowerCase()}-${identifier.value}`);
  return idOfPointer(/^https?:/i.test(pointer) ? pointer : pointer.slice(pointer.indexOf('#') + 1));
}

function hostOf(address: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : 'URL';
  return authorityName(host) ?? host;
}
