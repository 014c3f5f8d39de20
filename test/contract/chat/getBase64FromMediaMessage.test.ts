import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { AnyMessageContent } from '@whiskeysockets/baileys';
import { sniff } from '../../../server/media/mime.ts';
import { createSamples } from '../../media/samples.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { post, sendToAna } from '../../support/sends.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';
import { startWebhookReceiver } from '../../support/webhook-receiver.ts';

const samples = createSamples();
let world: Shop;
before(async () => {
  world = await openShop();
});
after(async () => {
  await world.stop();
  samples.remove();
});

testRefusals('getBase64FromMediaMessage', () => world.gateway);

const fetchMedia = (message: object, more = {}) =>
  post(world, 'getBase64FromMediaMessage', { message, ...more });

/** Ana sends something to the shop. Gives the record of it, as events carry it. */
async function fromAna(content: AnyMessageContent) {
  const id = await world.ana.client.send(world.shopJid, content);
  const { data } = await world.gateway.event(
    ({ type, data }) => type === 'messages.upsert' && (data as { key: { id: string } }).key.id === id,
  );
  return data as { key: { id: string }; message: Record<string, Record<string, unknown>> };
}

test('201: a picture that came in, by its id alone', async () => {
  const path = await samples.image('jpeg', 40, 30);
  const { key } = await fromAna({ image: { url: path }, caption: 'Our dog', width: 40, height: 30 });
  const { body } = await fetchMedia({ key: { id: key.id } }).expect(201);
  const bytes = readFileSync(path);
  assert.deepEqual(body, {
    ...{ mediaType: 'imageMessage', fileName: `${key.id}.jpeg`, caption: 'Our dog', mimetype: 'image/jpeg' },
    size: { fileLength: String(bytes.length), height: 30, width: 40 },
    ...{ base64: bytes.toString('base64'), buffer: null },
  });
});

test('201: a document that was sent, by its own name', async () => {
  const body = {
    mediatype: 'document',
    media: 'AAECAw==',
    fileName: 'mine.bin',
    mimetype: 'application/x-mine',
  };
  const { sent } = await sendToAna(world, 'sendMedia', body);
  const answer = await fetchMedia({ key: sent.key }).expect(201);
  const found = { mediaType: 'documentMessage', fileName: 'mine.bin', mimetype: 'application/x-mine' };
  assert.partialDeepStrictEqual(answer.body, { ...found, base64: 'AAECAw==' });
});

test('201: a record as an event carried it, its bytes in any form, of a message that is not stored', async () => {
  const { message } = await fromAna({
    document: Buffer.from('hello'),
    mimetype: 'text/plain',
    fileName: 'a.txt',
  });
  const key = { id: '3EB0FFFFFFFFFFFFFFFFFF', remoteJid: world.anaJid, fromMe: false };
  const { mediaKey, ...rest } = message.documentMessage ?? {};
  const bytes = Buffer.from(String(mediaKey), 'base64');
  for (const form of [mediaKey, bytes.toJSON(), { ...bytes }]) {
    const given = { documentMessage: { ...rest, mediaKey: form } };
    const { body } = await fetchMedia({ key, message: given }).expect(201);
    assert.equal(Buffer.from(body.base64, 'base64').toString(), 'hello');
  }
});

test('201: a picture to be seen once', async () => {
  const path = await samples.image('jpeg', 20, 20);
  const { key } = await fromAna({ image: { url: path }, viewOnce: true });
  const { body } = await fetchMedia({ key }).expect(201);
  assert.equal(body.base64, readFileSync(path, 'base64'));
});

test('201: audio as MP4', async () => {
  const { key } = await fromAna({ audio: { url: samples.tone('ogg') }, ptt: true, seconds: 2 });
  const { body } = await fetchMedia({ key }, { convertToMp4: true }).expect(201);
  assert.equal(body.mimetype, 'audio/mp4');
  const path = join(samples.folder, 'converted');
  writeFileSync(path, Buffer.from(body.base64, 'base64'));
  assert.match((await sniff(path)) ?? '', /mp4|m4a/);
});

test('400: an unknown message, and one without media', async () => {
  assertRefused(await fetchMedia({ key: { id: 'unknown' } }), 400, ['Message not found']);
  const id = await world.hearsFromAna('no media');
  assertRefused(await fetchMedia({ key: { id } }), 400, ['The message is not of the media type']);
});

const EMPTY: [string, object][] = [
  ['The message is messageContextInfo', { messageContextInfo: { messageSecret: 'AAEC' } }],
  [
    'Template message does not contain a supported media type',
    { templateMessage: { hydratedTemplate: { hydratedContentText: 'x' } } },
  ],
  ['Error: The message does not say where its media is', { imageMessage: { caption: 'x' } }],
];
for (const [text, message] of EMPTY) {
  test(`400: ${text}`, async () => {
    assertRefused(await fetchMedia({ key: { id: 'x' }, message }), 400, [text]);
  });
}

test('400: media that are gone, and an address that is not WhatsApp’s is not even asked', async () => {
  const receiver = await startWebhookReceiver();
  const imageMessage = { mediaKey: Buffer.alloc(32, 1).toString('base64'), directPath: '/v/gone/x.enc' };
  for (const url of ['', receiver.url, `${receiver.url}/v/gone/x.enc`]) {
    const response = await fetchMedia({
      key: { id: 'x' },
      message: { imageMessage: { ...imageMessage, url } },
    });
    assert.ok([400, 504].includes(response.status), response.text);
  }
  const tricky = { ...imageMessage, directPath: `@${receiver.url.slice('http://'.length)}/x` };
  assertRefused(await fetchMedia({ key: { id: 'x' }, message: { imageMessage: tricky } }), 400);
  assert.deepEqual(receiver.received, []);
  await receiver.stop();
});

test('400: the instance is not connected', async () => {
  const request = call(world.gateway, 'POST', `/chat/getBase64FromMediaMessage/${CLOSED}`);
  const response = await request.send({ message: { key: { id: 'x' } } });
  assertRefused(response, 400, ['Error: Connection Closed', `The "${CLOSED}" instance is not connected`]);
});

test('a webhook that wants base64 gets media with the message; nothing of them is stored', async () => {
  const receiver = await startWebhookReceiver();
  const webhook = { enabled: true, url: receiver.url, base64: true, events: ['MESSAGES_UPSERT'] as const };
  await world.gateway.client.webhook.setWebhook({
    instance: 'shop',
    body: { webhook: { ...webhook, events: [...webhook.events] } },
  });
  const { key, message } = await fromAna({
    document: Buffer.from('hello'),
    mimetype: 'text/plain',
    fileName: 'a',
  });
  assert.equal(message.base64, undefined);
  const isIt = ({ body }: { body: { data: unknown } }) =>
    (body.data as { key: { id: string } }).key.id === key.id;
  await receiver.until((received) => received.some(isIt));
  const data = receiver.received.find(isIt)?.body.data as { message: { base64: string } };
  assert.equal(Buffer.from(data.message.base64, 'base64').toString(), 'hello');
  await receiver.stop();
});
