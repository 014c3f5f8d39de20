import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { post, sendToAna } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let group: string;

before(async () => {
  world = await openShop();
  const made = await world.gateway.client.group.createGroup({
    instance: 'shop',
    body: { subject: 'Customers', participants: [world.ana.number] },
  });
  group = made.id;
});
after(() => world.stop());

const send = (body: object) => sendToAna(world, 'sendText', { number: group, linkPreview: false, ...body });

test('every member of a group gets a message to it, also by the digits of its id', async () => {
  for (const number of [group, group.replace('@g.us', '')]) {
    const { sent, seen } = await send({ number, text: 'Hello all' });
    assert.equal(sent.key.remoteJid, group);
    assert.equal(seen.whole.key.remoteJid, group);
    assert.equal(seen.content.extendedTextMessage?.text, 'Hello all');
  }
});

test('everybody is mentioned, by any of the names that clients have for it', async () => {
  for (const everyOne of [{ mentionsEveryOne: true }, { everyOne: true }, { mentions: { everyOne: true } }]) {
    const { seen } = await send({ text: 'Hello @all', ...everyOne });
    assert.equal(seen.content.extendedTextMessage?.contextInfo?.mentionedJid?.length, 2);
  }
});

test('some are mentioned, by number or JID; also below a place', async () => {
  const mentioned = [world.ana.number];
  const { seen } = await send({ text: 'Hello @Ana', mentioned });
  assert.deepEqual(seen.content.extendedTextMessage?.contextInfo?.mentionedJid, [world.anaJid]);
  const place = { number: group, latitude: 1, longitude: 2, mentioned: [world.anaJid] };
  const located = await sendToAna(world, 'sendLocation', place);
  const { contextInfo } = located.seen.content.locationMessage ?? {};
  assert.deepEqual(contextInfo?.mentionedJid, [world.anaJid]);
});

test('404: there is no such group', async () => {
  const body = { number: '120363000000000000@g.us', text: 'Hello?' };
  assertRefused(await post(world, 'sendText', body), 404, ['Group not found']);
});
