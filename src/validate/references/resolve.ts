import { dirname, extname } from 'node:path';
import { decodePercent } from '../../source/percent-encoding.js';
import { isInside } from '../../storage/containment.js';
import {
  isBrokenWebAddress,
  isKnownScheme,
  isMachinePath,
  isRemoteBase,
  malformation,
  parseAddress,
} from './address.js';
import { localPath, type FoundElement, type KnownFile } from './documents.js';
import type { PrefixRule } from './file-references.js';
import type { Library } from './library.js';
import type { NeighbourFiles } from './neighbour-files.js';
import { PrefixExpander } from './prefixes.js';

/** Why a pointer leads nowhere. */
export type PointerFault =
  | { readonly reason: 'malformed'; readonly why: string }
  | { readonly reason: 'machine-path' | 'no-target' }
  /** `file` is the one that should have the id. */
  | { readonly reason: 'target-missing'; readonly id: string; readonly file: KnownFile }
  /** A name without `#` that is an id of the document. */
  | { readonly reason: 'hash-missing'; readonly found: FoundElement }
  /** `path` is absolute; of a folder, the one that is not there. */
  | {
      readonly reason: 'file-missing' | 'folder-missing' | 'outside-edition' | 'target-unreadable';
      readonly path: string;
    }
  | { readonly reason: 'prefix-undefined' | 'prefix-no-match'; readonly prefix: string }
  | { readonly reason: 'prefix-pattern'; readonly prefix: string; readonly rule: PrefixRule }
  | { readonly reason: 'prefix-loop'; readonly prefixes: readonly string[] };

/** Where a pointer leads. `expanded` is the pointer that a private prefix made of it. */
export type Target = { readonly expanded?: string } & (
  | ({ readonly kind: 'element' } & FoundElement)
  /** A file that is there, as a whole, or a place in one that is no XML. */
  | { readonly kind: 'document' }
  /** Not on this disk, or of a kind that is not looked into. */
  | { readonly kind: 'unchecked'; readonly reason: 'elsewhere' | 'part' | 'xpointer' | 'too-large' | 'pattern' }
  | { readonly kind: 'fault'; readonly fault: PointerFault }
);

const ELSEWHERE: Target = { kind: 'unchecked', reason: 'elsewhere' };
/** What a part of a document points to may stand in the file that includes it. */
const PART: Target = { kind: 'unchecked', reason: 'part' };
const DOCUMENT: Target = { kind: 'document' };
const fault = (found: PointerFault): Target => ({ kind: 'fault', fault: found });

/** Finds out where pointers lead (Guidelines, 17.2). Nothing is fetched. */
export class Resolver {
  private readonly expander = new PrefixExpander();

  /** @param edition the edition's folder, absolute, which pointers should not leave; undefined outside an edition. */
  constructor(
    private readonly library: Library,
    private readonly neighbours: NeighbourFiles,
    private readonly edition: string | undefined,
  ) {}

  /** @param base the `xml:base` in scope. @param prefixes the private prefixes that led here. */
  resolve(file: KnownFile, token: string, base: string | undefined, prefixes: readonly string[] = []): Target {
    const { prefix } = parseAddress(token);
    if (prefix !== undefined) {
      const rules = this.library.documentOf(file).rulesFor(file, prefix);
      if (rules.length > 0) return this.expand(file, token, base, prefix, rules, prefixes);
    }
    if (isMachinePath(token)) return fault({ reason: 'machine-path' });
    if (prefix === undefined) return this.resolveLocal(file, token, base);
    if (!isKnownScheme(prefix)) return this.isPart(file) ? PART : fault({ reason: 'prefix-undefined', prefix });
    return isBrokenWebAddress(token) ? fault({ reason: 'malformed', why: 'it names no host' }) : ELSEWHERE;
  }

