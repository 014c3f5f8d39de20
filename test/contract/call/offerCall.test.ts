import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, heard, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('offerCall', () => world.gateway);

const offer = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/call/offer/${name}`).send({ callDuration: 1, ...body });

/** Resolves when Ana's phone is told so of the call. */
const seen = (status: string) =>
  heard(world.ana.client, 'call', ([one]) => (one?.status === status ? one : undefined));

for (const isVideo of [false, true]) {
  test(`201: it rings, and stops to ring; video: ${isVideo}`, async () => {
    const ringing = seen('offer');
    const ended = seen('terminate');
    const { status, body } = await offer({ number: `+${world.ana.number}`, isVideo });
    assert.equal(status, 201, JSON.stringify(body));
    assert.partialDeepStrictEqual(body, { jid: world.anaJid, isVideo, callDuration: 1 });
    assert.partialDeepStrictEqual(await ringing, { id: body.id, isVideo, isGroup: false });
    assert.equal((await ended).id, body.id);
  });
}

test('400: a number that is not on WhatsApp, and a group', async () => {
  const number = newNumber();
  assertRefused(await offer({ number }), 400, [{ jid: `${number}@s.whatsapp.net`, exists: false, number }]);
  assertRefused(await offer({ number: '120363000000000001@g.us' }), 400, [
    'Error offering the call',
    '120363000000000001@g.us is not a person',
  ]);
});

test('400: it would ring too long, or for no time at all', async () => {
  for (const callDuration of [0, 16, 'long']) {
    assertRefused(await offer({ number: world.ana.number, callDuration }), 400);
  }
});

test('400: the instance is not connected', async () => {
  assertRefused(await offer({ number: world.ana.number }, CLOSED), 400, [
    'Error: Connection Closed',
    `The "${CLOSED}" instance is not connected`,
  ]);
});
