import { neutral } from '../../../language/calendar/index.js';
import { diagnostic, type Report } from '../../../diagnostics/diagnostic.js';
import type { DiagnosticCode } from '../../../diagnostics/catalogue.js';
import type { PartPassage } from '../../../structure/division.js';
import { isNamedTitle } from '../../../structure/line-kinds.js';
import { overlapsAny } from '../../../source/span.js';
import type { Annotation } from '../../annotation.js';
import type { AnnotationInput, Recognizer } from '../../recognizer.js';
import { chronoCandidates } from './chrono-candidates.js';
import { asDay, knownDate, noContext, type DateContext, type KnownDate } from './context.js';
import type { Day } from './day.js';
import { isDoubted } from './doubt.js';
import { findDates, type DateMention } from './finder.js';
import { compileLexicon, lexiconFor, type Lexicon } from './lexicon.js';
import { resolveDate, type DateValue, type Resolution } from './resolve.js';

export type { DateValue } from './resolve.js';

const neutralLexicon = compileLexicon(neutral);

/** The dates of a text: by our vocabulary of its language, else by chrono-node and by what holds in any language. */
function mentionsOf(text: string, language: string, context: DateContext, alone: boolean): DateMention[] {
  const lexicon: Lexicon | undefined = lexiconFor(language);
  if (lexicon !== undefined) return findDates(text, lexicon, alone);
  const candidates = chronoCandidates(text, language, context);
  const general = findDates(text, neutralLexicon, alone).filter(
    (mention) => !candidates.some((candidate) => candidate.start < mention.end && mention.start < candidate.end),
  );
  return [...candidates, ...general].sort((a, b) => a.start - b.start);
}

const problems: Readonly<
  Record<NonNullable<Resolution['problem']>, { code: DiagnosticCode; why: string; help: string }>
> = {
  impossible: {
    code: 'dates/impossible',
    why: 'is no day of the calendar, so the date has no value',
    help: 'Check the source; if the text is right, give the value by a decision in the sidecar.',
  },
  ambiguous: {
    code: 'dates/ambiguous',
    why: 'can be read as day and month or as month and day, so the date has no value',
    help: 'Give the value by a decision in the sidecar.',
  },
  'weekday-differs': {
    code: 'dates/weekday-differs',
    why: 'names a weekday that the day did not have; the value is uncertain',
    help: 'Check the source, and the date of the document.',
  },
  unresolved: {
    code: 'dates/unresolved',
    why: 'leaves out what the document does not say, so the date has no value',
    help: 'Give the document a date in its sidecar, or the value by a decision.',
  },
};

/** What one document's dates know of each other, in reading order. */
class Reading {
  #entry: Day | undefined;
  #preceding: KnownDate | undefined;
  #passage: PartPassage | undefined;
  readonly #written: KnownDate | undefined;
  readonly #era: DateContext['era'];

  constructor(written: KnownDate | undefined, era: DateContext['era']) {
    this.#written = written;
    this.#era = era;
  }

  /** A passage begins: what the last one named counts on only inside one note. */
  enter(passage: PartPassage): void {
    const sameNote = passage.note !== undefined && passage.note === this.#passage?.note;
    if (!sameNote) this.#preceding = undefined;
    this.#passage = passage;
  }

  context(mention: DateMention): DateContext {
    const inNote = this.#passage?.note !== undefined;
    const written = inNote ? this.#written : (this.#entry ?? this.#written);
    // A note speaks of its document: without a date of its own, "the following day" counts from that of the document.
    const fromDocument = inNote && mention.expression.kind === 'offset' ? written : undefined;
    return {
      written,
      preceding: this.#preceding ?? fromDocument,
      entry: inNote ? undefined : this.#entry,
      ...(this.#era === undefined ? {} : { era: this.#era }),
    };
  }

  /** The date is all that a heading says, as over an entry: "1 August". */
  #isHeading({ end }: DateMention): boolean {
    return this.#passage?.part === 'head' && !/[\p{L}\p{N}]/u.test(this.#passage.text.slice(end));
  }

