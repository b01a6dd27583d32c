import { describe, expect, it } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { persons } from '../../../src/annotate/recognizers/names/person.js';
import type { PersonEntry } from '../../../src/edition/register.js';
import { person, recognize, type Leaves, type Settings } from './document.js';

const register = {
  persons: [
    person('khrushchev: Nikita Sergeevich Khrushchev'),
    person('nagy: Imre Nagy'),
    person('kadar: János Kádár'),
    person('kovacs: Béla Kovács'),
    person('zhou: Zhou Enlai', { names: [{ text: 'Zhou Enlai', surname: 'Zhou', forename: 'Enlai' }] }),
    person('mao: Mao Zedong', { names: [{ text: 'Mao Zedong', surname: 'Mao', forename: 'Zedong' }] }),
    person('tito: Tito = Josip Broz Tito'),
    person('lenin: Vladimir Ilyich Lenin'),
    person('stalin: Joseph Stalin'),
    person('marx: Karl Marx'),
    person('rokossovsky: Konstanty Rokossovsky'),
    person('molotov: Vyacheslav Molotov'),
    person('kaganovich: Lazar Kaganovich'),
    person('mikoyan: Anastas Mikoyan'),
    person('may: Theresa May'),
    person('rose: Lisle Rose'),
    person('washington: George Washington'),
  ],
  places: [{ id: 'dc', names: [{ text: 'Washington' }], identifiers: {} }],
  organisations: [{ id: 'gwu', names: [{ text: 'George Washington University' }], identifiers: {} }],
};

const found = (leaves: Leaves, settings: Settings = {}): string[] =>
  recognize(persons, leaves, { register, ...settings }).found;

describe('what is no mention of a person', () => {
  it.each([
    'Leninist principles and Stalinist methods',
    'the rank and file of the Bolsheviks, de-Stalinization, the post-Stalin period',
    'They met in Karl Marx Street and on the Lenin Square.',
    'On 3 May they left; May was cold. Rose petals fell. May I ask?',
    'He went to Washington and to George Washington University.',
    'In March Step by step. Will Hungary leave our camp?',
    'the five principles of Pancha Shila, Szabad Nep, World War II',
    'P. S. Gestern, U. S. Government, Fond 52, Op. 12, D. 1006',
    'It is open to all comrades. They said no. Today it is so.',
    'What kind of speaker he is, the general Soviet line, a major German attack.',
    'A. Introduction. B. Agenda.',
    'Yugoslav Ambassador to the Soviet Union; the Prime Minister; Mr. President; the Ministers.',
  ])('%s', (text) => {
    expect(found([text])).toEqual([]);
  });
});

describe('forms of a name', () => {
  it.each([
    ['N. S. Khrushchev spoke.', ['N. S. Khrushchev #khrushchev']],
    ['N.S. Khrushchev spoke.', ['N.S. Khrushchev #khrushchev']],
    ['Speech of N. KHRUSHCHEV', ['N. KHRUSHCHEV #khrushchev']],
    ['Kovacs Bela- and Bela Kovács', ['Kovacs Bela #kovacs', 'Bela Kovács #kovacs']],
    ['Jànos Kàdàr met Kadar.', ['Jànos Kàdàr #kadar', 'Kadar #kadar']],
    ['Zhou En-lai and Zhou Enlai', ['Zhou En-lai #zhou', 'Zhou Enlai #zhou']],
    ['Mao Zedong', ['Mao Zedong #mao']],
    ["after Stalin's death and Lenin’s principles", ['Stalin #stalin', 'Lenin #lenin']],
    ['during the Stalin era', ['Stalin #stalin']],
    ['Nagy is playing a double game.', ['Nagy #nagy']],
    ['On Khrushchev-I said', ['Khrushchev #khrushchev']],
  ])('%s', (text, expected) => {
    expect(found([text])).toEqual(expected);
  });

  it('takes a misspelt surname only beside a title, a given name or a signature, and is less sure', () => {
    expect(found(['Then Khruschev spoke.'])).toEqual([]);
    expect(found(['Then Com. Khruschev spoke.'])).toEqual(['(Com.)', 'Khruschev #khrushchev medium']);
    expect(found(['N. Khruschev wrote.', 'Konstanty Rokossowski'])).toEqual([
      'N. Khruschev #khrushchev medium',
      'Konstanty Rokossowski #rokossovsky medium',
    ]);
    expect(found([['signed', 'Khruschev']])).toEqual(['Khruschev #khrushchev medium']);
  });
});

