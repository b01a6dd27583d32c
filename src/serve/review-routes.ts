import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AnswerOutcome, ReviewDesk } from '../review/desk.js';
import { packageFolder } from '../version.js';
import { readJson, refusalOfWriting, type Refusal } from './requests.js';

/** Answers a request for the questions of a review, or to answer one; false where it is for something else. */
export type ReviewRoutes = (request: IncomingMessage, response: ServerResponse, path: string, port: number) => boolean;

/** The address of the page of questions. */
export const REVIEW_PAGE = '/-/review';
const QUESTIONS = '/-/questions';
const ANSWERS = '/-/answers';
const TAKEN_BACK = '/-/answers/taken-back';

/** Nothing but what this server has, in no other page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The page of questions and what it asks for. Reading is as for the site; writing takes a request of this very page, by
 * its origin and by a secret that changes with each session.
 */
export function reviewRoutes(desk: ReviewDesk): ReviewRoutes {
  const token = randomBytes(24).toString('base64url');
  const page = readFileSync(join(packageFolder, 'templates/serve/review.html'), 'utf8').replace('{token}', token);
  return (request, response, path, port) => {
    if (path === ANSWERS || path === TAKEN_BACK) {
      const refusal: Refusal | undefined =
        request.method === 'POST'
          ? refusalOfWriting(request, port, token)
          : { status: 405, words: 'Answers are sent, not read.' };
      if (refusal !== undefined) {
        if (refusal.status === 405) response.setHeader('Allow', 'POST');
        // What is still on its way is not waited for.
        response.setHeader('Connection', 'close');
        json(response, refusal.status, { findings: [{ message: refusal.words }] });
        return true;
      }
      void settle(response, async () => {
        const body = await readJson(request);
        if ('refusal' in body) {
          response.setHeader('Connection', 'close');
          json(response, body.refusal.status, { findings: [{ message: body.refusal.words }] });
          return;
        }
        const { value } = body;
        const outcome = path === ANSWERS ? await desk.answer(value) : await desk.takeBack(idIn(value));
        json(response, statusOf(outcome), outcome);
      });
      return true;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    if (path === REVIEW_PAGE) {
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('X-Frame-Options', 'DENY');
      response.setHeader('Referrer-Policy', 'same-origin');
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page);
      return true;
    }
    if (path !== QUESTIONS) return false;
    void settle(response, async () => {
      json(response, 200, await desk.sheet());
    });
    return true;
  };
}

function statusOf({ kind }: AnswerOutcome): number {
  return kind === 'refused' ? 422 : 200;
}

function idIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : '';
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(value));
}

/** A fault of ours ends one request, not the preview. */
async function settle(response: ServerResponse, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (!response.headersSent) json(response, 500, { findings: [{ message: `A fault of Editio: ${words}` }] });
  }
}
