import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testGroupRefusals } from '../../support/group-refusals.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { members, openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
  BODY.participants = [world.ben.number];
});
after(() => world.stop());

const BODY = { action: 'add', participants: [''] };

testGroupRefusals('updateParticipant', 'Error updating participants', () => world, BODY);

const update = (action: string, participants: string[], groupJid = world.team) =>
  call(world.gateway, 'POST', '/group/updateParticipant/shop')
    .query({ groupJid })
    .send({ action, participants });

async function done(action: string, participants: string[]): Promise<[string, string][]> {
  const { status, body } = await update(action, participants);
  assert.equal(status, 201, JSON.stringify(body));
  return body.updateParticipants.map((one: { jid: string; status: string }) => [one.jid, one.status]);
}

test('201: what became of each is told, and seen by the members', async () => {
  const { benJid, anaJid, shopJid, ben } = world;
  const nobody = newNumber();
  assert.deepEqual(await done('add', [ben.number, anaJid, nobody]), [
    [benJid, '200'],
    [anaJid, '409'],
    [`${nobody}@s.whatsapp.net`, '404'],
  ]);
  assert.deepEqual(members(await world.seenByAna()), [anaJid, benJid, `${shopJid}*`].toSorted());
  for (const [action, expected] of [
    ['promote', [anaJid, `${benJid}*`, `${shopJid}*`]],
    ['demote', [anaJid, benJid, `${shopJid}*`]],
    ['remove', [anaJid, `${shopJid}*`]],
  ] as const) {
    assert.deepEqual(await done(action, [`+${ben.number}`]), [[benJid, '200']]);
    assert.deepEqual(members(await world.seenByAna()), expected.toSorted());
  }
  assert.deepEqual(await done('remove', [ben.number]), [[benJid, '404']]);
});

test('201: who was added gets the very next message', async () => {
  const { gateway, team, ben } = world;
  const send = (text: string) =>
    gateway.client.message.sendText({ instance: 'shop', body: { number: team, text } });
  await send('before');
  await world.ana.client.text('before');
  await done('add', [ben.number]);
  await send('welcome');
  await ben.client.text('welcome');
});

test('201: where WhatsApp does not say what became of somebody, the group does', async () => {
  const { ben, benJid, gateway } = world;
  await done('remove', [ben.number]);
  const hidden = newNumber();
  await gateway.whatsapp.phone(hidden);
  await gateway.whatsapp.request('POST', `/phones/${hidden}/privacy`, { groupadd: 'none' });
  await gateway.whatsapp.faults({ untoldMembers: true });
  assert.deepEqual(await done('add', [ben.number, hidden]), [
    [benJid, '200'],
    [`${hidden}@s.whatsapp.net`, '400'],
  ]);
  for (const action of ['promote', 'demote', 'remove']) {
    assert.deepEqual(await done(action, [ben.number]), [[benJid, '200']]);
  }
  await gateway.whatsapp.request('DELETE', '/faults');
});

test('403: the account is no admin of the group', async () => {
  const response = await update('remove', [world.ben.number], world.club);
  assertRefused(response, 403);
  assert.equal(response.body.response.message[0], 'Error updating participants');
});

test('400: nobody, and an action that is none', async () => {
  assertRefused(await update('add', []), 400);
  assertRefused(await update('invite', [world.ben.number]), 400);
});
