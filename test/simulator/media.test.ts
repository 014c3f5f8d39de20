import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { downloadMediaMessage, type WAMessage } from '@whiskeysockets/baileys';
import type { Client } from './baileys-client.ts';
import { eventually } from './control-client.ts';
import { createWorld, type Trust, type World } from './world.ts';

const BOB_JID = '15550000002@s.whatsapp.net';

let world: World;
let alice: Client;
let bob: Client;

before(async () => {
  world = await createWorld();
  const { body } = await world.control.request<Trust>('GET', '/trust');
  setDefaultCACertificates([...getCACertificates('default'), body.ca]);
  alice = await world.link('15550000001', 'Alice');
  bob = await world.link('15550000002', 'Bob');
});
after(() => world.end());

function arrival(id: string): Promise<WAMessage> {
  return eventually('message', async () => bob.upserts.find(({ message }) => message.key.id === id)?.message);
}

test('an image is uploaded, and downloaded by its receiver', async () => {
  const image = randomBytes(200_000);
  const id = await alice.send(BOB_JID, { image, caption: 'a picture', jpegThumbnail: '' });
  const downloaded = await downloadMediaMessage(await arrival(id), 'buffer', {});
  assert.ok(image.equals(downloaded));
  const inbox = await eventually('inbox', async () => {
    const messages = await world.control.inbox('15550000002');
    return messages.length > 0 && messages;
  });
  assert.partialDeepStrictEqual(inbox, [{ id, type: 'image', text: 'a picture' }]);
});

test('a document keeps its bytes and its name', async () => {
  const document = Buffer.from('hello document');
  const id = await alice.send(BOB_JID, { document, mimetype: 'text/plain', fileName: 'a.txt' });
  const message = await arrival(id);
  assert.equal(message.message?.documentMessage?.fileName, 'a.txt');
  assert.deepEqual(await downloadMediaMessage(message, 'buffer', {}), document);
});

test('the media host answers ranges, and 404 for what it does not have', async () => {
  const { body } = await world.control.request<Trust>('GET', '/trust');
  const upload = await fetch(`https://${body.mediaHost}/mms/image/abc`, {
    method: 'POST',
    body: '0123456789',
  });
  const { url } = (await upload.json()) as { url: string };
  const part = await fetch(url, { headers: { range: 'bytes=2-4' } });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), 'bytes 2-4/10');
  assert.equal(await part.text(), '234');
  const beyond = await fetch(url, { headers: { range: 'bytes=20-' } });
  assert.equal(beyond.status, 416);
  assert.equal((await fetch(`https://${body.mediaHost}/v/no/such.enc`)).status, 404);
});
