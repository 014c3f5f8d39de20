import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { oggOpusSeconds } from '../../../server/media/ogg-opus.ts';
import { createSamples, withoutFfmpeg } from '../../media/samples.ts';
import { assertRefused, call } from '../../support/call.ts';
import { presenceOf } from '../../support/contact.ts';
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

testSend('sendWhatsAppAudio', () => world);

const send = (body: object) => sendToAna(world, 'sendWhatsAppAudio', body);
const VOICE = { mimetype: 'audio/ogg; codecs=opus', ptt: true, seconds: 2 };

test('201: any audio becomes a voice message; the recipient sees recording', async () => {
  const recording = presenceOf(world.ana, 'recording');
  const { sent, seen } = await send({ audio: readFileSync(samples.tone('mp3'), 'base64'), delay: 20 });
  await recording;
  assert.partialDeepStrictEqual(seen.content.audioMessage, VOICE);
  assert.equal(seen.content.audioMessage?.waveform?.length, 64);
  assert.partialDeepStrictEqual(sent.message.audioMessage, VOICE);
  const path = join(samples.folder, 'heard.ogg');
  writeFileSync(path, await mediaOf(seen));
  assert.equal(await oggOpusSeconds(path), 2);
});

test('201: without encoding it is sent as it is', async () => {
  const path = samples.tone('mp3');
  const { seen } = await send({ audio: readFileSync(path, 'base64'), encoding: false });
  assert.partialDeepStrictEqual(seen.content.audioMessage, VOICE);
  assert.deepEqual(await mediaOf(seen), readFileSync(path));
});

test('201: a reply, as version 1 writes it', async () => {
  const id = await world.hearsFromAna('Call me');
  const audioMessage = { audio: readFileSync(samples.tone('ogg'), 'base64') };
  const options = { encoding: true, quoted: { key: { id } } };
  const { seen } = await send({ audioMessage, options });
  assert.equal(seen.content.audioMessage?.contextInfo?.stanzaId, id);
});

test('201: an uploaded file, as the Python client sends it', async () => {
  const response = await call(world.gateway, 'POST', '/message/sendWhatsAppAudio/shop')
    .field('number', world.ana.number)
    .field('encoding', 'True')
    .attach('file', samples.tone('wav'), { filename: 'file', contentType: 'audio/x-wav' });
  assert.equal(response.status, 201, JSON.stringify(response.body));
  assert.partialDeepStrictEqual(response.body.message.audioMessage, VOICE);
});

test('400 without ffmpeg, with the way to install it; Ogg with Opus needs none', async () => {
  const number = world.ana.number;
  const [mp3, ogg] = [samples.tone('mp3'), samples.tone('ogg')].map((path) => readFileSync(path, 'base64'));
  await withoutFfmpeg(async () => {
    const refused = await post(world, 'sendWhatsAppAudio', { number, audio: mp3 });
    assertRefused(refused, 400);
    assert.match(refused.body.response.message[0], /ffmpeg is not installed.*apt-get install ffmpeg/);
    const { seen } = await send({ audio: ogg });
    assert.partialDeepStrictEqual(seen.content.audioMessage, VOICE);
  });
});

test('400: no audio, and what is none', async () => {
  const refused = ['Owned media must be a url, base64, or valid file with buffer'];
  assertRefused(await post(world, 'sendWhatsAppAudio', { number: world.ana.number }), 400, refused);
  const response = await post(world, 'sendWhatsAppAudio', { number: world.ana.number, audio: 'AAECAw==' });
  assertRefused(response, 400);
  assert.match(response.body.response.message[0], /^Error: The media is not audio/);
});
