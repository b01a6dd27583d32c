import { baseLanguage } from './function-words.js';

/** Directions before a name, with which it is the name of another place: "South-East Asia", "Восточная Европа". */
const before: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:(?:North|South)[- ]?)?(?:(?:North|South|East|West)(?:ern)?|east|west|eastern|western|Central)[- ]$/u,
  de: /(?<!\p{L})(?:Nord|Süd|Nordost|Südost|Nordwest|Südwest|Ost|West|Mittel|Zentral)-$/u,
  hu: /(?<!\p{L})(?:Észak|Dél|Kelet|Nyugat|Közép|Északkelet|Délkelet|Északnyugat|Délnyugat)-$/u,
  ru: /(?<!\p{L})(?:(?:Северо|Юго|Центрально)-)?(?:Северн|Южн|Восточн|Западн|Центральн|Средн)(?:ая|ой|ую|ое|ого|ому|ый|ым|ом) $/u,
};

/** The same behind it: "Asie du Sud-Est", "Europa Oriental". */
const after: Readonly<Record<string, RegExp>> = {
  fr: /^ (?:(?:du (?:Nord|Sud)|de l['’](?:Est|Ouest))(?:-(?:Est|Ouest))?|centrale|orientale|occidentale)(?![\p{L}-])/u,
  es: /^ (?:del (?:Norte|Sur|Este|Oeste)|[Cc]entral|[Oo]riental|[Oo]ccidental)(?![\p{L}-])/u,
  it: /^ (?:del (?:Nord|Sud)|dell['’](?:Est|Ovest)|[Cc]entrale|[Oo]rientale|[Oo]ccidentale)(?![\p{L}-])/u,
};

/** No direction is longer. */
const LONGEST = 30;

/**
 * The words of a place and of the direction that stands with it, which together are another place; undefined where
 * none does.
 *
 * @param start, end offsets of the name into `text`.
 */
export function withDirection(
  text: string,
  start: number,
  end: number,
  language: string,
): { start: number; end: number } | undefined {
  const base = baseLanguage(language);
  const first = before[base]?.exec(text.slice(Math.max(0, start - LONGEST), start))?.[0].length ?? 0;
  const last = after[base]?.exec(text.slice(end, end + LONGEST))?.[0].length ?? 0;
  return first + last === 0 ? undefined : { start: start - first, end: end + last };
}
