import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { createSamples } from '../../media/samples.ts';
import { assertRefused, call } from '../../support/call.ts';
import { mediaOf, post, sendToAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

const samples = createSamples();
let world: Shop;
before(async () => {
  world = await openShop();
});
after(async () => {
  await world.stop();
  samples.remove();
});

testSend('sendPtv', () => world);

test('201: a round video', async () => {
  const path = samples.video();
  const { sent, seen } = await sendToAna(world, 'sendPtv', { video: readFileSync(path, 'base64') });
  assert.equal(sent.messageType, 'ptvMessage');
  assert.partialDeepStrictEqual(seen.content.ptvMessage, { mimetype: 'video/mp4', seconds: 1 });
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: an uploaded one', async () => {
  const response = await call(world.gateway, 'POST', '/message/sendPtv/shop')
    .field('number', world.ana.number)
    .field('mentionsEveryOne', 'False')
    .attach('file', samples.video());
  assert.equal(response.status, 201, JSON.stringify(response.body));
  assert.equal(response.body.messageType, 'ptvMessage');
});

test('400: no video', async () => {
  const response = await post(world, 'sendPtv', { number: world.ana.number });
  assertRefused(response, 400, ['Owned media must be a url or base64']);
});
