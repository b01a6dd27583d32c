import { describe, expect, test } from 'vitest';
import { readingAids } from '../../../src/site/pages/reading-aids.js';
import { loadMessages } from '../../../src/site/theme/messages.js';

const messages = loadMessages('en');

describe('the switches beside a text', () => {
  test('none for a text without names, dates and corrections', () => {
    expect(readingAids(new Set(['p', 'hi', 'gap', 'choice', 'abbr', 'expan']), messages)).toEqual({
      hasSwitches: false,
      layers: [],
      hasReadings: false,
    });
  });

  test('one for each kind of name that occurs, in a fixed order, dates put out at first', () => {
    const { layers, hasReadings } = readingAids(new Set(['date', 'settlement', 'persName']), messages);
    expect(layers).toEqual([
      { name: 'persons', label: 'Persons', isOn: true },
      { name: 'places', label: 'Places', isOn: true },
      { name: 'dates', label: 'Dates', isOn: false },
    ]);
    expect(hasReadings).toBe(false);
  });

  test.each(['corr', 'sic', 'orig', 'reg', 'supplied'])('the text of the source, where there is %s', (name) => {
    expect(readingAids(new Set([name]), messages)).toMatchObject({ hasSwitches: true, hasReadings: true });
  });
});
