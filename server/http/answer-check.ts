import { ResponseValidator } from 'express-openapi-validator/dist/middlewares/openapi.response.validator.js';
import { OpenApiValidator } from 'express-openapi-validator/dist/openapi.validator.js';
import type { Operation } from '../generated/index.ts';
import { EVENT_STREAM, operationIn, partOf, type Spec, type SpecOperation } from './spec.ts';

/**
 * Holds an answer, of success or not, against the spec: its status, and its body, or one item of a stream.
 *
 * @throws an Error that says what the spec does not allow
 */
export type AnswerCheck = (operation: Operation, status: number, body: unknown) => void;

const JSON_TYPE = 'application/json';

/**
 * The library's middleware would do the same for answers of success alone: it passes over those of 500 and
 * more, and does not hear of those that an error handler writes.
 */
export function createAnswerCheck(spec: Spec): AnswerCheck {
  const checks = new Map<Operation, ReturnType<typeof compile>>();
  return (operation, status, body) => {
    const check = checks.get(operation) ?? compile(spec, operation);
    checks.set(operation, check);
    try {
      check(status, body);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : cause;
      throw new Error(`${operation.operationId} answered what the spec does not allow: ${why}`, { cause });
    }
  };
}

function compile(spec: Spec, operation: Operation): (statusCode: number, body: unknown) => void {
  const part = partOf(spec, operation, true);
  checkEachItem(operationIn(part, operation));
  const apiDoc = part as never; // the library has types of its own for the same document
  const { ajvOpts } = new OpenApiValidator({
    apiSpec: apiDoc,
    validateResponses: { allErrors: true } as never,
  });
  const validator = new ResponseValidator(apiDoc, ajvOpts.response);
  const { method, path } = operation;
  const request = { method, headers: {}, openapi: { expressRoute: path } } as never;
  const validators = validator._getOrBuildValidator(request, operationIn(part, operation).responses as never);
  return (statusCode, body) =>
    validator._validate({ validators, body: body as object, statusCode, path, accepts: [JSON_TYPE] });
}

/** The library checks JSON alone, which is what each item of a stream is. */
function checkEachItem({ responses }: SpecOperation): void {
  for (const response of Object.values(responses)) {
    const content = 'content' in response ? response.content : undefined;
    if (content?.[EVENT_STREAM]) Object.assign(content, { [JSON_TYPE]: content[EVENT_STREAM] });
  }
}
