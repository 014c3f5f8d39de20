import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Chat } from '../../clients/typescript/src/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newNumber } from '../support/linked-instance.ts';
import { arrived } from '../support/messages.ts';

type Seen = { appState: { chats: { jid: string; archived: boolean; unread: boolean }[] } };

const instance = 'shop';
const ana = newNumber();
const anaJid = `${ana}@s.whatsapp.net`;

let gateway: TestGateway;
let shop: LinkedInstance;
let anaLid: string;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  anaLid = (await gateway.whatsapp.phone(ana, 'Ana')).lid;
  const told = gateway.nextEvent(({ type }) => type === 'chats.update');
  await arrived(gateway, ana, shop.number, 'hello');
  await told; // that the chat has something new
});
after(() => gateway.stop());

async function findChat(remoteJid = anaJid): Promise<Chat | undefined> {
  return (await gateway.client.chat.findChats({ instance, body: { where: { remoteJid } } }))[0];
}

/** Changes the chat on the shop's phone, and waits until that is told. */
async function onPhone(body: object): Promise<void> {
  const next = gateway.nextEvent(({ type }) => type === 'chats.update');
  await gateway.whatsapp.request('POST', `/phones/${shop.number}/chats`, body);
  assert.partialDeepStrictEqual((await next).data, [{ remoteJid: anaJid }]);
}

const isOnPhone = (expected: object) =>
  eventually(JSON.stringify(expected), async () => {
    const { body } = await gateway.whatsapp.request<Seen>('GET', `/phones/${shop.number}`);
    const chat: Record<string, unknown> = body.appState.chats.find(({ jid }) => jid === anaJid) ?? {};
    return Object.entries(expected).every(([name, value]) => chat[name] === value);
  });

for (const name of ['number', 'LID']) {
  test(`what the phone archives, pins and marks by ${name} is told, and so here`, async () => {
    const to = name === 'LID' ? anaLid : ana;
    for (const archived of [true, false]) {
      await onPhone({ to, archived });
      assert.equal((await findChat())?.archived, archived);
    }
    for (const pinned of [true, false]) {
      await onPhone({ to, pinned });
      assert.equal((await findChat())?.pinned, pinned);
    }
    await onPhone({ to, unread: false });
    assert.equal((await findChat())?.unreadCount, 0);
    await onPhone({ to, unread: true });
    assert.equal((await findChat())?.unreadCount, 1);
  });
}

test('what is read on the phone is told as a chat without unread messages', async () => {
  await arrived(gateway, ana, shop.number, 'are you there?');
  await arrived(gateway, ana, shop.number, 'hello?');
  const told = gateway.nextEvent(({ type }) => type === 'chats.upsert');
  await gateway.whatsapp.request('POST', `/phones/${shop.number}/chats`, { to: ana, unread: false });
  assert.partialDeepStrictEqual((await told).data, [{ remoteJid: anaJid, unreadMessages: 0 }]);
  assert.equal((await findChat())?.unreadCount, 0);
});

test('what a contact is saved as on the phone is told, and the name of the chat', async () => {
  const told = gateway.nextEvent(({ type }) => type.startsWith('contacts.'));
  const body = { to: ana, name: 'Ana from work' };
  await gateway.whatsapp.request('POST', `/phones/${shop.number}/contacts`, body);
  assert.partialDeepStrictEqual((await told).data, [{ remoteJid: anaJid }]);
  assert.partialDeepStrictEqual(await findChat(), { name: 'Ana from work', pushName: 'Ana', isSaved: true });
});

test('what is archived and marked here is so on the phone', async () => {
  for (const archive of [true, false]) {
    await gateway.client.chat.archiveChat({ instance, body: { chat: ana, archive } });
    await isOnPhone({ archived: archive });
    assert.equal((await findChat())?.archived, archive);
  }
  await gateway.client.chat.markChatUnread({ instance, body: { chat: ana } });
  await isOnPhone({ unread: true });
  assert.equal((await findChat())?.unreadCount, 1);
});

test('it unarchives here what the phone has archived by the hidden name', async () => {
  await onPhone({ to: anaLid, archived: true });
  await gateway.client.chat.archiveChat({ instance, body: { chat: ana, archive: false } });
  await isOnPhone({ archived: false });
});
