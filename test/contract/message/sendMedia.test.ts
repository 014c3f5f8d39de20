import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { createSamples } from '../../media/samples.ts';
import { call } from '../../support/call.ts';
import { presenceOf } from '../../support/contact.ts';
import { type FileServer, startFileServer } from '../../support/file-server.ts';
import { mediaOf, sendToAna } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

const samples = createSamples();
let world: Shop;
let files: FileServer;

before(async () => {
  [world, files] = [await openShop(), await startFileServer()];
});
after(async () => {
  await files.stop();
  await world.stop();
  samples.remove();
});

const send = (body: object) => sendToAna(world, 'sendMedia', body);
const base64 = (path: string) => readFileSync(path, 'base64');

test('201: an image by its address, untouched, with its size and a thumbnail', async () => {
  const path = await samples.image('png', 300, 200);
  const { sent, seen } = await send({ mediatype: 'image', media: files.url(path), caption: 'A logo' });
  assert.equal(sent.messageType, 'imageMessage');
  const { imageMessage } = seen.content;
  const facts = { mimetype: 'image/png', caption: 'A logo', width: 300, height: 200 };
  assert.partialDeepStrictEqual(imageMessage, facts);
  assert.partialDeepStrictEqual(sent.message.imageMessage, facts);
  assert.equal((await sharp(imageMessage?.jpegThumbnail ?? undefined).metadata()).format, 'jpeg');
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: an image that WhatsApp does not show becomes one that it shows', async () => {
  const media = base64(await samples.image('gif', 30, 20));
  const { seen } = await send({ mediatype: 'image', media, mimetype: 'image/gif' });
  assert.equal(seen.content.imageMessage?.mimetype, 'image/png');
});

test('201: a video as a data URI, with its length, its size and a thumbnail', async () => {
  const path = samples.video();
  const media = `data:video/mp4;base64,${base64(path)}`;
  const { seen } = await send({ mediatype: 'video', media, caption: 'A test' });
  const { videoMessage } = seen.content;
  const facts = { mimetype: 'video/mp4', caption: 'A test', seconds: 1, width: 64, height: 48 };
  assert.partialDeepStrictEqual(videoMessage, facts);
  assert.ok((videoMessage?.jpegThumbnail?.length ?? 0) > 100);
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: a document keeps its bytes; its name and type come from the address', async () => {
  const path = join(samples.folder, 'prices.csv');
  writeFileSync(path, 'a,b\n1,2\n');
  const { seen } = await send({ mediatype: 'document', media: files.url(path) });
  const facts = { mimetype: 'text/csv', fileName: 'prices.csv' };
  assert.partialDeepStrictEqual(seen.content.documentMessage, facts);
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: a document as base64 has the name and the type that the caller says', async () => {
  const said = { mimetype: 'application/x-mine', fileName: 'mine.bin', caption: 'Mine' };
  const { sent, seen } = await send({ mediatype: 'document', media: 'AAECAw==', ...said });
  assert.partialDeepStrictEqual(seen.content.documentMessage, said);
  assert.equal(sent.messageType, 'documentMessage');
});

test('201: audio is sent as it is, and as no voice message; the recipient sees recording', async () => {
  const recording = presenceOf(world.ana, 'recording');
  const path = samples.tone('mp3');
  const { seen } = await send({ mediatype: 'audio', media: base64(path), delay: 20 });
  await recording;
  assert.partialDeepStrictEqual(seen.content.audioMessage, { mimetype: 'audio/mpeg', seconds: 2 });
  assert.ok(!seen.content.audioMessage?.ptt);
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: large base64 goes through the disk, and arrives as it is', async () => {
  const bytes = Buffer.alloc(3_000_000, 'large media ');
  const said = { mediatype: 'document', fileName: 'large.bin' };
  const media = bytes.toString('base64');
  for (const form of [media, `data:application/x-large;base64,${media}`]) {
    const { seen } = await send({ ...said, media: form });
    assert.deepEqual(await mediaOf(seen), bytes);
    assert.equal(seen.content.documentMessage?.fileName, 'large.bin');
  }
});

test('201: a reply, to a message by its id alone', async () => {
  const id = await world.hearsFromAna('Have you a picture?');
  const media = base64(await samples.image('jpeg', 30, 20));
  const { sent, seen } = await send({ mediatype: 'image', media, quoted: { key: { id } } });
  const { stanzaId, quotedMessage } = seen.content.imageMessage?.contextInfo ?? {};
  assert.equal(stanzaId, id);
  assert.equal(
    quotedMessage?.extendedTextMessage?.text ?? quotedMessage?.conversation,
    'Have you a picture?',
  );
  assert.equal(sent.contextInfo?.stanzaId, id);
});

test('201: as version 1 writes it', async () => {
  const mediaMessage = { mediatype: 'document', media: 'AAECAw==', fileName: 'v1.bin', caption: 'old' };
  const { seen } = await send({ mediaMessage, options: { delay: 1, presence: 'composing' } });
  assert.partialDeepStrictEqual(seen.content.documentMessage, { fileName: 'v1.bin', caption: 'old' });
});

test('201: an uploaded file, as the Python client sends it', async () => {
  const path = await samples.image('jpeg', 40, 30);
  const response = await call(world.gateway, 'POST', '/message/sendMedia/shop')
    .field('number', world.ana.number)
    .field('mediatype', 'image')
    .field('mimetype', 'image/jpeg')
    .field('caption', 'uploaded')
    .field('fileName', 'photo.jpg')
    .field('delay', '1')
    .attach('file', path, { filename: 'file', contentType: 'application/octet-stream' });
  assert.equal(response.status, 201, JSON.stringify(response.body));
  assert.partialDeepStrictEqual(response.body.message.imageMessage, { caption: 'uploaded', width: 40 });
});
