import './locals.ts';
import type { Request, RequestHandler, Response } from 'express';
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
import { sendJson } from './json-answer.ts';
import { createRoutes, type Route } from './routes.ts';
import { answersStream, bodySchema, parameters, type Spec, takesFile } from './spec.ts';
import { createValidator } from './validator.ts';

type Answer = (req: Request, res: Response, path: Record<string, string>) => Promise<void>;

/**
 * The API, as one handler: what it has no route for, it leaves to those after it.
 *
 * @throws if there is an operation without a handler, or a handler without an operation
 */
export function createRouter<Context extends object>(
  deps: AppDependencies<Context>,
  spec: Spec,
  check: AnswerCheck | undefined,
): RequestHandler {
  const handlers = handlersByOperation(deps.handlers);
  const routes: [Route, Answer][] = [];
  const { clock = systemClock, stopping = new AbortController().signal } = deps;
  for (const [operation, handle] of handlers) {
    const adapt = adapterFor(spec, operation);
    const validate = createValidator(spec, operation);
    const headers = parameters(spec, operation, 'header').map(({ name }) => name);
    const once = runnerFor(deps, spec, operation);
    const isStream = answersStream(spec, operation);
    const readBody = readerFor(spec, operation, deps.config.server.bodyLimit);
    const answer: Answer = async (req, res, path) => {
      res.locals.operation = operation;
      const principal = await authorize(operation, req.get('apikey'), path.instance, deps.principalOf);
      const body = await readBody(req, res, async ({ fields, file }) => {
        const header = headersOf(req, headers);
        const given = { path, query: req.query, header, body: fields };
        const input = validate(adapt(given));
        return once({ ...input, header }, file, (context) => handle(input, { ...context, principal, file }));
      });
      if (isStream)
        return sendStream(res, operation, body as EventStream<unknown>, { clock, stopping, check });
      check?.(operation, operation.status, body);
      sendJson(req, res, operation.status, body);
    };
    for (const route of routesOf(operation)) routes.push([route, answer]);
  }
  const find = createRoutes(routes);
  return (req, res, next) => {
    const found = find(req.method, req.path);
    return found ? found.target(req, res, found.params) : next();
  };
}

/** A blank header is none. */
function headersOf(req: Request, names: string[]): Record<string, string> {
  const given = names.map((name) => [name, req.get(name)] as const);
  return Object.fromEntries(given.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

function readerFor(spec: Spec, operation: Operation, limit: number): BodyReader {
  if (bodySchema(spec, operation)) return bodyReader(limit, takesFile(spec, operation));
  return hasQueryInBody(operation) ? optionalBodyReader(limit) : unreadBody;
}
