import { honorificPattern } from '../language/honorifics.js';
import { namesOffice } from '../language/offices.js';

const monthNames =
  /(?:^|[\s\d.(,])(?:jan(?:uar|uary|vier)?|feb(?:ruar|ruary)?|f[ée]v(?:r(?:ier)?)?|m(?:a|ä|ae)?r(?:z|ch|s)|mar|apr(?:il)?|avr(?:il)?|ma[iy]|jun[ei]?|juin|jul[iy]?|juillet|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|[7789]ber|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[czc](?:ember|embre)?|d[ée]c(?:embre)?|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|január|február|március|április|május|június|július|augusztus|szeptember|október|gennaio|febbraio|maggio|giugno|luglio|settembre|ottobre|dicembre|stycznia|lutego|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?![\p{L}])/iu;
const weekdayNames =
  /(?:^|[\s(,])(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:^|[\s(,])(?:montag|dienstag|mittwoch|donn?er?stag|freitag|samstag|sonnabend|sonnt?ag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap)/iu;
const numericDate =
  /(?:^|[\s(,])\d{1,2}\s?[./-]\s?(?:\d{1,2}|[IVX]{1,4})\s?[./-]\s?(?:\d{4}|\d{2})?(?!\d)|(?:^|\s)\d{4}-\d{2}-\d{2}(?!\d)/u;

/** True for words that name a calendar day, month or weekday together with a figure, or a weekday alone. */
export function namesDate(text: string): boolean {
  if (numericDate.test(text)) return true;
  return weekdayNames.test(text) || (monthNames.test(text) && /\d/u.test(text));
}

/** The first word of a title that has its date in it: "Procès-verbal de la séance du 7 juin 1936". */
const saysWhatItIs =
  /^(?:minutes|record|report|memorandum|notes|speech|letter|protokoll|niederschrift|sitzung|bericht|rede|brief|aktennotiz|vermerk|procès-verbal|compte[\s-]rendu|discours|lettre|rapport|протокол|стенограмма|запись|речь|письмо|доклад|справка|jegyzőkönyv|beszéd|levél|jelentés|protokół|acta|verbale)(?!\p{L})/iu;

/** True for a line that begins as the title of a record, a letter or a speech does. */
export function isNamedTitle(text: string): boolean {
  return saysWhatItIs.test(text);
}

/** A line that says where and when: short, with a date, and no sentence. "Moscow, 17 April 1958", "Hersfeld, den 19. VIII." */
export function isDateline(text: string): boolean {
  if (text.length > 90 || !namesDate(text) || saysWhatItIs.test(text)) return false;
  // No list of verbs serves every language; but besides the date a dateline has little more than a place.
  const words = text.split(/[\s,]+/u).filter((word) => word !== '');
  const others = words.filter(
    (word) => /^\p{L}{3,}/u.test(word) && !monthNames.test(` ${word}`) && !weekdayNames.test(` ${word}`),
  );
  const small = others.filter((word) => /^\p{Ll}{4,}/u.test(word));
  return others.length <= 5 && small.length <= 2;
}

/** True for a date alone, nothing else in the line: the heading of a diary's entry. "Wednesday 1st", "3. Mai", "Thursday Nov. 1st". */
export function isDateHeading(text: string): boolean {
  if (text.length > 60 || !namesDate(text)) return false;
  const rest = text
    .replace(/\d{1,4}(?:st|nd|rd|th|er|e|\.)?/giu, ' ')
    .split(/[\s,.;:()]+/u)
    .filter(
      (word) =>
        word !== '' &&
        !monthNames.test(` ${word}`) &&
        !weekdayNames.test(` ${word}`) &&
        !/^(?:the|of|den|der|am|d|le|année|anno|г|года|nachm|vorm)$/iu.test(word),
    );
  return rest.length <= 1;
}

/** Ends as a sentence ends, note markers and closing marks aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;,]["“”»«’')\]]*\s*(?:\(\d{1,3}\)|\[\d{1,3}\]|[⁰¹²³⁴-⁹*†]+)*\s*$/u.test(text.slice(-LONGEST_END));
}

/** Markers and closing marks at the end of a text are not longer together. */
const LONGEST_END = 100;

/** The text without note markers at its end. */
export function withoutMarkers(text: string): string {
  // Only the end can match; a pattern that ends with `$` would be tried from every character of a long paragraph.
  const end = text
    .slice(-LONGEST_END)
    .replace(/\s*(?:\(\d{1,3}\)|\[\d{1,3}\]|\[\^\w+\]|[⁰¹²³⁴-⁹]+|[*†‡]+)+\s*$/u, '')
    .trimEnd();
  return text.slice(0, -LONGEST_END) + end;
}

/** One to four capitalised words or initials, with or without a title before them: what a person signs with. */
export function isPersonLine(text: string, language: string): boolean {
  const bare = withoutMarkers(text).replace(/[.,]$/u, '');
  if (bare.length > 60 || /\d/u.test(bare)) return false;
  const name = bare.replace(leadingTitle(language), '');
  return /^(?:\p{Lu}[\p{L}'’.-]*|von|van|de|der|den|du|la|le|zu|af|di|da|dos)(?:\s+(?:\p{Lu}[\p{L}'’.-]*|von|van|de|der|den|du|la|le|zu|af|di|da|dos|y|e)){0,4}$/u.test(
    name,
  );
}

/**
 * A person as a list of those present has them: a name, and behind a comma or dash what the person is.
 * "Dr. Lloyd C. Gardner, Professor of History, Rutgers University".
 */
export function isAttendee(text: string, language: string): boolean {
  if (text.length > 240) return false;
  const name = /^([^,(–—]+?)(?:\s?[,(]|\s[–—-]\s|$)/u.exec(text)?.[1];
  if (name === undefined || !isPersonLine(name, language)) return false;
  const title = leadingTitle(language);
  const words = name.replace(title, '').split(/\s+/u).length;
  return words >= 2 || /[,(]/u.test(text) || title.test(name);
}

/** Under a name, what its bearer is: "ministre de l'Intérieur". */
export function isOfficeLine(text: string, language: string): boolean {
  return text.split(/\s+/u).length <= 10 && !/[!?:]|[.,]\s*$/u.test(text) && namesOffice(text, language);
}

const leadingTitles = new Map<string, RegExp>();

/** Titles at the beginning of a line. The patterns are long, and every line of a document is tried: each is made once. */
function leadingTitle(language: string): RegExp {
  const known = leadingTitles.get(language);
  if (known !== undefined) return known;
  const made = new RegExp(`^${honorificPattern(language)}`, 'iu');
  leadingTitles.set(language, made);
  return made;
}

/** All letters capitals, at least four of them: how typescripts print headings and speakers. */
export function isCapitals(text: string): boolean {
  return (
    !/\p{Ll}/u.test(text.replace(/(?:st|nd|rd|th|s)(?!\p{L})/gu, '')) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4
  );
}

/** Every longer word has a capital: "Information from Cde. Yudin on Negotiations with the Chinese Comrades". */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !/^(?:from|with|into|over|upon|about|between|after|before|under|against|concerning|regarding|including|during|through|within|without)$/u.test(
        word,
      ),
  );
  return words.length >= 2 && small.length === 0;
}
