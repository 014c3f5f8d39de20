import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import type { OperationId } from '../../server/generated/index.ts';
import type { CallInput } from '../../server/http/input.ts';
import { GLOBAL_KEY, type TestApp } from './test-app.ts';

type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** What a client sends. A text is a body as it is, anything else becomes JSON. */
export type Sent = [verb: Verb, path: string, body?: object | string];

/** All that must arrive at the handler; its path if it is given. */
interface Arrived extends Partial<CallInput> {
  file?: { name: string; mimetype: string };
}

/** A habit of a client, what it sends, and what becomes of it. */
export type Arrival = [habit: string, sent: Sent, operationId: OperationId, arrived?: Arrived];

/** @param headers those that the client sends always; its key is in `apikey` if they name no other */
export function testArrivals(
  { app, calls }: TestApp,
  client: string,
  arrivals: Arrival[],
  headers: Record<string, string> = { apikey: GLOBAL_KEY },
): void {
  for (const [habit, sent, operationId, arrived = {}] of arrivals) {
    test(`${client}: ${habit}: ${sent[0]} ${sent[1]}`, async () => {
      calls.length = 0;
      const [verb, path, body] = sent;
      const response = await request(app)[VERBS[verb]](path).set(headers).send(body);
      assert.ok(response.status < 300, `${response.status} ${response.text}`);
      const { input, context } = calls[0] ?? {};
      const { name, mimetype } = context?.file ?? {};
      const given = { ...input, path: arrived.path && input?.path, file: name && { name, mimetype } };
      assert.equal(calls[0]?.operationId, operationId);
      assert.deepEqual(plain(given), plain({ query: {}, ...arrived }));
    });
  }
}

/** Without fields that are undefined, or prototypes that are null. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
