import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { post } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
before(async () => {
  world = await openShop({ operationMs: 2_000 });
});
after(() => world.stop());
afterEach(() => world.gateway.whatsapp.request('DELETE', '/faults'));

const HELLO = Buffer.from('hello');

/** Ana sends a document to the shop, which WhatsApp drops as soon as the shop's phone has it. Gives its id. */
async function dropped(status: 404 | 410): Promise<string> {
  const { ana, shop, shopJid, gateway } = world;
  const id = await ana.client.send(shopJid, { document: HELLO, mimetype: 'text/plain', fileName: 'a.txt' });
  await gateway.event(
    ({ type, data }) => type === 'messages.upsert' && (data as { key: { id: string } }).key.id === id,
  );
  await gateway.whatsapp.received(shop.number, id);
  await gateway.whatsapp.faults({ expireMedia: status });
  return id;
}

const fetchMedia = (id: string) => post(world, 'getBase64FromMediaMessage', { message: { key: { id } } });

for (const status of [404, 410] as const) {
  test(`201: media that WhatsApp has dropped (${status}), which the phone uploads again`, async () => {
    const { body } = await fetchMedia(await dropped(status)).expect(201);
    assert.equal(body.base64, HELLO.toString('base64'));
    assert.equal(body.mimetype, 'text/plain');
  });
}

test('201: media that this account has sent itself', async () => {
  const { ana, gateway, shop } = world;
  const media = HELLO.toString('base64');
  const body = { number: ana.number, mediatype: 'document', media, fileName: 'a.txt' };
  const sent = await post(world, 'sendMedia', body).expect(201);
  await gateway.whatsapp.received(shop.number, sent.body.key.id);
  await gateway.whatsapp.faults({ expireMedia: 410 });
  assert.equal((await fetchMedia(sent.body.key.id).expect(201)).body.base64, media);
});

test('400: the phone does not have it any more', async () => {
  const id = await dropped(410);
  await world.gateway.whatsapp.faults({ refuseReupload: true });
  assertRefused(await fetchMedia(id), 400, [
    'Error: The media is gone from WhatsApp, and the phone does not have it any more',
  ]);
});

test('504: the phone does not answer', async () => {
  const id = await dropped(410);
  await world.gateway.whatsapp.faults({ silent: true });
  assertRefused(await fetchMedia(id), 504, ['WhatsApp did not answer in time', 'Error: Timed Out']);
});
