import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageDeleteData, MessageEditData } from '../../clients/typescript/src/index.ts';
import { inInbox } from '../support/messages.ts';
import { heard } from '../support/shop.ts';
import { openTeam, type Team } from '../support/team.ts';

let world: Team;
let instance: string;

before(async () => {
  world = await openTeam();
  instance = world.shop.name;
});
after(() => world.stop());

const arrival = (id: string) =>
  world.gateway.event(
    ({ type, data }) => type === 'messages.upsert' && (data as { key: { id: string } }).key.id === id,
  );

async function edited(id: string, type = 'messages.edited'): Promise<MessageEditData> {
  const event = await world.gateway.event(
    (one) => one.type === type && (one.data as MessageEditData).key.id === id,
  );
  return event.data as MessageEditData;
}

async function deleted(id: string): Promise<MessageDeleteData> {
  const event = await world.gateway.event(
    ({ type, data }) => type === 'messages.delete' && (data as MessageDeleteData).id === id,
  );
  return event.data as MessageDeleteData;
}

async function stored(id: string) {
  const body = { where: { key: { id } } };
  const { messages } = await world.gateway.client.chat.findMessages({ instance, body });
  assert.equal(messages.total, 1);
  return messages.records[0];
}

async function bySomebody(from: string, to: string, message: object): Promise<string> {
  const id = await world.gateway.whatsapp.send(from, to, message);
  await arrival(id);
  return id;
}

const picture = { base64: 'AAAA', mimetype: 'image/png', caption: 'Old' };

test('a member edits a text: text, author and group are told and stored', async () => {
  const { gateway, ana, anaJid, team } = world;
  const id = await bySomebody(ana.number, team, { text: 'at five' });
  await gateway.whatsapp.send(ana.number, team, { edit: { id, text: 'at six' } });
  assert.partialDeepStrictEqual(await edited(id), {
    key: { remoteJid: team, fromMe: false, participant: anaJid },
    ...{ type: 'MESSAGE_EDIT', editedMessage: { conversation: 'at six' }, pushName: 'Ana' },
  });
  assert.partialDeepStrictEqual(await stored(id), {
    key: { remoteJid: team, participant: anaJid },
    ...{ pushName: 'Ana', message: { conversation: 'at six' } },
  });
});

test('a member edits a caption: the picture stays', async () => {
  const { gateway, ana, team } = world;
  const id = await bySomebody(ana.number, team, { image: picture });
  const before = await stored(id);
  await gateway.whatsapp.send(ana.number, team, { edit: { id, text: 'New' } });
  await edited(id);
  const image = before?.message.imageMessage as object;
  assert.deepEqual((await stored(id))?.message.imageMessage, { ...image, caption: 'New' });
});

test('a member takes a message back', async () => {
  const { gateway, ana, anaJid, team } = world;
  const id = await bySomebody(ana.number, team, { text: 'oops' });
  await gateway.whatsapp.send(ana.number, team, { delete: { id } });
  const kept = { pushName: 'Ana', message: { conversation: 'oops' } };
  const key = { remoteJid: team, fromMe: false, participant: anaJid };
  assert.partialDeepStrictEqual(await deleted(id), { status: 'DELETED', ...key, key, ...kept });
  assert.partialDeepStrictEqual(await stored(id), { status: 'DELETED', key, ...kept });
});

test("an admin takes back a member's message, and one of this account", async () => {
  const { gateway, ben, club, shop } = world;
  const { key } = await gateway.client.message.sendText({
    instance,
    body: { number: club, text: 'An advertisement' },
  });
  await inInbox(gateway, ben.number, key.id);
  await gateway.whatsapp.send(ben.number, club, { delete: { id: key.id } });
  const message = { conversation: 'An advertisement' };
  assert.partialDeepStrictEqual(await deleted(key.id), { fromMe: true, remoteJid: club, message });
  const byPhone = await bySomebody(shop.number, club, { text: 'Another' });
  await inInbox(gateway, ben.number, byPhone);
  await gateway.whatsapp.send(ben.number, club, { delete: { id: byPhone } });
  assert.partialDeepStrictEqual(await deleted(byPhone), { fromMe: true, remoteJid: club });
});

test("this account, an admin, takes back a member's message", async () => {
  const { gateway, ana, anaJid, team } = world;
  const id = await bySomebody(ana.number, team, { text: 'Spam' });
  const wire = await ana.client.text('Spam');
  const seen = heard(ana.client, 'messages.update', (updates) =>
    updates.some(({ key, update }) => key.id === wire.key.id && update.message === null) ? true : undefined,
  );
  const body = { id, fromMe: false, remoteJid: team, participant: anaJid };
  await gateway.client.chat.deleteMessageForEveryone({ instance, body });
  await seen;
  assert.partialDeepStrictEqual(await deleted(id), {
    ...{ fromMe: false, remoteJid: team, participant: anaJid, pushName: 'Ana' },
    message: { conversation: 'Spam' },
  });
});

test('through the API: a text and a caption in a group read anew, for all', async () => {
  const { gateway, ana, team } = world;
  const text = await gateway.client.message.sendText({ instance, body: { number: team, text: 'One' } });
  const image = await gateway.client.message.sendMedia({
    instance,
    body: { number: team, mediatype: 'image', media: PNG, caption: 'One' },
  });
  for (const { key } of [text, image]) {
    await inInbox(gateway, ana.number, key.id);
    const body = { number: team, text: 'Two', key };
    const change = await gateway.client.chat.updateMessage({ instance, body });
    assert.equal((await inInbox(gateway, ana.number, change.key.id)).text, 'Two');
    assert.partialDeepStrictEqual(await edited(key.id, 'send.message.update'), {
      key: { remoteJid: team, fromMe: true },
    });
  }
  const { conversation } = (await stored(text.key.id))?.message ?? {};
  assert.equal(conversation, 'Two');
  const before = image.message.imageMessage as object;
  assert.deepEqual((await stored(image.key.id))?.message.imageMessage, { ...before, caption: 'Two' });
});

test('on the phone: what was sent through the API is edited and taken back there', async () => {
  const { gateway, ana, anaJid, shop, team } = world;
  for (const to of [anaJid, team]) {
    const { key } = await gateway.client.message.sendText({ instance, body: { number: to, text: 'One' } });
    await inInbox(gateway, ana.number, key.id);
    await inInbox(gateway, shop.number, key.id);
    await gateway.whatsapp.send(shop.number, to, { edit: { id: key.id, text: 'Two' } });
    assert.partialDeepStrictEqual(await edited(key.id), {
      key: { remoteJid: to, fromMe: true },
      editedMessage: { conversation: 'Two' },
    });
    await gateway.whatsapp.send(shop.number, to, { delete: { id: key.id } });
    const kept = { fromMe: true, remoteJid: to, message: { conversation: 'Two' } };
    assert.partialDeepStrictEqual(await deleted(key.id), kept);
    assert.equal((await stored(key.id))?.status, 'DELETED');
  }
});

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
