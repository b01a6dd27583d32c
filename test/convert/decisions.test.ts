import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { emptySidecar, readSidecar } from '../../src/edition/sidecar.js';
import { convertText } from './conversion.js';
import { refusedByGrammar } from './validity.js';

const ada = { id: 'ada', name: 'Ada', role: 'editor' };

/** The TEI's text without ids and indentation, and the codes of the findings on decisions. */
function decide(text: string, yaml: string): { xml: string; whole: string; findings: readonly Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const sidecar = readSidecar('seeds/x.yaml', yaml, (finding) => findings.push(finding)) ?? emptySidecar;
  const { xml = '', diagnostics } = convertText(text, { sidecar, edition: { editors: [ada] } });
  const body = xml.replace(/^[\s\S]*<text>/u, '').replace(/ xml:id="[^"]*"/gu, '');
  return {
    xml: body.replace(/>\s+</gu, '><'),
    whole: xml,
    findings: [...findings, ...diagnostics.filter(({ code }) => code.startsWith('edition/'))],
  };
}

const german = `Brief an einen Freund

Wien, den 3. Mai 1848

Mein Guter

heute war die Anna Abel bei mir, und es regnet seit Wochen in der ganzen Stadt, so dass niemand aus dem Hause geht.

Auf der Straße sprach man von nichts anderem als von den Wahlen, die in den nächsten Tagen sein sollen.

Grüß die Deinen

R.
`;

const french = `Procès-verbal de la séance du 4 mars 1871

Présents : Dupont, Martin, Lefèvre

Le citoyen Dupont expose la situation de la ville et demande que l'on envoie des vivres.

Martin, du comité, répond que rien n'est prêt et que les hommes sont fatigués de la guerre.

On rit dans la salle.

Lettre du général

Paris, le 3 mars 1871

Cher citoyen,

Les troupes sont prêtes et attendent les ordres de la commune depuis trois jours entiers.

Votre dévoué,
Jean Valjean
`;

const hungarian = `Jegyzőkönyv az ülésről

Az elvtársak megbeszélték a helyzetet.[1] Kádár elvtárs szerint a rend helyreállt, de még sok a teendő.l

Így döntöttek a bizottság tagjai, hogy a következő héten is összeülnek.

A jegyzet szövege, amely a helyzetről szól.

A másik jegyzet szövege pedig a teendőkről.

Forrás a levéltárból való, a szerkesztő megjegyzése szerint.
`;

const english = `A treaty of the two towns

The first thing is agreed.

Every citizen may pass the bridge without paying.

Every citizen may fish in the river on weekdays.

It was said of old that the river belongs to all.

A remark of the clerk who wrote this down.

Given at the bridge
`;

const made: string[] = [];

