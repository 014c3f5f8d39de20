import type { Operation, OperationId } from '../generated/index.ts';
import { cleanBody } from './compat/clean.ts';
import { createInstance } from './compat/create-instance.ts';
import { type BodyChange, pick } from './compat/fields.ts';
import { findMessages } from './compat/find-messages.ts';
import { fitTypes } from './compat/fit-types.ts';
import { sendText } from './compat/send-text.ts';
import { setSettings } from './compat/settings.ts';
import { setWebhook } from './compat/webhook.ts';
import { setWebsocket } from './compat/websocket.ts';
import type { CallInput, JsonObject } from './input.ts';
import { bodySchema, parameters, type Spec } from './spec.ts';

type Route = Pick<Operation, 'method' | 'path'>;

/** Verbs that clients use beside the spec's own (wire-contract, appendix A). */
const OTHER_VERBS: Partial<Record<OperationId, Operation['method']>> = {
  restartInstance: 'PUT',
  connectInstance: 'POST',
};

/** How bodies of older and other clients become what the spec says. */
const BODY_CHANGES: Partial<Record<OperationId, BodyChange>> = {
  createInstance,
  setSettings,
  sendText,
  findMessages,
  setWebhook,
  setWebsocket,
};

/** Parameters that clients put into the body. */
const QUERY_IN_BODY: Partial<Record<OperationId, string[]>> = {
  connectInstance: ['number'],
};

/** Every route by which an operation is reached; paths are those of the spec. */
export function routesOf({ operationId, method, path }: Operation): Route[] {
  const other = OTHER_VERBS[operationId];
  return other
    ? [
        { method, path },
        { method: other, path },
      ]
    : [{ method, path }];
}

/** Whether a body is of any use. If not, it is not even read: clients send odd ones (wire-contract 1.1). */
export function takesBody(spec: Spec, operation: Operation): boolean {
  return bodySchema(spec, operation) !== undefined || QUERY_IN_BODY[operation.operationId] !== undefined;
}

/**
 * Makes lenient input strict, before it is validated: what clients write in other ways is put the spec's way,
 * null and blank parameters are absent, and only parameters of the spec are left. What is wrong stays wrong
 * for the validator.
 *
 * @returns a function that throws HttpError 400 for a body that is not an object, or is out of all proportion
 */
export function adapterFor(spec: Spec, operation: Operation): (given: CallInput) => CallInput {
  const { operationId } = operation;
  const schema = bodySchema(spec, operation) ?? {};
  const names = parameters(spec, operation, 'query').map(({ name }) => name);
  const change = BODY_CHANGES[operationId] ?? ((body: JsonObject) => body);
  return (given) => {
    const clean = cleanBody(given.body);
    const asked = { ...pick(clean, QUERY_IN_BODY[operationId] ?? []), ...pick({ ...given.query }, names) };
    const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
    return { path: given.path, query, body: fitTypes(change(clean), schema, spec) };
  };
}
