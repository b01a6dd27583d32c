import { describe, expect, it } from 'vitest';
import { organisations } from '../../../src/annotate/recognizers/names/organisation.js';
import type { OrganisationEntry } from '../../../src/edition/register.js';
import { recognize, type Leaves } from './document.js';

const body = (id: string, ...names: string[]): OrganisationEntry => ({
  id,
  names: names.map((text) => ({ text })),
  identifiers: {},
});

const register = {
  organisations: [
    body('society', 'Royal Society of Letters'),
    body('board', 'Harbour Board'),
    body('other-board', 'Board of Trade'),
    body('academie', 'Académie des Sciences'),
    body('verein', 'Verein für Erdkunde'),
    body('presidium', 'Президиум Верховного Совета'),
    body('army', 'Prussian Army'),
  ],
};

function found(language: string, text: Leaves): string[] {
  return recognize(organisations, text, { register, language }).found.slice(1);
}

describe('a short name of a body that was named before', () => {
  it.each<[string, Leaves, string]>([
    ['en', ['The Royal Society of Letters met.', 'The Society adjourned.'], 'Society #society medium'],
    ['en', ['At the Harbour Board I spoke; the Board’s answer came late.'], 'Board #board medium'],
    ['fr', ["Il est membre de l'Académie des Sciences.", "Hier l'Académie a voté."], 'Académie #academie medium'],
    ['de', ['Der Verein für Erdkunde tagte. Gestern hat der Verein gewählt.'], 'Verein #verein low'],
    [
      'ru',
      ['Указ издал Президиум Верховного Совета.', 'Вчера в Президиуме решили иначе.'],
      'Президиуме #presidium medium',
    ],
  ])('%s: %j', (language, text, expected) => {
    expect(found(language, text)).toEqual([expected]);
  });
});

describe('is none', () => {
  it.each<[string, string, Leaves]>([
    ['where two bodies are called so', 'en', ['The Harbour Board met.', 'The Board sat.', 'The Board of Trade met.']],
    [
      'where another is called so that the register lacks',
      'en',
      ['The Harbour Board met.', 'The Board sat.', 'The School Board and the Board of Health met.'],
    ],
    ['before the body is named', 'en', ['The Harbour Board met.']],
    ['in small letters', 'en', ['The Royal Society of Letters met.', 'the society of his friends']],
    ['without the article', 'en', ['The Royal Society of Letters met.', 'Society is cruel.', 'our Society']],
    ['as part of another name', 'fr', ["L'Académie des Sciences vota.", "Il entra à l'Académie Julian."]],
    [
      'at the beginning of a sentence where there are no articles',
      'ru',
      ['Указ издал Президиум Верховного Совета.', 'Президиум заседал.'],
    ],
    ['of what every state has', 'en', ['The Prussian Army came.', 'He served in the Army.']],
  ])('%s (%s)', (_why, language, text) => {
    expect(found(language, text).filter((line) => line.endsWith(' medium') || line.endsWith(' low'))).toEqual([]);
  });
});
