import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('findWebsocket', () => gateway);

test('200: where nothing was ever set, off', async () => {
  const token = await newInstance(gateway, 'bare');
  const found = await gateway.clientWith(token).websocket.findWebsocket({ instance: 'bare' });
  assert.deepEqual(found, { enabled: false, events: [] });
});

test('200: what was set, though this server sends nothing over Socket.IO', async () => {
  await newInstance(gateway, 'set');
  const websocket = { enabled: true, events: ['CALL' as const] };
  const stored = await gateway.client.websocket.setWebsocket({ instance: 'set', body: { websocket } });
  assert.deepEqual(await gateway.client.websocket.findWebsocket({ instance: 'set' }), stored);
  assert.partialDeepStrictEqual(stored, websocket);
});

test('400: a name that no instance can have', async () => {
  assertRefused(await call(gateway, 'GET', `/websocket/find/${'x'.repeat(256)}`), 400);
});
