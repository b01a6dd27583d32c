import { createHash } from 'node:crypto';
import type { RegisterAddition } from '../edition/register-addition.js';
import { anchorAt } from './anchor.js';
import { placeIn, type QuestionPlace, type ReviewedDocument } from './place.js';
import type { Asked, Question, QuestionKind } from './question.js';

/** A question as plain data, for a page that asks it. */
export interface QuestionView {
  /** The same as long as the question is: of its kind, its words and what stands around them, not of their lines. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly question: string;
  readonly rule: string;
  readonly asks?: Asked;
  readonly places: readonly PlaceView[];
  readonly answers: readonly AnswerView[];
}

/** A place with the address of the passage on the site, relative to its root. */
export interface PlaceView extends QuestionPlace {
  readonly address: string;
}

/** An answer; one that is an entry of a register has its parts, to be completed. */
export interface AnswerView {
  readonly says: string;
  readonly rule: string;
  readonly entry?: RegisterAddition;
}

/** A question with its id. */
export interface IdentifiedQuestion {
  readonly id: string;
  readonly question: Question;
}

/** Gives each question an id; of two that are alike in all that is seen, the second is told from the first. */
export function identified(questions: readonly Question[]): IdentifiedQuestion[] {
  const taken = new Map<string, number>();
  return questions.map((question) => {
    const [place] = question.places;
    const shown = place === undefined ? undefined : placeIn(place.document, place.span);
    const seen = [question.kind, shown?.document, shown?.before, shown?.words, shown?.after, question.asks];
    const hash = createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16);
    const count = (taken.get(hash) ?? 0) + 1;
    taken.set(hash, count);
    return { id: count === 1 ? hash : `${hash}-${count}`, question };
  });
}

/** Questions as a page shows them. */
export function questionViews(questions: readonly IdentifiedQuestion[]): QuestionView[] {
  return questions.map(({ id, question: { kind, question, rule, asks, places, answers } }) => ({
    id,
    kind,
    question,
    rule,
    ...(asks === undefined ? {} : { asks }),
    places: places.map(({ document, span }) => ({
      ...placeIn(document, span),
      address: addressOf(document, span.start),
    })),
    answers: answers.map(({ says, rule: ground, given }) => ({
      says,
      rule: ground,
      ...(given.kind === 'entry' ? { entry: given.addition } : {}),
    })),
  }));
}

/** The address of a place on the site, relative to its root: its page, and the element there that holds it. */
function addressOf({ id, anchors }: ReviewedDocument, offset: number): string {
  const anchor = anchorAt(anchors, offset);
  const page = `documents/${encodeURIComponent(id)}.html`;
  return anchor === undefined ? page : `${page}#${encodeURIComponent(anchor.id)}`;
}
