import type { FileReferences } from './file-references.js';
import { includedPath, JoinedDocument, knownFile, type FoundElement, type KnownFile } from './documents.js';
import type { NeighbourFiles } from './neighbour-files.js';

/** All files that pointers can lead to: those that are checked, first, and their neighbours on the disk. */
export class Library {
  /** The files that are checked. */
  readonly files: readonly KnownFile[];
  private readonly checked = new Map<string, KnownFile>();
  private readonly documents = new Map<string, JoinedDocument>();
  /** By id; undefined for one that several files have. */
  private elsewhere: Map<string, FoundElement | undefined> | undefined;

  /** @param absolute the absolute path of a file as the user wrote it. */
  constructor(
    files: readonly FileReferences[],
    private readonly neighbours: NeighbourFiles,
    absolute: (path: string) => string,
  ) {
    for (const references of files) {
      const path = absolute(references.path);
      this.checked.set(path, knownFile(path, references));
    }
    this.files = [...this.checked.values()];
    this.joinDocuments();
  }

  /** A file that is checked. */
  fileAt(path: string): KnownFile | undefined {
    return this.checked.get(path);
  }

  /** The document that a file is part of. */
  documentOf(file: KnownFile): JoinedDocument {
    const document = this.documents.get(file.path) ?? new JoinedDocument(this.neighbours);
    if (!this.documents.has(file.path)) {
      this.documents.set(file.path, document);
      document.add(file);
    }
    return document;
  }

  /** The element with this id in the files that are checked, where only one of them has it. */
  anywhere(id: string): FoundElement | undefined {
    if (this.elsewhere === undefined) {
      this.elsewhere = new Map();
      for (const file of this.files) {
        for (const [known, element] of file.ids) {
          this.elsewhere.set(known, this.elsewhere.has(known) ? undefined : { file, element });
        }
      }
    }
    return this.elsewhere.get(id);
  }

  /** Files that include each other, directly or by others, become one document (sets joined by their representatives). */
  private joinDocuments(): void {
    const representative = new Map<string, string>();
    const rootOf = (path: string): string => {
      let root = path;
      for (let next = representative.get(root); next !== undefined; next = representative.get(root)) {
        const after = representative.get(next);
        if (after !== undefined) representative.set(root, after);
        root = next;
      }
      return root;
    };
    for (const file of this.files) {
      for (const inclusion of file.references.inclusions) {
        const path = includedPath(file, inclusion);
        if (path === undefined || !this.checked.has(path)) continue;
        const [here, there] = [rootOf(file.path), rootOf(path)];
        if (here !== there) representative.set(there, here);
      }
    }
    for (const file of this.files) {
      const root = rootOf(file.path);
      const document = this.documents.get(root) ?? new JoinedDocument(this.neighbours);
      document.add(file);
      this.documents.set(root, document);
      this.documents.set(file.path, document);
    }
  }
}
