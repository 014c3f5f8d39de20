import express, { type Request, type RequestHandler, type Response } from 'express';
import { middleware } from 'express-openapi-validator';
import type { Operation } from '../generated/index.ts';
import type { CallInput } from './input.ts';
import type { Spec } from './spec.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** The middleware asks it how paths are matched, and for nothing else. */
const app = express();

/** The middleware that validates a request, and later what is given to the `json` of its response. */
export function createChain(spec: Spec, checksResponses: boolean): RequestHandler[] {
  return middleware({
    apiSpec: spec as never, // the library has a type of its own for the same document
    validateApiSpec: false, // it is linted where it is written
    validateSecurity: false,
    fileUploader: false,
    validateRequests: { coerceTypes: true, allErrors: true, allowUnknownQueryParameters: true },
    validateResponses: checksResponses && { allErrors: true },
  }) as RequestHandler[];
}

/**
 * The request as the spec writes it: whatever prefix, case, alias or content type it came with does not
 * matter here. The query is not part of its URL, where the middleware would refuse characters that are
 * harmless.
 */
export function canonicalRequest(operation: Operation, input: CallInput): Request {
  const url = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(input.path[name] ?? '-'));
  const { method } = operation;
  const request = { app, method, url, originalUrl: url, path: url, baseUrl: '', headers: JSON_TYPE };
  return { ...request, query: { ...input.query }, params: {}, body: input.body } as unknown as Request;
}

/** A response that goes nowhere. */
export function unsentResponse(operation: Operation): Response {
  const response = {
    statusCode: operation.status,
    headersSent: false,
    getHeaders: () => JSON_TYPE,
    json: () => {},
  };
  return response as unknown as Response;
}

/** Runs middleware outside of a router, then `last`. @throws what `last` throws, or one of them passes on */
export function run(
  chain: RequestHandler[],
  request: Request,
  response: Response,
  last: () => Promise<unknown>,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const step = (index: number) => (error?: unknown) => {
      const handle = chain[index];
      if (error) reject(error);
      else if (handle) handle(request, response, step(index + 1));
      else last().then(resolve, reject);
    };
    step(0)();
  });
}
