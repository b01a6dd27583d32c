import { dirname, resolve } from 'node:path';
import { decodePercent } from '../../source/percent-encoding.js';
import { folderOf, isRemoteBase, parseAddress } from './address.js';
import type { FileReferences, IdentifiedElement, Inclusion, PrefixRule } from './file-references.js';
import type { NeighbourFiles } from './neighbour-files.js';

/** A file whose ids are known. */
export interface KnownFile {
  /** Absolute. */
  readonly path: string;
  readonly references: FileReferences;
  /** By id; of several elements with one id, the first. */
  readonly ids: ReadonlyMap<string, IdentifiedElement>;
}

/** An element that a pointer leads to, and the file that has it. */
export interface FoundElement {
  readonly file: KnownFile;
  readonly element: IdentifiedElement;
}

/** Where a relative address leads on this disk, absolute; undefined for one that leads elsewhere. */
export function localPath(file: KnownFile, base: string | undefined, path: string): string | undefined {
  if (path.startsWith('/') || (base !== undefined && isRemoteBase(base))) return undefined;
  return resolve(dirname(file.path), base === undefined ? '.' : decodePercent(folderOf(base)), decodePercent(path));
}

/** Where an `xi:include` leads on this disk, absolute; undefined for one that leads elsewhere. */
export function includedPath(file: KnownFile, { href, base }: Inclusion): string | undefined {
  const { prefix, path } = parseAddress(href);
  return prefix === undefined && path !== '' ? localPath(file, base, path) : undefined;
}

/**
 * One document: a file, with all that are joined to it by `xi:include`, in whichever direction. Its parts share ids and
 * prefixes, since they are one when the inclusions are carried out. A part that is not among the files checked is
 * read when something is looked for that the others do not have.
 */
export class JoinedDocument {
  private readonly members = new Map<string, KnownFile>();
  /** The ids of all members, made when one member lacks an id. */
  private readonly ids = new Map<string, FoundElement>();
  private readonly unindexed: KnownFile[] = [];
  private readonly prefixes = new Map<string, { readonly file: KnownFile; readonly rule: PrefixRule }[]>();
  private readonly unread: string[] = [];

  private hasHeader = false;

  constructor(private readonly neighbours: NeighbourFiles) {}

  /**
   * Whether a file with a header is among the parts. A `surface` or a `div` that is kept in a file of its own may point to
   * what stands in the file that includes it.
   */
  get isWhole(): boolean {
    return this.hasHeader;
  }

  add(file: KnownFile): void {
    if (this.members.has(file.path)) return;
    this.members.set(file.path, file);
    this.unindexed.push(file);
    this.hasHeader ||= file.references.root === 'TEI' || file.references.root === 'teiCorpus';
    for (const rule of file.references.prefixes) {
      const rules = this.prefixes.get(rule.ident) ?? [];
      rules.push({ file, rule });
      this.prefixes.set(rule.ident, rules);
    }
    for (const inclusion of file.references.inclusions) {
      const path = includedPath(file, inclusion);
      if (path !== undefined) this.unread.push(path);
    }
  }

  /** The element with an id, that of `file` itself before those of other parts. */
  find(file: KnownFile, id: string): FoundElement | undefined {
    const own = file.ids.get(id);
    if (own !== undefined) return { file, element: own };
    this.indexIds();
    while (!this.ids.has(id) && this.readNext()) this.indexIds();
    return this.ids.get(id);
  }

  /** The rules for a prefix; those of `file` itself alone, if it has any. */
  rulesFor(file: KnownFile, prefix: string): readonly PrefixRule[] {
    while (!this.prefixes.has(prefix) && this.readNext());
    const rules = this.prefixes.get(prefix) ?? [];
    const own = rules.filter((each) => each.file === file);
    return (own.length > 0 ? own : rules).map(({ rule }) => rule);
  }

  /** All ids of the parts read so far. */
  knownIds(): Iterable<string> {
    this.indexIds();
    return this.ids.keys();
  }

  private indexIds(): void {
    for (const file of this.unindexed.splice(0)) {
      for (const [id, element] of file.ids) if (!this.ids.has(id)) this.ids.set(id, { file, element });
    }
  }

  /** Reads the next part that is not read yet; false where none is left. */
  private readNext(): boolean {
    const path = this.unread.shift();
    if (path === undefined) return false;
    if (!this.members.has(path) && this.neighbours.kindAt(path) === 'file') {
      const neighbour = this.neighbours.idsOf(path);
      if (neighbour.kind === 'read') this.add(neighbour.file);
    }
    return true;
  }
}

/** A file by its absolute path. */
export function knownFile(path: string, references: FileReferences): KnownFile {
  const ids = new Map<string, IdentifiedElement>();
  for (const element of references.ids) if (!ids.has(element.id)) ids.set(element.id, element);
  return { path, references, ids };
}
