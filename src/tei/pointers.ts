/**
 * Where the pointers of a document lead. A TEI file names persons, places and organisations by their entries in the
 * register's files beside it, so that each pointer resolves as it stands (Guidelines, 17.2).
 */
export interface Pointers {
  /** The pointer to a register entry; `kind` is the element that points. */
  toRegister(id: string, kind: string): string;
  /** The pointer to an editor in the document's own header. */
  toEditor(id: string): string;
  /** The pointer to a calendar in the document's own header. */
  toCalendar(name: string): string;
}

/** The register files, relative to a TEI file of the edition. */
const files: Readonly<Record<string, string>> = {
  persName: 'register/persons.xml',
  roleName: 'register/persons.xml',
  person: 'register/persons.xml',
  placeName: 'register/places.xml',
  orgName: 'register/organisations.xml',
  abbreviation: 'register/organisations.xml',
};

/** The pointers of one document of an edition. */
export function pointersOf(documentId: string): Pointers {
  return {
    toRegister: (id, kind) => `${files[kind] ?? ''}#${id}`,
    toEditor: (id) => `#${documentId}-${id}`,
    toCalendar: (name) => `#${documentId}-${name}`,
  };
}
