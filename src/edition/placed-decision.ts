import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { positionAt, type SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { withoutContradictions } from './contradictions.js';
import type { Decision, PlacedDecision } from './decision.js';
import type { Editor } from './edition.js';
import { nearPlaces } from './near-places.js';
import { quotedPlaces } from './quotation.js';

/** How many candidates a message names. */
const NAMED = 5;
/** Characters of context on each side of a candidate. */
const CONTEXT = 30;
/** Decisions without a place for which the nearest words are looked for: each time the whole text is read. */
const SEARCHES = 20;

/**
 * Finds the places that decisions speak of, and who answers for each. A decision that quotes no place, or several
 * without saying so, and two that stand against each other are reported and left out: nothing is guessed.
 *
 * @param editors those of the edition: `by` is the id of one, and where there is but one, the decisions are theirs.
 */
export function placeDecisions(
  decisions: readonly Decision[],
  source: SourceFile,
  editors: readonly Editor[],
  report: Report,
): PlacedDecision[] {
  let searches = 0;
  const placed = decisions.flatMap((decision): PlacedDecision[] => {
    const places = quotedPlaces(source.text, decision);
    if (places.length === 1 || (decision.every && places.length > 0)) return [{ ...decision, places }];
    if (places.length > 1) reportSeveral(decision, places, source, report);
    else reportNone(decision, source, searches++ < SEARCHES, report);
    return [];
  });
  return withEditors(withoutContradictions(placed, source, report), editors, report);
}

function reportNone(decision: Decision, source: SourceFile, isSearched: boolean, report: Report): void {
  const { quote, before, after, origin } = decision;
  const elsewhere = before === undefined && after === undefined ? [] : quotedPlaces(source.text, { quote });
  const between = [
    ...(before === undefined ? [] : [`after “${before}”`]),
    ...(after === undefined ? [] : [`before “${after}”`]),
  ].join(' and ');
  if (elsewhere.length > 0) {
    report(
      diagnostic(
        'edition/decision-without-place',
        `The text reads “${quote}” ${counted(elsewhere.length)}, but nowhere ${between}, as this decision quotes it; it was not applied.`,
        { ...origin, help: `${list(elsewhere, source)} Correct before and after to what stands there.` },
      ),
    );
    return;
  }
  const near = isSearched ? nearPlaces(source.text, quote) : [];
  report(
    diagnostic(
      'edition/decision-without-place',
      `The text has no place that reads “${quote}” as this decision quotes it; it was not applied.`,
      {
        ...origin,
        help:
          near.length === 0
            ? 'Quote the source letter by letter; white space does not matter.'
            : `Did you mean this? ${list(near, source)} Quote the source letter by letter; white space does not matter.`,
      },
    ),
  );
}

function reportSeveral(decision: Decision, places: readonly Span[], source: SourceFile, report: Report): void {
  report(
    diagnostic(
      'edition/decision-ambiguous',
      `${places.length} places of the text read “${decision.quote}”; the decision was not applied.`,
      {
        ...decision.origin,
        help: `${list(places, source)} Say with before and after which one is meant, or “every: true” for all of them.`,
      },
    ),
  );
}

function counted(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}

/** The first candidates, each with its line and column and the words around it. */
function list(places: readonly Span[], source: SourceFile): string {
  const named = places.slice(0, NAMED).map((span) => {
    const { line, column } = positionAt(source, span.start);
    return `${source.path}:${line}:${column} “${inContext(source.text, span)}”`;
  });
  const more = places.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}

/** The words with what stands around them, in one line, cut between words. */
function inContext(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  const head = start > CONTEXT ? `…${before.replace(/^\S*(?=\s)/u, '')}` : before;
  const tail = end + CONTEXT < text.length ? `${after.replace(/\s\S*$/u, '')} …` : after;
  return `${head}${text.slice(start, end)}${tail}`.replace(/\s+/gu, ' ').trim();
}

/**
 * Gives each decision its editor. Decisions of nobody are asked about once, at the first: with one editor they are that
 * one's; with several nobody knows.
 */
function withEditors(
  decisions: readonly PlacedDecision[],
  editors: readonly Editor[],
  report: Report,
): PlacedDecision[] {
  const ids = editors.map(({ id }) => id);
  const [only] = ids.length === 1 ? ids : [];
  const nobody = decisions.filter(({ by }) => by === undefined);
  const [first] = nobody;
  if (first !== undefined && only === undefined) {
    const many = nobody.length === 1 ? '' : `, and ${nobody.length - 1} more,`;
    report(
      diagnostic(
        'edition/decision-without-editor',
        ids.length === 0
          ? `This decision${many} cannot say who made it: the edition names no editors.`
          : `This decision${many} does not say who made it, and the edition has several editors.`,
        {
          ...first.origin,
          ...(ids.length === 0 ? {} : { expected: ids }),
          help:
            ids.length === 0
              ? 'Name the editors in edition.yaml, each with an id; where there is one, the decisions are theirs.'
              : `Add “by: ${ids[0] ?? ''}” (or ${ids.slice(1).join(', ')}) to the decision, or to the top of the sidecar for all of its decisions.`,
        },
      ),
    );
  }
  return decisions.map((decision) => {
    const { by, ...rest } = decision;
    if (by === undefined) return only === undefined ? decision : { ...decision, by: only };
    if (ids.includes(by)) return decision;
    const nearest = nearestSpelling(by, ids);
    report(
      diagnostic(
        'edition/unknown-editor',
        `The edition has no editor “${by}”; the decision was applied without a name.`,
        {
          ...decision.origin,
          expected: ids,
          actual: by,
          help:
            nearest === undefined
              ? 'Give the id of an editor of edition.yaml, or add the editor there.'
              : `Did you mean “${nearest}”?`,
        },
      ),
    );
    return rest;
  });
}
