import { describe, expect, test } from 'vitest';
import { found } from './passages.js';

/** Words and numbers that look like dates and are none. Each is tried with a document's date, so that it could take one. */
const cases: Readonly<Record<string, readonly string[]>> = {
  en: [
    'He spent seven years in prison and served 45 days.',
    'At the age of 42 he was a man of 17 years.',
    'APRF, F. 3, Op. 12, D. 1006, Ll. 6-14, F.059a, Op.4, P.6, D.5, Ll.13-14.',
    'Fund CC of the RCP, File 9U/1956-1958, pp. 227-228.',
    'See pp. 158-161 and p. 1956, vol. 1848.',
    'The 20th Congress of the Party condemned it.',
    'On the 20th Congress he said nothing.',
    'Protocol No. 1850 and Document No. 8, Point 1, Order No. 1956.',
    'It had 2,500 members, 900,000 in all, 1,956 of them men.',
    'May I come in? You may march in step.',
    'They went in March step, as May flowers do.',
    'The Sun set; he Sat down.',
    'Russia rolled 1000 tanks into Budapest, killing 2500 Hungarians.',
    'He paid 1850 roubles and $1900 for 1956 tons.',
    'World War II and World War 11 were over.',
    'They would get 5-10% of the vote, 2.5-3.5 Romanians each.',
    'See note (1) and [29], section 3.4.12.',
    'John 3:16, Psalm 1914, verse 12.',
    'The May Flower sailed with Theresa May and John May.',
    'Call 1956-4433 or 030 1848 77.',
    'The final score was 3-5.',
    'We talked until 5 in the morning, at 2:30 p.m. Budapest time.',
    'By 9 or 10 o’clock the main work was concluded.',
    'On Sundays, in those days, these years.',
    'The anniversary of the October Revolution is kept.',
    'Good Friday, Man Friday, the Saturday Review.',
    'See https://example.org/2003/04/05/1956-10-30 and www.example.org/1956.',
    'The 12-year phase, a second month, the last year of his life.',
    'He arrested 200 or 300 students; 5 of the 6 are firm.',
    'It was the fifth or sixth, on the second day.',
  ],
  de: [
    'Guten Morgen! Am Morgen kam er, und der Abend war schön.',
    'Er blieb sieben Jahre und 45 Tage, mit 1848 Mann und 1500 Gulden.',
    'Vgl. Nr. 1848, S. 1849, Bd. 12 und § 1850.',
    'August Bebel sprach mit Mai und Herrn Sonntag.',
    'Am 20. Parteitag nahm er teil, im 19. Jahrhundert.',
    'Um ½ 5 Uhr kamen 3 Mann, 12 Franken 50.',
  ],
  fr: ['Il a mai 12 francs.', 'Le 5 francs, page 1848, n° 1956.', 'En 1800 hommes ils marchaient, 45 jours durant.'],
  ru: ['Д. 1006, Л. 25-30, № 1956, 1800 рублей, 45 дней.', 'XX съезд партии, 5 человек.'],
  hu: ['Az 1848 fő, 45 nap, 12. oldal.'],
};

describe('what is no date', () => {
  for (const [language, sentences] of Object.entries(cases)) {
    test.each(sentences)(`${language}: %s`, (sentence) => {
      expect(found(sentence, language, '1956-10-30')).toEqual([]);
    });
  }
});
