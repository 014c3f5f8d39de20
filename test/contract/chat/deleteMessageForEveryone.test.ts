import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, heard, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('deleteMessageForEveryone', () => world.gateway);

const remove = (query = '', name = 'shop') =>
  call(world.gateway, 'DELETE', `/chat/deleteMessageForEveryone/${name}${query}`);

async function sendText(text: string): Promise<string> {
  const { client, whatsapp } = world.gateway;
  await whatsapp.phone(world.ana.number);
  const { key } = await client.message.sendText({
    instance: 'shop',
    body: { number: world.ana.number, text },
  });
  await world.ana.client.text(text);
  return key.id;
}

const seenDeleted = (id: string): Promise<boolean> =>
  heard(world.ana.client, 'messages.update', (updates) =>
    updates.some(({ key, update }) => key.id === id && update.message === null) ? true : undefined,
  );

test('201: the message is gone for its recipient, and is told and stored as deleted', async () => {
  const { gateway, anaJid } = world;
  const id = await sendText('Never mind');
  const key = { id, fromMe: true, remoteJid: anaJid };
  const seen = seenDeleted(id);
  const told = gateway.nextEvent(({ type }) => type === 'messages.delete');
  const { status, body } = await remove().send(key);
  assert.equal(status, 201, JSON.stringify(body));
  assert.partialDeepStrictEqual(body, {
    key: { fromMe: true, remoteJid: anaJid },
    message: { protocolMessage: { key, type: 'REVOKE' } },
    status: 'PENDING',
  });
  assert.ok(Number.isInteger(body.messageTimestamp));
  await seen;
  assert.partialDeepStrictEqual((await told).data, {
    ...key,
    key,
    status: 'DELETED',
    message: { conversation: 'Never mind' },
  });
  const found = await gateway.client.chat.findMessages({
    instance: 'shop',
    body: { where: { key: { id } } },
  });
  assert.deepEqual(found.messages.records[0]?.MessageUpdate.at(-1), { status: 'DELETED' });
});

test('201: asked by the query, as clients do that cannot send a body', async () => {
  const id = await sendText('Never mind this either');
  const seen = seenDeleted(id);
  const query = `?id=${id}&fromMe=true&remoteJid=${encodeURIComponent(world.anaJid)}`;
  assert.equal((await remove(query)).status, 201);
  await seen;
});

test("400: somebody else's message in a private chat", async () => {
  const id = await world.hearsFromAna('You cannot delete this');
  assertRefused(await remove().send({ id, fromMe: false, remoteJid: world.anaJid }), 400, [
    'Error while deleting message for everyone',
    'Only its author can delete this message',
  ]);
});

test('400: in a group the author is needed', async () => {
  const key = { id: '3EB0UNKNOWN', fromMe: false, remoteJid: '120363000000000001@g.us' };
  assertRefused(await remove().send(key), 400, [
    'The message "3EB0UNKNOWN" is not stored here: say its "participant"',
  ]);
});

test('400: no message is named', async () => {
  assertRefused(await remove(), 400);
});

test('400: the instance is not connected', async () => {
  const response = await remove('', CLOSED).send({ id: 'A', fromMe: true, remoteJid: world.anaJid });
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
