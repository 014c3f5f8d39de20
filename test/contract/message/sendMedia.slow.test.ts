import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { post } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

/** A host that begins to answer, and never ends. */
const slow = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'image/jpeg' }).write('the beginning');
});
let world: Shop;
let url: string;

before(async () => {
  slow.listen(0, '127.0.0.1');
  await once(slow, 'listening');
  url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/a.jpg`;
  world = await openShop({ operationMs: 1_000 });
});
after(async () => {
  slow.closeAllConnections();
  slow.close();
  await world.stop();
});
afterEach(() => world.gateway.whatsapp.request('DELETE', '/faults'));

const TOO_SLOW = ['AxiosError: timeout exceeded: the media did not come in time'];

test('400: the media do not come in time, whatever they are for', async () => {
  const { number } = world.ana;
  for (const [operation, body] of [
    ['sendMedia', { number, mediatype: 'image', media: url }],
    ['sendSticker', { number, sticker: url }],
    ['sendStatus', { type: 'image', content: url, statusJidList: [number] }],
    ['sendButtons', { number, thumbnailUrl: url, buttons: [{ type: 'reply', displayText: 'Yes', id: '1' }] }],
    ['updateProfilePicture', { picture: url }],
  ] as const) {
    assertRefused(await post(world, operation, body), 400, TOO_SLOW);
  }
});

test('504: WhatsApp’s host does not take the media in time; nothing is sent', async () => {
  await world.gateway.whatsapp.faults({ mediaLatencyMs: 60_000 });
  const body = { number: world.ana.number, mediatype: 'document', media: 'AAEC', fileName: 'a.bin' };
  assertRefused(await post(world, 'sendMedia', body), 504, [
    'Error: Media upload failed on all hosts: they did not answer in time',
  ]);
  assert.ok(!world.gateway.events.some(({ type }) => type === 'send.message'));
});

test('504: WhatsApp does not say in time whether the number exists', async () => {
  await world.gateway.whatsapp.faults({ silent: true });
  const response = await post(world, 'sendText', { number: '15550009999', text: 'Hello?' });
  assertRefused(response, 504, ['WhatsApp did not answer in time', 'Error: Timed Out']);
});
