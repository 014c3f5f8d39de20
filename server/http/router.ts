import './locals.ts';
import { type Request, type RequestHandler, Router } from 'express';
import { systemClock } from '../clock.ts';
import type { EventStream, Operation } from '../generated/index.ts';
import type { AnswerCheck } from './answer-check.ts';
import { authorize } from './auth.ts';
import { type BodyReader, bodyReader, optionalBodyReader, unreadBody } from './body.ts';
import { adapterFor, hasQueryInBody, routesOf } from './compat.ts';
import type { AppDependencies } from './dependencies.ts';
import { sendStream } from './event-stream.ts';
import { handlersByOperation } from './handlers.ts';
import { runnerFor } from './idempotency.ts';
import { answersStream, bodySchema, parameters, type Spec, takesFile } from './spec.ts';
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
  const { clock = systemClock, stopping = new AbortController().signal } = deps;
  for (const [operation, handle] of handlers) {
    const adapt = adapterFor(spec, operation);
    const headers = parameters(spec, operation, 'header').map(({ name }) => name);
    const once = runnerFor(deps, spec, operation);
    const isStream = answersStream(spec, operation);
    const readBody = readerFor(spec, operation, deps.config.server.bodyLimit);
    const answer: RequestHandler<Record<string, string>> = async (req, res) => {
      res.locals.operation = operation;
      const principal = await authorize(operation, req.get('apikey'), req.params.instance, deps.principalOf);
      const body = await readBody(req, res, ({ fields, file }) => {
        const header = headersOf(req, headers);
        const given = { path: { ...req.params }, query: req.query, header, body: fields };
        return validate(operation, adapt(given), (input) =>
          once({ ...input, header }, file, (context) => handle(input, { ...context, principal, file })),
        );
      });
      if (isStream)
        return sendStream(res, operation, body as EventStream<unknown>, { clock, stopping, check });
      check?.(operation, operation.status, body);
      res.status(operation.status).json(body);
    };
    for (const { method, path } of routesOf(operation)) {
      router[VERBS[method]](path.replace(/\{(\w+)\}/g, ':$1'), answer);
    }
  }
  return router;
}

/** A blank header is none. */
function headersOf(req: Request<Record<string, string>>, names: string[]): Record<string, string> {
  const given = names.map((name) => [name, req.get(name)] as const);
  return Object.fromEntries(given.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

function readerFor(spec: Spec, operation: Operation, limit: number): BodyReader {
  if (bodySchema(spec, operation)) return bodyReader(limit, takesFile(spec, operation));
  return hasQueryInBody(operation) ? optionalBodyReader(limit) : unreadBody;
}
