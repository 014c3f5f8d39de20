import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type AnyMessageContent, downloadMediaMessage } from '@whiskeysockets/baileys';
import type { Client } from './baileys-client.ts';
import { arrived } from './client-events.ts';
import { createWorld, type Trust, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';
const file = randomBytes(50_000);

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  const { body } = await world.control.request<Trust>('GET', '/trust');
  setDefaultCACertificates([...getCACertificates('default'), body.ca]);
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

const SENT: [string, AnyMessageContent][] = [
  ['image', { image: file, jpegThumbnail: '', caption: 'look' }],
  ['video', { video: file, jpegThumbnail: '' }],
  ['ptv', { video: file, jpegThumbnail: '', ptv: true }],
  ['audio', { audio: file, mimetype: 'audio/ogg; codecs=opus', ptt: true, seconds: 1 }],
  ['document', { document: file, mimetype: 'text/plain', fileName: 'a.txt', caption: 'read' }],
  ['sticker', { sticker: file }],
];
for (const [type, content] of SENT) {
  test(`the phone downloads, checks and decrypts: ${type}`, async () => {
    const id = await alice.send(`${BOB}@s.whatsapp.net`, content);
    const message = await world.control.received(BOB, id);
    assert.equal(message.type, type);
    assert.partialDeepStrictEqual(message.media, {
      ...{ fileLength: file.length, size: file.length, sha256Matches: true, error: null },
    });
    const response = await fetch(`${world.simulator.url}/phones/${BOB}/inbox/${id}/media`);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(
      createHash('sha256').update(bytes).digest('hex'),
      createHash('sha256').update(file).digest('hex'),
    );
  });
}

for (const kind of ['image', 'video', 'ptv', 'audio', 'document', 'sticker']) {
  test(`a client downloads what the phone sent: ${kind}`, async () => {
    const sending = {
      [kind]: { base64: file.toString('base64'), caption: kind === 'image' ? 'look' : undefined },
    };
    const message = await arrived(alice, await world.control.send(BOB, ALICE, sending));
    assert.ok(file.equals(await downloadMediaMessage(message, 'buffer', {})));
  });
}

test('a text has no media', async () => {
  const id = await alice.send(`${BOB}@s.whatsapp.net`, { text: 'nothing to see' });
  await world.control.received(BOB, id);
  const { status } = await world.control.request('GET', `/phones/${BOB}/inbox/${id}/media`);
  assert.equal(status, 404);
});
