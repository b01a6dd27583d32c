import { indexLines, type LineIndex } from '../../diagnostics/line-index.js';
import type { Place, Position } from '../../diagnostics/diagnostic.js';
import { tokenPlace } from './attribute-place.js';
import type { KnownFile } from './documents.js';
import type { FileReferences, Pointer } from './file-references.js';

/** A pointer and how often a file has it: the same token in the same attribute of the same kind of element. */
export interface Use {
  readonly file: KnownFile;
  /** The first. */
  readonly pointer: Pointer;
  readonly count: number;
  /** How often the file has other pointers with the very same fault. */
  readonly alike: number;
}

/** The pointers of a file, like ones put together, in the order of the first of each. */
export function usesOf(file: KnownFile): Use[] {
  const uses: { file: KnownFile; pointer: Pointer; count: number; alike: number }[] = [];
  const places = new Map<string, Map<string, Map<string, (typeof uses)[number]>>>();
  for (const pointer of file.references.pointers) {
    const inElement = entryOf(places, pointer.element);
    const inAttribute = entryOf(inElement, pointer.attribute);
    const key = pointer.base === undefined ? pointer.token : `${pointer.base} ${pointer.token}`;
    const use = inAttribute.get(key);
    if (use !== undefined) {
      use.count++;
      continue;
    }
    const first = { file, pointer, count: 1, alike: 0 };
    inAttribute.set(key, first);
    uses.push(first);
  }
  return uses;
}

/** The map under a key, made where there is none. */
function entryOf<Key, Inner>(maps: Map<string, Map<Key, Inner>>, key: string): Map<Key, Inner> {
  const map = maps.get(key) ?? new Map<Key, Inner>();
  if (map.size === 0) maps.set(key, map);
  return map;
}

/** Places in the files that are checked, for messages. */
export class Places {
  private readonly indexes = new Map<FileReferences, LineIndex>();

  /** Where a pointer's token stands. */
  ofPointer(references: FileReferences, pointer: Pointer): Place {
    const index = pointer.count === 'list' ? pointer.index : undefined;
    return this.ofAttribute(references, pointer.offset, pointer.attribute, index);
  }

  /** Where an attribute's value stands, or its token of this index. @param tag offset of the tag's `<`. */
  ofAttribute(references: FileReferences, tag: number, attribute: string, index?: number): Place {
    const span = tokenPlace(references.text, tag, attribute, index);
    return { file: references.path, span, position: this.position(references, span.start) };
  }

  /** `line 12`, or nothing for a file of which only the ids were read. */
  lineOf(references: FileReferences, offset: number): string {
    return references.text === '' ? '' : `line ${this.position(references, offset).line}`;
  }

  private position(references: FileReferences, offset: number): Position {
    const index = this.indexes.get(references) ?? indexLines(references.text);
    this.indexes.set(references, index);
    return index.positionOf(offset);
  }
}
