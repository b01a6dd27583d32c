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

/** A person of the register (`standOff/listPerson/person`). `names[0]` is the preferred form. */
export interface PersonEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly sex?: string;
  readonly birth?: string;
  readonly death?: string;
  /** What the person was, in words: `occupation`, `note`. */
  readonly roles: readonly string[];
  /** Identifiers by their `@type` (`GND`, `VIAF`, `Wikidata`). */
  readonly identifiers: Readonly<Record<string, string>>;
  /** True for a group without names of its own (`personGrp`: voices from the hall). */
  readonly group: boolean;
}

/** A place of the register (`listPlace/place`). */
export interface PlaceEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly type?: string;
  readonly description?: string;
  readonly identifiers: Readonly<Record<string, string>>;
}

/** An organisation of the register (`listOrg/org`); `expansion` spells out its abbreviated names. */
export interface OrganisationEntry {
  readonly id: string;
  readonly names: readonly NameForm[];
  readonly type?: string;
  readonly description?: string;
  readonly identifiers: Readonly<Record<string, string>>;
}

/** The edition's authority files, read. */
export interface Register {
  readonly persons: readonly PersonEntry[];
  readonly places: readonly PlaceEntry[];
  readonly organisations: readonly OrganisationEntry[];
}

/** A register without entries: what a bare folder has. */
export const emptyRegister: Register = { persons: [], places: [], organisations: [] };
