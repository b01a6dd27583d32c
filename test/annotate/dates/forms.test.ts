import { describe, expect, test } from 'vitest';
import { found, type FoundDate } from './passages.js';

type Case = readonly [sentence: string, ...dates: FoundDate[]];

function check(language: string, documentDate: string | undefined, cases: readonly Case[]): void {
  test.each(cases.map(([sentence, ...dates]) => ({ sentence, dates })))(
    `${language}: $sentence`,
    ({ sentence, dates }) => {
      expect(found(sentence, language, documentDate)).toEqual(dates);
    },
  );
}

describe('days, months and years in full', () => {
  check('en', undefined, [
    ['on October 30, 1956.', ['October 30, 1956', { when: '1956-10-30' }]],
    ['on November 04, 1956, he', ['November 04, 1956', { when: '1956-11-04' }]],
    ['a 4 November 1956 meeting', ['4 November 1956', { when: '1956-11-04' }]],
    ['the 1st of May, 1848', ['1st of May, 1848', { when: '1848-05-01' }]],
    ['on Monday, 3 May 1948.', ['Monday, 3 May 1948', { when: '1948-05-03' }]],
    ['in November 1956', ['November 1956', { when: '1956-11' }]],
    ['death in March of 1953', ['March of 1953', { when: '1953-03' }]],
    ['during the 1956 uprising', ['1956', { when: '1956' }]],
    ['(New York: Allied Publishers, 1964), pp. 7-8', ['1964', { when: '1964' }]],
    ['Moscow, No. 6, 2003, pp. 63-75', ['2003', { when: '2003' }]],
    ['Pravda (Moscow), 31 October 1956, p. 1.', ['31 October 1956', { when: '1956-10-31' }]],
    ['ot 30 oktyabrya 1956 g.: O polozhenii', ['30 oktyabrya 1956 g.', { when: '1956-10-30' }]],
    ['called “Le 17 avril 1958”', ['17 avril 1958', { when: '1958-04-17' }]],
    ['dated 1956-10-30 and 30/10/1956', ['1956-10-30', { when: '1956-10-30' }], ['30/10/1956', { when: '1956-10-30' }]],
    ['on 29 February 1956', ['29 February 1956', { when: '1956-02-29' }]],
  ]);
  check('de', '1929-12-11', [
    ['Dresden, 11.XII.29.', ['11.XII.29.', { when: '1929-12-11' }]],
    ['Hersfeld, den 19. VIII.', ['19. VIII.', { when: '1929-08-19', cert: 'medium' }]],
    ['am 17. April 1958 in', ['17. April 1958', { when: '1958-04-17' }]],
    ['d. 3. Mai 1848', ['3. Mai 1848', { when: '1848-05-03' }]],
    ['Donnerstag, 19. April 1849', ['Donnerstag, 19. April 1849', { when: '1849-04-19' }]],
    ['am 26.2.1926 und am 26. 2. 1926', ['26.2.1926', { when: '1926-02-26' }], ['26. 2. 1926', { when: '1926-02-26' }]],
    ['er wurde 1848 gewählt', ['1848', { when: '1848' }]],
    ['(1799–1852), Oberst', ['1799–1852', { from: '1799', to: '1852' }]],
    ['am 9. ds. Mts. kam', ['9. ds. Mts.', { when: '1929-12-09' }]],
    ['zum 2 Mai 1922', ['2 Mai 1922', { when: '1922-05-02' }]],
  ]);
  check('fr', undefined, [
    ['le 17 avril 1958', ['17 avril 1958', { when: '1958-04-17' }]],
    ['le 1er mai 1848', ['1er mai 1848', { when: '1848-05-01' }]],
    ['du 29 au 30 octobre 1956', ['du 29 au 30 octobre 1956', { from: '1956-10-29', to: '1956-10-30' }]],
    ['les années 1930', ['années 1930', { notBefore: '1930', notAfter: '1939' }]],
    ['en mars 1953', ['mars 1953', { when: '1953-03' }]],
  ]);
  check('ru', undefined, [
    ['от 17 апреля 1958 г. о', ['17 апреля 1958 г.', { when: '1958-04-17' }]],
    ['осенью 1953 г.', ['осенью 1953 г.', { notBefore: '1953-09-01', notAfter: '1953-11-30' }]],
    ['в 1956 году', ['1956 году', { when: '1956' }]],
    ['в 1930-х годах', ['1930-х годах', { notBefore: '1930', notAfter: '1939' }]],
    ['12 мая 1843 года (ст. ст.)', ['12 мая 1843 года (ст. ст.)', { when: '1843-05-24', calendar: '#julian' }]],
  ]);
  check('hu', undefined, [
    ['Budapest, 1956. október 30.', ['1956. október 30.', { when: '1956-10-30' }]],
    ['1956. október 30-án este', ['1956. október 30-án', { when: '1956-10-30' }]],
    ['1956 októberében', ['1956 októberében', { when: '1956-10' }]],
    ['az 1930-as években', ['1930-as években', { notBefore: '1930', notAfter: '1939' }]],
  ]);
  check('es', undefined, [['el 30 de octubre de 1956', ['30 de octubre de 1956', { when: '1956-10-30' }]]]);
  check('it', undefined, [['il 30 ottobre 1956', ['30 ottobre 1956', { when: '1956-10-30' }]]]);
  check('pl', undefined, [['dnia 30 października 1956 r. w', ['30 października 1956 r.', { when: '1956-10-30' }]]]);
  check('nl', '1956-11-04', [
    [
      'Op 30 oktober 1956 en gisteren',
      ['30 oktober 1956', { when: '1956-10-30' }],
      ['gisteren', { when: '1956-11-03' }],
    ],
  ]);
  check('la', undefined, [['die 30.10.1956', ['30.10.1956', { when: '1956-10-30' }]]]);
});

