import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let picture: Buffer;

before(async () => {
  world = await openShop();
  picture = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#0a08' } })
    .png()
    .toBuffer();
});
after(() => world.stop());

testRefusals('updateProfilePicture', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/updateProfilePicture/${name}`).send(body);

/** What Ana sees as the shop's picture. */
async function seenByAna(): Promise<Buffer> {
  const url = await world.ana.client.socket().profilePictureUrl(world.shopJid, 'image');
  const response = await fetch(url ?? '');
  return Buffer.from(await response.arrayBuffer());
}

async function assertPictureSet(source: string): Promise<void> {
  const { status, body } = await post({ picture: source });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { update: 'success' });
  const { format, width, height } = await sharp(await seenByAna()).metadata();
  assert.deepEqual({ format, width, height }, { format: 'jpeg', width: 640, height: 640 });
}

test('200: base64; others see a square JPEG, and the instance shows where it is', async () => {
  await assertPictureSet(picture.toString('base64'));
  const [row] = await world.gateway.client.instance.fetchInstances({ instanceName: 'shop' });
  assert.match(row?.profilePicUrl ?? '', /^https?:/);
});

test('200: a data URI', async () => {
  await assertPictureSet(`data:image/png;base64,${picture.toString('base64')}`);
});

test('200: a URL', async (t) => {
  const server = createServer((_request, response) => response.end(picture)).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  await assertPictureSet(`http://127.0.0.1:${(server.address() as AddressInfo).port}/logo.png`);
});

for (const [title, source] of [
  ['what is neither a URL nor base64', 'no picture'],
  ['what is not an image', Buffer.from('This is only text, not a picture').toString('base64')],
] as const) {
  test(`400: ${title}`, async () => {
    assertRefused(await post({ picture: source }), 400);
  });
}

test('400: the instance is not connected', async () => {
  assertRefused(await post({ picture: picture.toString('base64') }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
