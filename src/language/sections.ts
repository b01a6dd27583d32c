/**
 * How printed sources head their own parts: the list of notes, the list of those present. Words of several
 * languages stand together, since an English edition prints a Russian document's parts either way.
 */

/** A line that heads the notes: "Translator's Notes", "NOTES", "Anmerkungen". Compared without case, marks and a final colon. */
export const notesHeading =
  /^(?:(?:translator|editor|author|compiler)(?:['’]s|s['’])?\s+(?:foot|end)?notes?|(?:foot|end)?notes?(?:\s+to\s+the\s+text)?|notes?\s+(?:by|of)\s+the\s+(?:translator|editor)s?|anmerkungen(?:\s+des\s+(?:übersetzers|herausgebers))?|fu(?:ß|ss)noten|endnoten|notes?\s+(?:du\s+traducteur|de\s+l['’]éditeur|de\s+bas\s+de\s+page)|notas?(?:\s+del?\s+traductor)?|note(?:\s+del\s+traduttore)?|примечания(?:\s+(?:переводчика|редактора))?|сноски|jegyzetek|lábjegyzetek|przypisy)$/iu;

/** A label before the names of those present: "Those Taking Part:", "Anwesend:", "Présents :", "Присутствовали:". */
export const attendeesLabel =
  /(?:those\s+(?:taking\s+part|present|attending)|(?:also\s+|members\s+|other\s+persons\s+|others\s+)?present|in\s+attendance|attendees|attended(?:\s+by)?|participants(?:\s+in\s+the\s+meeting)?|(?:es\s+)?(?:waren\s+)?anwesend(?:e|\s+(?:sind|waren))?|teilnehmer(?:innen)?(?:\s+(?:der|an\s+der)\s+sitzung)?|(?:étaient\s+)?(?:présents?|présentes)|participaient|присутствовали|участники|присутствуют|jelen\s+(?:vannak|voltak)|jelenlévők|obecni|asistentes|presenti)/iu;

/** A label before the names of those absent. */
export const absenteesLabel =
  /(?:absent|apologies(?:\s+for\s+absence)?|excused|abwesend|entschuldigt|excusés?|отсутствовали)/iu;

/** Collective voices that a record prints as speakers. */
export const collectiveVoice =
  /^(?:(?:a\s+|several\s+|many\s+)?voices?(?:\s+from(?:\s+around)?\s+the\s+(?:hall|audience|floor|room))?|(?:cries|shouts|exclamations?|calls?)(?:\s+from\s+the\s+\p{L}+)?|all|everyone|audience|delegates|(?:eine\s+)?stimmen?(?:\s+aus\s+dem\s+saal)?|zurufe?(?:\s+.{1,40})?|rufe|alle|(?:une\s+)?voix(?:\s+(?:de|dans)\s+la\s+salle)?|голоса?(?:\s+(?:с\s+мест(?:а)?|из\s+зала))?|возгласы|все|hangok?|közbeszólás(?:ok)?)$/iu;

/** What was decided, said by the minutes and by nobody in the room: "Decided:", "Beschluss:", "Решили:". */
export const resolutionLabel =
  /^(?:decided|decision|resolved|resolution|agreed|adopted|beschlossen|beschlu(?:ß|ss)|décidé|décision|résolution|решили|решение|постановили|постановление|határozat|elhatározták|postanowiono|uchwała|uchwalono)\s?:/iu;

/**
 * A line that only counts the parts of a treaty, a statute or a book: "Article 1", "Artikel II.", "Article premier",
 * "§ 3", "Статья 4". The word and the number are its groups.
 */
export const countedDivision =
  /^(articles?|art\.|artikel|chapter|kapitel|chapitre|section|abschnitt|part|teil|partie|titre|§|статья|глава|раздел|часть)\s?(\d{1,3}(?:er)?|[IVXL]{1,7}|premi(?:er|ère)|первая)\.?$/iu;
