import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type MessageRecord, ZapgateClient } from '../../clients/typescript/src/index.ts';
import { type Control, createControl, eventually } from '../simulator/control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../simulator/simulator-process.ts';
import { KEY, whatsAppEnv } from '../support/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

const SHOP = '15550001111';
const ANA = '15550002222';
const instance = 'shop';

const folder = mkdtempSync(join(tmpdir(), 'zapgate-e2e-'));
let simulator: SimulatorProcess;
let whatsapp: Control;
let receiver: WebhookReceiver;
let gateway: GatewayProcess;
let client: ZapgateClient;

before(async () => {
  simulator = await startSimulatorProcess();
  whatsapp = createControl(simulator.url);
  receiver = await startWebhookReceiver();
  await whatsapp.phone(SHOP, 'Shop');
  await whatsapp.phone(ANA, 'Ana');
  await start();
});
after(async () => {
  await gateway.stop();
  await receiver.stop();
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const env = { ...(await whatsAppEnv(whatsapp, folder)), DATA_DIR: folder, OUTBOUND_ALLOW: 'private' };
  gateway = await startGatewayProcess({ ...env, LOG_LEVEL: 'debug', LOG_BAILEYS: 'warn' });
  client = new ZapgateClient({ baseUrl: gateway.url, apiKey: KEY });
}

const isOpen = () =>
  eventually('the session is open', async () => {
    const { instance: found } = await client.instance.connectionState({ instance });
    return found.state === 'open';
  });

const upserts = () =>
  receiver.received
    .filter(({ body }) => body.event === 'messages.upsert')
    .map(({ body, headers }) => ({ record: body.data as MessageRecord, headers }));

const textsStored = async (): Promise<string[]> => {
  const { messages } = await client.chat.findMessages({
    instance,
    body: { where: { key: { fromMe: false } }, offset: 1000 },
  });
  return messages.records.map(({ message }) => String(message.conversation)).reverse();
};

test('a phone links by the QR code of a new instance', async () => {
  const created = await client.instance.createInstance({
    body: { instanceName: instance, number: SHOP, qrcode: true, webhook: { url: receiver.url } },
  });
  assert.ok(created.qrcode);
  const linked = await whatsapp.request('POST', `/phones/${SHOP}/link`, { qr: created.qrcode.code });
  assert.equal(linked.status, 200);
  await isOpen();
});

test('a text sent over HTTP is read by the other phone, and its answer reaches webhook and store', async () => {
  const sent = await client.message.sendText({ instance, body: { number: ANA, text: 'Is this thing on?' } });
  const [received] = await eventually('the text', async () => {
    const inbox = await whatsapp.inbox(ANA);
    return inbox.length > 0 && inbox;
  });
  assert.deepEqual([received?.id, received?.text], [sent.key.id, 'Is this thing on?']);

  const id = await whatsapp.send(ANA, SHOP, 'It is');
  await receiver.until(() => upserts().some(({ record }) => record.key.id === id));
  const [{ record } = { record: undefined }] = upserts();
  assert.equal(record?.message.conversation, 'It is');
  assert.equal(record?.key.remoteJid, `${ANA}@s.whatsapp.net`);
  assert.equal(record?.pushName, 'Ana');
  assert.deepEqual(await textsStored(), ['It is']);
});

test('killed while messages arrive, it comes back without a new link: nothing missing, nothing twice', async () => {
  const texts = Array.from({ length: 60 }, (_, n) => `message ${n}`);
  const sending = sendAll(texts);
  await receiver.until(() => upserts().length >= 10);
  await gateway.kill();
  await sending;
  await start();
  await isOpen();
  await receiver.until(() =>
    texts.every((text) => upserts().some(({ record }) => record.message.conversation === text)),
  );

  assert.deepEqual(await textsStored(), ['It is', ...texts]);
  const eventIds = new Set(upserts().map(({ headers }) => headers['x-delivery-id']));
  assert.equal(eventIds.size, texts.length + 1, 'a repeated delivery has the id of the first');
});

test('nothing of a key is in what it printed', () => {
  assert.doesNotMatch(gateway.output(), /privKey|SessionEntry|rootKey|test-global-key/);
});

async function sendAll(texts: string[]): Promise<void> {
  for (const text of texts) await whatsapp.send(ANA, SHOP, text);
}
