/**
 * The formulas of letters: how one is addressed, how one takes leave. Each is tried on a whole short line, so a
 * sentence that merely begins with "Dear" is no salutation.
 */

/** The line addresses somebody: "Dear Comrades,", "Liebste Hannah!", "Monsieur le Président,", "Уважаемый товарищ!". */
export const salutation =
  /^(?:(?:my\s+)?(?:(?:very|most)\s+)?(?:dear(?:est)?|esteemed|honou?red|respected|beloved)(?!\p{L})|sirs?(?!\p{L})|madam(?!\p{L})|gentlemen(?!\p{L})|(?:dear\s+)?comrades?(?!\p{L})|your\s+(?:excellency|majesty|grace)|(?:mein(?:e|em|en)?\s+)?(?:(?:sehr|innig|viel|hoch)\s*)?(?:ge)?lieb(?:e|er|es|ste|ster|stes|en)?(?!\p{L})|(?:sehr\s+|hoch)?ge?(?:ehrt|achtet|schätzt|lobt)(?:e|er|es|ester|este)(?!\p{L})|(?:sehr\s+|hoch)(?:verehrt|geehrt|geachtet|geschätzt|wohlgeboren|würden)(?:e|er|es|ester|este)?(?!\p{L})|verehrt(?:e|er|es|ester|este)(?!\p{L})|werth?(?:e|er|es|ester|este)(?!\p{L})|t(?:h)?eur(?:e|er|es|ster)(?!\p{L})|mein(?:e)?\s+(?:\p{L}+\s+){0,2}(?:freunde?|freundin|herr(?:en)?|junge|kind|bruder|schwester)|armes?\s+liebes?(?!\p{L})|monsieur(?!\p{L})|madame(?!\p{L})|mademoiselle(?!\p{L})|messieurs(?!\p{L})|(?:mon|ma|mes)\s+(?:(?:bien|très)\s+)?chers?(?!\p{L})|(?:bien\s+)?ch(?:er|ère|ers|ères)(?!\p{L})|уважаем(?:ый|ая|ые)(?!\p{L})|дорог(?:ой|ая|ие)(?!\p{L})|многоуважаем(?:ый|ая|ые)(?!\p{L})|милостив(?:ый|ая)(?!\p{L})|мил(?:ый|ая)(?!\p{L})|любезн(?:ый|ая)(?!\p{L})|товарищи?(?!\p{L})|(?:igen\s+)?tisztelt(?!\p{L})|kedves(?!\p{L})|drága(?!\p{L})|querid[oa]s?(?!\p{L})|estimad[oa]s?(?!\p{L})|muy\s+señor|car[oaie](?!\p{L})|egregi[oa](?!\p{L})|gentile(?!\p{L})|szanown[yaie](?!\p{L})|drog[iae](?!\p{L}))/iu;

/** Words of leave: "Yours sincerely,", "With communist greetings,", "Hochachtend", "In Liebe", "С коммунистическим приветом". */
const commonLeave =
  /^(?:(?:(?:i\s+(?:am|remain|beg\s+to\s+remain|have\s+the\s+hono[u]?r\s+to\s+be)|believe\s+me|ever|as\s+ever)(?!\p{L}).{0,60})?(?:yours?(?!\p{L})(?:\s+(?:very|most|ever|always))?|(?:very\s+)?(?:sincerely|faithfully|truly|respectfully|cordially|affectionately|obediently)(?!\p{L})|your\s+(?:\p{L}+\s+){0,4}(?:servant|friend|brother|sister|son|daughter|father|mother|husband|wife)(?!\p{L}))|(?:with|kind|best|warm(?:est)?|fraternal)(?!\p{L}).{0,40}(?<!\p{L})(?:greetings?|regards?|wishes|respects?|love|esteem|compliments|affection|consideration)(?!\p{L})|love(?!\p{L})|regards(?!\p{L})|(?:in|mit|unter)\s+(?:\p{L}+\s+){0,4}(?:liebe|grü(?:ß|ss)en?|gru(?:ß|ss)|hochachtung|verehrung|freundschaft|dankbarkeit|ergebenheit|treue|sorge|achtung|liebe\s+und\s+sorge)(?!\p{L})|hochachtungsvoll|hochachtend|achtungsvoll|(?:viele|herzliche|liebe|beste|freundliche|tausend|schöne|herzlichste)\s+(?:\p{L}+\s+){0,2}(?:grü(?:ß|ss)e|wünsche)(?!\p{L})|herzlich(?:st)?(?!\p{L})|(?:ganz\s+)?(?:der|die)?\s*(?:ihr|dein|euer|eure|ihre|deine)(?!\p{L})|leb(?:e|en\s+sie|t)?\s+wohl(?!\p{L})|gott\s+befohlen|recevez(?!\p{L})|agréez(?!\p{L})|veuillez\s+(?:agréer|recevoir|croire)(?!\p{L})|je\s+(?:vous\s+)?(?:prie|embrasse|suis|reste)(?!\p{L})|(?:bien\s+)?(?:à\s+(?:vous|toi)|amicalement|cordialement|respectueusement|sincèrement|affectueusement)(?!\p{L})|votre\s+(?:\p{L}+\s+){0,4}(?:serviteur|ami|dévoué)|ton\s+ami|(?:ваш|твой|ваша|твоя|искренне|преданный)(?!\p{L})|с\s+(?:\p{L}+\s+){0,3}(?:приветом|уважением|почтением|любовью)|примите(?!\p{L})|целую(?!\p{L})|(?:tisztelettel|üdvözlettel|szeretettel|(?:baráti|elvtársi|szívélyes|kommunista)\s+üdvözlettel|ölel)(?!\p{L})|z\s+(?:\p{L}+\s+){0,3}(?:poważaniem|szacunkiem|pozdrowieniami)|(?:saludos|atentamente|cordialmente|(?:un|con\s+un)\s+(?:fuerte\s+)?abrazo|su\s+(?:afectísimo|seguro\s+servidor)|distinti\s+saluti|cordiali\s+saluti|un\s+abbraccio|(?:tuo|tua|suo|sua|vostro)\s+(?:\p{L}+issim[oa]|dev(?:oto|\.)|aff(?:ezionato|\.)))(?!\p{L}))/iu;

