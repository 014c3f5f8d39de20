import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type MessageRecord, ZapgateClient } from '../../clients/typescript/src/index.ts';
import { type Control, createControl, eventually } from '../simulator/control-client.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../simulator/simulator-process.ts';
import { KEY, whatsAppEnv } from '../support/gateway.ts';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';
import { clientTraffic, phoneTraffic } from './traffic.ts';

/** `npm run test:faults` kills a hundred times. */
const KILLS = Number(process.env.KILLS ?? 6);
const SHOP = '15550001111';
const ANA = '15550002222';
const instance = 'shop';

const folder = mkdtempSync(join(tmpdir(), 'zapgate-faults-'));
let simulator: SimulatorProcess;
let whatsapp: Control;
let receiver: WebhookReceiver;
let gateway: GatewayProcess;
let group: string;

before(async () => {
  simulator = await startSimulatorProcess();
  whatsapp = createControl(simulator.url);
  receiver = await startWebhookReceiver();
  await whatsapp.phone(SHOP, 'Shop');
  await whatsapp.phone(ANA, 'Ana');
  const created = await whatsapp.request<{ id: string }>('POST', '/groups', {
    ...{ creator: ANA, subject: 'Orders', participants: [SHOP] },
  });
  group = created.body.id;
  await start();
  await link();
});
after(async () => {
  await gateway.stop();
  await receiver.stop();
  await simulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const env = { ...(await whatsAppEnv(whatsapp, folder)), DATA_DIR: folder, OUTBOUND_ALLOW: 'private' };
  gateway = await startGatewayProcess({ ...env, LOG_LEVEL: 'error' });
}

const client = () => new ZapgateClient({ baseUrl: gateway.url, apiKey: KEY });

async function link(): Promise<void> {
  const created = await client().instance.createInstance({
    body: { instanceName: instance, qrcode: true, webhook: { url: receiver.url } },
  });
  await whatsapp.request('POST', `/phones/${SHOP}/link`, { qr: created.qrcode?.code });
  await isOpen();
}

const isOpen = () =>
  eventually('the session is open', async () => {
    const found = await client().instance.connectionState({ instance });
    return found.instance.state === 'open';
  });

/** Every message that the receiver was told of, repeats included. */
const told = () =>
  receiver.received
    .filter(({ body }) => body.event === 'messages.upsert')
    .map(({ body, headers }) => ({ record: body.data as MessageRecord, event: headers['x-delivery-id'] }));

/** All of them, page by page. */
async function stored(fromMe: boolean): Promise<MessageRecord[]> {
  const records: MessageRecord[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const body = { where: { key: { fromMe } }, page, offset: 1000 };
    const { messages } = await client().chat.findMessages({ instance, body });
    records.push(...messages.records);
    pages = messages.pages;
  }
  return records;
}

const ids = (records: MessageRecord[]): string[] => records.map(({ key }) => key.id).sort();

const random = (below: number): number => Math.floor(Math.random() * below);

test(`killed ${KILLS} times under traffic in both directions: nothing lost, nothing twice`, async () => {
  const fromAna = phoneTraffic(whatsapp, ANA, [SHOP, group], async (n) =>
    receiver.until(() => told().length >= n),
  );
  const fromShop = clientTraffic(() => gateway.url, instance, [ANA, group]);
  const progress = (): number => told().length + fromShop.sent.size;
  for (let kill = 0; kill < KILLS; kill++) {
    const enough = kill % 5 === 4 ? 0 : progress() + 1 + random(20); // now and then before the session is open
    await eventually('traffic', async () => progress() >= enough);
    await pause(random(30)); // not to wait for something: to hit any point
    await gateway.kill();
    await start();
  }
  await isOpen();
  await Promise.all([fromAna.stop(), fromShop.stop()]);

  const sentByAna = [...fromAna.sent.keys()].sort();
  await eventually('all that Ana sent is stored', async () => {
    return (await stored(false)).length >= sentByAna.length;
  });
  assert.deepEqual(ids(await stored(false)), sentByAna);

  await receiver.until(() => {
    const arrived = new Set(told().map(({ record }) => record.key.id));
    return sentByAna.every((id) => arrived.has(id));
  });
  for (const id of sentByAna) {
    const events = told().filter(({ record }) => record.key.id === id);
    assert.equal(new Set(events.map(({ event }) => event)).size, 1, `${id} is one event`);
  }

  const sentByShop = [...fromShop.sent.keys()].sort();
  const inboxOfAna = await eventually('all that the client sent is with Ana', async () => {
    const inbox = (await whatsapp.inbox(ANA)).filter(({ fromMe }) => !fromMe);
    return inbox.length >= sentByShop.length && inbox;
  });
  assert.deepEqual(inboxOfAna.map(({ id }) => id).sort(), sentByShop);
  assert.deepEqual(inboxOfAna.map(({ text }) => text).sort(), [...fromShop.sent.values()].sort());
  assert.deepEqual(ids(await stored(true)), sentByShop);
});
