import * as fc from 'fast-check';

/**
 * Texts that a converter has to survive: pieces of everything that one of its stages looks for, put together without
 * sense; and documents of each genre that make sense but for what stands at the wrong place.
 */

const words = [
  'the', 'of', 'in', 'and', 'troops', 'withdrawal', 'government', 'said', 'session', 'May', 'Will', 'march', 'der', 'und',
  'die', 'Lage', 'et', 'le', 'avril', 'что', 'товарищ', 'заседание', 'és', 'elvtárs', 'naïve', 'Ångström', 'self-criticism',
  'mil.-transport', 'Rokossowski-I', 'well-being', 'İstanbul', 'ﬁne', 'ß', 'ǅ', '1956', '11', 'II', 'XX', 'No.', 'p.', '50%', '3,5',
]; // prettier-ignore
const names = [
  'Nagy', 'Imre Nagy', 'Nagy Imre', 'KÁDÁR', 'Kadar', 'Khrushchev', 'N. S. Khrushchev', "Khrushchev's", 'Cde. Molotov', 'Coms. Molotov, Mikoyan, and I',
  'Marshal Zhukov', 'Prof. Dr. Mayer', 'Cdes.', 'Mr.', 'Frau Müller', 'тов. Хрущёв', 'Lu Di-ni', 'von der Leyen', 'CC CPSU', 'CPSU', 'Moscow', 'Budapest Street',
  'Lazar Kaganovich', 'Karl Marx Street', '[Ferenc] Nagy', 'Nagy(1)', 'Imre\nNagy', 'Ná\u0301gy', 'O’Neill', 'McX',
]; // prettier-ignore
const dates = [
  '30 October 1956', 'October 30, 1956', '11.XII.29.', '17. April 1958', 'le 17 avril 1958', '17 апреля 1958 г.', 'd. 3. Mai', '31 April 1956',
  'the night of 29 to 30 October', 'from 3 to 5 May', 'the late 1940s', 'yesterday', 'two days later', '1956-10-30', '29.2.1900', 'autumn of 1953', 'Monday',
  '30/10/56', '4 November', 'the 29th', 'May 1843?', '1955-1966', 'between 1955 and 1966', '(1956)', '1956(3)', '30 October(2) 1956', '30\nOctober 1956',
]; // prettier-ignore
const markers = [
  '(1)', '(2)', ' (3)', '[1]', '[2]', ' [3]', '¹', '²³', '*', '**', '***', '†', '‡', '§', '[^1]', '[^a]', '[a]', '(*)', '(1', '2)', '(10)', '[12]', '¹⁰', '1', '12', '(0)', '(007)', '\u00b9\u2074',
]; // prettier-ignore
const brackets = [
  '[SIC]', '[sic!]', '(sic)', '[. . .]', '[…]', '. . .', '. . . .', '...', "[Translator's note: a word]", '[HWP- trans.]', '[Ed.: Nagy, 30 October 1956]', '[nastroyenie]', '[the]',
  '[illegible]', '[', ']', '(', ')', '((', '[[', ']]', '()', '[]', '( )', '[ ]', '[a [b] c]', '(a (b) c)', '[(c) d]', '(applause)', '[Laughter]', '(Prolonged applause. All rise.)',
  '{', '}', '{{x}}', '${y}', '[see Note 78 supra]', '(see Document No. 8)', 'see Note 1', '[1956]', '[of the *party*]', '["a"]', '[East German]', '[*]', '[ni [sic] chevo]',
]; // prettier-ignore
const quotes = [
  '"',
  '“',
  '”',
  '„',
  '«',
  '»',
  "'",
  '‘',
  '’',
  '"a"',
  '“b”',
  '"Leninist principles."',
  'said, “no,”',
  '“SIC” [sic]',
  '„so“',
  '» ja «',
  '"- ',
  '″',
  '〃',
  ', "',
];
const markdown = [
  '**', '__', '*a*', '_b_', '**bold**', '***both***', '*a **b** c*', '**a *b* c**', '# ', '## Head', '###', '<https://example.org/a>', '<a@b.de>', '[text](https://example.org)', '[a](b)(1)',
  '[a]: b', '](', '[x](', '![i](j)', '`code`', '> quote', '- item', '1. one', '* * *', '---', '~~~', '\\*', '&nbsp;', '[a *b* c](d)', '*[a](b)*', '<https://example.org/*a*>', '[**a**](javascript:x)', '*Documents of\n1956*',
]; // prettier-ignore
const hostile = [
  ']]>', '&lt;', '&', '<', '>', '<script>', '<!--', '-->', '<?x?>', '&#0;', '<persName ref="#a">', '"/>', '\u00a0', '\u202f', '\ufeff', '\u00ad', '\u200d', '\u200b', '\u202e', '\u2066', '\ufffd', '\t', ' \t ', '😀', '𝔊', '𠀀',
  '\u0301', 'e\u0301', '\u0085', '\u2003', '\u3000', 'שלום', 'عربي', '漢字', '\u{e000}', '\u{10fffd}', '\u0378', '\u007f', '\u009f', '¬', '-', '–', '—', ' - ', '-\n', '\u00ad\n', '—\n', '…', '•',
]; // prettier-ignore
const labels = [
  'Cde. Zhukov-', 'Cde. Zhukov: ', 'Com. Mikoyan – ', '(Khrushchev)', '[Khrushchev] ', 'KHRUSHCHEV. ', 'ZHUKOV: ', 'N. S. KHRUSHCHEV. – ', 'VOICES FROM THE HALL. ', 'VOICES: ', 'Chairman: ', 'The President: ', 'Cde. Kaganovich, Cde. Molotov, Cde. Zhukov: ',
  'Стимме: ', 'Стоя. ', 'Genosse Ulbricht: ', 'M. Dupont : ', '(Cde. Khrushchev)', '(Cde. Khrushchev, Cde. Liu Shaoqi)', 'Zuruf: ', 'Those Taking Part: ', 'Present: ', 'Absent: ', 'Anwesend: ', 'Nagy-', 'Nagy: ', 'A: ', 'Kovacs Bela-', 'Tildy Zoltan- "', 'Kadar-a state minister.',
]; // prettier-ignore
const openings = [
  'Notes', "Translator's Notes", 'NOTES:', 'Anmerkungen', 'Примечания', '**Notes**', '## Notes', 'Citation:', '**Citation:**', 'Summary:', 'Original Language:', 'Contents:', 'Source: ', '[Source: National Archives, F. 3, Op. 12, D. 1006, Ll. 6-14, Translated by N. Name]',
  'Translated by Gary Goldberg', 'See also *A Book*, pp. 1-2.', 'Copyright 1999-2006. All rights reserved.', '© 2004', 'Dear Comrades,', 'Dear Comrades!', 'Liebste Hannah!', 'Monsieur le Président,', 'Уважаемый товарищ!', 'Kedves Barátom!', 'Yours sincerely,', 'With communist greetings, First Secretary N. Khrushchev',
  'Hochachtungsvoll', 'In Liebe', 'Recevez, Monsieur,', 'С коммунистическим приветом', 'P.S. One word more.', 'P. S.', 'N. Khrushchev', 'Imre Nagy', 'Moscow, 17 April 1958', 'Moskau, den 17. April 1958', '1. Januar', 'Thursday Nov. 1st', '(a) one', '(b) two', 'a) one', '1) one', '2) two', '– one', '• two',
  '1 A note.', '2 Another, see Note 1.', '3 ', '(1) A note.', '[1] A note.', '¹ A note.', '* A note.', '** Another.', '† A note.', '[^1]: A note.', '[a] A note.', '12', '- 12 -', 'Page 12', '___', '----', '* * *', '⁂', 'MINUTES OF THE SESSION', 'STENOGRAPHIC RECORD', 'Declaration of the Government',
  'Letter from A to B', 'SPEECH OF COM. N. S. KHRUSHCHEV', 'On the Situation in Hungary', 'The following statement was issued on October 30.', '(Re: Point 1 of Protocol No. 49)(2)', '"Comrades!', '“Dear comrade', 'Rights: 2004', 'Translator: ', 'Link: <https://example.org>', '**Date:** 1956', 'To the Central Committee',
]; // prettier-ignore

