import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from '../logger.ts';
import { logOf } from './locals.ts';

/** A caller may give its own id, if it can be written to a log and a header as it is. */
const SANE_ID = /^[\w.-]{1,100}$/;

/**
 * Gives every request an id, in the log and in the header `x-request-id`, and logs one line when it has
 * ended.
 */
export function requestLog(logger: Logger): RequestHandler {
  const isWanted = logger.isLevelEnabled('info');
  return (req, res, next) => {
    const given = req.get('x-request-id');
    const requestId = given !== undefined && SANE_ID.test(given) ? given : randomUUID();
    Object.assign(res.locals, { requestId, logger });
    res.setHeader('x-request-id', requestId);
    if (isWanted) logWhenEnded(req, res);
    next();
  };
}

function logWhenEnded(req: Request, res: Response): void {
  const start = performance.now();
  res.once('close', () => logOf(res).info(summary(req, res, start), 'request'));
}

/** Neither query, headers nor body: they carry keys and messages. */
function summary(req: Request, res: Response, start: number) {
  const { operation } = res.locals;
  return {
    method: req.method,
    ...(operation ? { operationId: operation.operationId } : { path: req.originalUrl.split('?')[0] }),
    status: res.statusCode,
    ms: Math.round(performance.now() - start),
    ...(res.writableFinished ? {} : { aborted: true }),
  };
}