describe('spans and parts', () => {
  check('en', '1956-11-04', [
    ['only between 1955 and 1966, despite', ['between 1955 and 1966', { from: '1955', to: '1966' }]],
    ['from 3 to 5 May 1848', ['from 3 to 5 May 1848', { from: '1848-05-03', to: '1848-05-05' }]],
    ['on 29-30 October', ['29-30 October', { from: '1956-10-29', to: '1956-10-30' }]],
    ['October 29–30, 1956', ['October 29–30, 1956', { from: '1956-10-29', to: '1956-10-30' }]],
    ['on the night of 29 to 30 October', ['night of 29 to 30 October', { from: '1956-10-29', to: '1956-10-30' }]],
    ['on the morning of 30 October', ['morning of 30 October', { when: '1956-10-30' }]],
    ['4/5 June 1956', ['4/5 June 1956', { from: '1956-06-04', to: '1956-06-05' }]],
    ['12/24 May 1843', ['12/24 May 1843', { when: '1843-05-24' }]],
    ['28 October to 4 November 1956', ['28 October to 4 November 1956', { from: '1956-10-28', to: '1956-11-04' }]],
    ['on 3 and 5 May 1848', ['3', { when: '1848-05-03' }], ['5 May 1848', { when: '1848-05-05' }]],
    ['Copyright 1999-2006 by', ['1999-2006', { from: '1999', to: '2006' }]],
    ['Asia (1949- 1962)*', ['1949- 1962', { from: '1949', to: '1962' }]],
    ['In the 1930s I served', ['1930s', { notBefore: '1930', notAfter: '1939' }]],
    ['in the late 1940s-1950s, some', ['late 1940s-1950s', { notBefore: '1945', notAfter: '1959' }]],
    ['in the autumn of 1953.', ['autumn of 1953', { notBefore: '1953-09-01', notAfter: '1953-11-30' }]],
    ['in mid-November', ['mid-November', { notBefore: '1956-11-10', notAfter: '1956-11-20' }]],
    ['in the middle of November.', ['middle of November', { notBefore: '1956-11-10', notAfter: '1956-11-20' }]],
    ['in early May 1956', ['early May 1956', { notBefore: '1956-05-01', notAfter: '1956-05-10' }]],
    ['at the end of February 1956', ['end of February 1956', { notBefore: '1956-02-20', notAfter: '1956-02-29' }]],
    [
      'in the winter of 1848/49',
      ['winter of 1848/49', { notBefore: '1848-12-01', notAfter: '1849-02-28', cert: 'medium' }],
    ],
    ['of October and November 1955', ['October', { when: '1955-10' }], ['November 1955', { when: '1955-11' }]],
    ['1848–9; c. 1850', ['1848–9', { from: '1848', to: '1849' }], ['1850', { when: '1850', cert: 'medium' }]],
    ['25 October (7 November) 1917', ['25 October (7 November) 1917', { when: '1917-11-07' }]],
    ['on 11 February 1711/12', ['11 February 1711/12', { when: '1712-02-22', calendar: '#julian' }]],
  ]);
  check('de', '1956-11-04', [
    ['vom 3. bis 5. Mai 1848', ['vom 3. bis 5. Mai 1848', { from: '1848-05-03', to: '1848-05-05' }]],
    ['Anfang Mai 1848', ['Anfang Mai 1848', { notBefore: '1848-05-01', notAfter: '1848-05-10' }]],
    ['die 1930er Jahre', ['1930er Jahre', { notBefore: '1930', notAfter: '1939' }]],
    [
      'in der Nacht vom 29. auf den 30. Oktober',
      ['Nacht vom 29. auf den 30. Oktober', { from: '1956-10-29', to: '1956-10-30' }],
    ],
    ['BBl 1848/49 I', ['1848/49', { from: '1848', to: '1849' }]],
  ]);
});

