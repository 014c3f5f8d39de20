import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { assertRefused, call } from '../../support/call.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('fetchProfilePictureUrl', () => world.gateway);

const post = (body: object | undefined, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/fetchProfilePictureUrl/${name}`).send(body);

const redSquare = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();

test('200: null where there is no picture, and where there is nobody', async () => {
  for (const number of [world.ana.number, '15559999999', '120363999999999999@g.us']) {
    const { status, body } = await post({ number });
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.profilePictureUrl, null, number);
  }
});

test('200: the picture of a person', async () => {
  const { ana, anaJid } = world;
  await ana.client.socket().updateProfilePicture(anaJid, await redSquare());
  const { status, body } = await post({ number: ana.number });
  assert.equal(status, 200);
  assert.equal(body.wuid, anaJid);
  assert.match(body.profilePictureUrl, /^https?:/);
});

test('200: null where the picture is hidden from the account, of a person and of a group', async () => {
  const { gateway } = world;
  const [hidden, owner] = [newNumber(), newNumber()];
  const base64 = (await redSquare()).toString('base64');
  for (const number of [hidden, owner]) await gateway.whatsapp.phone(number);
  await gateway.whatsapp.request('PUT', `/phones/${hidden}/picture`, { base64 });
  assert.match((await post({ number: hidden })).body.profilePictureUrl, /^https:/);
  await gateway.whatsapp.request('POST', `/phones/${hidden}/privacy`, { profile: 'none' });
  const made = { subject: 'Theirs', creator: owner, participants: [hidden] };
  const group = await gateway.whatsapp.request<{ id: string }>('POST', '/groups', made);
  assert.ok(group.status < 300, JSON.stringify(group.body));
  for (const number of [hidden, group.body.id]) {
    const { status, body } = await post({ number });
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.profilePictureUrl, null);
  }
});

test('200: the own picture, where no number is given', async () => {
  for (const body of [undefined, {}, { number: '' }, { number: '@s.whatsapp.net' }]) {
    const answer = await post(body);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.deepEqual(answer.body, { wuid: world.shopJid, profilePictureUrl: null });
  }
});

test('400: the instance is not connected', async () => {
  assertRefused(await post({ number: world.ana.number }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
