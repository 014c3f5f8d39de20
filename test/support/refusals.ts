import { test } from 'node:test';
import { type Operation, type OperationId, operations } from '../../server/generated/index.ts';
import { assertRefused, call } from './call.ts';
import { exampleBody, exampleQuery } from './examples.ts';
import type { TestGateway } from './gateway.ts';
import { newInstance } from './linked-instance.ts';

/** Tests what an operation answers to who may not call it, and for an instance that does not exist. */
export function testRefusals(operationId: OperationId, gateway: () => TestGateway): void {
  const operation = operationOf(operationId);
  const request = (name: string, key?: string | null) => send(gateway(), operation, name, key);
  const ofInstance = operation.path.includes('{instance}');

  test('401: no key, and a key that nobody has', async () => {
    for (const key of [null, '', 'wrong']) assertRefused(await request('nobody', key), 401);
  });

  if (ofInstance || operation.access === 'global') {
    test(`401: the key of ${ofInstance ? 'another' : 'an'} instance`, async () => {
      const own = `of ${operationId}`;
      await newInstance(gateway(), own);
      const stranger = await newInstance(gateway(), `stranger to ${operationId}`);
      assertRefused(await request(own, stranger), 401);
      assertRefused(await request('nobody', stranger), 401);
    });
  }

  if (ofInstance) {
    test('404: there is no such instance', async () => {
      assertRefused(await request('nobody'), 404, ['The "nobody" instance does not exist']);
    });
  }
}

export function operationOf(operationId: OperationId): Operation {
  const found = operations.find((operation) => operation.operationId === operationId);
  if (!found) throw new Error(`there is no operation ${operationId}`);
  return found;
}

/** A good request, but for its instance and its key. */
function send(gateway: TestGateway, operation: Operation, name: string, key?: string | null) {
  const path = operation.path.replace('{instance}', encodeURIComponent(name));
  const url = path + exampleQuery(operation);
  return call(gateway, operation.method, url, key).send(exampleBody(operation));
}
