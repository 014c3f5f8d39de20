import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Chat } from '../../../clients/typescript/src/index.ts';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newInstance } from '../../support/linked-instance.ts';
import { arrived } from '../../support/messages.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Phone;
let bea: Phone;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await gateway.whatsapp.phone('15550009991', 'Ana');
  bea = await gateway.whatsapp.phone('15550009992', 'Bea');
  await arrived(gateway, ana.number, shop.number, 'first');
  await arrived(gateway, bea.number, shop.number, 'second');
  await arrived(gateway, bea.number, shop.number, 'third');
});
after(() => gateway.stop());

testRefusals('findChats', () => gateway);

const post = (body?: unknown) => call(gateway, 'POST', '/chat/findChats/shop').send(body as object);
const names = (chats: Chat[]) => chats.map(({ pushName }) => pushName);

test('200: the chat with the newest message comes first, with that message', async () => {
  const [first, second] = await gateway.client.chat.findChats({ instance: 'shop', body: {} });
  assert.partialDeepStrictEqual(first, {
    ...{ remoteJid: bea.jid, pushName: 'Bea', name: 'Bea', profilePicUrl: null, labels: [] },
    ...{ unreadCount: 2, windowActive: true, isSaved: false },
    lastMessage: { key: { fromMe: false, remoteJid: bea.jid }, message: { conversation: 'third' } },
  });
  assert.equal(second?.pushName, 'Ana');
  const { windowStart, windowExpires, createdAt, updatedAt } = first ?? {};
  assert.equal(Date.parse(String(windowExpires)) - Date.parse(String(windowStart)), 24 * 60 * 60 * 1000);
  for (const time of [createdAt, updatedAt]) assert.equal(new Date(String(time)).toISOString(), time);
  assert.equal(Date.parse(String(updatedAt)) / 1000, first?.lastMessage?.messageTimestamp);
});

test('200: what is sent is the last message, and leaves unread what is', async () => {
  await gateway.client.message.sendText({ instance: 'shop', body: { number: bea.number, text: 'fourth' } });
  const [chat] = await gateway.client.chat.findChats({ instance: 'shop', body: {} });
  assert.partialDeepStrictEqual(chat, {
    unreadCount: 2,
    lastMessage: { key: { fromMe: true }, message: { conversation: 'fourth' } },
  });
});

const now = () => Math.floor(Date.now() / 1000);

/** Bodies, as clients write them, and which chats they leave. */
const BODIES: Record<string, [body: () => unknown, left: string[]]> = {
  'no body': [() => undefined, ['Bea', 'Ana']],
  'an empty list': [() => [], ['Bea', 'Ana']],
  'a JID': [() => ({ where: { remoteJid: ana.jid } }), ['Ana']],
  'a LID': [() => ({ where: { remoteJid: ana.lid } }), ['Ana']],
  'a number': [() => ({ where: { remoteJid: Number(ana.number) } }), ['Ana']],
  'a chat that is not there': [() => ({ where: { remoteJid: '15550009993' } }), []],
  'a JID left blank, as n8n sends it': [() => ({ where: { remoteJid: '@s.whatsapp.net' } }), ['Bea', 'Ana']],
  'the last hour': [() => ({ where: { messageTimestamp: { gte: now() - 3600 } } }), ['Bea', 'Ana']],
  'what was long ago': [() => ({ where: { messageTimestamp: { lte: now() - 3600 } } }), []],
  'one, after one': [() => ({ take: 1, skip: 1 }), ['Ana']],
  'all but one': [() => ({ skip: 1 }), ['Ana']],
  'a page': [() => ({ page: 2, offset: 1 }), ['Ana']],
};

for (const [name, [body, left]] of Object.entries(BODIES)) {
  test(`200: ${name}`, async () => assert.deepEqual(names((await post(body()).expect(200)).body), left));
}

test('200: the id of a row', async () => {
  const [, second] = await gateway.client.chat.findChats({ instance: 'shop', body: {} });
  assert.deepEqual((await post({ where: { id: second?.id } }).expect(200)).body, [second]);
});

test('200: nothing of another instance, which need not be connected', async () => {
  await newInstance(gateway, 'other');
  assert.deepEqual(await gateway.client.chat.findChats({ instance: 'other', body: {} }), []);
});

test('fetchInstances counts chats and contacts', async () => {
  const [row] = await gateway.client.instance.fetchInstances({ instanceName: 'shop' });
  assert.partialDeepStrictEqual(row, { _count: { Message: 4, Contact: 2, Chat: 2 } });
});

test('400: what cannot be a filter', async () => {
  for (const body of [{ take: 0 }, { skip: -1 }, { where: { messageTimestamp: { gte: 'yesterday' } } }])
    assertRefused(await post(body), 400);
});