describe('each kind of decision, with the editor who made it', () => {
  test.each([
    [
      'a salutation',
      german,
      'genre: letter',
      'quote: Mein Guter, part: salute',
      '</dateline><salute resp="#x-ada">Mein Guter</salute></opener>',
    ],
    [
      'words of leave',
      german,
      'genre: letter',
      'quote: Grüß die, part: closer',
      '<closer><salute resp="#x-ada">Grüß die Deinen</salute>',
    ],
    ['a signature', german, 'genre: letter', 'quote: R., part: signed', '<signed resp="#x-ada">R.</signed></closer>'],
    [
      'a correction',
      german,
      'genre: letter',
      'quote: die Anna, correct: der Anna',
      '<choice><sic>die</sic><corr cert="high" resp="#x-ada">der</corr></choice>',
    ],
    [
      'a person',
      german,
      'genre: letter',
      'quote: Anna Abel, person: a, cert: low',
      '<persName ref="register/persons.xml#a" resp="#x-ada" cert="low">Anna Abel</persName>',
    ],
    [
      'a place',
      german,
      'genre: letter',
      'quote: Wien, place: w',
      '<placeName ref="register/places.xml#w" resp="#x-ada">Wien</placeName>',
    ],
    [
      'a date',
      german,
      'genre: letter',
      'quote: seit Wochen, date: {from: 1848-04}',
      '<date from="1848-04" resp="#x-ada">seit Wochen</date>',
    ],
    ['no name', german, 'genre: letter', 'quote: Wien, not: name', '<dateline>Wien, den'],
    [
      'a speaker',
      french,
      'genre: minutes',
      'quote: Le citoyen Dupont, speaker: dupont',
      '<sp resp="#x-ada" who="register/persons.xml#dupont"><speaker>Le ',
    ],
    [
      'a label',
      french,
      'genre: minutes',
      "quote: 'Martin, du comité,', part: speaker",
      '<speaker>Martin, du comité,</speaker><p>répond',
    ],
    [
      'a stage direction',
      french,
      'genre: minutes',
      'quote: On rit dans, part: stage',
      '<stage resp="#x-ada">On rit dans la salle.</stage>',
    ],
    [
      'a letter among minutes',
      french,
      'genre: minutes',
      'quote: Lettre du général, genre: letter',
      '</div><div type="letter"><head>Lettre du général</head><opener><dateline>',
    ],
    [
      'the text of a note',
      hungarian,
      'genre: prose',
      'quote: A jegyzet szövege, noteFor: "[1]"',
      'helyzetet.<note n="1" place="end"><p>A jegyzet szövege',
    ],
    [
      'a source',
      hungarian,
      'genre: prose',
      'quote: Forrás a levéltárból, part: source',
      'teendőkről.</p></div></body>',
    ],
    [
      'another language',
      hungarian,
      'genre: prose',
      'quote: a rend, language: en',
      '<foreign xml:lang="en" resp="#x-ada">a rend</foreign>',
    ],
    [
      'a paragraph joined',
      hungarian,
      'genre: prose',
      'quote: Így döntöttek, join: true',
      'teendő.l <pb/>Így döntöttek',
    ],
    ['a paragraph divided', hungarian, 'genre: prose', 'quote: Kádár elvtárs, split: true', '[1]</p><p>'],
    [
      'a heading',
      english,
      'genre: prose',
      'quote: Every citizen may pass, part: head',
      '<div type="section"><head>Every citizen may pass',
    ],
    [
      'no heading',
      english,
      'genre: prose',
      'quote: A treaty of, part: p',
      '<p resp="#x-ada">A treaty of the two towns</p>',
    ],
    [
      'a quotation',
      english,
      'genre: prose',
      'quote: It was said, part: quote',
      '<quote resp="#x-ada"><p>It was said of old that the river belongs to all.</p></quote>',
    ],
    ['a remark', english, 'genre: prose', 'quote: A remark of, part: note', '<note place="inline"><p>A remark'],
    [
      'an item',
      english,
      'genre: prose',
      'quote: Every citizen may fish, part: item',
      '<list><item resp="#x-ada">Every citizen may fish',
    ],
    [
      'a dateline at the end',
      english,
      'genre: prose',
      'quote: Given at, part: dateline',
      '<closer><dateline resp="#x-ada">Given at the bridge</dateline></closer>',
    ],
    [
      'an introduction to minutes',
      french,
      'genre: minutes',
      'quote: Procès-verbal, part: introduction',
      '<div type="introduction"><p>Procès-verbal',
    ],
  ])('%s', (_name, text, genre, decision, expected) => {
    const { xml, whole, findings } = decide(text, `${genre}\ndecisions:\n  - {${decision}}\n`);
    expect(findings.filter(({ code }) => code !== 'edition/unknown-id')).toEqual([]);
    expect(xml).toContain(expected);
    made.push(whole);
  });

  test('a marker that was misread, and a note for it', () => {
    const { xml, findings } = decide(
      hungarian,
      'decisions:\n  - {quote: A jegyzet szövege, noteFor: "[1]"}\n  - {quote: A másik jegyzet, noteFor: "[2]"}\n  - {quote: l, before: a teendő., marker: "2"}\n',
    );
    expect(findings).toEqual([]);
    expect(xml).toContain('a teendő.<note n="2" place="end"><p>A másik jegyzet');
  });

  test.each([
    ['Letter', 'He sailed with the mail.', 'A steamer of the line.', 'They were never found.'],
    ['Brief', 'Er fuhr mit der Post ab.', 'Ein Dampfer der Linie.', 'Man fand sie nie.'],
  ])('notes on lines of one block end at the next number, without their own: %s', (head, said, one, two) => {
    const { xml, findings } = decide(
      `${head}\n\n${said}\n\n1. ${one}\n2. ${two}\n`,
      `genre: prose\ndecisions:\n  - {quote: ${one}, noteFor: "1"}\n  - {quote: 2. ${two}, noteFor: "2"}\n`,
    );
    expect(findings.filter(({ code }) => code === 'edition/decision-without-effect')).toEqual([]);
    expect(xml).toContain(`<p>${one}</p>`);
    expect(xml).toContain(`<p>${two}</p>`);
  });

  test('a paragraph that begins amid another, and what it is', () => {
    const { xml, findings } = decide(
      hungarian,
      'genre: prose\ndecisions:\n  - {quote: Kádár elvtárs, split: true}\n  - {quote: Kádár elvtárs, part: head}\n',
    );
    expect(findings).toEqual([]);
    expect(xml).toContain('[1]</p><div type="section"><head><persName');
  });

  test('of two markers with one number, the note belongs to the one that is not refused', () => {
    const { xml } = decide(
      'A Title Here\n\nFirst word.[1] Second word.[1] And so it goes on.\n\nNotes\n\n[1] The note.\n',
      'genre: prose\ndecisions:\n  - {quote: "[1]", before: First word., not: note}\n',
    );
    expect(xml).toContain('First word.[1] Second word.<note n="1"');
  });
});

test('what decisions make is valid', async () => {
  expect(made.length).toBeGreaterThan(20);
  expect(await refusedByGrammar(made)).toEqual(new Map());
});

