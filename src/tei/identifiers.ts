import { isNCName, toNCName } from '../xml/characters.js';

/** Names of devices, which Windows has in every folder and with any ending: no file can be called so there. */
const deviceName = /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)/i;

/**
 * The `xml:id` of a document: its file's name without the ending. A stem that is an NCName is taken as it is;
 * otherwise one is made of it by the rule of {@link toNCName} ("17 April 1958" becomes "d-17-April-1958"). Files are named
 * after the id, so that the name of a device gets `d-` before it as well.
 *
 * @param fileStem the file's name without folder and ending.
 */
export function documentId(fileStem: string): string {
  const composed = fileStem.normalize('NFC');
  const id = isNCName(composed) ? composed : toNCName(composed);
  return deviceName.test(id) ? `d-${id}` : id;
}

/** Gives out the ids inside one document: `<id>-p1`, `<id>-p2`, `<id>-sp1`, each kind counted on its own. */
export interface IdentifierAllocator {
  /** The next id of a kind (`p`, `sp`, `n` …). A wanted label (a note's printed number) takes the count's place. */
  next(kind: string, label?: string): string;
}

/**
 * Makes the allocator of one document. An id depends on kind and position (or printed label) only, so that a
 * person can read it and a second run gives the same. A label that is taken gets `.2`, `.3` … after it.
 */
export function allocateIdentifiers(document: string): IdentifierAllocator {
  const counts = new Map<string, number>();
  const taken = new Set<string>([document]);
  const repeated = new Map<string, number>();
  return {
    next: (kind, label) => {
      let wanted: string;
      if (label === undefined) {
        do {
          const count = (counts.get(kind) ?? 0) + 1;
          counts.set(kind, count);
          wanted = `${document}-${kind}${count}`;
        } while (taken.has(wanted));
      } else {
        // The label stands after a letter, so only its inner characters have to be those of a name.
        const labelled = toNCName(`${document}-${kind}${label}`);
        wanted = labelled;
        let again = repeated.get(labelled) ?? 1;
        while (taken.has(wanted)) wanted = `${labelled}.${++again}`;
        repeated.set(labelled, again);
      }
      taken.add(wanted);
      return wanted;
    },
  };
}
