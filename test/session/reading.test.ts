import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChatData, MessageUpdateData } from '../../clients/typescript/src/index.ts';
import { arrived, inInbox } from '../support/messages.ts';
import { heard } from '../support/shop.ts';
import { openTeam, type Team } from '../support/team.ts';

let world: Team;
const instance = 'shop';
const READ = 4;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

/** Waits until a message is told to be READ, and then its chat to have so many unread ones. */
async function toldRead(id: string, chat: string, unread: number): Promise<void> {
  const { gateway } = world;
  await Promise.all([
    gateway.event(({ type, data }) => {
      const { keyId, status } = data as MessageUpdateData;
      return type === 'messages.update' && keyId === id && status === 'READ';
    }),
    gateway.nextEvent(({ type, data }) => {
      if (type !== 'chats.upsert') return false;
      return (data as ChatData[]).some((one) => one.remoteJid === chat && one.unreadMessages === unread);
    }),
  ]);
}

async function unreadIn(remoteJid: string): Promise<number | undefined> {
  const { client } = world.gateway;
  const [chat] = await client.chat.findChats({ instance, body: { where: { remoteJid } } });
  assert.equal(
    (await client.chat.findChatByRemoteJid({ instance, remoteJid }))?.unreadMessages,
    chat?.unreadCount,
  );
  return chat?.unreadCount;
}

async function statusOf(id: string): Promise<string | undefined> {
  const body = { where: { key: { id } } };
  return (await world.gateway.client.chat.findMessages({ instance, body })).messages.records[0]?.status;
}

/** Ana writes two messages, of which nobody has read any. */
async function twoFromAna(to: string): Promise<[string, string]> {
  const { gateway, ana } = world;
  return [await arrived(gateway, ana.number, to, 'one'), await arrived(gateway, ana.number, to, 'two')];
}

for (const [where, chat, to] of [
  ['a chat of two', () => world.anaJid, () => world.shop.number],
  ['a group', () => world.team, () => world.team],
] as const) {
  test(`through the API in ${where}: the messages are READ, the chat has no unread ones`, async () => {
    const { gateway } = world;
    const [first, second] = await twoFromAna(to());
    assert.equal(await unreadIn(chat()), 2);
    for (const [id, left] of [
      [first, 1],
      [second, 0],
    ] as const) {
      const told = toldRead(id, chat(), left);
      const readMessages = [{ id, fromMe: false, remoteJid: chat() }];
      await gateway.client.chat.markMessageAsRead({ instance, body: { readMessages } });
      await told;
      assert.equal(await unreadIn(chat()), left);
      assert.equal(await statusOf(id), 'READ');
    }
  });

  test(`on the phone in ${where}, and told to the author`, async () => {
    const { gateway, shop } = world;
    const ids = await twoFromAna(to());
    await inInbox(gateway, shop.number, ids[1]);
    const told = toldRead(ids[1], chat(), 0);
    await gateway.whatsapp.request('POST', `/phones/${shop.number}/read`, {});
    await told;
    assert.equal(await unreadIn(chat()), 0);
    assert.equal(await statusOf(ids[0]), 'READ');
  });

  test(`on the phone in ${where}, which keeps it from the author`, async () => {
    const { gateway, shop, ana } = world;
    const privacy = (readreceipts: string) =>
      gateway.whatsapp.request('POST', `/phones/${shop.number}/privacy`, { readreceipts });
    await privacy('none');
    const [, id] = await twoFromAna(to());
    await inInbox(gateway, shop.number, id);
    const told = toldRead(id, chat(), 0);
    await gateway.whatsapp.request('POST', `/phones/${shop.number}/read`, {});
    await told;
    assert.equal(await statusOf(id), 'READ');
    const { body: sent } = await gateway.whatsapp.request<{ id: string; receipts: object }[]>(
      'GET',
      `/phones/${ana.number}/sent`,
    );
    const receipts = sent.find((message) => message.id === id)?.receipts ?? {};
    assert.ok(!Object.values(receipts).includes('read'));
    await privacy('all');
  });
}

test('what this account reads is read on its other devices', async () => {
  const { gateway, shop, ana, anaJid } = world;
  const second = await world.secondDevice();
  const id = await arrived(gateway, ana.number, shop.number, 'for all of you');
  await second.text('for all of you');
  const seen = heard(second, 'messages.update', (updates) =>
    updates.some(({ key, update }) => key.id === id && update.status === READ) ? true : undefined,
  );
  const readMessages = [{ id, fromMe: false, remoteJid: anaJid }];
  await gateway.client.chat.markMessageAsRead({ instance, body: { readMessages } });
  await seen;
});
