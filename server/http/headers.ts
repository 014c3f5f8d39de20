import cors, { type CorsOptions } from 'cors';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';

const EXPOSED_HEADERS = 'x-request-id,retry-after';

export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
  next();
};

/** Where any origin may call, which is the default, nothing of the request matters but for a preflight. */
export function corsHeaders(config: Config['server']['cors']): RequestHandler {
  const options = corsOptions(config);
  const negotiate = cors(options);
  if (options.origin !== '*') return negotiate;
  return (req, res, next) => {
    if (req.method === 'OPTIONS') return negotiate(req, res, next);
    res.setHeader('access-control-allow-origin', '*');
    res.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
    next();
  };
}

/**
 * An origin that is not allowed gets no CORS header, which its browser takes for a refusal: it is not an
 * error here.
 */
export function corsOptions({ origin, methods, credentials }: Config['server']['cors']): CorsOptions {
  const any = origin.includes('*');
  return {
    // A browser that sends credentials takes no `*` for an answer, so the origin is named.
    origin: any ? (credentials ? true : '*') : origin,
    methods,
    credentials,
    exposedHeaders: EXPOSED_HEADERS,
  };
}
