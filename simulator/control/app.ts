import { STATUS_CODES } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { middleware as validator } from 'express-openapi-validator';
import type { Network } from '../network.ts';
import { Problem, report } from '../problem.ts';
import { callRoutes } from './calls.ts';
import { faultRoutes } from './faults.ts';
import { groupRoutes } from './groups.ts';
import { messageRoutes } from './messages.ts';
import { networkRoutes } from './network.ts';
import { phoneRoutes } from './phones.ts';
import { presenceRoutes } from './presence.ts';
import { privacyRoutes } from './privacy.ts';
import { profileRoutes } from './profile.ts';
import { settingRoutes } from './settings.ts';

const SPEC = fileURLToPath(new URL('../openapi.yaml', import.meta.url));

/** Room for a file of 100 MiB in base64. */
const MAX_BODY = '140mb';

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
  app.use(allowNoBody, express.json({ limit: MAX_BODY }));
  app.use(validator({ apiSpec: SPEC, validateResponses: true, $refParser: { mode: 'dereference' } }));
  app.use(networkRoutes(network, socketUrl), faultRoutes(network));
  app.use(phoneRoutes(network), messageRoutes(network), presenceRoutes(network), groupRoutes(network));
  app.use(profileRoutes(network), privacyRoutes(network), settingRoutes(network), callRoutes(network));
  app.use(notFound, renderError);
  return app;
}
