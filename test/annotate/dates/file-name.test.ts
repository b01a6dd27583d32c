import { describe, expect, it } from 'vitest';
import { fileNameDate } from '../../../src/annotate/recognizers/dates/file-name.js';

describe('the date in a file’s name', () => {
  it.each([
    ['seeds/letter-1862-05-25.txt', '1862-05-25'],
    ['seeds/18620525_letter.txt', '1862-05-25'],
    ['1862.05.25 letter.txt', '1862-05-25'],
    ['seeds/diary-Nov-1821.txt', '1821-11'],
    ['15-March-1820.txt', '1820-03'], // 15 may number the volume
    ['seeds/1820-mar.txt', '1820-03'],
  ])('%s', (path, date) => {
    expect(fileNameDate(path)).toBe(date);
  });

  it.each([
    'letter.txt',
    'L01533.txt',
    'K_1933.txt',
    'report-1909-10.txt',
    'x-1956-13-40.txt',
    '1956-10-30/letter.txt',
    'box-1821.txt',
  ])('none in %s', (path) => {
    expect(fileNameDate(path)).toBeUndefined();
  });
});