test.each([
  ['nobody speaks in a letter', 'genre: letter', 'quote: Le citoyen Dupont, speaker: d', 'nobody speaks there'],
  [
    'a salutation amid the text',
    'genre: prose',
    'quote: On rit dans, part: salute',
    'TEI has no room for salute there',
  ],
  ['a list in a speech', 'genre: minutes', 'quote: On rit dans, part: list', undefined],
  [
    'words amid a paragraph',
    'genre: minutes',
    'quote: les hommes sont, noteFor: "3"',
    'no paragraph begins with the words',
  ],
  [
    'a part amid a paragraph',
    'genre: minutes',
    'quote: les hommes sont, part: stage',
    'no paragraph begins with the words',
  ],
  [
    'a division amid a paragraph',
    'genre: minutes',
    'quote: les hommes sont, genre: letter',
    'no paragraph begins with the words',
  ],
  [
    'words of two paragraphs',
    'genre: minutes',
    'quote: de la guerre. On rit, language: fr',
    'run over the end of a paragraph',
  ],
  ['a marker of no note', 'genre: minutes', 'quote: comité, marker: "7"', 'has no note 7'],
])('a decision that can have no effect is told, with its place: %s', (_name, genre, decision, reason) => {
  const { whole, findings } = decide(french, `${genre}\ndecisions:\n  - {${decision}}\n`);
  expect(whole).not.toBe('');
  if (reason === undefined) return;
  expect(findings.map(({ code, position }) => [code, position?.line])).toEqual([
    ['edition/decision-without-effect', 3],
  ]);
  expect(findings[0]?.message).toContain(reason);
});

test('a correction of nobody known has no @resp, least of all the converter’s', () => {
  const sidecar =
    readSidecar('x.yaml', 'decisions:\n  - {quote: tbe, correct: the}\n', () => undefined) ?? emptySidecar;
  const { xml } = convertText('Then tbe end came.\n', { sidecar });
  expect(xml).toContain('<choice><sic>tbe</sic><corr cert="high">the</corr></choice>');
});

describe('a decision on an organisation keeps the names inside it', () => {
  test.each([
    [
      'the government of Imre Nagy fell',
      'government of Imre Nagy',
      'government of <persName ref="register/persons.xml#nagy-imre">Imre Nagy</persName>',
    ],
    [
      'das Komitee von Budapest tagte',
      'Komitee von Budapest',
      'Komitee von <placeName ref="register/places.xml#budapest">Budapest</placeName>',
    ],
  ])('%s', (text, quote, inside) => {
    const { xml } = decide(
      `Und so: ${text}.\n`,
      `language: en\nby: ada\ndecisions:\n  - quote: ${quote}\n    organisation: cpsu\n`,
    );
    expect(xml).toContain(`<orgName ref="register/organisations.xml#cpsu" resp="#x-ada">${inside}</orgName>`);
  });
});

test('a decision on the language of a title in the header', () => {
  const text =
    'Dear Friend,\n\nIt rains.\n\nYours,\nJohn Miller\n\nSee also *Retragerea trupelor* [The Withdrawal], Bucharest, 1996, pp. 3-4.\n';
  const { whole, findings } = decide(
    text,
    'genre: letter\nby: ada\ndecisions:\n  - quote: Retragerea trupelor\n    language: ro\n',
  );
  expect(findings).toEqual([]);
  expect(whole).toContain('<title level="m" xml:lang="ro">Retragerea trupelor</title>');
  expect(whole).toContain('<language ident="ro">Romanian</language>');
});

test('an error of quotation marks that an editor corrected is not asked about', () => {
  const codes = (yaml: string): string[] => {
    const sidecar = readSidecar('seeds/x.yaml', yaml, () => undefined) ?? emptySidecar;
    const { diagnostics } = convertText('Sie haben viel gelernt".\n\nEr sagte: "Wir gehen.\n', { sidecar });
    return diagnostics.map(({ code }) => code).filter((code) => code.includes('quotation'));
  };
  expect(codes('genre: prose')).toEqual(['convert/quotation-not-opened', 'convert/quotation-not-closed']);
  const decisions = ['gelernt"', 'gelernt', 'gehen.', 'gehen."'].map((words) => `'${words}'`);
  expect(
    codes(
      `genre: prose\ndecisions:\n  - { quote: ${decisions[0] ?? ''}, correct: ${decisions[1] ?? ''} }\n  - { quote: ${decisions[2] ?? ''}, correct: ${decisions[3] ?? ''} }\n`,
    ),
  ).toEqual([]);
});

test('a remark in brackets between paragraphs has the id of a note', () => {
  const { whole } = decide('One.\n\n[Anm. d. Übers.: unklar.]\n\nTwo.\n', 'genre: prose\nlanguage: de');
  expect(
    [...whole.matchAll(/<(\w+) xml:id="x-([a-z]+\d)"/gu)].map(([, name, id]) => `${name ?? ''} ${id ?? ''}`),
  ).toEqual(expect.arrayContaining(['p p1', 'note n1', 'p p2']));
});
