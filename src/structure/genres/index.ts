import type { Genre } from '../genre.js';
import { diary } from './diary.js';
import { letter } from './letter.js';
import { minutes } from './minutes.js';
import { declaration, prose } from './prose.js';
import { stenographicRecord } from './stenographic-record.js';

/**
 * The genres, in the order in which a tie is settled: of two with equal evidence the earlier wins, so the more
 * particular ones come first.
 */
export const genres: readonly Genre[] = [
  // A record's voices and directions are nobody else's.
  stenographicRecord,
  // Minutes may be headed by dates and end with signatures; lists of those present tell them from letters and diaries.
  minutes,
  diary,
  letter,
  declaration,
  // Last: what is left.
  prose,
];
