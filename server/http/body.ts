import express, { type Request, type RequestHandler, type Response } from 'express';
import { HttpError } from '../errors.ts';
import { inTempFolder } from '../media/temp.ts';
import { isObject } from './input.ts';
import { isLargeJson, readJsonWithMedia } from './json-media.ts';
import { readMultipart } from './multipart.ts';
import { type RequestBody, tooLarge } from './request-body.ts';

/**
 * Reads the body of a request and hands it to `use`. A file that came with it is on disk as long as that
 * takes. Throws HttpError 400, 413, 415.
 */
export type BodyReader = <T>(
  req: Request,
  res: Response,
  use: (body: RequestBody) => Promise<T>,
) => Promise<T>;

/**
 * @param limit bytes, counted after decompression
 * @param takesFile whether a file may come with it: as a part of a form, or in a JSON text, where it is large
 */
export function bodyReader(limit: number, takesFile: boolean): BodyReader {
  const options = { limit, type: () => true };
  const json = express.json({ ...options, strict: false });
  const form = express.urlencoded({ ...options, extended: true });
  return async (req, res, use) => {
    if (!hasBody(req)) return use({ fields: undefined });
    if (takesFile && req.is('multipart/form-data'))
      return inTempFolder(async (folder) => use(await readMultipart(req, folder, limit)));
    if (takesFile && isLargeJson(req))
      return inTempFolder(async (folder) => use(await readJsonWithMedia(req, folder, limit)));
    await read(parserFor(req, json, form, takesFile), req, res, limit);
    refuseJsonInForm(req);
    return use({ fields: req.body });
  };
}

/** For operations that need no body: one that cannot be read, or is no object, is none. */
export function optionalBodyReader(limit: number): BodyReader {
  const readBody = bodyReader(limit, false);
  return async (req, res, use) => {
    const { fields } = await readBody(req, res, async (body) => body).catch(noBodyIfUnreadable);
    return use({ fields: isObject(fields) ? fields : undefined });
  };
}

function noBodyIfUnreadable(error: unknown): RequestBody {
  if (error instanceof HttpError) return { fields: undefined };
  throw error;
}

/** For operations to which a body says nothing: it is not even looked at. */
export const unreadBody: BodyReader = (_req, _res, use) => use({ fields: undefined });

function hasBody(req: Request): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

/** A body of no stated type is taken for JSON. */
function parserFor(
  req: Request,
  json: RequestHandler,
  form: RequestHandler,
  takesFile: boolean,
): RequestHandler {
  const type = req.headers['content-type'];
  if (type === undefined || req.is(['json', '+json'])) return json;
  if (req.is('urlencoded')) return form;
  const accepted = ['application/json', 'application/x-www-form-urlencoded'];
  if (takesFile) accepted.push('multipart/form-data');
  const text = `The content type ${type} is not accepted here: send ${accepted.join(' or ')}`;
  throw new HttpError(415, [text]);
}

/** `curl -d` says of JSON that it is a form, unless it is told otherwise. */
function refuseJsonInForm(req: Request): void {
  if (!req.is('urlencoded') || !Object.keys(req.body)[0]?.trimStart().startsWith('{')) return;
  const text =
    'The body is JSON, but its content type is application/x-www-form-urlencoded: ' +
    'send it with the header "Content-Type: application/json"';
  throw new HttpError(415, [text]);
}

function read(parse: RequestHandler, req: Request, res: Response, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    parse(req, res, (error?: unknown) => (error ? reject(bodyError(error, limit)) : resolve()));
  });
}

/** What the parsers of Express report has a status, and a text that is meant for the client. */
function bodyError(error: unknown, limit: number): unknown {
  if (!(error instanceof Error) || !('status' in error)) return error;
  if ('type' in error && error.type === 'entity.too.large') return tooLarge(limit);
  const status = ([413, 415] as const).find((one) => one === error.status) ?? 400;
  return new HttpError(status, [error.message], { cause: error });
}
