import { externalAddress, isExternal } from '../address.js';

/** An identifier in an authority file, with the page that it stands for. */
export interface AuthorityLink {
  /** The authority's own name where it is known, else the type as the register has it. */
  readonly label: string;
  readonly value: string;
  readonly href: string | null;
}

interface Authority {
  readonly label: string;
  /** The page of an identifier is this address with the identifier at its end. */
  readonly address: string;
}

/** Authority files in wide use, by the lower-case `idno/@type`. */
const AUTHORITIES: Readonly<Record<string, Authority>> = {
  gnd: { label: 'GND', address: 'https://d-nb.info/gnd/' },
  viaf: { label: 'VIAF', address: 'https://viaf.org/viaf/' },
  wikidata: { label: 'Wikidata', address: 'https://www.wikidata.org/wiki/' },
  geonames: { label: 'GeoNames', address: 'https://www.geonames.org/' },
  tgn: { label: 'Getty TGN', address: 'http://vocab.getty.edu/page/tgn/' },
  ulan: { label: 'Getty ULAN', address: 'http://vocab.getty.edu/page/ulan/' },
  pleiades: { label: 'Pleiades', address: 'https://pleiades.stoa.org/places/' },
  lccn: { label: 'Library of Congress', address: 'https://id.loc.gov/authorities/names/' },
  isni: { label: 'ISNI', address: 'https://isni.org/isni/' },
  orcid: { label: 'ORCID', address: 'https://orcid.org/' },
  ror: { label: 'ROR', address: 'https://ror.org/' },
  bnf: { label: 'BnF', address: 'https://data.bnf.fr/ark:/12148/cb' },
};

/**
 * The links of a register entry. An identifier that is an address links to itself, one of a known authority to
 * that authority's page; any other stays text.
 *
 * @param unsafe is told of each identifier that is an address which may not be linked.
 */
export function authorityLinks(
  identifiers: Readonly<Record<string, string>>,
  unsafe: (address: string) => void,
): AuthorityLink[] {
  return Object.entries(identifiers).map(([type, raw]) => {
    const value = raw.trim();
    const authority = Object.hasOwn(AUTHORITIES, type.toLowerCase()) ? AUTHORITIES[type.toLowerCase()] : undefined;
    const label = authority?.label ?? type;
    const address = externalAddress(value);
    if (address !== undefined) return { label, value, href: address };
    if (/^[\p{L}\p{N}._-]+$/u.test(value)) {
      return { label, value, href: authority === undefined ? null : authority.address + encodeURIComponent(value) };
    }
    if (isExternal(value)) unsafe(value);
    return { label, value, href: null };
  });
}
