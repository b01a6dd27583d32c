import { includedPath, type FoundElement, type KnownFile } from './documents.js';
import { INCLUDE, type Pointer } from './file-references.js';
import type { Library } from './library.js';
import type { Resolver } from './resolve.js';

/** A pointer that a program follows from element to element, with where it leads. */
export interface Link {
  readonly file: KnownFile;
  readonly pointer: Pointer;
  readonly target: FoundElement;
  /** Links of one chain must not lead in a circle. */
  readonly chain: string;
}

/** The chains of pointers that are followed; `sameAs` and `copyOf` are alike, since both stand for an element. */
const chains: Readonly<Record<string, string>> = { next: 'next', prev: 'prev', sameAs: 'copy', copyOf: 'copy' };

/** The kind of chain that a pointer is a link of; undefined for one that nothing follows further. */
function chainOf(pointer: Pointer): string | undefined {
  if (pointer.element === 'note' && pointer.attribute === 'target') return 'note';
  return chains[pointer.attribute];
}

/** The inclusions among the files that are checked. */
export function inclusionLinks(library: Library): Link[] {
  return library.files.flatMap((file) =>
    file.references.inclusions.flatMap((inclusion) => {
      const path = includedPath(file, inclusion);
      const included = path === undefined ? undefined : library.fileAt(path);
      if (included === undefined) return [];
      const { href: token, offset, base } = inclusion;
      const pointer: Pointer = {
        element: INCLUDE,
        attribute: 'href',
        token,
        index: 0,
        count: 'one',
        offset,
        owner: '',
        base,
      };
      return [
        { file, pointer, chain: INCLUDE, target: { file: included, element: { id: '', element: '', offset: 0 } } },
      ];
    }),
  );
}

/** The pointers of a file that are followed from element to element. */
export function linksOf(file: KnownFile, resolver: Resolver): Link[] {
  return file.references.pointers.flatMap((pointer) => {
    const chain = chainOf(pointer);
    // Nothing can lead back to an element without an id.
    if (chain === undefined || pointer.owner === undefined) return [];
    const target = resolver.resolve(file, pointer.token, pointer.base);
    return target.kind === 'element' ? [{ file, pointer, target, chain }] : [];
  });
}
