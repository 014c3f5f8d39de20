import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageRecord } from '../../clients/typescript/src/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkByPhone, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

const instance = 'shop';
const number = newNumber();
const bob = newNumber();
const [BOBS, CHATS, EACH] = [3000, 2, 3000];
const TOTAL = BOBS + CHATS * EACH;
const STRANGER = '15990000002';
const LONG_AGO = 1_760_000_000;

let gateway: TestGateway;
let live: string;

before(async () => {
  gateway = await startTestGateway();
  await gateway.whatsapp.phone(bob, 'Bob');
  const messages = Array.from({ length: BOBS }, (_, index) => ({
    ...{ text: `${index}`, timestamp: LONG_AGO + index },
  }));
  const conversations = [{ with: bob, unread: 5, messages }];
  const history = { conversations, chats: CHATS, messagesPerChat: EACH };
  await gateway.whatsapp.request('POST', '/phones', { number, history });
  const body = { instanceName: instance, integration: 'WHATSAPP-BAILEYS', qrcode: true } as const;
  const created = await gateway.client.instance.createInstance({ body });
  const begun = gateway.event(({ type }) => type === 'messages.set');
  await linkByPhone(gateway, instance, number, { qr: created.qrcode?.code });
  await begun;
  live = await arrived(gateway, STRANGER, number, 'while it comes');
  await eventually('the whole history', async () => (await page()).total === TOTAL + 1);
});
after(() => gateway.stop());

const page = async () => (await gateway.client.chat.findMessages({ instance, body: { offset: 1 } })).messages;

const told = () => gateway.events.filter(({ type }) => type === 'messages.set');

test('much of it comes in parts, each message once', () => {
  const ids = told().flatMap(({ data }) => (data as MessageRecord[]).map(({ key }) => key.id));
  assert.equal(ids.length, TOTAL);
  assert.equal(new Set(ids).size, TOTAL);
});

test('it is told how far it is: never backwards within the recent ones, and 100 at the end', () => {
  const progress = told().map(({ extra }) => Number(extra?.progress));
  const recent = progress.slice(progress.findIndex((value) => value < 100));
  assert.deepEqual(
    recent,
    recent.toSorted((one, other) => one - other),
  );
  assert.equal(progress.at(-1), 100);
  assert.deepEqual(new Set(told().map(({ extra }) => extra?.isLatest)).size, 2);
});

test('what comes meanwhile is a new message, and counted with the unread ones of before', async () => {
  const upserts = gateway.events.filter(({ type }) => type === 'messages.upsert');
  assert.deepEqual(
    upserts.map(({ data }) => (data as MessageRecord).key.id),
    [live],
  );
  const where = { remoteJid: `${STRANGER}@s.whatsapp.net` };
  const [chat] = await gateway.client.chat.findChats({ instance, body: { where } });
  assert.partialDeepStrictEqual(chat, { unreadCount: 1, lastMessage: { key: { id: live } } });
});

test('the counters of the instance say as much', async () => {
  const [row] = await gateway.client.instance.fetchInstances({ instanceName: instance });
  assert.equal(row?._count?.Message, TOTAL + 1);
  assert.equal(row?._count?.Chat, CHATS + 1);
});
