import express, { type Request, type RequestHandler, type Response } from 'express';
import { OpenApiValidator } from 'express-openapi-validator/dist/openapi.validator.js';
import type { Operation } from '../generated/index.ts';
import type { CallInput } from './input.ts';
import { partOf, type Spec } from './spec.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** The middleware answers nothing itself. */
const NO_RESPONSE = {} as Response;

/** The middleware asks it how paths are matched, and for nothing else. */
const app = express();

/**
 * The middleware that validates a request of one operation. It compiles what it needs at its first request.
 *
 * The package's own entry loads the spec first: it compiles the schema of OpenAPI itself, resolves references
 * to other files and searches for routes, which takes 30 ms and much memory each time. Here the spec is one
 * file, linted where it is written, and its one route is known.
 */
export function createChain(spec: Spec, operation: Operation): RequestHandler[] {
  const apiDoc = partOf(spec, operation, false) as never; // the library has a type of its own for it
  const validator = new OpenApiValidator({
    apiSpec: apiDoc,
    validateApiSpec: false,
    validateSecurity: false,
    fileUploader: false,
    validateRequests: { coerceTypes: true, allErrors: true, allowUnknownQueryParameters: true },
  });
  const loaded = { apiDoc, basePaths: [''], routes: [routeOf(operation)], serial: 1 };
  return validator.installMiddleware(Promise.resolve(loaded)) as RequestHandler[];
}

/** As the library would find it in the spec. */
function routeOf({ method, path }: Operation) {
  const pathParams = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  const expressRoute = path.replace(/\{(\w+)\}/g, ':$1');
  return { basePath: '', method, openApiRoute: path, expressRoute, pathParams };
}

/**
 * The request as the spec writes it: whatever prefix, case, alias or content type it came with does not
 * matter here. The query is not part of its URL, where the middleware would refuse characters that are
 * harmless.
 */
export function canonicalRequest(operation: Operation, input: CallInput): Request {
  const url = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(input.path[name] ?? '-'));
  const { method } = operation;
  const named = Object.entries(input.header ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const headers = { ...JSON_TYPE, ...Object.fromEntries(named) };
  const request = { app, method, url, originalUrl: url, path: url, baseUrl: '', headers };
  return { ...request, query: { ...input.query }, params: {}, body: input.body } as unknown as Request;
}

/** Runs middleware outside of a router, then `last`. @throws what `last` throws, or one of them passes on */
export function run(
  chain: RequestHandler[],
  request: Request,
  last: () => Promise<unknown>,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const step = (index: number) => (error?: unknown) => {
      const handle = chain[index];
      if (error) reject(error);
      else if (handle) handle(request, NO_RESPONSE, step(index + 1));
      else last().then(resolve, reject);
    };
    step(0)();
  });
}
