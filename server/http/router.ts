import './locals.ts';
import { type RequestHandler, Router } from 'express';
import type { Operation } from '../generated/index.ts';
import type { AnswerCheck } from './answer-check.ts';
import { authorize } from './auth.ts';
import { type BodyReader, bodyReader, optionalBodyReader, unreadBody } from './body.ts';
import { adapterFor, hasQueryInBody, routesOf } from './compat.ts';
import type { AppDependencies } from './dependencies.ts';
import { handlersByOperation } from './handlers.ts';
import { bodySchema, type Spec, takesFile } from './spec.ts';
import type { Validate } from './validator.ts';

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/**
 * The API. Its routes match in any case and with a slash at the end; the name of an instance is decoded once.
 *
 * @throws if there is an operation without a handler, or a handler without an operation
 */
export function createRouter<Context extends object>(
  deps: AppDependencies<Context>,
  spec: Spec,
  validate: Validate,
  check: AnswerCheck | undefined,
): Router {
  const handlers = handlersByOperation(deps.handlers);
  const router = Router();
  for (const [operation, handle] of handlers) {
    const adapt = adapterFor(spec, operation);
    const readBody = readerFor(spec, operation, deps.config.server.bodyLimit);
    const answer: RequestHandler<Record<string, string>> = async (req, res) => {
      res.locals.operation = operation;
      const principal = await authorize(operation, req.get('apikey'), req.params.instance, deps.principalOf);
      const body = await readBody(req, res, ({ fields, file }) => {
        const given = { path: { ...req.params }, query: req.query, body: fields };
        return validate(operation, adapt(given), (input) =>
          handle(input, { ...deps.context, principal, file }),
        );
      });
      check?.(operation, operation.status, body);
      res.status(operation.status).json(body);
    };
    for (const { method, path } of routesOf(operation)) {
      router[VERBS[method]](path.replace(/\{(\w+)\}/g, ':$1'), answer);
    }
  }
  return router;
}

function readerFor(spec: Spec, operation: Operation, limit: number): BodyReader {
  if (bodySchema(spec, operation)) return bodyReader(limit, takesFile(spec, operation));
  return hasQueryInBody(operation) ? optionalBodyReader(limit) : unreadBody;
}
