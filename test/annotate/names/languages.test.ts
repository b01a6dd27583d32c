import { describe, expect, it } from 'vitest';
import { persons } from '../../../src/annotate/recognizers/names/person.js';
import { person, recognize, type Leaves } from './document.js';

const found = (language: string, leaves: Leaves, entries: readonly string[] = []): string[] =>
  recognize(persons, leaves, { language, register: { persons: entries.map((entry) => person(entry)) } }).found;

describe('Hungarian: the family name first, titles behind, endings', () => {
  it.each([
    ['Ma láttam Orbán Balázst.', ['Orbán Balázst -']],
    ['Tegnap Wesselényi Ferencnek írtam.', ['Wesselényi Ferencnek -']],
    ['Kelemen elvtárs felszólalt.', ['Kelemen -', '(elvtárs)']],
    ['Kelemen elvtársnak igaza van.', ['Kelemen -', '(elvtársnak)']],
    ['A tábornok megjött. Az elvtársak várnak.', []],
  ])('%s', (text, expected) => {
    expect(found('hu', [text])).toEqual(expected);
  });
});

describe('Russian: cases, patronymics, pronouns of address', () => {
  it.each([
    ['Передайте Андрею Павловичу, что я здоров.', ['Андрею Павловичу -']],
    ['Анна Сергеевна Вам пишет.', ['Анна Сергеевна -']],
    ['Жду профессора Лемешева.', ['(профессора)', 'Лемешева -']],
    ['Был П. Д. Корнеев. О Корнееве говорят.', ['П. Д. Корнеев -', 'Корнееве -']],
    ['Вы знаете Вашего друга. Тихо.', []],
  ])('%s', (text, expected) => {
    expect(found('ru', [text])).toEqual(expected);
  });

  it('finds a person of the register in every case', () => {
    expect(found('ru', ['Спросили Корнеева, ответили Корнееву.'], ['korneev: Пётр Корнеев'])).toEqual([
      'Корнеева #korneev',
      'Корнееву #korneev',
    ]);
  });
});

describe('particles after a title', () => {
  it.each([
    ['fr', 'M. de Courcy est venu avec le prince de Ligny.', ['(M.)', 'de Courcy -', '(prince)', 'de Ligny -']],
    ['fr', 'M. le comte de Courcy est venu.', ['(M. le comte)', 'de Courcy -']],
    ['fr', 'Le roi de Prusse, le ministre de France, Monsieur le Président.', []],
    ['de', 'Die Frau von Arning läßt grüßen.', ['(Frau)', 'von Arning -']],
    ['de', 'Der König von Bayern und der Herr aus Wien.', []],
    ['en', 'General de Bruyn was there.', ['(General)', 'de Bruyn -']],
    ['it', 'Il conte di Salvi è partito.', ['(conte)', 'di Salvi -']],
    ['es', 'El general Montoya llegó.', ['(general)', 'Montoya -']],
    ['pl', 'Generał Wolański wyjechał.', ['(Generał)', 'Wolański -']],
  ])('%s: %s', (language, text, expected) => {
    expect(found(language, [text])).toEqual(expected);
  });
});

describe('parts of a name', () => {
  it.each<[string, Leaves, string[]]>([
    ['en', ['Mrs. C. is a sweet woman.'], ['(Mrs.)', 'C. -']],
    ['de', ['Etwas Sorge habe ich um Gertrud K. Ihr wird es schwer.'], ['Gertrud K. -']],
    ['en', ['He met Secretary of State Dean Marlow.'], ['(Secretary of State)', 'Dean Marlow -']],
    ['en', [['signed', 'James W. Marlow American Ambassador']], ['James W. Marlow -']],
    ['en', [['salute', 'Dear Colonel House,']], ['(Colonel)', 'House -']],
    ['de', [['signed', 'Aus tiefster Not.']], []],
    ['de', [['signed', 'J. W. v. Marlow']], ['J. W. v. Marlow -']],
    ['fr', [['signed', 'ministre de l’Intérieur']], []],
  ])('%s: %j', (language, leaves, expected) => {
    expect(found(language, leaves)).toEqual(expected);
  });
});

describe('what only looks like a name of the register', () => {
  it('an abbreviation after which the sentence goes on', () => {
    expect(found('de', ['6. Rapp. die schwereren Briefe'], ['rapp: Jean Rapp'])).toEqual([]);
    expect(found('de', ['Gestern kam Rapp. Er blieb.'], ['rapp: Jean Rapp'])).toEqual(['Rapp #rapp']);
  });

  it('a noun behind the English article, but a name before a noun', () => {
    expect(found('en', ['We went to the Hall and dined.'], ['hall: Anna Hall'])).toEqual([]);
    expect(found('en', ['in the Stalin era'], ['stalin: Joseph Stalin'])).toEqual(['Stalin #stalin']);
  });
});

describe('who is meant', () => {
  const couple = ['thomas: Thomas Noon Arden', 'rachel: Rachel Arden'];

  it('a title tells by the sex that the given name shows', () => {
    expect(found('en', ['Mr. Arden called.'], couple)).toEqual(['(Mr.)', 'Arden #thomas']);
    expect(found('en', ['Mrs. Arden called.'], couple)).toEqual(['(Mrs.)', 'Arden #rachel']);
    expect(found('en', ['Dr. Arden called.'], couple)).toEqual(['(Dr.)', 'Arden ? low']);
  });

  it('and then the bare surname is the same person', () => {
    expect(found('en', ['Mr. Arden called.', 'Wrote to Arden.'], couple)).toEqual([
      '(Mr.)',
      'Arden #thomas',
      'Arden #thomas',
    ]);
  });

  it('a person known by one word goes before those who are called so', () => {
    expect(found('en', ['I nursed Molly.'], ['pet: Molly', 'other: Molly Arden'])).toEqual(['Molly #pet medium']);
  });

  it('a sender’s given name alone is the sender', () => {
    const { found: names } = recognize(persons, [['signed', 'Dein Paul.']], {
      language: 'de',
      register: { persons: [person('a: Paul Arden'), person('b: Paul Marlow')] },
      knownPersons: ['b'],
    });
    expect(names).toEqual(['Paul #b']);
  });
});
