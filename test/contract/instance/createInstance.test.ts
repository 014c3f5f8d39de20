import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '../../support/call.ts';
import { KEY, startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { linkByPhone, newNumber } from '../../support/linked-instance.ts';
import { firstRequest, OLDER_BODIES } from './create-bodies.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const KEY_UUID = /^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/;

const create = (body: object) => call(gateway, 'POST', '/instance/create').send(body);

test('201: the first request gets the first answer, and the pairing code links the phone', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  const response = await fetch(`${gateway.url}/whatsapp/instance/create`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', apikey: KEY },
    body: firstRequest(number),
  });
  assert.equal(response.status, 201);
  const body = (await response.json()) as Awaited<ReturnType<typeof createdInSeedShape>>;
  assert.match(body.instance.instanceId, UUID);
  assert.match(body.hash.apikey, KEY_UUID);
  assert.partialDeepStrictEqual(body, {
    instance: {
      instanceName: 'teste-docs',
      webhook_wa_business: null,
      access_token_wa_business: '',
      status: 'created',
    },
    settings: {
      reject_call: true,
      msg_call: 'No calls, please',
      groups_ignore: true,
      always_online: true,
      read_messages: true,
      read_status: true,
      sync_full_history: true,
    },
  });
  assert.deepEqual(Object.keys(body.hash), ['apikey']);
  const { pairingCode } = body.qrcode ?? {};
  assert.match(String(pairingCode), /^[0-9A-Z]{8}$/);
  await linkByPhone(gateway, 'teste-docs', number, { pairingCode });
  const webhook = await gateway.clientWith(body.hash.apikey).webhook.findWebhook({ instance: 'teste-docs' });
  assert.partialDeepStrictEqual(webhook, {
    url: 'http://127.0.0.1:9/hook',
    enabled: true,
    events: ['APPLICATION_STARTUP'],
    headers: { autorization: 'Bearer 17', 'Content-Type': 'application/json' },
    byEvents: true,
    base64: true,
  });
});

/** The answer to a request without `integration`; its type is what matters. */
async function createdInSeedShape(instanceName: string) {
  const created = await gateway.client.instance.createInstance({ body: { instanceName } });
  assert.ok(typeof created.hash === 'object' && 'apikey' in created.hash);
  return { ...created, hash: created.hash };
}

test('201: without `qrcode` nothing connects, and the settings are the defaults', async () => {
  const created = await createdInSeedShape('quiet');
  assert.equal(created.qrcode, undefined);
  assert.deepEqual(created.settings, {
    ...{ rejectCall: false, msgCall: '', groupsIgnore: false, alwaysOnline: false, readMessages: false },
    ...{ readStatus: false, syncFullHistory: false, wavoipToken: '', reject_call: false, msg_call: '' },
    ...{ groups_ignore: false, always_online: false, read_messages: false, read_status: false },
    sync_full_history: false,
  });
  assert.deepEqual(created.webhook, {});
  const { instance } = await gateway.client.instance.connectionState({ instance: 'quiet' });
  assert.equal(instance.state, 'close');
});

test('201: with `integration` the answer is that of version 2, and a phone scans the QR code', async () => {
  const number = newNumber();
  const created = await gateway.client.instance.createInstance({
    body: { instanceName: ' v2 ', integration: 'WHATSAPP-BAILEYS', qrcode: true, token: 'its-own-key' },
  });
  assert.partialDeepStrictEqual(created, {
    instance: { instanceName: 'v2', integration: 'WHATSAPP-BAILEYS', status: 'connecting' },
    hash: 'its-own-key',
    webhook: {},
    websocket: { enabled: false },
    rabbitmq: { enabled: false },
    nats: { enabled: false },
    sqs: { enabled: false },
    settings: { rejectCall: false, wavoipToken: '' },
    qrcode: { pairingCode: null, count: 1 },
  });
  const { code, base64 } = created.qrcode ?? { code: '', base64: '' };
  assert.equal(
    Buffer.from(base64.replace('data:image/png;base64,', ''), 'base64').toString('latin1', 1, 4),
    'PNG',
  );
  await linkByPhone(gateway, 'v2', number, { qr: code });
  const own = gateway.clientWith('its-own-key').instance;
  assert.equal((await own.connectionState({ instance: 'v2' })).instance.state, 'open');
  const shown = gateway.events.find(
    ({ type, instance_name }) => type === 'qrcode.updated' && instance_name === 'v2',
  );
  assert.deepEqual(shown?.data, { qrcode: { instance: 'v2', pairingCode: null, code, base64 } });
});

for (const [name, { body, webhook, websocket, settings }] of Object.entries(OLDER_BODIES)) {
  test(`201: a body of ${name}`, async () => {
    await create({ instanceName: name, ...body }).expect(201);
    const { client } = gateway;
    if (webhook) assert.partialDeepStrictEqual(await client.webhook.findWebhook({ instance: name }), webhook);
    if (websocket)
      assert.partialDeepStrictEqual(await client.websocket.findWebsocket({ instance: name }), websocket);
    if (settings)
      assert.partialDeepStrictEqual(await client.settings.findSettings({ instance: name }), settings);
  });
}
