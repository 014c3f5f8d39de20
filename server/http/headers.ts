import type { CorsOptions } from 'cors';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';

export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
  next();
};

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
    exposedHeaders: ['x-request-id', 'retry-after'],
  };
}
