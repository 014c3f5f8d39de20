import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import { io } from 'socket.io-client';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({ WEBSOCKET_ENABLED: 'true' });
});
after(() => gateway.stop());

testRefusals('setWebsocket', () => gateway);

/** Each test has an instance of its own. */
let name = '';
let token = '';
let made = 0;

beforeEach(async () => {
  name = `shop-${++made}`;
  token = await newInstance(gateway, name);
});

const set = (body: object) => call(gateway, 'POST', `/websocket/set/${name}`).send(body);
const find = () => gateway.client.websocket.findWebsocket({ instance: name });

test('201: what was stored', async () => {
  const own = gateway.clientWith(token).websocket;
  const body = { websocket: { enabled: true, events: ['MESSAGES_UPSERT' as const] } };
  const stored = await own.setWebsocket({ instance: name, body });
  const [row] = await gateway.client.instance.fetchInstances({ instanceName: name });
  assert.partialDeepStrictEqual(stored, { ...body.websocket, instanceId: row?.id });
  assert.deepEqual(await find(), stored);
  assert.deepEqual(row?.Websocket, stored);
});

/** Bodies as clients write them, and what is stored. */
const BODIES: Record<string, [object, object]> = {
  flat: [
    { enabled: true, events: ['CALL'] },
    { enabled: true, events: ['CALL'] },
  ],
  'without events, which means all': [{ websocket: { enabled: true } }, { enabled: true, events: [] }],
  'names with dots': [
    { websocket: { enabled: 'True', events: ['messages.upsert', 'groups.update'] } },
    { enabled: true, events: ['MESSAGES_UPSERT', 'GROUP_UPDATE'] },
  ],
  'off, which empties the list': [
    { enabled: false, events: ['CALL'] },
    { enabled: false, events: [] },
  ],
};

for (const [form, [body, stored]] of Object.entries(BODIES)) {
  test(`201: ${form}`, async () => {
    assert.partialDeepStrictEqual((await set(body).expect(201)).body, stored);
    assert.partialDeepStrictEqual(await find(), stored);
  });
}

test('from then on the events that were chosen arrive at who listens', async () => {
  await set({ enabled: true, events: ['QRCODE_UPDATED'] }).expect(201);
  const socket = io(`${gateway.url}/${name}`, { query: { apikey: token }, transports: ['websocket'] });
  await once(socket as never, 'connect');
  const arrival = new Promise<object>((resolve) => socket.onAny((_event, body) => resolve(body)));
  await gateway.client.instance.connectInstance({ instance: name });
  assert.partialDeepStrictEqual(await arrival, { event: 'qrcode.updated', instance: name });
  socket.close();
});

/** What is refused, and the whole message. */
const REFUSED: [object, RegExp][] = [
  [{}, /^instance requires property "websocket"$/],
  [{ websocket: {} }, /^instance\.websocket requires property "enabled"$/],
  [{ events: ['CALL'] }, /^instance\.websocket requires property "enabled"$/],
  [{ websocket: { enabled: 'perhaps' } }, /^instance\.websocket\.enabled must be a boolean$/],
  [{ websocket: { enabled: true, events: ['NOPE'] } }, /^instance\.websocket\.events\[0\] must be one of/],
  [{ websocket: { enabled: true, events: 'CALL' } }, /^instance\.websocket\.events must be an array$/],
];

for (const [body, named] of REFUSED) {
  test(`400: ${JSON.stringify(body)}, and nothing is stored`, async () => {
    const response = await set(body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
    assert.equal((await find()).id, undefined);
  });
}