describe('titles', () => {
  it('stand beside the name', () => {
    expect(found(['Cde. Nagy-the prime minister; Prime Minister Imre Nagy; Marshal Tito.'])).toEqual([
      '(Cde.)',
      'Nagy #nagy',
      '(Prime Minister)',
      'Imre Nagy #nagy',
      '(Marshal)',
      'Tito #tito',
    ]);
  });

  it('of a list belong to each name', () => {
    expect(found(['Coms. Molotov, Lazar Kaganovich, Mikoyan, and I told him.'])).toEqual([
      '(Coms.)',
      'Molotov #molotov',
      'Lazar Kaganovich #kaganovich',
      'Mikoyan #mikoyan',
    ]);
    expect(found(['Messrs. Divine, Oliver, and Snyder met.'], { register: {} })).toEqual([
      '(Messrs.)',
      'Divine -',
      'Oliver -',
      'Snyder -',
    ]);
  });

  it('of a list do not make a name of an adjective before a further title', () => {
    expect(found(['Coms. Molotov, and Yugoslav Ambassador to the Soviet Union Com. Tito were there.'])).toEqual([
      '(Coms.)',
      'Molotov #molotov',
      '(Com.)',
      'Tito #tito',
    ]);
  });

  it('have whose office it is with them, where that is abbreviated', () => {
    expect(found(['Then US Ambassador Karl Marx met CC Secretary Mikoyan and U.S. Senator Stalin.'])).toEqual([
      '(US Ambassador)',
      'Karl Marx #marx',
      '(CC Secretary)',
      'Mikoyan #mikoyan',
      '(U.S. Senator)',
      'Stalin #stalin',
    ]);
    expect(found(['Von Moskau kam ZK Sekretär Mikoyan, von der UNO Herr Stalin.'], { language: 'de' })).toEqual([
      '(ZK Sekretär)',
      'Mikoyan #mikoyan',
      '(Herr)',
      'Stalin #stalin',
    ]);
  });

  it('do not reach over the end of a sentence', () => {
    expect(found(['He saw the Secretary of State. Mr. Nagy left.'])).toEqual(['(Mr.)', 'Nagy #nagy']);
  });
});

describe('names that the register lacks', () => {
  it.each([
    ['Com. Kalmar, a senior fighter', ['(Com.)', 'Kalmar -']],
    ['G. V. Ambekar and V. D. Divekar, eds.', ['G. V. Ambekar -', 'V. D. Divekar -']],
    ['Translated by Delia Razdolescu (Prof. Ioan Scurtu)', ['Delia Razdolescu -', '(Prof.)', 'Ioan Scurtu -']],
    ['Com. [Lu Di-ni], who', ['(Com.)', 'Lu Di-ni -']],
    ["Com. Panteleimon Kondrat'evich Ponomarenko, our", ['(Com.)', "Panteleimon Kondrat'evich Ponomarenko -"]],
    ['Alwyn V. Freeman, Member', ['Alwyn V. Freeman -']],
    ['It was Laszlo Rajk. Later Rajk was reburied.', ['Laszlo Rajk -', 'Rajk -']],
  ])('%s', (text, expected) => {
    expect(found([text])).toEqual(expected);
  });

  it('are reported once, with their first place', () => {
    const { findings } = recognize(persons, ['Com. Kalmar spoke.', 'Com. Kalmar left.']);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'names/unregistered',
      severity: 'info',
      actual: 'Kalmar',
      span: { start: 5, end: 11 },
    });
    expect(findings[0]?.message).toContain('2 places');
  });
});

describe('who is meant', () => {
  const nagys = {
    persons: [
      person('imre: Imre Nagy', { sex: 'M' }),
      person('ferenc: Ferenc Nagy', { sex: 'M' }),
      person('anna: Anna Nagy', { sex: 'F' }),
    ],
  };

  it('is left open between two without evidence, and reported', () => {
    const { found: lines, annotations, findings } = recognize(persons, ['Then Nagy spoke.'], { register: nagys });
    expect(lines).toEqual(['Nagy ? low']);
    expect(annotations[0]?.candidates).toEqual(['imre', 'ferenc', 'anna']);
    expect(findings).toMatchObject([
      { code: 'names/ambiguous-person', severity: 'warning', expected: ['imre', 'ferenc', 'anna'] },
    ]);
  });

  it('follows from a full name anywhere in the document', () => {
    expect(found(['Imre Nagy left.', 'Then Nagy spoke.'], { register: nagys })).toEqual([
      'Imre Nagy #imre',
      'Nagy #imre',
    ]);
  });

  it('follows from the persons that the header names', () => {
    expect(found(['Then Nagy spoke.'], { register: nagys, knownPersons: ['ferenc'] })).toEqual(['Nagy #ferenc']);
  });

  it('follows from a title that tells the sex, or that the register prints', () => {
    expect(found(['Then Mrs. Nagy spoke.'], { register: nagys })).toEqual(['(Mrs.)', 'Nagy #anna']);
    const jameses = { persons: [person('emily: Miss James'), person('henry: Henry James')] };
    expect(found(['from Miss James'], { register: jameses })).toEqual(['(Miss)', 'James #emily']);
    // Also where the register marks the parts, and whomever the header names.
    const parts = (title: string, forename: string): PersonEntry['names'] => [
      { text: `${title}${forename} Palen`, forename, surname: 'Palen' },
    ];
    const palens = {
      persons: [person('peter: x', { names: parts('Count ', 'Peter') }), person('ida: x', { names: parts('', 'Ida') })],
    };
    expect(found(['Then Count Palen left.'], { register: palens, knownPersons: ['ida'] })).toEqual([
      '(Count)',
      'Palen #peter',
    ]);
  });

  it('is, of two named in full, the only one named before in the passage, with less certainty', () => {
    expect(found(['Imre Nagy came. Then Nagy spoke.', 'Ferenc Nagy'], { register: nagys })).toEqual([
      'Imre Nagy #imre',
      'Nagy #imre medium',
      'Ferenc Nagy #ferenc',
    ]);
    expect(found(['Imre Nagy and Ferenc Nagy came. Then Nagy spoke.'], { register: nagys }).at(-1)).toBe('Nagy ? low');
  });
});

