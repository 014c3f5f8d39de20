import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { downloadMediaMessage, type WAMessage } from '@whiskeysockets/baileys';
import type { Client } from './baileys-client.ts';
import { arrived } from './client-events.ts';
import { createWorld, type Trust, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';
const BOB_JID = `${BOB}@s.whatsapp.net`;
const file = randomBytes(20_000);

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  const { body } = await world.control.request<Trust>('GET', '/trust');
  setDefaultCACertificates([...getCACertificates('default'), body.ca]);
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
});
afterEach(() => world.control.request('DELETE', '/faults'));
after(() => world.end());

const download = (message: WAMessage) => downloadMediaMessage(message, 'buffer', {});

/** Holds for a Boom with this status code. */
const withStatus = (status: number) => (error: { output?: { statusCode?: number } }) =>
  error.output?.statusCode === status;

async function picture(): Promise<WAMessage> {
  const image = { base64: file.toString('base64') };
  const id = await world.control.send(BOB, ALICE, { image });
  await world.control.received(ALICE, id); // so that her phone has a copy
  return arrived(alice, id);
}

test('an upload is refused', async () => {
  await world.control.faults({ mediaUploadError: 500 });
  const image = { image: file, jpegThumbnail: '' };
  await assert.rejects(alice.send(BOB_JID, image), /Media upload failed on all hosts/);
});

test('a download is refused', async () => {
  const message = await picture();
  await world.control.faults({ mediaDownloadError: 404 });
  await assert.rejects(download(message), withStatus(404));
});

test('a slow media host answers in the end', async () => {
  const message = await picture();
  await world.control.faults({ mediaLatencyMs: 200 });
  assert.ok(file.equals(await download(message)));
});

for (const status of [404, 410]) {
  test(`a file that expired with ${status} is uploaded again by the phone, when the client asks`, async () => {
    const message = await picture();
    await world.control.faults({ expireMedia: status });
    await assert.rejects(download(message), withStatus(status));
    await alice.socket().refreshMediaConn(true); // it names the host of what is uploaded again
    const renewed = await alice.socket().updateMediaMessage(message);
    assert.ok(file.equals(await download(renewed)));
  });
}

test('a phone that has the file no more says so', async () => {
  const message = await picture();
  await world.control.faults({ refuseReupload: true });
  await assert.rejects(alice.socket().updateMediaMessage(message), withStatus(404));
});

test('messages to one number are refused, others are not', async () => {
  await world.control.phone('15550000003', 'Carol');
  await world.control.faults({ ackErrors: { [BOB]: 463 } });
  const refused = await alice.send(BOB_JID, { text: 'refused' });
  await alice.status(refused, 0);
  await alice.status(await alice.send('15550000003@s.whatsapp.net', { text: 'accepted' }), 3);
  const { body } = await world.control.request<{ ackErrors: object }>('DELETE', '/faults');
  assert.deepEqual(body.ackErrors, {});
});
