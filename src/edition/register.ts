/** One form of a name, as printed in the register. The parts are given where the register marks them. */
export interface NameForm {
  /** The whole form, white space collapsed: "Kádár János", "N. S. Khrushchev", "KGB". */
  readonly text: string;
  readonly forename?: string;
  readonly surname?: string;
  /** `@type` of the form: `variant`, `misspelling`, `abbreviation`, `maiden` … */
  readonly type?: string;
  readonly language?: string;
}

/** Something with its dates, as the register has them. */
export interface Dated {
  /** The words: "um 1750"; empty where there are only attributes. */
  readonly text: string;
  /** Dating attributes and `cert` as written (TEI att.datable). */
  readonly dating: Readonly<Record<string, string>>;
}

/** A person of the register (`standOff/listPerson/person`). `names[0]` is the preferred form. */
export interface PersonEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly sex?: string;
  readonly birth?: string;
  readonly death?: string;
  /** Birth and death in full, where they are only roughly known. */
  readonly born?: Dated;
  readonly died?: Dated;
  /** When the person was active (`floruit`). */
  readonly floruit?: Dated;
  readonly states?: readonly Dated[];
  /** What the person was, in words: `occupation`, `note`. */
  readonly roles: readonly string[];
  /** Identifiers by their `@type` (`GND`, `VIAF`, `Wikidata`). */
  readonly identifiers: Readonly<Record<string, string>>;
  /** True for a group without names of its own (`personGrp`: voices from the hall). */
  readonly group: boolean;
}

/** A point on the earth in degrees (WGS 84): north and east are positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A place of the register (`listPlace/place`). */
export interface PlaceEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly type?: string;
  readonly description?: string;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly states?: readonly Dated[];
  /** Where it lies (`location/geo`). */
  readonly coordinates?: Coordinates;
}

/** An organisation of the register (`listOrg/org`); `expansion` spells out its abbreviated names. */
export interface OrganisationEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly type?: string;
  readonly description?: string;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly states?: readonly Dated[];
}

/** How entries are related (`listRelation/relation`; TEI Guidelines, 14.3.2.3); entries are given by their ids. */
export interface RelationEntry {
  /** `@name`, else the end of `@ref`, else `@type`: "parent", "correspondsWith". */
  readonly name: string;
  readonly description: string;
  readonly active: readonly string[];
  readonly passive: readonly string[];
  readonly mutual: readonly string[];
}

/** An event of the register (`listEvent/event`, or within the entry of a person or a place). */
export interface EventEntry {
  /** Empty where the register gives none. */
  readonly id: string;
  /** What happened: `label`, `eventName`, `head`, else the description. */
  readonly label: string;
  /** Dating attributes as written (TEI att.datable). */
  readonly dating: Readonly<Record<string, string>>;
}

/** The edition's authority files, read. */
export interface Register {
  readonly persons: readonly PersonEntry[];
  readonly places: readonly PlaceEntry[];
  readonly organisations: readonly OrganisationEntry[];
  readonly events?: readonly EventEntry[];
  readonly relations?: readonly RelationEntry[];
}

/** A register without entries: what a bare folder has. */
export const emptyRegister: Register = { persons: [], places: [], organisations: [] };
