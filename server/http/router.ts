import './locals.ts';
import { type RequestHandler, Router } from 'express';
import { type Operation, operations } from '../generated/index.ts';
import { authorize } from './auth.ts';
import { bodyReader } from './body.ts';
import { adapterFor, routesOf } from './compat.ts';
import type { AppDependencies } from './dependencies.ts';
import type { CallInput } from './input.ts';
import type { Spec } from './spec.ts';
import type { Validator } from './validator.ts';

type Handler = (input: CallInput, context: object) => Promise<unknown>;

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/**
 * The API. Its routes match in any case and with a slash at the end; the name of an instance is decoded once.
 *
 * @throws if there is an operation without a handler, or a handler without an operation
 */
export function createRouter<Context extends object>(
  deps: AppDependencies<Context>,
  spec: Spec,
  validator: Validator,
): Router {
  const readBody = bodyReader(deps.config.server.bodyLimit);
  const handlers = handlersByOperation(deps.handlers);
  const router = Router();
  for (const [operation, handle] of handlers) {
    const adapt = adapterFor(spec, operation);
    const answer: RequestHandler<Record<string, string>> = async (req, res) => {
      res.locals.operationId = operation.operationId;
      const principal = await authorize(operation, req.get('apikey'), req.params.instance, deps.principalOf);
      const given = { path: { ...req.params }, query: req.query, body: await readBody(req, res) };
      const body = await validator(operation, adapt(given), (input) =>
        handle(input, { ...deps.context, principal }),
      );
      res.status(operation.status).json(body);
    };
    for (const { method, path } of routesOf(operation)) {
      router[VERBS[method]](path.replace(/\{(\w+)\}/g, ':$1'), answer);
    }
  }
  return router;
}

function handlersByOperation(handlers: object): Map<Operation, Handler> {
  const given = new Map(Object.entries(handlers));
  const found = new Map(operations.map((operation) => [operation, given.get(operation.operationId)]));
  const missing = [...found]
    .filter(([, handler]) => typeof handler !== 'function')
    .map(([{ operationId }]) => operationId);
  const known = new Set<string>(operations.map(({ operationId }) => operationId));
  const extra = [...given.keys()].filter((name) => !known.has(name));
  if (missing.length > 0) throw new Error(`These operations have no handler: ${missing.join(', ')}`);
  if (extra.length > 0) throw new Error(`These handlers have no operation: ${extra.join(', ')}`);
  return found as Map<Operation, Handler>;
}