  private expand(
    file: KnownFile,
    token: string,
    base: string | undefined,
    prefix: string,
    rules: readonly PrefixRule[],
    prefixes: readonly string[],
  ): Target {
    const path = [...prefixes, prefix];
    if (prefixes.includes(prefix)) return fault({ reason: 'prefix-loop', prefixes: path });
    const expansion = this.expander.expand(rules, token.slice(prefix.length + 1));
    switch (expansion.kind) {
      case 'not-tried':
        return { kind: 'unchecked', reason: 'pattern' };
      case 'no-match':
        return fault({ reason: 'prefix-no-match', prefix });
      case 'wrong-pattern':
        return fault({ reason: 'prefix-pattern', prefix, rule: expansion.rule });
      case 'pointers': {
        const targets = expansion.pointers.map((expanded): Target => {
          // A replacement that keeps the prefix of a real scheme (doi: to doi:) is no loop.
          const isScheme = parseAddress(expanded).prefix === prefix && isKnownScheme(prefix);
          return isScheme ? ELSEWHERE : { expanded, ...this.resolve(file, expanded, base, path) };
        });
        return targets.find(({ kind }) => kind !== 'fault') ?? targets[0] ?? ELSEWHERE;
      }
    }
  }

  private resolveLocal(file: KnownFile, token: string, base: string | undefined): Target {
    const { path, fragment } = parseAddress(token);
    if (path.startsWith('/') || (path !== '' && base !== undefined && isRemoteBase(base))) return ELSEWHERE;
    // The parentheses of an XPointer may hold anything.
    const isXPointer = fragment?.includes('(') === true;
    const why = malformation(isXPointer ? path : token);
    if (why !== undefined) return fault({ reason: 'malformed', why });
    if (fragment === '') return fault({ reason: 'no-target' });
    if (path === '') {
      if (fragment === undefined) return DOCUMENT;
      return isXPointer ? { kind: 'unchecked', reason: 'xpointer' } : this.resolveHere(file, fragment, base);
    }
    const place = localPath(file, base, path);
    return place === undefined ? ELSEWHERE : this.resolveFile(file, place, path, fragment);
  }

  /** A pointer that is a fragment alone: this document, and where `xml:base` names another file, that one. */
  private resolveHere(file: KnownFile, fragment: string, base: string | undefined): Target {
    const here = this.findIn(file, fragment);
    if (here.kind === 'element') return here;
    if (this.isPart(file)) return PART;
    if (base === undefined) return here;
    if (isRemoteBase(base)) return ELSEWHERE;
    const place = localPath(file, undefined, parseAddress(base).path);
    if (place === undefined || place === file.path || base.endsWith('/')) return here;
    const there = this.resolveFile(file, place, base, fragment);
    return there.kind === 'fault' ? here : there;
  }

  private isPart(file: KnownFile): boolean {
    return !this.library.documentOf(file).isWhole;
  }

  private resolveFile(file: KnownFile, place: string, written: string, fragment: string | undefined): Target {
    const checked = this.library.fileAt(place);
    if (checked === undefined) {
      if (this.edition !== undefined && isInside(this.edition, file.path) && !isInside(this.edition, place)) {
        return fault({ reason: 'outside-edition', path: place });
      }
      const kind = this.neighbours.kindAt(place);
      if (kind === undefined) {
        const found = fragment === undefined ? this.library.documentOf(file).find(file, written) : undefined;
        if (found !== undefined) return fault({ reason: 'hash-missing', found });
        return this.neighbours.kindAt(dirname(place)) === undefined
          ? fault({ reason: 'folder-missing', path: dirname(place) })
          : fault({ reason: 'file-missing', path: place });
      }
      if (kind === 'folder') return DOCUMENT;
    }
    if (fragment === undefined) return DOCUMENT;
    if (fragment.includes('(')) return { kind: 'unchecked', reason: 'xpointer' };
    if (checked !== undefined) return this.findIn(checked, fragment);
    if (!/^\.(?:xml|tei|odd)$/iu.test(extname(place))) return DOCUMENT;
    const neighbour = this.neighbours.idsOf(place);
    if (neighbour.kind === 'read') return this.findIn(neighbour.file, fragment);
    return neighbour.reason === 'too-large'
      ? { kind: 'unchecked', reason: 'too-large' }
      : fault({ reason: 'target-unreadable', path: place });
  }

  private findIn(file: KnownFile, fragment: string): Target {
    const id = decodePercent(fragment);
    const document = this.library.documentOf(file);
    const found = document.find(file, fragment) ?? document.find(file, id);
    return found === undefined ? fault({ reason: 'target-missing', id, file }) : { kind: 'element', ...found };
  }
}
