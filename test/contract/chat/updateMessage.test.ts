import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDatabase } from '../../../server/store/db.ts';
import { assertRefused, call } from '../../support/call.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, heard, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('updateMessage', () => world.gateway);

const edit = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/updateMessage/${name}`).send(body);

async function sendText(text: string): Promise<string> {
  const body = { number: world.ana.number, text };
  const { key } = await world.gateway.client.message.sendText({ instance: 'shop', body });
  await world.ana.client.text(text);
  return key.id;
}

async function age(id: string, seconds: number): Promise<void> {
  const db = await openDatabase(join(world.gateway.folder, 'zapgate.db'));
  await db
    .updateTable('message')
    .set((eb) => ({ message_timestamp: eb('message_timestamp', '-', seconds) }))
    .where('key_id', '=', id)
    .execute();
  await db.destroy();
}

const keyOf = (id: string, fromMe = true) => ({ id, fromMe, remoteJid: world.anaJid });

test('200: the recipient sees the new text, and it is told and stored', async () => {
  const { gateway, ana, anaJid } = world;
  const id = await sendText('Arrives at five');
  const text = 'Arrives at six';
  const seen = heard(ana.client, 'messages.update', (updates) => {
    const update = updates.find(({ key }) => key.id === id)?.update.message?.editedMessage?.message;
    return update?.conversation ?? update?.extendedTextMessage?.text ?? undefined;
  });
  const told = gateway.nextEvent(({ type }) => type === 'send.message.update');
  const { status, body } = await edit({ number: ana.number, text, key: keyOf(id) });
  assert.equal(status, 200, JSON.stringify(body));
  const { protocolMessage } = body.message;
  assert.partialDeepStrictEqual(protocolMessage, {
    key: keyOf(id),
    type: 'MESSAGE_EDIT',
    editedMessage: { conversation: text },
  });
  assert.equal(await seen, text);
  const { data } = await told;
  assert.partialDeepStrictEqual(data, {
    key: { id, fromMe: true, remoteJid: anaJid },
    type: 'MESSAGE_EDIT',
    editedMessage: { conversation: text },
  });
  const found = await gateway.client.chat.findMessages({
    instance: 'shop',
    body: { where: { key: { id } } },
  });
  const [stored] = found.messages.records;
  assert.equal(stored?.message.conversation, text);
  assert.ok(stored?.MessageUpdate.some((one) => one.status === 'EDITED'));
});

test('400: the message is in another chat', async () => {
  const id = await sendText('In this chat');
  const number = newNumber();
  await world.gateway.whatsapp.phone(number, 'Somebody else');
  assertRefused(await edit({ number, text: 'x', key: keyOf(id) }), 400, ['RemoteJid does not match']);
});

test('400: somebody else wrote it', async () => {
  const id = await world.hearsFromAna('Mine');
  assertRefused(await edit({ number: world.ana.number, text: 'x', key: keyOf(id, false) }), 400, [
    'Message not compatible',
    'Only its author can edit it',
  ]);
});

test('400: it is older than 15 minutes', async () => {
  const id = await sendText('Long ago');
  await age(id, 16 * 60);
  assertRefused(await edit({ number: world.ana.number, text: 'x', key: keyOf(id) }), 400, [
    'Message is older than 15 minutes',
  ]);
});

test('404: the message is not stored', async () => {
  const key = keyOf('3EB0UNKNOWN');
  assertRefused(await edit({ number: world.ana.number, text: 'x', key }), 404, ['Message not found']);
});

test('400: the instance is not connected', async () => {
  const response = await edit({ number: world.ana.number, text: 'x', key: keyOf('A') }, CLOSED);
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
