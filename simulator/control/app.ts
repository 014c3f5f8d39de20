import { STATUS_CODES } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { middleware as validator } from 'express-openapi-validator';
import type { Network } from '../network.ts';
import { Problem, report } from '../problem.ts';
import { faultRoutes } from './faults.ts';
import { networkRoutes } from './network.ts';
import { phoneRoutes } from './phones.ts';

const SPEC = fileURLToPath(new URL('../openapi.yaml', import.meta.url));

/** What the validator and the body parser add to an error. */
type HttpError = Error & { status?: number; errors?: { path: string; message: string }[] };

/** What is wrong with a request, field by field: `number must match pattern "…"`. */
function explain(error: HttpError): string {
  if (!error.errors) return error.message;
  const field = (path: string) => path.replace(/^\/body\//, '').replace(/^\//, '');
  return error.errors.map(({ path, message }) => `${field(path)} ${message}`).join('; ');
}

/** Every error is `{status, error, message}`. */
const renderError: ErrorRequestHandler = (error: HttpError, request, response, _next) => {
  const { status = 500 } = error;
  if (status === 500) report(`${request.method} ${request.path}`, error);
  const message = status === 500 ? 'the simulator failed' : explain(error);
  response.status(status).json({ status, error: STATUS_CODES[status], message });
};

/** The validator refuses a request without a content type, even where the body is optional and absent. */
const allowNoBody: RequestHandler = (request, _response, next) => {
  const hasBody = 'content-length' in request.headers || 'transfer-encoding' in request.headers;
  if (!hasBody) request.headers['content-type'] = 'application/json';
  next();
};

const notFound: RequestHandler = (request) => {
  throw new Problem(404, `no route ${request.method} ${request.path}`);
};

/** The HTTP API by which tests, the sandbox and people act as the users of the phones. */
export function createControlApp(network: Network, socketUrl: string): Express {
  const app = express().disable('x-powered-by').disable('etag');
  app.use(allowNoBody, express.json({ limit: '8mb' }));
  app.use(validator({ apiSpec: SPEC, validateResponses: true }));
  app.use(networkRoutes(network, socketUrl), phoneRoutes(network), faultRoutes(network));
  app.use(notFound, renderError);
  return app;
}
