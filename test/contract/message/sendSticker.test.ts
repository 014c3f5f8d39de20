import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
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

testSend('sendSticker', () => world);

const send = (body: object) => sendToAna(world, 'sendSticker', body);

test('201: a picture becomes a sticker', async () => {
  const { sent, seen } = await send({ sticker: readFileSync(await samples.image('png', 60, 30), 'base64') });
  assert.equal(sent.messageType, 'stickerMessage');
  const { stickerMessage } = seen.content;
  assert.partialDeepStrictEqual(stickerMessage, { mimetype: 'image/webp', width: 512, height: 512 });
  const { format, width, height } = await sharp(await mediaOf(seen)).metadata();
  assert.deepEqual([format, width, height], ['webp', 512, 512]);
});

test('201: what moves goes on moving', async () => {
  const { seen } = await send({ sticker: readFileSync(await samples.animation('gif'), 'base64') });
  assert.equal(seen.content.stickerMessage?.isAnimated, true);
  assert.equal((await sharp(await mediaOf(seen), { animated: true }).metadata()).pages, 3);
});

test('201: as it is, if the caller says so', async () => {
  const path = await samples.image('webp', 100, 100);
  const { seen } = await send({ sticker: readFileSync(path, 'base64'), notConvertSticker: true });
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: as version 1 writes it, and as an uploaded file', async () => {
  const path = await samples.image('jpeg', 20, 20);
  await send({ stickerMessage: { image: readFileSync(path, 'base64') } });
  const response = await call(world.gateway, 'POST', '/message/sendSticker/shop')
    .field('number', world.ana.number)
    .field('notConvertSticker', 'False')
    .attach('file', path);
  assert.equal(response.status, 201, JSON.stringify(response.body));
});

test('400: no picture, and what is none', async () => {
  const { number } = world.ana;
  assertRefused(await post(world, 'sendSticker', { number }), 400, ['Owned media must be a url or base64']);
  assertRefused(await post(world, 'sendSticker', { number, sticker: 'AAECAw==' }), 400);
});
