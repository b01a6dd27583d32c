import { describe, expect, test } from 'vitest';
import { nameHeading } from '../../../src/site/registers/name-heading.js';

describe('a heading', () => {
  test.each([
    [{ text: 'VOICES' }, 'VOICES', 'VOICES'],
    [{ text: 'Imre Nagy', surname: 'Nagy', forename: 'Imre' }, 'Nagy, Imre', 'Nagy'],
    [{ text: 'Nagy Imre', surname: 'Nagy', forename: 'Imre' }, 'Nagy Imre', 'Nagy'],
    [{ text: 'Deng Xiaoping', surname: 'Deng', forename: 'Xiaoping' }, 'Deng Xiaoping', 'Deng'],
    [{ text: '邓小平', surname: '邓', forename: '小平' }, '邓小平', '邓'],
    [{ text: 'Nagy, Imre', surname: 'Nagy', forename: 'Imre' }, 'Nagy, Imre', 'Nagy'],
    [{ text: 'Johann Wolfgang von Goethe', surname: 'von Goethe' }, 'Goethe, Johann Wolfgang von', 'Goethe'],
    [{ text: 'Ursula von der Leyen', surname: 'von der Leyen' }, 'Leyen, Ursula von der', 'Leyen'],
    [{ text: 'von Goethe', surname: 'von Goethe' }, 'Goethe, von', 'Goethe'],
    [{ text: 'Jean d’Alembert', surname: 'd’Alembert' }, 'Alembert, Jean d’', 'Alembert'],
    [{ text: 'Jean de La Fontaine', surname: 'de La Fontaine' }, 'La Fontaine, Jean de', 'La Fontaine'],
    [{ text: 'Sir John Smith Jr.', surname: 'Smith', forename: 'John' }, 'Smith, Sir John Jr.', 'Smith'],
    [{ text: 'Plato', surname: 'Plato' }, 'Plato', 'Plato'],
    [{ text: 'bell hooks', surname: 'hooks', forename: 'bell' }, 'hooks, bell', 'hooks'],
    [{ text: 'Ada', surname: 'Byron' }, 'Ada', 'Ada'],
  ])('%j', (name, text, first) => {
    const heading = nameHeading(name);
    expect(heading.text).toBe(text);
    expect(heading.sortKey.first).toBe(first);
  });
});
