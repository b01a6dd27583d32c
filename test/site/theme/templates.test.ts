import { describe, expect, test } from 'vitest';
import { dateInWords, compareDates, type DateView } from '../../../src/site/reading/date-view.js';
import { loadMessages, messagesFrom } from '../../../src/site/theme/messages.js';
import { refuseUnescaped } from '../../../src/site/theme/templates.js';

const messages = loadMessages('en');
const date = (start: string, end = '', text = ''): DateView => ({ start, end, text, certainty: '' });

test('a template that prints without escaping is refused', () => {
  for (const source of ['{{{x}}}', '{{&x}}', '{{~&x}}'])
    expect(() => {
      refuseUnescaped(source, 'x.hbs');
    }).toThrow('without escaping');
  expect(() => {
    refuseUnescaped('{{x}} & {{y}}', 'x.hbs');
  }).not.toThrow();
});

describe('messages', () => {
  test('a missing key and a missing value are faults', () => {
    expect(() => messages.text('no.such')).toThrow('no.such');
    expect(() => messages.text('index.editedBy')).toThrow('{editors}');
  });

  test('plural forms, numbers, languages without a file', () => {
    expect(messages.text('document.words', { count: 1 })).toBe('1 word');
    expect(messages.text('document.words', { count: 10_812 })).toBe('10,812 words');
    expect(loadMessages('../../etc/passwd').language).toBe('en');
    expect(messagesFrom('a: {one: x, few: y, other: z}', 'ru').text('a', { count: 3 })).toBe('y');
  });
});

describe('dates', () => {
  test('in words', () => {
    expect(dateInWords(date('1956-10-30'), messages)).toBe('30 October 1956');
    expect(dateInWords(date('1956-11'), messages)).toBe('November 1956');
    expect(dateInWords(date('1955', '1966'), messages)).toBe('1955 – 1966');
    expect(dateInWords(date('-0043-03-15'), messages)).toBe('15 March 44 BC');
    expect(dateInWords(date('1956-13'), messages)).toBe('1956-13');
    expect(dateInWords(date('1956', '', 'in the year of the comet'), messages)).toBe('in the year of the comet');
  });

  test('in order: earlier eras first, a year before its days, the unknown last', () => {
    const order = [undefined, date('1956-10-30'), date('1956'), date('', '1900'), date('-0043'), date('', '', 'once')];
    expect(order.toSorted(compareDates).map((value) => value?.start || value?.end || '?')).toEqual([
      '-0043',
      '1900',
      '1956',
      '1956-10-30',
      '?',
      '?',
    ]);
  });
});
