/** What an archive's or publisher's page says about a document, beside the document itself. */
export type FieldName =
  | 'citation'
  | 'summary'
  | 'original-language'
  | 'contents'
  | 'source'
  | 'published'
  | 'translator'
  | 'compiler'
  | 'see-also'
  | 'rights'
  | 'title'
  | 'date'
  | 'author'
  | 'subject'
  | 'identifier'
  | 'url'
  | 'language';

/** A label as printed before a field's value, and what it means. */
export interface FieldLabel {
  readonly name: FieldName;
  readonly pattern: RegExp;
}

/** The labels that a colon follows, in the languages of archives' pages. Matched from the beginning of a line. */
const labels: readonly (readonly [FieldName, string])[] = [
  [
    'citation',
    String.raw`citation|cite as|suggested citation|zitiervorschlag|zitierweise|citation recommandée|цитирование`,
  ],
  [
    'summary',
    String.raw`summary|abstract|description|zusammenfassung|regest|inhaltsangabe|résumé|аннотация|краткое содержание|összefoglaló`,
  ],
  [
    'original-language',
    String.raw`original languages?|originalsprache|langue originale|langue d['’]origine|язык оригинала|eredeti nyelv`,
  ],
  ['contents', String.raw`contents|inhalt|contenu|содержание`],
  [
    'source',
    String.raw`sources?|archival source|source archive|quellen?(?:nachweis)?|fundort|fundstelle|überlieferung|source archivistique|источник|forrás|fuente|fonte|źródło`,
  ],
  [
    'published',
    String.raw`published(?: in)?|publication|veröffentlicht(?: in)?|gedruckt(?: in)?|druck|publié(?: dans)?|опубликовано|megjelent`,
  ],
  [
    'translator',
    String.raw`translat(?:ed by|ors?|ion by)|übersetz(?:t von|ung von|er(?:in)?)|übersetzung|traduit par|traduction(?: de| par)?|traducteur|traductrice|перевод(?:чик)?|fordította`,
  ],
  ['compiler', String.raw`compiled by|compiler|zusammengestellt von|établi par|составитель`],
  ['see-also', String.raw`see also|siehe auch|vgl\. auch|voir aussi|см\. также|lásd még`],
  ['rights', String.raw`rights|copyright|licen[cs]e|rechte|lizenz|droits|права`],
  ['author', String.raw`creators?|verfasser(?:in)?`],
  ['subject', String.raw`subjects?|keywords?|schlagwörter|mots-clés|ключевые слова`],
  ['identifier', String.raw`identifiers?|document id|record id|shelfmark|call number|signatur|cote|шифр|jelzet`],
  ['url', String.raw`url|doi|permalink|link|online`],
  ['language', String.raw`languages?|sprache|langue|язык|nyelv`],
];

/** Labels with their colon, each tried at the beginning of a line whose markup was taken away. */
export const fieldLabels: readonly FieldLabel[] = labels.map(([name, words]) => ({
  name,
  pattern: new RegExp(String.raw`^(?:${words})\s?:(?=\s|$|<)`, 'iu'),
}));

/** Openings that need no colon: "Translated by Delia Razdolescu", "See also România …", "Copyright 1999-2006", "© 2004". */
export const fieldOpenings: readonly FieldLabel[] = [
  {
    name: 'translator',
    pattern:
      /^(?:translated\s+(?:from\s+the\s+\p{L}+\s+)?by|übersetzt\s+von|traduit\s+(?:du\s+\p{L}+\s+)?par)\s+(?=\p{Lu})/iu,
  },
  { name: 'compiler', pattern: /^compiled\s+by\s+(?=\p{Lu})/iu },
  {
    name: 'published',
    pattern: /^(?:published|originally\s+published|veröffentlicht|publié)\s+(?:in|dans)\s+(?=\S)/iu,
  },
  { name: 'see-also', pattern: /^(?:see\s+also|siehe\s+auch|voir\s+aussi|см\.\s+также)\s+(?=\S)/iu },
  {
    name: 'rights',
    pattern:
      /^(?:copyright\s+(?:©|\(c\)|\d{4}|by\b)|©\s*|\(c\)\s*\d{4}|all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés|все\s+права\s+защищены)/iu,
  },
];
