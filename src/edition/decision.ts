import { z } from 'zod';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { GENRES, type GenreName } from './genre-name.js';
import { flag, identifier, isoDate, languageTag, set, words } from './yaml-values.js';

/** What a date is, in the words of TEI's `att.datable` (Guidelines, "Names, Dates, People, and Places"). */
export type DateValue =
  | { readonly when: string }
  | { readonly from?: string; readonly to?: string }
  | { readonly notBefore?: string; readonly notAfter?: string };

/** What a place of the text is not, although a recogniser may think so. `name` is any name. */
export const REFUSED_KINDS = ['person', 'place', 'organisation', 'date', 'note', 'error', 'name'] as const;

/** The parts that a block of the text can be said to play. */
export const DECIDED_PARTS = [
  'introduction',
  'headnote',
  'head',
  'byline',
  'opener',
  'dateline',
  'address',
  'salute',
  'p',
  'speaker',
  'stage',
  'list',
  'item',
  'quote',
  'closer',
  'signed',
  'postscript',
  'note',
  'source',
  'notice',
] as const;

/** An editor's word on one place of the text: exactly one of these. */
export type Verdict =
  | { readonly kind: 'person' | 'place' | 'organisation'; readonly id: string }
  | { readonly kind: 'date'; readonly value: DateValue }
  /** An error of the source: `choice/sic/corr`. */
  | { readonly kind: 'correct'; readonly text: string }
  | { readonly kind: 'not'; readonly what: (typeof REFUSED_KINDS)[number] }
  /** Words of another language: `foreign`. */
  | { readonly kind: 'language'; readonly tag: string }
  /** An original word given in brackets: `gloss`. */
  | { readonly kind: 'gloss'; readonly tag: string }
  /** Words that an editor or translator supplied. */
  | { readonly kind: 'supplied' }
  /** Dots that mark an omission. */
  | { readonly kind: 'gap' }
  /** The block that begins with the quotation plays this part. */
  | { readonly kind: 'part'; readonly part: (typeof DECIDED_PARTS)[number] }
  /** The paragraph that begins with the quotation continues the one before it. */
  | { readonly kind: 'join' }
  /** A paragraph begins with the quotation. */
  | { readonly kind: 'split' }
  /** The paragraph that begins with the quotation is the text of the note with this marker. */
  | { readonly kind: 'noteFor'; readonly marker: string }
  /** The words are the marker of the note with this number, however they are printed. */
  | { readonly kind: 'marker'; readonly number: string }
  /** The block that begins with the quotation, a label, is the beginning of a speech by this person. */
  | { readonly kind: 'speaker'; readonly id: string }
  /** A division of this genre begins with the quotation; it ends where the next one begins. */
  | { readonly kind: 'genre'; readonly genre: GenreName };

/** A decision of the sidecar. */
export interface Decision {
  /** Words of the source, as they stand there; white space matches any white space. */
  readonly quote: string;
  /** What stands immediately before and after them. */
  readonly before?: string;
  readonly after?: string;
  /** True where all places that match are meant, and not one. */
  readonly every: boolean;
  readonly verdict: Verdict;
  /** Id of the editor who decided. */
  readonly by?: string;
  readonly cert?: 'high' | 'medium' | 'low';
  /** Why. */
  readonly note?: string;
  /** Where the sidecar says it. */
  readonly origin: Place;
}

/** A decision with the places of the text that it speaks of, and with the editor who answers for it. */
export interface PlacedDecision extends Decision {
  /** In order of the text; at least one. */
  readonly places: readonly Span[];
}

const dateValue = z.union(
  [
    isoDate,
    z.strictObject({ from: isoDate.optional(), to: isoDate.optional() }),
    z.strictObject({ notBefore: isoDate.optional(), notAfter: isoDate.optional() }),
  ],
  {
    error:
      'should be a date (1956-10-30), or from and to, or notBefore and notAfter; each a date that the calendar has.',
  },
);

