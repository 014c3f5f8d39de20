import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../simulator/baileys-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, heard, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let device: Client;
let id: string;

before(async () => {
  world = await openShop();
  device = await world.secondDevice();
  id = await world.hearsFromAna('Are you there?');
});
after(() => world.stop());

testRefusals('markChatUnread', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/markChatUnread/${name}`).send(body);

const seenUnread = (): Promise<string> =>
  heard(device, 'chats.update', (chats) => chats.find((chat) => chat.unreadCount === -1)?.id ?? undefined);

for (const [title, body] of [
  ['by the chat alone', () => ({ chat: world.ana.number })],
  ['by its last message', () => ({ lastMessage: { key: { id, fromMe: false, remoteJid: world.anaJid } } })],
  ['by a list of keys', () => ({ lastMessage: [{ id, fromMe: false, remoteJid: world.anaJid }] })],
  [
    'by a message that is not stored',
    () => ({ lastMessage: { key: { id: '3EB0AA', fromMe: true, remoteJid: world.anaJid } } }),
  ],
] as const) {
  test(`201: ${title}; the other devices see it`, async () => {
    const seen = seenUnread();
    const { status, body: answer } = await post(body());
    assert.equal(status, 201, JSON.stringify(answer));
    assert.deepEqual(answer, { chatId: world.anaJid, markedChatUnread: true });
    assert.equal(await seen, world.anaJid);
  });
}

test('201: two instances of one account change the same settings at once, and both succeed', async () => {
  const { gateway, shop, anaJid } = world;
  const created = await gateway.client.instance.createInstance({
    body: { instanceName: 'twin', integration: 'WHATSAPP-BAILEYS', qrcode: true },
  });
  const opened = gateway.nextEvent(
    ({ type, instance_name, data }) =>
      type === 'connection.update' &&
      instance_name === 'twin' &&
      (data as { state: string }).state === 'open',
  );
  await gateway.whatsapp.request('POST', `/phones/${shop.number}/link`, { qr: created.qrcode?.code });
  await opened;
  const lastMessage = { key: { id, fromMe: false, remoteJid: anaJid } };
  for (let round = 0; round < 3; round++) {
    const archived = round % 2 === 0;
    const seen = Promise.all([
      seenUnread(),
      heard(
        device,
        'chats.update',
        (chats) => chats.find((chat) => chat.archived === archived)?.id ?? undefined,
      ),
    ]);
    const answers = await Promise.all([
      post({ lastMessage }),
      call(gateway, 'POST', '/chat/archiveChat/twin').send({ lastMessage, archive: archived }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
      JSON.stringify(answers.map((answer) => answer.body)),
    );
    await seen;
  }
});

test('400: neither a chat nor a message', async () => {
  for (const body of [{}, { chat: '' }, { lastMessage: [], chat: '@s.whatsapp.net' }]) {
    assertRefused(await post(body), 400);
  }
});

test('400: the instance is not connected', async () => {
  const response = await post({ chat: world.ana.number }, CLOSED);
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
