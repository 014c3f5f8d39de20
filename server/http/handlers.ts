import { type Operation, operations } from '../generated/index.ts';
import type { CallInput } from './input.ts';

/** A handler, whichever operation it is of: the validator vouches for the type of its input. */
export type AnyHandler = (input: CallInput, context: object) => Promise<unknown>;

/**
 * The handler of each operation, by the operation's id.
 *
 * @throws if there is an operation without a handler, or a handler without an operation
 */
export function handlersByOperation(handlers: object): Map<Operation, AnyHandler> {
  const given = new Map<string, AnyHandler>(Object.entries(handlers));
  const found = new Map<Operation, AnyHandler>();
  for (const operation of operations) {
    const handler = given.get(operation.operationId);
    if (typeof handler !== 'function') throw new Error(`${operation.operationId} has no handler`);
    found.set(operation, handler);
    given.delete(operation.operationId);
  }
  if (given.size > 0) throw new Error(`These handlers have no operation: ${[...given.keys()].join(', ')}`);
  return found;
}
