import type { Response } from 'express';
import { RequestValidator } from 'express-openapi-validator/dist/middlewares/openapi.request.validator.js';
import { SchemaPreprocessor } from 'express-openapi-validator/dist/middlewares/parsers/schema.preprocessor.js';
import { BadRequest, OpenApiValidator } from 'express-openapi-validator/dist/openapi.validator.js';
import { badRequest } from '../errors.ts';
import type { Operation } from '../generated/index.ts';
import type { CallInput } from './input.ts';
import { bodySchema, operationIn, partOf, type Spec } from './spec.ts';
import { describeProblems } from './validation-errors.ts';

/**
 * Holds an operation's input against the spec.
 *
 * @returns the input with its types coerced and its defaults filled in
 * @throws HttpError 400
 */
export type Validate = (input: CallInput) => CallInput;

/** Each operation has a validator of its own: the last of many costs no more than the first. */
export function createValidator(spec: Spec, operation: Operation): Validate {
  const takesBody = bodySchema(spec, operation) !== undefined;
  let check: Validate | undefined;
  return ({ path, query, header, body }) => {
    // Compiled at the first request, in about 5 ms: most operations are not used by most.
    check ??= compile(spec, operation);
    try {
      return check({ path, query, ...(header && { header }), body: takesBody ? body : undefined });
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      throw badRequest(...describeProblems(error.errors, spec, operation));
    }
  };
}

/**
 * The library's validator without the middleware before it, which would find anew what is known here: for each
 * request it makes the regular expression of the route again, and waits five times for the spec to be loaded.
 */
function compile(spec: Spec, operation: Operation): Validate {
  const apiDoc = partOf(spec, operation, false) as never; // the library has types of its own for the same document
  const { ajvOpts } = new OpenApiValidator({
    apiSpec: apiDoc,
    validateRequests: { coerceTypes: true, allErrors: true, allowUnknownQueryParameters: true },
  });
  new SchemaPreprocessor(apiDoc, ajvOpts.preprocessor, false as never).preProcess();
  const validator = new RequestValidator(apiDoc, ajvOpts.request);
  const schema = operationIn(apiDoc, operation);
  return (input) => {
    const request = canonicalRequest(operation, schema, input);
    validator.validate(request as never, NO_RESPONSE, () => {}); // it throws, and waits for nothing
    const { params, query, body } = request;
    return { path: params, query, body };
  };
}

/** The validator answers nothing itself. */
const NO_RESPONSE = {} as Response;

/**
 * The request as the spec writes it: whatever prefix, case, alias or content type it came with does not
 * matter here. The query is not part of its URL, where the validator would refuse characters that are
 * harmless.
 */
function canonicalRequest({ method, path }: Operation, schema: object, input: CallInput) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(input.header ?? {})) headers[name.toLowerCase()] = value;
  const params = { ...input.path };
  const openapi = { expressRoute: path, openApiRoute: path, pathParams: params, schema };
  return {
    method,
    originalUrl: '/',
    path,
    headers,
    openapi,
    params,
    query: { ...input.query },
    body: input.body,
  };
}
