import './locals.ts';
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from '../logger.ts';

/** A caller may give its own id, if it can be written to a log and a header as it is. */
const SANE_ID = /^[\w.-]{1,100}$/;

/**
 * Gives every request an id, in the log and in the header `x-request-id`, and logs one line when it has
 * ended.
 */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const given = req.get('x-request-id') ?? '';
    res.locals.requestId = SANE_ID.test(given) ? given : randomUUID();
    res.locals.log = logger.child({ requestId: res.locals.requestId });
    res.setHeader('x-request-id', res.locals.requestId);
    const start = performance.now();
    res.once('close', () => res.locals.log.info(summary(req, res, start), 'request'));
    next();
  };
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
