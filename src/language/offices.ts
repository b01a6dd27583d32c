import { baseLanguage } from './function-words.js';
import { honorifics } from './honorifics.js';
import { foldName } from './name-folding.js';

/** Offices and positions that stand after a name or alone, beside those that are titles before one. `|` divides phrases. */
const positions: Readonly<Record<string, string>> = {
  en: `professor|associate professor|assistant professor|member|head|chief|provost|president|treasurer|clerk|curator|librarian|historian|lecturer|
    fellow|rector|chancellor|delegate|state minister|minister of state|minister without portfolio|vice chairman|first deputy|commander-in-chief|
    chief of staff|plenipotentiary|charge d'affaires|king|queen|emperor|counsel|counselor|counsellor|attache|adviser|advisor|spokesman|co-chair|
    councillor|councilor|alderman|magistrate|notary|registrar|harbour master|harbourmaster`,
  de: `professor|ordinarius|mitglied|leiter|vorsitzende|vorsteher|prasident|lehrer|rektor|dozent|pfarrer|bevollmachtigter|gesandter|
    staatsminister|generalstabschef|chef|konig|kaiser|aktuar|schriftfuhrer|stellvertreter|kapitan`,
  fr: 'professeur|membre|chef|president du conseil|delegue|ministre plenipotentiaire|charge d’affaires|roi|empereur|greffier|tresorier|recteur',
  ru: 'член|заведующий|начальник|заместитель|первый секретарь|генеральный секретарь|председатель|министр|посол|профессор|ректор|командующий',
  hu: 'tag|vezető|elnök|miniszter|államminiszter|tanár|rektor|parancsnok',
};

/** Words that may divide an office from what it is held in: "Secretary of the …", "Botschafter in …". */
const connectors: Readonly<Record<string, string>> = {
  en: 'of the to for at in and a',
  de: 'der des den dem die das für fur in im von vom zu und am an',
  fr: 'de du des la le les l d à a au aux et en',
  ru: 'по в и при на',
  hu: 'a az és',
};

const articles = new Set(
  'the a an der die das den dem ein eine le la les un une l a az egy our his her your my unser ihr notre son votre наш'.split(
    ' ',
  ),
);

/** The offices of a language, folded, hyphens as spaces; English ones count everywhere. */
export function officePhrases(language: string): ReadonlySet<string> {
  const own = baseLanguage(language);
  const titles = honorifics(language)
    .filter(({ kind }) => kind === 'office')
    .map(({ text }) => text);
  const more = `${positions[own] ?? ''}|${positions['en'] ?? ''}`.split('|');
  return new Set(
    [...titles, ...more]
      .map((phrase) => foldName(phrase.trim()).replace(/-/g, ' '))
      .filter((phrase) => phrase.length > 3),
  );
}

/** What German compounds of an office end with: "Hafenkapitän", "Polizeiinspektor". */
const germanCompound = /^\p{L}{3,}(?:kapitan|kommandant|direktor|inspektor|prasident|minister|sekretar|kommissar)$/u;

/** True for a word that is an office in German by its last part alone. */
export function isOfficeCompound(folded: string, language: string): boolean {
  return baseLanguage(language) === 'de' && germanCompound.test(folded);
}

/** True for a small word inside an office's name. */
export function isOfficeConnector(folded: string, language: string): boolean {
  return (connectors[baseLanguage(language)] ?? connectors['en'] ?? '').split(' ').includes(folded);
}

/** True for an article or possessive before an office ("Nagy, the prime minister"). */
export function isOfficeArticle(folded: string): boolean {
  return articles.has(folded);
}

const phrasesOf = new Map<string, ReadonlySet<string>>();

/** True where one of the words names an office: "ministre de l'Intérieur", "American Ambassador". */
export function namesOffice(text: string, language: string): boolean {
  const phrases = phrasesOf.get(language) ?? officePhrases(language);
  phrasesOf.set(language, phrases);
  return foldName(text)
    .split(/[^\p{L}]+/u)
    .some((word) => phrases.has(word));
}
