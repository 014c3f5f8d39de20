import assert from 'node:assert/strict';
import supertest, { type Response, type Test } from 'supertest';
import { type ErrorStatus, REASONS } from '../../server/errors.ts';
import type { Operation } from '../../server/generated/index.ts';
import { KEY, type TestGateway } from './gateway.ts';

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** A request that is written by hand. @param key the global one if left out; null for none */
export function call(
  gateway: TestGateway,
  method: Operation['method'],
  path: string,
  key: string | null = KEY,
): Test {
  const request = supertest(gateway.url)[VERBS[method]](path);
  return key === null ? request : request.set('apikey', key);
}

/** Asserts the one shape of an error (ErrorEnvelope in the spec), and its message if one is given. */
export function assertRefused(response: Response, status: ErrorStatus, message?: unknown): void {
  const given: unknown = response.body?.response?.message;
  assert.equal(response.status, status, JSON.stringify(response.body));
  assert.deepEqual(response.body, {
    status,
    error: REASONS[status],
    response: { message: message ?? given },
  });
  assert.ok(status === 401 ? given === 'Unauthorized' : isProblemList(given), JSON.stringify(given));
  assert.match(response.headers['x-request-id'] ?? '', /./);
}

function isProblemList(message: unknown): boolean {
  if (!Array.isArray(message) || message.length === 0) return false;
  return message.every((item) => (typeof item === 'string' ? item.trim() !== '' : item?.exists === false));
}
