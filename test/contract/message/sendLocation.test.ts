import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { post, sendToAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
before(async () => {
  world = await openShop();
});
after(() => world.stop());

testSend('sendLocation', () => world);

const PLACE = { latitude: -23.5505, longitude: -46.6333, name: 'The shop', address: 'Rua 1' };
const SEEN = { degreesLatitude: -23.5505, degreesLongitude: -46.6333, name: 'The shop', address: 'Rua 1' };

test('201: the other side sees the place', async () => {
  const { sent, seen } = await sendToAna(world, 'sendLocation', PLACE);
  assert.partialDeepStrictEqual(seen.content.locationMessage, SEEN);
  assert.equal(sent.messageType, 'locationMessage');
  assert.partialDeepStrictEqual(sent.message.locationMessage, SEEN);
});

test('201: numbers as texts, no name, as version 1 writes it, as a reply', async () => {
  const id = await world.hearsFromAna('Where are you?');
  const locationMessage = { latitude: '1.5', longitude: '2', name: '', address: '' };
  const { seen } = await sendToAna(world, 'sendLocation', {
    locationMessage,
    options: { quoted: { key: { id } } },
  });
  const found = { degreesLatitude: 1.5, degreesLongitude: 2, contextInfo: { stanzaId: id } };
  assert.partialDeepStrictEqual(seen.content.locationMessage, found);
});

test('400: a place that is not on earth', async () => {
  const response = await post(world, 'sendLocation', { ...PLACE, number: '1', latitude: 91 });
  assertRefused(response, 400, ['instance.latitude must be at most 90']);
});
