import { describe, expect, it } from 'vitest';
import { dateInWords } from '../../../src/site/reading/date-view.js';
import { loadTheme } from '../../../src/site/theme/theme.js';

const { messages } = loadTheme('en');
const date = { text: '30. Oktober 1956', start: '1956-10-30', end: '', certainty: '' };

describe('the words of a date', () => {
  it('are its own in the language of the reader, else made from its value', () => {
    expect(dateInWords(date, messages, 'en-GB')).toBe('30. Oktober 1956');
    expect(dateInWords(date, messages, 'de')).toBe('30 October 1956');
    expect(dateInWords({ ...date, text: 'im Herbst', start: '' }, messages, 'de')).toBe('im Herbst');
  });
});