const verdictShape = {
  person: identifier.optional().describe('The words name this person of the register.'),
  place: identifier.optional().describe('The words name this place of the register.'),
  organisation: identifier.optional().describe('The words name this organisation of the register.'),
  date: dateValue.optional().describe('The words are this date.'),
  correct: words.optional().describe('The words are an error of the source, and should read so.'),
  not: z.enum(REFUSED_KINDS).optional().describe('The words are no name, date, marker or error of this kind.'),
  language: languageTag.optional().describe('The words are in this language.'),
  gloss: languageTag.optional().describe('The words are an original word in brackets, in this language.'),
  supplied: set.optional().describe('An editor or translator supplied the words.'),
  gap: set.optional().describe('The words mark that something was left out here.'),
  part: z.enum(DECIDED_PARTS).optional().describe('The block that begins with the words plays this part.'),
  join: set.optional().describe('The paragraph that begins with the words continues the one before it.'),
  split: set.optional().describe('A paragraph begins with the words.'),
  noteFor: words
    .optional()
    .describe('The paragraph that begins with the words is the text of the note with this marker.'),
  marker: words.optional().describe('The words are the marker of the note with this number.'),
  speaker: identifier
    .optional()
    .describe('The words are the label of a speaker, and this person of the register speaks there.'),
  genre: z
    .enum(GENRES)
    .optional()
    .describe('A division of this genre begins with the words, and ends where the next one begins.'),
};

/** The keys of a decision that say what is decided. */
const VERDICTS = Object.keys(verdictShape);

/** A decision as it stands in a sidecar. */
export const decisionSchema = z
  .strictObject({
    quote: words.describe('Words of the source, letter by letter; white space does not matter.'),
    before: words.optional().describe('What stands immediately before them.'),
    after: words.optional().describe('What stands immediately after them.'),
    every: flag.optional().describe('true: all places that read so are meant.'),
    by: identifier.optional().describe('The id of the editor who decided.'),
    cert: z.enum(['high', 'medium', 'low']).optional().describe('How certain it is.'),
    note: words.optional().describe('Why.'),
    ...verdictShape,
  })
  .superRefine((value, context) => {
    const said = VERDICTS.filter((key) => key in value);
    if (said.length === 1) return;
    const found = said.length === 0 ? 'says nothing' : `says ${said.join(' and ')}`;
    context.addIssue({ code: 'custom', message: `${found}: a decision has exactly one of ${VERDICTS.join(', ')}.` });
  });

/** Makes a decision of its entry in the sidecar. */
export function decisionOf(entry: z.output<typeof decisionSchema>, origin: Place): Decision {
  const { quote, before, after, by, cert, note, every = false } = entry;
  return {
    quote,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    every,
    verdict: verdictOf(entry),
    ...(by === undefined ? {} : { by }),
    ...(cert === undefined ? {} : { cert }),
    ...(note === undefined ? {} : { note }),
    origin,
  };
}

function verdictOf(entry: z.output<typeof decisionSchema>): Verdict {
  if (entry.person !== undefined) return { kind: 'person', id: entry.person };
  if (entry.place !== undefined) return { kind: 'place', id: entry.place };
  if (entry.organisation !== undefined) return { kind: 'organisation', id: entry.organisation };
  if (entry.date !== undefined) return { kind: 'date', value: dateOf(entry.date) };
  if (entry.correct !== undefined) return { kind: 'correct', text: entry.correct };
  if (entry.not !== undefined) return { kind: 'not', what: entry.not };
  if (entry.language !== undefined) return { kind: 'language', tag: entry.language };
  if (entry.gloss !== undefined) return { kind: 'gloss', tag: entry.gloss };
  if (entry.supplied !== undefined) return { kind: 'supplied' };
  if (entry.gap !== undefined) return { kind: 'gap' };
  if (entry.part !== undefined) return { kind: 'part', part: entry.part };
  if (entry.join !== undefined) return { kind: 'join' };
  if (entry.split !== undefined) return { kind: 'split' };
  if (entry.noteFor !== undefined) return { kind: 'noteFor', marker: entry.noteFor };
  if (entry.marker !== undefined) return { kind: 'marker', number: entry.marker };
  if (entry.speaker !== undefined) return { kind: 'speaker', id: entry.speaker };
  if (entry.genre !== undefined) return { kind: 'genre', genre: entry.genre };
  throw new Error('a decision without a verdict passed its schema');
}

function dateOf(value: z.output<typeof dateValue>): DateValue {
  if (typeof value === 'string') return { when: value };
  return Object.fromEntries(Object.entries(value).filter(([, bound]) => bound !== undefined));
}
