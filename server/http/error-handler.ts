import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { badRequest, HttpError, REASONS } from '../errors.ts';
import type { AnswerCheck } from './answer-check.ts';
import { sendJson } from './json-answer.ts';
import { logOf } from './locals.ts';

/** For what no route took. */
export const notFound: RequestHandler = (req) => {
  throw new HttpError(404, [`Cannot ${req.method} ${req.originalUrl}`]);
};

/**
 * Renders every error in the one envelope (wire-contract 1.3). What was not foreseen is logged, and not
 * shown.
 *
 * @param check what an operation must not answer by its spec is not foreseen either
 */
export function errorHandler(check: AnswerCheck | undefined): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error); // Express then cuts the connection
    const refusal = foreseen(error) ?? unforeseen(error, res);
    const { status, detail, retryAfter } = violation(refusal, res, check) ?? refusal;
    if (retryAfter !== undefined) res.setHeader('retry-after', retryAfter);
    sendJson(req, res, status, envelope(status, detail));
  };
}

function envelope(status: HttpError['status'], message: HttpError['detail']) {
  return { status, error: REASONS[status], response: { message } };
}

function foreseen(error: unknown): HttpError | undefined {
  if (error instanceof HttpError) return error;
  if (error instanceof URIError) return badRequest('The path is not correctly percent-encoded');
  return undefined;
}

function unforeseen(error: unknown, res: Response): HttpError {
  logOf(res).error({ err: error }, 'request failed');
  return new HttpError(500, ['Internal server error', `request id ${res.locals.requestId}`]);
}

function violation({ status, detail }: HttpError, res: Response, check: AnswerCheck | undefined) {
  const { operation } = res.locals;
  try {
    if (operation) check?.(operation, status, envelope(status, detail));
    return undefined;
  } catch (error) {
    return unforeseen(error, res);
  }
}
