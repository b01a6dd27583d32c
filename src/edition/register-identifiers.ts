/** An attribute list and the text of what may identify an entry. */
export interface Identifying {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The words in it, white space collapsed. */
  readonly text: string;
}

/** Kinds that only say that an identifier is an address; whose it is says `@subtype`, else the host of the address. */
const ADDRESS_TYPES: ReadonlySet<string> = new Set(['url', 'uri', 'iri', 'link']);
const ADDRESS = /^https?:\/\/\S+$/i;
const POINTERS = ['ref', 'sameAs', 'corresp'] as const;

/**
 * Identifiers of an entry by their kind: its `idno` by `@type`, and the addresses that the entry or its name refers to
 * (`@ref`, `@sameAs`, `@corresp`) by their hosts.
 *
 * @param entry the entry itself. @param children what stands in it.
 */
export function identifiersOf(entry: Identifying, children: readonly Identifying[]): Record<string, string> {
  const identifiers: Record<string, string> = {};
  for (const { attributes, text } of children.filter(({ name }) => name === 'idno')) {
    const type = attributes['type'] ?? 'idno';
    const isAddress = ADDRESS_TYPES.has(type.toLowerCase()) && ADDRESS.test(text);
    const kind = isAddress ? (attributes['subtype'] ?? hostOf(text)) : type;
    identifiers[isAddress && identifiers[kind] !== undefined ? hostOf(text) : kind] = text;
  }
  for (const { attributes } of [entry, ...children.filter(({ name }) => name.endsWith('Name'))]) {
    for (const address of POINTERS.flatMap((pointer) => (attributes[pointer] ?? '').split(/\s+/))) {
      if (ADDRESS.test(address)) identifiers[hostOf(address)] ??= address;
    }
  }
  return identifiers;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : 'URL';
}
