import { createRequestAjv } from 'express-openapi-validator/dist/framework/ajv/index.js';
import { ParametersSchemaParser } from 'express-openapi-validator/dist/middlewares/parsers/schema.parse.js';
import { SchemaPreprocessor } from 'express-openapi-validator/dist/middlewares/parsers/schema.preprocessor.js';
import {
  ajvErrorsToValidatorError,
  augmentAjvErrors,
} from 'express-openapi-validator/dist/middlewares/util.js';
import { OpenApiValidator } from 'express-openapi-validator/dist/openapi.validator.js';
import { badRequest } from '../errors.ts';
import type { Operation } from '../generated/index.ts';
import type { CallInput } from './input.ts';
import { bodySchema, operationIn, partOf, type Spec } from './spec.ts';
import { describeProblems, type Problem } from './validation-errors.ts';

/**
 * Holds an operation's input against the spec.
 *
 * @returns the input with its types coerced and its defaults filled in, without its headers
 * @throws HttpError 400
 */
export type Validate = (input: CallInput) => CallInput;

const OPTIONS = { coerceTypes: true, allErrors: true, allowUnknownQueryParameters: true };

/** One for each operation, so that the last of many costs no more than the first. */
export function createValidator(spec: Spec, operation: Operation): Validate {
  const takesBody = bodySchema(spec, operation) !== undefined;
  let problemsOf: ReturnType<typeof compile> | undefined;
  return ({ path, query, header = {}, body }) => {
    problemsOf ??= compile(spec, operation); // at the first request: most servers need few operations
    const headers = Object.fromEntries(
      Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const input = { params: { ...path }, query: { ...query }, headers, body: takesBody ? body : undefined };
    const problems = problemsOf(input);
    if (problems) throw badRequest(...describeProblems(problems, spec, operation));
    return { path: input.params, query: input.query, body: input.body };
  };
}

/**
 * The library's validator without its middleware. For each request that would find the operation and its schemas
 * anew, and parse parameters in styles that the spec does not have.
 *
 * @returns a function that changes what it is given: types are coerced, defaults are filled in
 */
function compile(spec: Spec, operation: Operation): (input: object) => Problem[] | undefined {
  const part = partOf(spec, operation, false);
  const apiDoc = part as never; // the library has types of its own for the same document
  const { ajvOpts } = new OpenApiValidator({ apiSpec: apiDoc, validateRequests: OPTIONS });
  new SchemaPreprocessor(apiDoc, ajvOpts.preprocessor, false as never).preProcess();
  const ajv = createRequestAjv(apiDoc, ajvOpts.request);
  const { parameters, requestBody } = operationIn(part, operation);
  const inputs = new ParametersSchemaParser(ajv, apiDoc).parse(operation.path, parameters as never);
  const body = requestBody?.content['application/json']?.schema ?? {};
  const validate = ajv.compile({ components: part.components, properties: { ...inputs, body } });
  return (input) =>
    validate(input)
      ? undefined
      : ajvErrorsToValidatorError(400, augmentAjvErrors(validate.errors ?? [])).errors;
}
