import { expect, test } from 'vitest';
import { pointOf } from '../../src/edition/register-coordinates.js';

test.each([
  ['48.2066 16.37341', 48.2066, 16.37341],
  ['48,2066 16,37341', 48.2066, 16.37341],
  ['48.2066, 16.37341', 48.2066, 16.37341],
  ['48.2066,16.37341', 48.2066, 16.37341],
  ['48,2066, 16,37341', 48.2066, 16.37341],
  ['48,2066,16,37341', 48.2066, 16.37341],
  ['48,2066; 16,37341', 48.2066, 16.37341],
  [' −33.9  18.4 25 ', -33.9, 18.4],
  ['33.9° S, 18.4° E', -33.9, 18.4],
  ['18.4E 33.9S', -33.9, 18.4],
])('coordinates %s', (words, latitude, longitude) => {
  expect(pointOf(words)).toEqual({ latitude, longitude });
});

test.each(['', 'Wien', '48.2', '48.2 16.3 1 2', '95 16', '48 190', '1.2.3 4'])('no point: %s', (words) => {
  expect(pointOf(words)).toBeUndefined();
});