  /** A date was read: it is the last one named, and perhaps the date of a diary's entry. */
  note(mention: DateMention, resolution: Resolution): void {
    const { known } = resolution;
    if (known === undefined) return;
    if (known.month === undefined) {
      // A bare year is an aside or a new beginning: the document's date is the better guide after it, if there is one.
      if (mention.expression.kind === 'moment') this.#preceding = this.#written === undefined ? known : undefined;
      return;
    }
    // "Today" returns to the day of writing.
    const returns = mention.expression.kind === 'offset' && mention.expression.anchor !== 'preceding';
    this.#preceding = returns ? undefined : known;
    const { expression } = mention;
    const day = asDay(known);
    if (expression.kind !== 'moment' || expression.moment.day === undefined || day === undefined) return;
    const begins = mention.start === 0 && this.#passage?.note === undefined;
    if (begins && (expression.moment.weekday !== undefined || this.#isHeading(mention))) this.#entry = day;
  }
}

function reportProblem(
  report: Report,
  file: string,
  words: string,
  resolution: Resolution,
  span: Annotation['span'],
): void {
  if (resolution.problem === undefined) return;
  const { code, why, help } = problems[resolution.problem];
  report(diagnostic(code, `"${words}" ${why}.`, { file, span, help }));
}

/** How certain the value of a date is: no more than its writer was. */
function certaintyOf({ value }: Resolution, isDoubtful: boolean): Annotation['certainty'] {
  if (value === undefined) return 'low';
  return isDoubtful && value.certainty === 'high' ? 'medium' : value.certainty;
}

/**
 * Finds the dates of a document (TEI Guidelines, 3.6.4 and 13.4: `date`). The span is the date's own words
 * without the preposition; the value is Gregorian, as precise as the words, and missing parts come from the
 * document. A date that cannot be given a value is marked without one and reported.
 */
export const dates: Recognizer = {
  name: 'dates',
  recognize(input: AnnotationInput): Annotation[] {
    const written = knownDate(input.documentDate) ?? knownDate(documentDateOf(input.passages, input.language));
    const reading = new Reading(written, eraOf(input.passages));
    const annotations: Annotation[] = [];
    for (const passage of input.passages) {
      reading.enter(passage);
      const mentions = mentionsOf(passage.text, input.language, { ...noContext, written }, false);
      for (const mention of mentions) {
        const resolution = resolveDate(mention.expression, reading.context(mention));
        reading.note(mention, resolution);
        const span = passage.spanOf(mention.start, mention.end);
        if (!overlapsAny(span, input.decided))
          reportProblem(input.report, input.file, passage.text.slice(mention.start, mention.end), resolution, span);
        annotations.push({
          span,
          kind: 'date',
          attributes: resolution.value?.attributes ?? {},
          recognizer: 'dates',
          certainty: certaintyOf(resolution, isDoubted(passage.text, mention.start, mention.end)),
        });
      }
    }
    return annotations;
  },
};

/** Marks and short words that may stand beside a date in a field: "d.", "le", "den", brackets, a point. */
const besideDate = /^(?:[\p{P}\p{S}\s]|(?<!\p{L})\p{L}{1,3}(?!\p{L}))*$/u;

/**
 * Reads one date that stands alone, as in a field of metadata ("November 04, 1956", "17.04.1958", "d. 3. Mai 1848").
 *
 * @param language BCP 47 tag of the field's language.
 * @returns undefined where the text holds no date, several, other words, or a date that is impossible or incomplete.
 */
export function parseDate(text: string, language: string): DateValue | undefined {
  const [mention, another] = mentionsOf(text, language, noContext, true);
  if (mention === undefined || another !== undefined) return undefined;
  if (!besideDate.test(text.slice(0, mention.start)) || !besideDate.test(text.slice(mention.end))) return undefined;
  return resolveDate(mention.expression, noContext).value;
}

/** A longer first paragraph tells a story rather than a date. */
const LONGEST_OPENING = 250;

/** The parts of a document that tell its date, the most telling first. */
const datingParts = ['dateline', 'head', 'byline'] as const;

/**
 * The date that a document gives itself, in its dateline or else its heads, as an ISO 8601 prefix (`1956-10-30`,
 * `1956-10`, `1956`); undefined where it gives none. Notes are not read. A dateline without a year takes it from a head.
 *
 * @param passages the document's leaves in reading order.
 * @param language BCP 47 tag.
 * @param hint a date from outside the text (ISO 8601 prefix): its year is taken where the text has none, and itself
 *   where the text has no date at all.
 */
export function documentDateOf(passages: readonly PartPassage[], language: string, hint?: string): string | undefined {
  const year = knownDate(hint)?.year;
  const own = passages.filter((passage) => passage.note === undefined);
  const datesIn = (part: (typeof datingParts)[number], context: DateContext): string[] =>
    own
      .filter((passage) => passage.part === part)
      .flatMap((passage) => mentionsOf(passage.text, language, context, false))
      .filter((mention) => mention.expression.kind === 'moment')
      .flatMap((mention) => resolveDate(mention.expression, context).value?.attributes.when ?? []);
  const hinted = year === undefined ? undefined : { year };
  const heads = datesIn('head', { ...noContext, written: hinted });
  const context = { ...noContext, written: knownDate(mostPrecise(heads)) ?? hinted };
  for (const part of datingParts) {
    const found = mostPrecise(datesIn(part, context));
    if (found !== undefined) return found;
  }
  return hint ?? openingDate(own[0], language);
}

/** The one full date in a document's first words, where no part of it is a dateline: "Minutes of a meeting held on …". */
function openingDate(first: PartPassage | undefined, language: string): string | undefined {
  if (first === undefined || first.text.length > LONGEST_OPENING || !isNamedTitle(first.text)) return undefined;
  const [mention, ...more] = mentionsOf(first.text, language, noContext, false);
  if (mention === undefined || more.length > 0) return undefined;
  const when = resolveDate(mention.expression, noContext).value?.attributes.when;
  return when?.length === 'yyyy-mm-dd'.length ? when : undefined;
}

/** A year of four digits that stands alone. */
const writtenYear = /(?<![\p{L}\p{N}.,/-])(?:1[5-9]\d\d|20\d\d)(?![\p{L}\p{N}])/gu;

/** The first and the last year that a document and its notes name; undefined where they name fewer than two. */
function eraOf(passages: readonly PartPassage[]): DateContext['era'] {
  let era: DateContext['era'];
  for (const { text } of passages) {
    for (const [year] of text.matchAll(writtenYear)) {
      era = {
        first: Math.min(Number(year), era?.first ?? Infinity),
        last: Math.max(Number(year), era?.last ?? 0),
      };
    }
  }
  return era === undefined || era.first === era.last ? undefined : era;
}

/** The first of the dates that name the day; else the first that name the month; else the first. */
function mostPrecise(found: readonly string[]): string | undefined {
  return found.reduce<string | undefined>(
    (best, date) => (best === undefined || date.length > best.length ? date : best),
    undefined,
  );
}
