import type { RequestHandler } from 'express';
import { BadRequest } from 'express-openapi-validator/dist/openapi.validator.js';
import { badRequest } from '../errors.ts';
import type { Operation } from '../generated/index.ts';
import type { CallInput } from './input.ts';
import { bodySchema, type Spec } from './spec.ts';
import { describeProblems } from './validation-errors.ts';
import { canonicalRequest, createChain, run } from './validator-chain.ts';

/**
 * Holds an operation's input against the spec and hands it to `handle` with its types coerced and its defaults
 * filled in.
 *
 * @returns what `handle` answered
 * @throws HttpError 400 for the input; whatever `handle` throws
 */
export type Validate = (
  operation: Operation,
  input: CallInput,
  handle: (input: CallInput) => Promise<unknown>,
) => Promise<unknown>;

/**
 * One chain of middleware per operation: a chain tries the routes of its spec one by one, so the last of many
 * would cost more than the first. It is made at the operation's first request, in about 5 ms.
 */
export function createValidator(spec: Spec): Validate {
  const chains = new Map<Operation, RequestHandler[]>();
  return (operation, input, handle) => {
    const chain = chains.get(operation) ?? createChain(spec, operation);
    chains.set(operation, chain);
    return exchange(spec, operation, chain, input, handle);
  };
}

async function exchange(
  spec: Spec,
  operation: Operation,
  chain: RequestHandler[],
  input: CallInput,
  handle: (input: CallInput) => Promise<unknown>,
): Promise<unknown> {
  const body = bodySchema(spec, operation) ? input.body : undefined;
  const request = canonicalRequest(operation, { ...input, body });
  try {
    return await run(chain, request, async () => {
      const { params, query, body } = request;
      return handle({ path: params as CallInput['path'], query, body });
    });
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    throw badRequest(...describeProblems(error.errors, spec, operation));
  }
}
