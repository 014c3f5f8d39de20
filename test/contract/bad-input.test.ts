import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { type Operation, operations } from '../../server/generated/index.ts';
import { operationIn, readSpec } from '../../server/http/spec.ts';
import { assertRefused, call } from '../support/call.ts';
import { exampleBody, exampleQuery } from '../support/examples.ts';
import { KEY, startTestGateway, type TestGateway } from '../support/gateway.ts';
import { newInstance } from '../support/linked-instance.ts';
import { BAD_BODIES } from './bad-bodies.ts';
import { type Attempt, CASES, type Change, STRANGERS_KEY } from './bad-cases.ts';
import { BAD_QUERIES } from './bad-queries.ts';

const spec = readSpec();

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({ BODY_LIMIT: '6mb' });
  await newInstance(gateway, 'shop');
  await gateway.client.instance.createInstance({ body: { instanceName: 'stranger', token: STRANGERS_KEY } });
});
after(() => gateway.stop());

/** Whatever came in, the server goes on. */
afterEach(async () => {
  await call(gateway, 'GET', '/instance/connectionState/shop').expect(200);
});

/** A good request, but for the change. */
function send(operation: Operation, change: Change) {
  const { instance = 'shop', key = KEY, type = 'application/json', query = exampleQuery(operation) } = change;
  const { body = JSON.stringify(exampleBody(operation)) } = change;
  const path = operation.path.replace('{instance}', encodeURIComponent(instance)) + query;
  const request = call(gateway, operation.method, path, key).set('content-type', type);
  // Asked to close, a server may do so while the body is still on its way.
  return request.set('connection', 'keep-alive').send(body);
}

/** An error in the envelope that names what is wrong, in few words, and with a status that the spec tells. */
async function assertNamed(operation: Operation, { status, named, ...change }: Attempt): Promise<void> {
  const response = await send(operation, change);
  assertRefused(response, status);
  assert.match(JSON.stringify(response.body.response.message), named);
  assert.ok(response.text.length < 4_000, `${response.text.length} characters`);
  assert.ok(operationIn(spec, operation).responses[status], `the spec does not tell of ${status}`);
}

for (const operation of operations) {
  describe(operation.operationId, () => {
    for (const [name, attemptOn] of Object.entries(CASES)) {
      const attempt = attemptOn(operation);
      if (!('because' in attempt)) test(name, () => assertNamed(operation, attempt));
    }
    for (const [query, named] of BAD_QUERIES[operation.operationId] ?? [])
      test(`the query "${query.slice(0, 40)}"`, () => assertNamed(operation, { query, status: 400, named }));
  });
}

for (const operation of operations.filter(({ operationId }) => 'because' in BAD_BODIES[operationId])) {
  test(`${operation.operationId} does not mind a body, as it takes none`, async () => {
    const plain = await send(operation, { instance: 'nobody' });
    for (const change of [
      { body: '{"number": ' },
      { body: 'x'.repeat(7e6) },
      { body: 'hi', type: 'text/plain' },
    ]) {
      const response = await send(operation, { instance: 'nobody', ...change });
      assert.deepEqual(response.body, plain.body);
    }
  });
}

test('getInformation does not mind a key', async () => {
  for (const key of [null, '', 'wrong', STRANGERS_KEY]) await call(gateway, 'GET', '/', key).expect(200);
});

test('a path that is not percent-encoded correctly, for every operation that has a name in it', async () => {
  for (const { path, method } of operations.filter(({ path }) => path.includes('{instance}'))) {
    for (const name of ['%zz', '%ED%A0%80', '%'])
      assertRefused(await call(gateway, method, path.replace('{instance}', name)), 400, [
        'The path is not correctly percent-encoded',
      ]);
  }
});
