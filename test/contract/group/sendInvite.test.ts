import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testGroupRefusals, testNeedsAdmin } from '../../support/group-refusals.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
  BODY.numbers = [world.ana.number, world.ben.number];
});
after(() => world.stop());

const BODY = { description: 'Join us', numbers: [''] };

testGroupRefusals('sendInvite', 'No send invite', () => world, BODY);
testNeedsAdmin('sendInvite', 'No send invite', () => world, BODY);

const send = (body: object) =>
  call(world.gateway, 'POST', '/group/sendInvite/shop').send({ groupJid: world.team, ...BODY, ...body });

test('200: everybody gets the text and the link, by which they join', async () => {
  const { status, body } = await send({});
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.send, true);
  const text = `Join us\n\n${body.inviteUrl}`;
  await Promise.all([world.ana.client.text(text), world.ben.client.text(text)]);
  const code = body.inviteUrl.split('/').at(-1);
  assert.equal(await world.ben.client.socket().groupAcceptInvite(code), world.team);
});

test('400: numbers that are not on WhatsApp are named, and nobody gets anything', async () => {
  const number = newNumber();
  const description = 'Only half of you';
  assertRefused(await send({ description, numbers: [world.ana.number, number] }), 400, [
    { jid: `${number}@s.whatsapp.net`, exists: false, number },
  ]);
  await world.gateway.client.message.sendText({
    instance: 'shop',
    body: { number: world.ana.number, text: 'the next one' },
  });
  await world.ana.client.text('the next one');
  const texts = world.ana.client.upserts.map(({ message }) => JSON.stringify(message.message));
  assert.ok(!texts.some((text) => text?.includes(description)));
});
