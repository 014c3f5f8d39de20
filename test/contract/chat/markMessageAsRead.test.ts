import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

const READ = 4;

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('markMessageAsRead', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/markMessageAsRead/${name}`).send(body);

test('201: the author sees that the messages were read', async () => {
  const ids = [await world.hearsFromAna('one'), await world.hearsFromAna('two')];
  const seen = Promise.all(ids.map((id) => world.ana.client.status(id, READ)));
  const readMessages = ids.map((id) => ({ id, fromMe: false, remoteJid: world.anaJid }));
  const { status, body } = await post({ readMessages });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(body, { message: 'Read messages', read: 'success' });
  await seen;
});

test('201: the chat by its LID; the message is READ from then on', async () => {
  const id = await world.hearsFromAna('three');
  const { lid } = await world.gateway.whatsapp.phone(world.ana.number);
  const told = world.gateway.nextEvent(
    ({ type, data }) => type === 'messages.update' && (data as { keyId: string }).keyId === id,
  );
  const seen = world.ana.client.status(id, READ);
  const { status, body } = await post({ read_messages: [{ id, fromMe: false, remoteJid: lid }] });
  assert.equal(status, 201, JSON.stringify(body));
  await seen;
  assert.partialDeepStrictEqual((await told).data, {
    status: 'READ',
    remoteJid: world.anaJid,
    fromMe: false,
  });
});

test('201: a message that is not stored', async () => {
  const { status } = await post({
    readMessages: [{ id: '3EB0UNKNOWN', fromMe: false, remoteJid: world.anaJid }],
  });
  assert.equal(status, 201);
});

test('400: nobody knows who wrote the message in the group', async () => {
  const readMessages = [{ id: '3EB0UNKNOWN', fromMe: false, remoteJid: '120363000000000001@g.us' }];
  assertRefused(await post({ readMessages }), 400, [
    'The message "3EB0UNKNOWN" is not stored here: say its "participant"',
  ]);
});

test('400: no messages', async () => {
  assertRefused(await post({ readMessages: [] }), 400, ['instance.readMessages must not be empty']);
});

test('400: the instance is not connected', async () => {
  const response = await post(
    { readMessages: [{ id: 'A', fromMe: false, remoteJid: world.anaJid }] },
    CLOSED,
  );
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
