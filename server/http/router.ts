import './locals.ts';
import { type RequestHandler, Router } from 'express';
import { authorize } from './auth.ts';
import { bodyReader } from './body.ts';
import { adapterFor, routesOf, takesBody } from './compat.ts';
import type { AppDependencies } from './dependencies.ts';
import { handlersByOperation } from './handlers.ts';
import type { Spec } from './spec.ts';
import type { Validator } from './validator.ts';

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
  const reader = bodyReader(deps.config.server.bodyLimit);
  const handlers = handlersByOperation(deps.handlers);
  const router = Router();
  for (const [operation, handle] of handlers) {
    const adapt = adapterFor(spec, operation);
    const readBody = takesBody(spec, operation) ? reader : async () => undefined;
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
