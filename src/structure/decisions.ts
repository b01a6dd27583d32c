import { beginsAt, type BlockDocument } from '../blocks/block.js';
import type { BlockOptions } from '../blocks/read-blocks.js';
import { diagnostic, type Report } from '../diagnostics/diagnostic.js';
import type { PlacedDecision, Verdict } from '../edition/decision.js';
import { positionAt, type SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { DecidedPart, StructureDecisions } from './decided-parts.js';
import { leavesOf } from './parts.js';
import type { StructuredDocument } from './structure.js';

/** Parts that are no text of the document: they move to the header as this field. */
const fieldOf: Readonly<Record<string, 'source' | 'rights'>> = { source: 'source', notice: 'rights' };

/** What editors decided on blocks: where paragraphs begin, and which of them are notes or stand beside the text. */
export function blockDecisions(decisions: readonly PlacedDecision[]): BlockOptions {
  return {
    joins: offsetsOf(decisions, 'join'),
    splits: offsetsOf(decisions, 'split'),
    noteTexts: at(decisions, ({ verdict }, { start }) =>
      verdict.kind === 'noteFor' ? { offset: start, marker: verdict.marker } : undefined,
    ),
    fields: at(decisions, ({ verdict }, { start }) => {
      const name = verdict.kind === 'part' ? fieldOf[verdict.part] : undefined;
      return name === undefined ? undefined : { offset: start, name };
    }),
  };
}

/** What editors decided on the parts that blocks play, on who speaks, and on divisions. */
export function structureDecisions(decisions: readonly PlacedDecision[]): StructureDecisions {
  return {
    splits: offsetsOf(decisions, 'split'),
    parts: at(decisions, (decision, { start }): DecidedPart | undefined =>
      decision.verdict.kind === 'part' && fieldOf[decision.verdict.part] === undefined
        ? { offset: start, part: decision.verdict.part, ...responsibility(decision) }
        : undefined,
    ),
    speakers: at(decisions, (decision, span) => {
      const { verdict } = decision;
      if (verdict.kind === 'speaker') return { span, person: verdict.id, ...responsibility(decision) };
      return verdict.kind === 'part' && verdict.part === 'speaker' ? { span, ...responsibility(decision) } : undefined;
    }),
    divisions: at(decisions, ({ verdict }, { start }) =>
      verdict.kind === 'genre' ? { offset: start, genre: verdict.genre } : undefined,
    ),
  };
}

/** Reports each decision on structure that changed nothing, with what stands against it. */
export function reportUnheeded(
  decisions: readonly PlacedDecision[],
  source: SourceFile,
  blocks: BlockDocument,
  structured: StructuredDocument,
  report: Report,
): void {
  if (decisions.length === 0) return;
  const leaves = [...leavesOf(structured.body), ...structured.notes.flatMap(({ paragraphs }) => paragraphs)];
  const unheeded = new Set(structured.unheeded);
  const why = ({ verdict }: PlacedDecision, { start }: Span): string | undefined => {
    const leaf = leaves.find(({ span }) => start >= span.start && start < span.end);
    const begins = leaf !== undefined && beginsAt(source.text, leaf.span, start);
    const notAtStart = 'no paragraph begins with the words';
    switch (verdict.kind) {
      case 'split':
        return begins ? undefined : 'the words are no text of the document';
      case 'join':
        return leaf !== undefined && !begins
          ? undefined
          : 'no paragraph before it can be joined to it, or none begins with the words';
      case 'noteFor':
        return structured.notes.some(
          ({ numberSpan, paragraphs }) =>
            (start >= numberSpan.start && start < numberSpan.end) ||
            paragraphs.some(({ span }) => beginsAt(source.text, span, start)),
        )
          ? undefined
          : notAtStart;
      case 'part':
        if (fieldOf[verdict.part] !== undefined)
          return blocks.fields.some(({ span }) => beginsAt(source.text, span, start)) ? undefined : notAtStart;
        if (!unheeded.has(start)) return undefined;
        return begins ? `TEI has no room for ${verdict.part} there, in a text of this genre` : notAtStart;
      case 'speaker':
        if (!unheeded.has(start)) return undefined;
        return begins ? 'nobody speaks there, in a text of this genre' : notAtStart;
      case 'genre':
        return unheeded.has(start) ? notAtStart : undefined;
      default:
        return undefined;
    }
  };
  for (const decision of decisions) {
    for (const place of decision.places) {
      const reason = why(decision, place);
      if (reason === undefined) continue;
      const { line, column } = positionAt(source, place.start);
      report(
        diagnostic(
          'edition/decision-without-effect',
          `The decision on “${decision.quote}” (${source.path}:${line}:${column}) was not applied: ${reason}.`,
          { ...decision.origin, help: helpFor(decision.verdict) },
        ),
      );
    }
  }
}

function helpFor({ kind }: Verdict): string {
  if (kind === 'speaker' || kind === 'part')
    return 'Quote the first words of the block; see whether the genre of the document is the right one.';
  return 'Quote the first words of the paragraph.';
}

function offsetsOf(decisions: readonly PlacedDecision[], kind: Verdict['kind']): number[] {
  return at(decisions, ({ verdict }, { start }) => (verdict.kind === kind ? start : undefined));
}

function at<Said>(
  decisions: readonly PlacedDecision[],
  said: (decision: PlacedDecision, place: Span) => Said | undefined,
): Said[] {
  return decisions
    .flatMap((decision) => decision.places.map((place) => said(decision, place)))
    .filter((each): each is Said & NonNullable<unknown> => each !== undefined);
}

function responsibility({ by }: PlacedDecision): { resp?: string } {
  return by === undefined ? {} : { resp: `#${by}` };
}