/** A formula spread over several lines: "I remain, dear Sir," and below it "your obedient servant,". */
const begunLeave =
  '(?:and\\s+)?(?:i\\s+(?:am|remain)|believe\\s+me)(?:\\s+to\\s+be)?(?:,?\\s+(?:(?:my\\s+)?dear\\s+\\p{L}+|sirs?|madam|gentlemen))?,?$';

/** More words of leave, a language each. Those that may begin any sentence count as a whole line only. */
const furtherLeave: readonly string[] = [
  begunLeave,
  '(?:(?:as\\s+)?ever|always|gratefully|lovingly|fraternally|devotedly),?$',
  '(?:genehmigen|empfangen|nehmen)\\s+sie(?!\\p{L}).{0,80}(?:hochachtung|verehrung|ergebenheit|wertschätzung|grü(?:ß|ss)e)(?!\\p{L})',
  '(?:in|mit|unter)\\s+(?:\\p{L}+\\s+){0,4}wertschätzung(?!\\p{L})',
  '(?:ganz|stets|immer)\\s+(?:der|die)\\s+(?:ihr|dein|eur)ige(?!\\p{L})',
  'es\\s+grü(?:ß|ss)t(?:\\s+(?:sie|dich|euch))?(?!\\p{L})',
  'alles\\s+(?:liebe|gute),?$',
  '(?:mille\\s+)?amitiés(?!\\p{L})|mille\\s+(?:choses|baisers|compliments)(?!\\p{L})',
  'tout\\s+à\\s+(?:vous|toi)(?!\\p{L})',
  'bien\\s+(?:\\p{L}+\\s+)?à\\s+(?:vous|toi)(?!\\p{L})',
  "croyez(?:-moi)?(?:,[^,.]{1,40},)?\\s(?:à|en)\\s(?:l['’]\\p{L}|mes\\s|mon\\s|ma\\s|nos\\s|notre\\s)",
  'croyez-moi,?$',
  'avec\\s+(?:\\p{L}+\\s+){0,4}(?:sentiments|salutations|hommages|amitiés|respects|compliments)(?!\\p{L})',
  '(?:mes\\s+|nos\\s+)?(?:meilleur|respectueu|sincère)\\p{L}*\\s+(?:salutations|sentiments|hommages|amitiés)(?!\\p{L})',
  'salutations\\s+\\p{L}+,?$',
  'con\\s+(?:\\p{L}+\\s+){0,3}(?:stima|affetto|osservanza|ossequi?o?|saluti|afecto|respeto|estima)(?!\\p{L})',
  '(?:un\\s+caro\\s+saluto|tanti\\s+saluti|un\\s+(?:cordial\\s+)?saludo|quedo\\s+de\\s+usted|su\\s+afmo)(?!\\p{L})',
  '(?:всегда|весь)\\s+(?:ваш|твой)(?!\\p{L})|остаюсь(?!\\p{L})|обнимаю(?!\\p{L})|(?:крепко\\s+)?жму\\s+(?:\\p{L}+\\s+)?руку(?!\\p{L})',
  '(?:sok\\s+|őszinte\\s+|kiváló\\s+|mély\\s+|igaz\\s+)(?:tisztelettel|szeretettel|üdvözlettel|barátsággal|híve)(?!\\p{L})|maradok(?!\\p{L})',
];

/** The line takes leave: "Yours sincerely,", "With communist greetings,", "Hochachtend", "In Liebe", "Bien à vous,". */
export const valediction = new RegExp(`${commonLeave.source}|^(?:${furtherLeave.join('|')})`, 'iu');

/** The line begins a postscript: "P.S.", "P.-S.", "Nachschrift:". */
export const postscript =
  /^(?:p\.?\s?-?(?:s\.?\s?)+|postscript(?:um)?|nachschrift|n\.?\s?s\.|post-?scriptum)[:.\s–—-]/iu;
