import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChatData, ContactData, MessageRecord } from '../../clients/typescript/src/index.ts';
import type { EventName } from '../../server/events/types.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { linkByPhone, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

const instance = 'shop';
const [number, bob, ana] = [newNumber(), newNumber(), newNumber()];
const jid = (of: string) => `${of}@s.whatsapp.net`;
const LONG_AGO = 1_760_000_000;

let gateway: TestGateway;
let group: string;

before(async () => {
  gateway = await startTestGateway();
  for (const name of [bob, ana]) await gateway.whatsapp.phone(name, `User ${name}`);
  const made = { creator: ana, subject: 'Old friends', participants: [bob] };
  group = (await gateway.whatsapp.request<{ id: string }>('POST', '/groups', made)).body.id;
  const withBob = [
    { id: 'PAST1', text: 'how much?', timestamp: LONG_AGO },
    { id: 'PAST2', text: 'nine', timestamp: LONG_AGO + 60, fromMe: true },
    { id: 'PAST3', text: 'too much', timestamp: LONG_AGO + 120 },
    { id: 'PAST4', text: 'eight?', timestamp: LONG_AGO + 180, edited: true },
  ];
  const conversations = [
    { with: bob, name: 'Bob Builder', unread: 2, archived: true, messages: withBob },
    { with: group, messages: [{ id: 'PAST5', text: 'remember?', by: ana, timestamp: LONG_AGO + 30 }] },
  ];
  await gateway.whatsapp.request('POST', '/phones', { number, history: { conversations } });
  await onPhone({ to: group, pinned: true });
  const created = await gateway.client.instance.createInstance({
    body: { instanceName: instance, integration: 'WHATSAPP-BAILEYS', qrcode: true },
  });
  await linkByPhone(gateway, instance, number, { qr: created.qrcode?.code });
  await eventually('the whole history', async () => (await found()).length === 5);
});
after(() => gateway.stop());

const onPhone = (body: object) => gateway.whatsapp.request('POST', `/phones/${number}/chats`, body);

async function found(where = {}): Promise<MessageRecord[]> {
  const { messages } = await gateway.client.chat.findMessages({ instance, body: { where } });
  return messages.records;
}

const findChat = async (remoteJid: string) =>
  (await gateway.client.chat.findChats({ instance, body: { where: { remoteJid } } }))[0];

const told = (name: EventName) => gateway.events.filter(({ type }) => type === name);
const all = <T>(name: EventName): T[] => told(name).flatMap(({ data }) => data as T[]);

test('messages are stored with their authors, times and status, and none twice', async () => {
  const records = await found();
  const byId = new Map(records.map((record) => [record.key.id, record]));
  assert.deepEqual([...byId.keys()].toSorted(), ['PAST1', 'PAST2', 'PAST3', 'PAST4', 'PAST5']);
  assert.partialDeepStrictEqual(byId.get('PAST1'), {
    ...{ key: { remoteJid: jid(bob), fromMe: false }, message: { conversation: 'how much?' } },
    ...{ messageTimestamp: LONG_AGO, messageType: 'conversation', pushName: `User ${bob}` },
  });
  assert.partialDeepStrictEqual(byId.get('PAST2'), { key: { fromMe: true }, status: 'READ' });
  assert.partialDeepStrictEqual(byId.get('PAST5'), { key: { remoteJid: group, participant: jid(ana) } });
});

test('messages.set tells each message once, and nothing of it is a new message', () => {
  const ids = all<MessageRecord>('messages.set').map(({ key }) => key.id);
  assert.deepEqual(ids.toSorted(), ['PAST1', 'PAST2', 'PAST3', 'PAST4', 'PAST5']);
  for (const name of ['messages.upsert', 'chats.upsert', 'send.message'] as const) {
    assert.deepEqual(told(name), [], name);
  }
});

test('the parts say how far it is, and which is the first', () => {
  const extras = ['messages.set', 'chats.set', 'contacts.set'].flatMap((name) => told(name as EventName));
  for (const { extra } of extras) {
    assert.equal(typeof extra?.isLatest, 'boolean');
    assert.ok(Number(extra?.progress) > 0 && Number(extra?.progress) <= 100, JSON.stringify(extra));
  }
  assert.ok(extras.some(({ extra }) => extra?.isLatest));
  assert.equal(told('messages.set').at(-1)?.extra?.progress, 100);
});

test('chats.set: chats have their names, unread messages and last message', async () => {
  const chats = all<ChatData>('chats.set');
  assert.partialDeepStrictEqual(
    chats.find(({ remoteJid }) => remoteJid === jid(bob)),
    { name: 'Bob Builder' },
  );
  assert.partialDeepStrictEqual(await findChat(jid(bob)), {
    ...{ name: 'Bob Builder', unreadCount: 2, archived: true },
    lastMessage: { key: { id: 'PAST4' }, message: { conversation: 'eight?' }, messageType: 'conversation' },
  });
  assert.partialDeepStrictEqual(await findChat(group), {
    ...{ name: 'Old friends', unreadCount: 0, archived: false, pinned: true },
    lastMessage: { key: { id: 'PAST5' } },
  });
});

test('contacts.set: people and groups have their names', async () => {
  const people = await gateway.client.chat.findContacts({ instance, body: {} });
  const byJid = new Map(people.map((contact) => [contact.remoteJid, contact]));
  assert.equal(byJid.get(jid(bob))?.pushName, `User ${bob}`);
  assert.partialDeepStrictEqual(byJid.get(group), { pushName: 'Old friends', isGroup: true });
  const set = all<ContactData>('contacts.set');
  const names = (of: string) =>
    set.filter(({ remoteJid }) => remoteJid === of).map(({ pushName }) => pushName);
  assert.equal(names(jid(bob)).at(-1), `User ${bob}`);
  assert.deepEqual(names(group), ['Old friends']);
});

test('both names of a person find the past, and what comes now is counted on top', async () => {
  const { lid } = await gateway.whatsapp.phone(bob);
  assert.equal((await found({ key: { remoteJid: lid } })).length, 4);
  await arrived(gateway, bob, number, 'seven, last offer');
  assert.equal((await findChat(lid))?.unreadCount, 3);
  const { lid: ours } = await gateway.whatsapp.phone(number);
  await arrived(gateway, bob, ours, 'hello?');
  assert.equal((await findChat(jid(bob)))?.unreadCount, 4);
});

test('what the phone does to a chat of the past after the link is told, and so here', async () => {
  for (const pinned of [false, true]) {
    const told = gateway.nextEvent(({ type }) => type === 'chats.update');
    await onPhone({ to: group, pinned });
    assert.partialDeepStrictEqual((await told).data, [{ remoteJid: group }]);
    assert.equal((await findChat(group))?.pinned, pinned);
  }
});