describe('what the document’s date completes', () => {
  check('en', '1956-11-04', [
    ['on 8 November.', ['8 November', { when: '1956-11-08' }]],
    ['on 23 October and', ['23 October', { when: '1956-10-23' }]],
    ['on 28 December', ['28 December', { when: '1956-12-28' }]],
    ['in March he', ['March', { when: '1956-03', cert: 'medium' }]],
    ['arrived late on the 29th was', ['29th', { when: '1956-10-29', cert: 'medium' }]],
    [
      'your letter of the 8th inst. and of the 30th ult.',
      ['8th inst.', { when: '1956-11-08' }],
      ['30th ult.', { when: '1956-10-30' }],
    ],
    ['decided today to', ['today', { when: '1956-11-04', cert: 'medium' }]],
    ['were closed last night and', ['last night', { when: '1956-11-03', cert: 'medium' }]],
    ['Four days after this speech, Russia', ['Four days after this speech', { when: '1956-11-08', cert: 'medium' }]],
    [
      'On 28 October, he promised it and did so the following day.',
      ['28 October', { when: '1956-10-28' }],
      ['following day', { when: '1956-10-29', cert: 'medium' }],
    ],
    ['last Thursday', ['last Thursday', { when: '1956-11-01', cert: 'medium' }]],
    ['on Thursday he', ['Thursday', { when: '1956-11-08', cert: 'low' }]],
    ['last month', ['last month', { when: '1956-10', cert: 'medium' }]],
    ['we left two days later, and', ['two days later', { cert: 'low' }]],
  ]);
  check('en', '1957-01-10', [['on 28 December', ['28 December', { when: '1956-12-28' }]]]);
  check('en', '1956-12-20', [['on 5 January', ['5 January', { when: '1957-01-05' }]]]);
  check('de', '1932-09-22', [
    ['Gestern gut angekommen', ['Gestern', { when: '1932-09-21', cert: 'medium' }]],
    ['Morgen, Freitag Abend um ½ 9', ['Morgen, Freitag Abend', { when: '1932-09-23' }]],
    ['Sonnabend hoffentlich Ruhe', ['Sonnabend', { when: '1932-09-24', cert: 'low' }]],
    ['im August sehen', ['August', { when: '1932-08' }]],
    ['auf nächsten Montag', ['nächsten Montag', { when: '1932-09-26', cert: 'medium' }]],
  ]);
  check('ru', '1956-11-04', [['он приехал вчера', ['вчера', { when: '1956-11-03', cert: 'medium' }]]]);
  check('fr', '1956-11-04', [['il est venu hier', ['hier', { when: '1956-11-03', cert: 'medium' }]]]);
});
