import { z } from 'zod';
import { REFUSED_KINDS } from '../edition/decision.js';
import { identifier } from '../edition/yaml-values.js';
import type { RegisterName } from '../edition/register-addition.js';
import { partsOfSurname } from './name-evidence.js';
import type { Asked, Given, Question } from './question.js';

/** More than any name or reason has. */
const text = z.string().trim().min(1).max(2000);

const entry = z.strictObject({
  id: identifier.max(200),
  name: text.optional(),
  forename: text.optional(),
  surname: text.optional(),
});

const bounds = z.strictObject({
  from: text.optional(),
  to: text.optional(),
  notBefore: text.optional(),
  notAfter: text.optional(),
});

/** An answer as a page sends it: one that was proposed, or an editor's own. */
export const answerRequest = z.strictObject({
  question: z.string().max(64),
  /** Which of the question's places are meant; all without it. */
  places: z.array(z.number().int().nonnegative()).min(1).optional(),
  answer: z.union([
    z.strictObject({ proposal: z.number().int().nonnegative() }),
    z.strictObject({ entry }),
    z.strictObject({ register: identifier }),
    z.strictObject({ date: z.union([text, bounds]) }),
    z.strictObject({ correct: text }),
    z.strictObject({ marker: text }),
    z.strictObject({ not: z.enum(REFUSED_KINDS) }),
  ]),
  by: identifier.optional(),
  cert: z.enum(['high', 'medium', 'low']).optional(),
  note: text.optional(),
});

export type AnswerRequest = z.output<typeof answerRequest>;

const REGISTERS: Readonly<Partial<Record<Asked, RegisterName>>> = {
  person: 'persons',
  place: 'places',
  organisation: 'organisations',
};

/** What may be said not to be there, by what is asked. */
const REFUSALS: Readonly<Partial<Record<Asked, readonly string[]>>> = {
  person: ['person', 'name'],
  place: ['place', 'name'],
  organisation: ['organisation', 'name'],
  date: ['date'],
  marker: ['note'],
  reading: ['error'],
};

/** What an answer gives the edition; undefined where it is none to this question. */
export function givenBy({ answer }: AnswerRequest, { answers, asks }: Question): Given | undefined {
  if ('proposal' in answer) return answers[answer.proposal]?.given;
  const register = asks === undefined ? undefined : REGISTERS[asks];
  if ('entry' in answer) {
    if (register === undefined) return undefined;
    const { id, name, forename, surname } = answer.entry;
    const parts = {
      ...(forename === undefined ? {} : { forename }),
      ...(surname === undefined ? {} : partsOfSurname(surname)),
    };
    if (name === undefined && forename === undefined && surname === undefined) return undefined;
    return { kind: 'entry', addition: { register, id, ...(name === undefined ? {} : { name }), ...parts } };
  }
  if ('register' in answer) {
    return register === undefined || asks === undefined
      ? undefined
      : { kind: 'verdict', verdict: { [asks]: answer.register } };
  }
  if ('not' in answer) {
    const isPossible = asks !== undefined && REFUSALS[asks]?.includes(answer.not) === true;
    return isPossible ? { kind: 'verdict', verdict: { not: answer.not } } : undefined;
  }
  if ('date' in answer && asks === 'date') return { kind: 'verdict', verdict: { date: dateOf(answer.date) } };
  if ('correct' in answer && asks === 'reading') return { kind: 'verdict', verdict: { correct: answer.correct } };
  if ('marker' in answer && asks === 'marker') return { kind: 'verdict', verdict: { marker: answer.marker } };
  return undefined;
}

/** The bounds of a date that a decision can have: a span of time, or one within which the date lies. */
function dateOf(value: string | z.output<typeof bounds>): string | Record<string, string> {
  if (typeof value === 'string') return value;
  return Object.fromEntries(Object.entries(value).filter((bound): bound is [string, string] => bound[1] !== undefined));
}
