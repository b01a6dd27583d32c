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
  /(?:absente?s?|apologies(?:\s+for\s+absence)?|excused|abwesend|entschuldigt|excusée?s?|отсутств(?:овали|уют)|hiányoztak|kimentették\s+magukat|nieobecni|ausentes|assenti)/iu;

/** Collective voices that a record prints as speakers. */
export const collectiveVoice =
  /^(?:(?:a\s+|several\s+|many\s+)?voices?(?:\s+from(?:\s+around)?\s+the\s+(?:hall|audience|floor|room))?|(?:cries|shouts|exclamations?|calls?)(?:\s+from\s+the\s+\p{L}+)?|all|everyone|audience|delegates|(?:eine\s+)?stimmen?(?:\s+aus\s+dem\s+saal)?|zurufe?(?:\s+.{1,40})?|rufe|alle|(?:une\s+)?voix(?:\s+(?:de|dans)\s+la\s+salle)?|голоса?(?:\s+(?:с\s+мест(?:а)?|из\s+зала))?|возгласы|все|hangok?|közbeszólás(?:ok)?)$/iu;

/** What was decided, said by the minutes and by nobody in the room: "Decided:", "Beschluss:", "Решили:". */
export const resolutionLabel =
  /^(?:decided|decision|resolved|resolution|agreed|adopted|beschlossen|beschlu(?:ß|ss)|décidé|décision|résolution|решили|решение|постановили|постановление|határozat|elhatározták|postanowiono|uchwała|uchwalono)\s?:/iu;

/**
 * A label of the meeting itself, which nobody speaks under: "Schluß der Sitzung: 12 Uhr", "Next meeting:", "Ordre du
 * jour :". A word that is a surname as well ("Ende", "Beginn") counts before a figure only.
 */
export const meetingFormula =
  /^(?:(?:schlu(?:ß|ss)|beginn|ende|anfang|eröffnung|fortsetzung|wiederaufnahme|unterbrechung|dauer|ort|zeit|vorsitz|leitung)\s+(?:der|des|bei\s+der|in\s+der)\s+(?:\p{L}*sitzung|versammlung|tagung|konferenz|beratung|besprechung|verhandlung(?:en)?)|(?:schlu(?:ß|ss)|beginn|ende)(?=\s?:\s*(?:(?:um|gegen)\s+)?\d)|tagesordnung|(?:nächste|folgende)\s+\p{L}*sitzung|entschuldigt|abwesend|anwesend|vorsitz|(?:end|close|closing|opening|beginning|start|resumption|adjournment)\s+of\s+(?:the\s+)?(?:session|meeting|sitting)|(?:next|previous|last)\s+(?:session|meeting|sitting)|(?:meeting|session)\s+(?:opened|closed|adjourned)|agenda|order\s+of\s+(?:the\s+)?(?:day|business)|in\s+the\s+chair|present|absent|excused|apologies|ordre\s+du\s+jour|(?:fin|clôture|levée|ouverture|début|reprise|suspension)\s+de\s+(?:la\s+)?(?:séance|réunion)|(?:prochaine|dernière)\s+(?:séance|réunion)|présent(?:e?s)?|absente?s?|excusée?s?|ordine\s+del\s+giorno|(?:inizio|fine|apertura|chiusura)\s+della\s+(?:seduta|riunione)|prossima\s+(?:seduta|riunione)|orden\s+del\s+día|(?:inicio|fin|apertura|cierre)\s+de\s+la\s+(?:sesión|reunión)|próxima\s+(?:sesión|reunión)|повестка\s+дня|(?:начало|конец|открытие|закрытие)\s+заседания|следующее\s+заседание|napirend|az\s+ülés\s+(?:kezdete|vége)|következő\s+ülés)\s?:/iu;

/**
 * A line that only counts the parts of a treaty, a statute or a book: "Article 1", "Artikel II.", "Article premier",
 * "§ 3", "Статья 4". The word and the number are its groups.
 */
export const countedDivision =
  /^(articles?|art\.|artikel|chapter|kapitel|chapitre|section|abschnitt|part|teil|partie|titre|§|статья|глава|раздел|часть)\s?(\d{1,3}(?:er)?|[IVXL]{1,7}|premi(?:er|ère)|первая)\.?$/iu;
