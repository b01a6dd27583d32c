import { baseLanguage } from './function-words.js';
import { foldName } from './name-folding.js';
import { nameStem } from './name-inflection.js';

/**
 * What bodies are: with a capital and the article, the short name of one that was named before ("the Presidium"). Those
 * that every state has are left out: "the Government", "the Army" is the writer's own, whichever was named before.
 */
const institutions: Readonly<Record<string, string>> = {
  en: `academy agency alliance assembly association authority bank board bureau chamber club college commission committee
    company conference corporation council department directorate duma federation foundation institute institution
    league library ministry museum office organisation organization pact party politburo presidium secretariat
    society synod treasury tribunal trust university`,
  de: `akademie amt anstalt ausschuss ausschuß bank behörde bund bundesrat bundestag büro direktion fakultät gesellschaft
    gewerkschaft institut kammer komitee kommission konsistorium landtag liga magistrat ministerium nationalrat partei
    politbüro präsidium rat reichstag sekretariat stiftung synode universität verband verein verwaltung
    vorstand zentralkomitee`,
  fr: `académie agence alliance assemblée association banque bureau chambre comité commission compagnie conseil
    consistoire fédération fondation institut ligue ministère musée parti politburo présidium secrétariat
    société syndicat tribunal université`,
  ru: `академия ассамблея банк бюро ведомство дума институт комиссия комитет министерство общество организация партия
    политбюро президиум секретариат синод совет университет управление федерация`,
  es: `academia asamblea banco cámara comisión comité compañía consejo instituto ministerio partido
    presidium sindicato sociedad tribunal universidad`,
  it: `accademia assemblea banca camera comitato commissione compagnia consiglio istituto ministero partito
    presidium sindacato società tribunale università`,
  pl: `akademia biuro komisja komitet ministerstwo partia politbiuro prezydium rada sejm sekretariat uniwersytet związek`,
};

/** Definite articles, also grown together with a preposition; languages without an entry have none. */
const articles: Readonly<Record<string, string>> = {
  en: 'the',
  de: 'der die das dem den des im am zum zur beim vom ins',
  fr: 'le la l du au',
  es: 'el la del al',
  it: 'il lo la l del dello della dell al allo alla all dal dalla nel nella',
};

/** Languages in which the words before a noun say which one it is, and not those behind it: "CPSU CC Presidium". */
const headLast: ReadonlySet<string> = new Set(['en', 'de']);

/** Words after a body's name that say which one it is: "the Presidium of the Supreme Soviet". */
const specifications: Readonly<Record<string, string>> = {
  en: 'of for on',
  de: 'der des für zur von',
  fr: 'de du des d pour',
  es: 'de del para',
  it: 'di del dello della dell dei delle per',
  ru: 'по',
  pl: 'do dla',
};

const sets = { institutions: setsOf(institutions), articles: setsOf(articles), specifications: setsOf(specifications) };

/** The words of a language for bodies, by their stems. */
const stems = new Map(
  [...sets.institutions].map(([language, words]) => [
    language,
    new Set([...words].map((word) => nameStem(word, language, true))),
  ]),
);

/** What the cases of a word for a body have in common ("Президиума", "Президиуме"), or undefined where it is none. */
export function institutionStem(folded: string, language: string): string | undefined {
  const stem = nameStem(folded, language, true);
  return stems.get(baseLanguage(language))?.has(stem) === true ? stem : undefined;
}

/** True where the last noun of a name is the one that the others belong to; false where it is the first. */
export function isHeadLast(language: string): boolean {
  return headLast.has(baseLanguage(language));
}

/** True for a definite article; undefined where the language has none. */
export function isDefiniteArticle(folded: string, language: string): boolean | undefined {
  return sets.articles.get(baseLanguage(language))?.has(folded);
}

/** True where a folded word after a body's name begins the words that say which one it is. */
export function isSpecification(folded: string, language: string): boolean {
  return sets.specifications.get(baseLanguage(language))?.has(folded) ?? false;
}

function setsOf(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(lists).map(([language, list]) => [language, new Set(list.split(/\s+/).map(foldName))] as const),
  );
}