const oneOf = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

const piece: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: oneOf(words), weight: 6 },
  { arbitrary: oneOf(names), weight: 3 },
  { arbitrary: oneOf(dates), weight: 2 },
  { arbitrary: oneOf(markers), weight: 2 },
  { arbitrary: oneOf(brackets), weight: 2 },
  { arbitrary: oneOf(quotes), weight: 2 },
  { arbitrary: oneOf(markdown), weight: 1 },
  { arbitrary: oneOf(hostile), weight: 1 },
);

const joint = fc.oneof(
  { arbitrary: fc.constant(' '), weight: 6 },
  { arbitrary: oneOf(['', ', ', '. ', '; ', ': ', '-', '.']), weight: 3 },
);

/** Words and marks in a row, glued or apart. */
const line: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, joint), { minLength: 1, maxLength: 14 })
  .map((pairs) => pairs.flat().join(''));

const opened = fc
  .tuple(
    fc.oneof(
      { arbitrary: fc.constant(''), weight: 3 },
      { arbitrary: fc.oneof(oneOf(labels), oneOf(openings)), weight: 4 },
    ),
    fc.option(line, { freq: 4, nil: '' }),
  )
  .map((parts) => parts.join(''));

/** A paragraph: one line, lines wrapped or meant, or a line of its own with nothing else in it. */
const paragraph: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: opened, weight: 6 },
  {
    arbitrary: fc.tuple(opened, fc.array(line, { maxLength: 4 })).map(([first, rest]) => [first, ...rest].join('\n')),
    weight: 3,
  },
  { arbitrary: fc.array(oneOf(openings), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')), weight: 1 },
  {
    arbitrary: fc
      .tuple(opened, fc.array(line, { minLength: 4, maxLength: 12 }))
      .map(([first, rest]) => wrapped([first, ...rest].join(' '))),
    weight: 1,
  },
);

const gap = fc.oneof(
  { arbitrary: fc.constant('\n\n'), weight: 10 },
  { arbitrary: oneOf(['\n', '\n\n\n', '\f', '\n\f\n', '\n \t\n', '  \n', '\n\u00a0\n']), weight: 3 },
);

/** Sets a text at a width of about 60, as a typist does. */
function wrapped(text: string): string {
  return text.replace(/(.{45,60}) /gu, '$1\n');
}

/** Pieces without sense. */
export const nonsense: fc.Arbitrary<string> = fc
  .array(fc.tuple(paragraph, gap), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join(''))
  .filter((text) => text.trim() !== '');

/** Any characters that XML can hold, no sense at all. */
export const anyCharacters: fc.Arbitrary<string> = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .map((text) =>
    text
      .replace(/[^\t\n\f\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ')
      .replace(/[\u2028\u2029]/gu, '\n'),
  )
  .filter((text) => text.trim() !== '');

const several = (arbitrary: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(arbitrary, { maxLength }).map((parts) => parts.join('\n\n'));
const maybe = (list: readonly string[]): fc.Arbitrary<string> => fc.option(oneOf(list), { nil: '' });
const document = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((filled) => filled.filter((part) => part !== '').join('\n\n'));

const sentence = fc.tuple(line, oneOf(['.', '.', '?', '', '.(1)', '.[2]', '*', '¹'])).map((parts) => parts.join(''));
const prose = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const notes = fc.oneof(
  fc.constant(''),
  fc
    .tuple(
      oneOf(['Notes', "Translator's Notes", '**Notes:**', '___', '']),
      oneOf(['# ', '(#) ', '[#] ', '[^#]: ', '# . ']),
      fc.array(fc.tuple(prose, fc.option(prose, { nil: '' })), { minLength: 1, maxLength: 4 }),
    )
    .map(([heading, number, bodies]) =>
      [
        heading,
        ...bodies.map(
          ([first, second], i) =>
            `${number.replace('#', String(i + 1))}${first}${second === '' ? '' : `\n\n${second}`}`,
        ),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    ),
);
const catalogue = fc.oneof(
  { arbitrary: fc.constant(''), weight: 2 },
  {
    arbitrary: document(
      maybe(['**October 30, 1956**\n**Working Notes**', 'A Title\n1956']),
      fc.constant('**Citation:**'),
      line,
      maybe(['**Summary:**', 'Summary:', 'Contents:']),
      line,
      maybe(['Original Language:\n\nRussian', 'Original Language: Russian']),
    ),
    weight: 1,
  },
);

/** Documents that are what they seem. */
export const plausible: fc.Arbitrary<string> = fc.oneof(
  document(
    catalogue, maybe(['Letter from N. S. Khrushchev to the CC of the RWP', 'Brief an Tillich']), maybe(['Moscow, 17 April 1958', 'd. 3. Mai', 'Paris, le 17 avril 1958']),
    maybe(['TO THE CENTRAL COMMITTEE\nComrade Gheorghiu-Dej', 'Herrn\nProf. Mayer\nBerlin']), maybe(['Dear Comrades,', 'Liebste Hannah!', 'Monsieur,', 'Уважаемый товарищ!', 'Tisztelt Elvtárs!']), several(prose, 5),
    maybe(['With communist greetings,', 'Hochachtungsvoll', 'Ihr sehr ergebener', 'Veuillez agréer', 'С приветом', 'Elvtársi üdvözlettel']), maybe(['N. Khrushchev', 'János Kádár\nImre Nagy', 'P. Tillich']), maybe(['P.S. And more.', '[Source: Archive, F. 1, Op. 2]']), notes,
  ), // prettier-ignore
  document(
    catalogue, maybe(['Working Notes from the Session of the CPSU CC Presidium(1)', 'PROTOKOLL Nr. 3']), maybe(['(Re: Point 1)(2)']), maybe(['Those Taking Part: Bulganin, Zhukov (part), Cdes. Molotov and Nagy', 'Present:\n\nDr. A. Müller, Chair\n\nB. Jones, Secretary\n\nC. Doe (State)']),
    several(fc.oneof(fc.tuple(oneOf(labels), prose).map((parts) => parts.join('')), prose, oneOf(['On the Situation in Hungary', '1. Agenda', 'Nagy-the prime minister.\n\nKadar-a state minister.\n\nTildy Zoltan- "\n\nKovacs Bela-'])), 8), notes,
  ), // prettier-ignore
  document(
    catalogue, maybe(['STENOGRAPHIC RECORD OF THE PLENUM', 'Wortprotokoll']),
    several(fc.oneof(fc.tuple(oneOf(['KHRUSHCHEV. ', 'ZHUKOV. ', 'VOICES FROM THE HALL. ', 'CHAIRMAN: ', 'N. KHRUSHCHEV: ']), prose).map((parts) => parts.join('')), prose, oneOf(['(Applause.)', '[Laughter in the hall]', 'SPEECH OF COM. KHRUSHCHEV', '"Dear comrades,\n\nwe write to you.\n\nJános Kádár\n\nImre Nagy', '“A long quotation that goes on', 'and closes here.”', '## Part two'])), 10), notes,
  ), // prettier-ignore
  document(
    maybe(['DECLARATION OF THE GOVERNMENT', '# Title\n\n## Sub']),
    maybe(['The following statement was issued on October 30.']),
    several(
      fc.oneof(prose, oneOf(['## Heading', 'SECOND PART', '(a) one;', '(b) two.', '1. one', '2. two', '___'])),
      8,
    ),
    maybe(['János Kádár\n\nBudapest, 4 November 1956']),
    notes,
  ),
  document(
    several(
      fc
        .tuple(oneOf(['Wednesday 1st', 'Thursday Nov. 2', '3. Mai', 'Sunday']), prose)
        .map((parts) => parts.join('\n\n')),
      6,
    ),
    notes,
  ),
);

/** Any text, the more sensible the more often. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: nonsense, weight: 4 },
  { arbitrary: plausible.filter((text) => text.trim() !== ''), weight: 4 },
  { arbitrary: plausible.filter((text) => text.trim() !== '').map(wrapped), weight: 2 },
  { arbitrary: anyCharacters, weight: 1 },
);
