import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../simulator/baileys-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { newNumber } from '../../support/linked-instance.ts';
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

testRefusals('archiveChat', () => world.gateway);

const archive = (body: object) => call(world.gateway, 'POST', '/chat/archiveChat/shop').send(body);

const seenArchived = (archived: boolean): Promise<string> =>
  heard(device, 'chats.update', (chats) => {
    const chat = chats.find((one) => one.archived === archived);
    return chat?.id ?? undefined;
  });

test('201: by the last message; the other devices see it, and see it brought back', async () => {
  const lastMessage = { key: { id, fromMe: false, remoteJid: world.anaJid } };
  for (const wanted of [true, false]) {
    const seen = seenArchived(wanted);
    const told = world.gateway.nextEvent(({ type }) => type === 'chats.update');
    const { status, body } = await archive({ lastMessage, archive: wanted });
    assert.equal(status, 201);
    assert.deepEqual(body, { chatId: world.anaJid, archived: wanted });
    assert.equal(await seen, world.anaJid);
    const { data } = await told;
    assert.partialDeepStrictEqual(data, [{ remoteJid: world.anaJid }]);
  }
});

test('201: by the chat alone, of which the last message is stored', async () => {
  const seen = seenArchived(true);
  const { status, body } = await archive({ chat: `+${world.ana.number}`, archive: true });
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(await seen, world.anaJid);
});

test('404: no message of the chat is stored', async () => {
  const number = newNumber();
  await world.gateway.whatsapp.phone(number, 'Never wrote');
  assertRefused(await archive({ chat: number, archive: true }), 404);
});

test('400: neither a chat nor a message', async () => {
  assertRefused(await archive({ archive: true }), 400, [
    'instance requires property "chat" or "lastMessage"',
  ]);
});

test('400: the author of a message in a group is not known', async () => {
  const key = { id: '3EB0NOBODY', fromMe: false, remoteJid: '120363000000000001@g.us' };
  assertRefused(await archive({ lastMessage: { key }, archive: true }), 400);
});

test('400: the instance is not connected', async () => {
  const response = await call(world.gateway, 'POST', `/chat/archiveChat/${CLOSED}`).send({
    chat: world.ana.number,
    archive: true,
  });
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
