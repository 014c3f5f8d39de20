import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageRecord, MessagingHistorySetData } from '../../clients/typescript/src/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkByPhone, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

const RECENT = 3;
const OLD = 7;
const CHATS = 2;

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

/** A phone that has recent messages and old ones. */
async function phoneWithPast(): Promise<string> {
  const number = newNumber();
  const history = { chats: CHATS, messagesPerChat: RECENT, oldMessagesPerChat: OLD };
  await gateway.whatsapp.request('POST', '/phones', { number, history });
  return number;
}

/** Creates an instance with settings, and links it to such a phone, whose number it gives. */
async function link(instanceName: string, settings: object): Promise<string> {
  const number = await phoneWithPast();
  const created = await gateway.client.instance.createInstance({
    body: { instanceName, integration: 'WHATSAPP-BAILEYS', qrcode: true, ...settings },
  });
  await linkByPhone(gateway, instanceName, number, { qr: created.qrcode?.code });
  return number;
}

async function total(instance: string): Promise<number> {
  const { messages } = await gateway.client.chat.findMessages({ instance, body: {} });
  return messages.total;
}

const told = (instance: string) =>
  gateway.events
    .filter(({ type, instance_name }) => type === 'messages.set' && instance_name === instance)
    .flatMap(({ data }) => data as MessageRecord[]);

const isComplete = (instance: string, count: number) =>
  eventually(`${count} messages of ${instance}`, async () => (await total(instance)) >= count);

const completed = (instance: string, full: boolean) =>
  gateway.event(
    ({ type, data, instance_name }) =>
      type === 'messaging-history.set' &&
      instance_name === instance &&
      (data as MessagingHistorySetData).isFull === full,
  );

test('syncFullHistory: all that the phone has, old messages too, each told once', async () => {
  await link('archive', { syncFullHistory: true });
  await isComplete('archive', CHATS * (RECENT + OLD));
  assert.equal(await total('archive'), CHATS * (RECENT + OLD));
  const ids = told('archive').map(({ key }) => key.id);
  assert.equal(ids.length, CHATS * (RECENT + OLD));
  assert.equal(new Set(ids).size, ids.length);
  const chats = await gateway.client.chat.findChats({ instance: 'archive', body: {} });
  for (const { lastMessage } of chats) {
    assert.equal(lastMessage?.message.conversation, `message ${RECENT} of ${RECENT}`);
  }
});

test('it is complete twice: with the recent messages, and with the old ones', async () => {
  await completed('archive', true);
  const ends = gateway.events.filter(({ type }) => type === 'messaging-history.set').map(({ data }) => data);
  const counts = { chatCount: CHATS, contactCount: 2 * CHATS };
  assert.deepEqual(ends, [
    { ...counts, messageCount: CHATS * RECENT, isFull: false },
    { ...counts, messageCount: CHATS * (RECENT + OLD), isFull: true },
  ]);
});

test('without it, the recent messages only', async () => {
  const number = await link('light', {});
  await isComplete('light', CHATS * RECENT);
  const writer = newNumber();
  await gateway.whatsapp.phone(writer);
  await arrived(gateway, writer, number, 'after all history');
  assert.equal(told('light').length, CHATS * RECENT);
});

test('it takes effect at the next link', async () => {
  await gateway.client.settings.setSettings({ instance: 'light', body: { syncFullHistory: true } });
  await gateway.client.instance.logoutInstance({ instance: 'light' });
  const number = await phoneWithPast();
  const before = await total('light');
  const qr = await gateway.client.instance.connectInstance({ instance: 'light' });
  await linkByPhone(gateway, 'light', number, { qr: 'code' in qr ? qr.code : undefined });
  await isComplete('light', before + CHATS * (RECENT + OLD));
});
