/** An identifier of an authority file. */
export interface AuthorityIdentifier {
  /** The name of the authority file, as registers write it in `idno/@type`. */
  readonly authority: string;
  readonly value: string;
}

/** Addresses of authority files: the identifier is what stands after this. */
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:www\.)?d-nb\.info\/gnd\/([\dX-]+)/i, 'GND'],
  [/^(?:www\.)?viaf\.org\/viaf\/(\d+)/i, 'VIAF'],
  [/^(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)/i, 'Wikidata'],
  [/^(?:www\.|sws\.)?geonames\.org\/(\d+)/i, 'GeoNames'],
  [/^vocab\.getty\.edu\/(?:page\/)?tgn\/(\d+)/i, 'TGN'],
  [/^vocab\.getty\.edu\/(?:page\/)?ulan\/(\d+)/i, 'ULAN'],
  [/^pleiades\.stoa\.org\/places\/(\d+)/i, 'Pleiades'],
  [/^(?:www\.)?id\.loc\.gov\/authorities\/names\/([a-z]{1,3}\d+)/i, 'LCCN'],
  [/^(?:www\.)?isni\.org\/(?:isni\/)?([\dX]{16})/i, 'ISNI'],
  [/^orcid\.org\/([\dX-]{19})/i, 'ORCID'],
];

/** Names that archives give to authority files, in lower case without marks. */
const NAMES: Readonly<Record<string, string>> = {
  gnd: 'GND',
  pnd: 'GND',
  dnb: 'GND',
  viaf: 'VIAF',
  wikidata: 'Wikidata',
  wd: 'Wikidata',
  geonames: 'GeoNames',
  tgn: 'TGN',
  ulan: 'ULAN',
  pleiades: 'Pleiades',
  lccn: 'LCCN',
  lcnaf: 'LCCN',
  isni: 'ISNI',
  orcid: 'ORCID',
};

/** What an address of an authority file identifies; undefined for any other address. */
export function authorityOfAddress(address: string): AuthorityIdentifier | undefined {
  const rest = withoutScheme(address);
  if (rest === undefined) return undefined;
  for (const [pattern, authority] of ADDRESSES) {
    const value = pattern.exec(rest)?.[1];
    if (value !== undefined) return { authority, value };
  }
  return undefined;
}

/** What a pointer with a usual prefix identifies (`gnd:118609807`); only figures, letters and hyphens can. */
export function authorityOfPrefix(pointer: string): AuthorityIdentifier | undefined {
  const match = /^([A-Za-z]+):([\w-]+)$/.exec(pointer);
  const authority = authorityName(match?.[1] ?? '');
  return authority === undefined || match?.[2] === undefined ? undefined : { authority, value: match[2] };
}

/** The authority file that a word means. */
export function authorityName(word: string): string | undefined {
  const key = word.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

/** One key for all ways to write an identifier. */
export function keyOfIdentifier({ authority, value }: AuthorityIdentifier): string {
  return `${authority.toLowerCase()}:${value.toUpperCase()}`;
}

/** One key for an address, however its scheme and end are written; undefined for what is no address of the web. */
export function keyOfAddress(address: string): string | undefined {
  const rest = withoutScheme(address);
  return rest === undefined ? undefined : `web:${rest.replace(/\/$/, '')}`;
}

function withoutScheme(address: string): string | undefined {
  return /^https?:\/\/(\S+)$/i.exec(address.trim())?.[1];
}
