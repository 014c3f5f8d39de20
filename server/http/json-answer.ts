import compression from 'compression';
import type { Request, Response } from 'express';

/** Bytes below which compressing saves nothing: what is smaller does not even pass through it. */
const THRESHOLD = 1_024;

/** For what answers otherwise than by `sendJson`. */
export const compress = compression({ threshold: THRESHOLD });

/** Answers JSON, compressed if it is large and the client takes it so; of nothing, an empty body. */
export function sendJson(req: Request, res: Response, status: number, body: unknown): void {
  const text = JSON.stringify(body) ?? '';
  const size = Buffer.byteLength(text);
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('content-length', size);
  if (size < THRESHOLD) res.end(text);
  else compress(req, res, () => res.end(text));
}
