import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChatData, MessageRecord } from '../../clients/typescript/src/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkByPhone, newNumber } from '../support/linked-instance.ts';
import { arrived, statusEvent } from '../support/messages.ts';

const instance = 'shop';
const [number, bob] = [newNumber(), newNumber()];
const bobJid = `${bob}@s.whatsapp.net`;

let gateway: TestGateway;
let bobLid: string;

before(async () => {
  gateway = await startTestGateway({ SIMULATOR_ADDRESSING: 'lid' });
  bobLid = (await gateway.whatsapp.phone(bob, 'Bob')).lid;
  const messages = [
    { id: 'PAST1', text: 'how much?' },
    { id: 'PAST2', text: 'nine', fromMe: true },
  ];
  const conversations = [{ with: bob, name: 'Bob', unread: 1, messages }];
  await gateway.whatsapp.request('POST', '/phones', { number, history: { conversations } });
  await gateway.whatsapp.request('POST', `/phones/${number}/chats`, { to: bobLid, archived: true });
  await gateway.whatsapp.request('POST', `/phones/${number}/chats`, { to: bobLid, pinned: true });
  const body = { instanceName: instance, integration: 'WHATSAPP-BAILEYS', qrcode: true } as const;
  const created = await gateway.client.instance.createInstance({ body });
  await linkByPhone(gateway, instance, number, { qr: created.qrcode?.code });
  await gateway.event(({ type, data }) => type === 'messages.set' && JSON.stringify(data).includes('PAST1'));
});
after(() => gateway.stop());

test('where chats are named by LIDs, the history is told by phones, with the LID beside', () => {
  const told = gateway.events.filter(({ type }) => type === 'messages.set');
  for (const { key } of told.flatMap(({ data }) => data as MessageRecord[])) {
    assert.partialDeepStrictEqual(key, { remoteJid: bobJid, remoteJidAlt: bobLid });
  }
  const chats = gateway.events.filter(({ type }) => type === 'chats.set');
  const jids = chats.flatMap(({ data }) => data as ChatData[]).map(({ remoteJid }) => remoteJid);
  assert.deepEqual([...new Set(jids)], [bobJid]);
});

test('what the app state says of the chat by its LID is so at once', async () => {
  await eventually('archived and pinned', async () => {
    const [chat, ...others] = await gateway.client.chat.findChats({ instance, body: {} });
    assert.partialDeepStrictEqual(chat, { remoteJid: bobJid, unreadCount: 1 });
    assert.deepEqual(others, []);
    return chat?.archived && chat.pinned;
  });
});

test('what comes and goes now is in the same chat', async () => {
  await arrived(gateway, bob, number, 'eight?');
  const body = { number: bob, text: 'no' };
  const { key } = await gateway.client.message.sendText({ instance, body });
  await statusEvent(gateway, key.id, 'DELIVERY_ACK');
  const [chat, ...others] = await gateway.client.chat.findChats({ instance, body: {} });
  assert.partialDeepStrictEqual(chat, {
    remoteJid: bobJid,
    unreadCount: 2,
    lastMessage: { key: { id: key.id } },
  });
  assert.deepEqual(others, []);
});

test('what the phone does to the chat after that is so too', async () => {
  for (const archived of [false, true]) {
    await gateway.whatsapp.request('POST', `/phones/${number}/chats`, { to: bobLid, archived });
    await eventually(`archived: ${archived}`, async () => {
      const [chat] = await gateway.client.chat.findChats({ instance, body: {} });
      return chat?.archived === archived;
    });
  }
});