describe('letters in German', () => {
  const letters = {
    language: 'de',
    register: {
      persons: [
        person('hannah: Hannah Tillich'),
        person('paul: Paul Tillich'),
        person('wolf: Christa Wolf'),
        person('bunge: Gustav von Bunge'),
      ],
    },
    knownPersons: ['paul', 'hannah'],
  };

  it.each([
    [[['salute', 'Liebste Hannah!']], ['Hannah #hannah']],
    [[['signed', 'Dein Paul']], ['Paul #paul']],
    [['um Hannahs willen'], ['Hannahs #hannah']],
    [['Der Wolf heult im Wald, ein Wolf. Die Tillichs kamen.'], []],
    [['Frau Wolf und Christa Wolf'], ['(Frau)', 'Wolf #wolf', 'Christa Wolf #wolf']],
    [['Die Alkoholfrage von Bunge ist gelesen.'], ['Bunge #bunge']],
    [['Frl. stud. theol. Hoffmann, die dort wohnt'], ['(Frl. stud. theol.)', 'Hoffmann -']],
    [['Der Furche-Verlag und der Tillich-Preis'], []],
    [[['signed', 'Dein treuer Gysbert']], ['Gysbert -']],
  ] as [Leaves, string[]][])('%j', (leaves, expected) => {
    expect(found(leaves, letters)).toEqual(expected);
  });
});

describe('other languages', () => {
  it('finds Russian names in their cases', () => {
    const settings = {
      language: 'ru',
      register: { persons: [person('x: Никита Хрущёв'), person('z: Георгий Жуков')] },
    };
    expect(found(['Письмо Никиты Хрущева тов. Жукову. С Хрущевым говорил Жуков.'], settings)).toEqual([
      'Никиты Хрущева #x',
      '(тов.)',
      'Жукову #z',
      'Хрущевым #x',
      'Жуков #z',
    ]);
  });

  it('finds Hungarian names in their cases, with the title after them', () => {
    const settings = { language: 'hu', register: { persons: [person('r: Rákosi Mátyás'), person('k: Kádár János')] } };
    expect(found(['Rákosinak írt Kádár János elvtárs.'], settings)).toEqual([
      'Rákosinak #r',
      'Kádár János #k',
      '(elvtárs)',
    ]);
  });

  it('finds French names with their particles', () => {
    const settings = { language: 'fr', register: { persons: [person('g: Charles de Gaulle')] } };
    expect(found(['Le général de Gaulle a parlé à M. Dupont.'], settings)).toEqual([
      '(général)',
      'de Gaulle #g',
      '(M.)',
      'Dupont -',
    ]);
  });
});

describe('for any text', () => {
  test.prop([
    fc.array(
      fc.constantFrom(
        'Com.',
        'Nagy',
        'Imre',
        ',',
        '.',
        '-',
        "'s",
        'and',
        'N.',
        'the',
        'Street',
        '(',
        'Coms.',
        'Zhou',
        'En-lai',
        '\n',
      ),
    ),
    fc.constantFrom('en', 'de', 'ru', 'hu'),
  ])('mentions never overlap and never leave the text', (words, language) => {
    const text = words.join(' ');
    const { annotations } = recognize(persons, [text], { register, language });
    let end = 0;
    for (const { span } of annotations) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  it('takes time linear in the text, with five thousand names', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      person(`p${index}: Anna Name${String.fromCharCode(97 + (index % 26))}${index.toString(36).replace(/\d/g, 'x')}`),
    );
    const text = 'Then Com. Nagy met Imre Nagy and Anna Namea in Karl Marx Street, said N. S. Khrushchev. '.repeat(150);
    const time = (copies: number): number => {
      const leaves = Array.from({ length: copies }, () => text);
      const start = performance.now();
      recognize(persons, leaves, { register: { ...register, persons: [...register.persons, ...many] } });
      return performance.now() - start;
    };
    time(1);
    const once = Math.min(time(2), time(2));
    expect(time(8) / once).toBeLessThan(12);
  });
});
