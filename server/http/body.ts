import express, { type Request, type RequestHandler, type Response } from 'express';
import { HttpError } from '../errors.ts';

/** Reads the body of a request; undefined if it has none. @throws HttpError 400, 413, 415 */
export type BodyReader = (req: Request, res: Response) => Promise<unknown>;

const ACCEPTED = 'application/json or application/x-www-form-urlencoded';

/** @param limit bytes, counted after decompression */
export function bodyReader(limit: number): BodyReader {
  const options = { limit, type: () => true };
  const json = express.json({ ...options, strict: false });
  const form = express.urlencoded({ ...options, extended: true });
  return async (req, res) => {
    if (!hasBody(req)) return undefined;
    await read(parserFor(req, json, form), req, res, limit);
    return req.body;
  };
}

/** What comes with a GET means nothing (RFC 9110, section 9.3.1). */
function hasBody(req: Request): boolean {
  if (req.method === 'GET') return false;
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

/** A body of no stated type is taken for JSON. */
function parserFor(req: Request, json: RequestHandler, form: RequestHandler): RequestHandler {
  const type = req.headers['content-type'];
  if (type === undefined || req.is(['json', '+json'])) return json;
  if (req.is('urlencoded')) return form;
  throw new HttpError(415, [`The content type ${type} is not accepted here: send ${ACCEPTED}`]);
}

function read(parse: RequestHandler, req: Request, res: Response, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    parse(req, res, (error?: unknown) => (error ? reject(bodyError(error, limit)) : resolve()));
  });
}

/** What the parsers of Express report has a status, and a text that is meant for the client. */
function bodyError(error: unknown, limit: number): unknown {
  if (!(error instanceof Error) || !('status' in error)) return error;
  const tooLarge = 'type' in error && error.type === 'entity.too.large';
  const text = tooLarge ? `The body is larger than the limit of ${limit} bytes` : error.message;
  const status = ([413, 415] as const).find((one) => one === error.status) ?? 400;
  return new HttpError(status, [text], { cause: error });
}
