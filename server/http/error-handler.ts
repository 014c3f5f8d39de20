import './locals.ts';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { badRequest, HttpError, REASONS } from '../errors.ts';

/** For what no route took. */
export const notFound: RequestHandler = (req) => {
  throw new HttpError(404, [`Cannot ${req.method} ${req.originalUrl}`]);
};

/**
 * Renders every error in the one envelope (wire-contract 1.3). What was not foreseen is logged, and not
 * shown.
 */
export const errorHandler: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) return next(error); // Express then cuts the connection
  const { status, detail } = foreseen(error) ?? unforeseen(error, res);
  res.status(status).json({ status, error: REASONS[status], response: { message: detail } });
};

function foreseen(error: unknown): HttpError | undefined {
  if (error instanceof HttpError) return error;
  if (error instanceof URIError) return badRequest('The path is not correctly percent-encoded');
  return undefined;
}

function unforeseen(error: unknown, res: Response): HttpError {
  const { log, requestId } = res.locals;
  log.error({ err: error }, 'request failed');
  return new HttpError(500, ['Internal server error', `request id ${requestId}`]);
}
