import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '../../support/call.ts';
import { testGroupRefusals } from '../../support/group-refusals.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

testGroupRefusals('findParticipants', 'No participants', () => world);

test('200: the members, by the names that are known of them', async () => {
  await world.hearsFromAna('I am Ana');
  const { status, body } = await call(world.gateway, 'GET', '/group/participants/shop').query({
    groupJid: world.team,
  });
  assert.equal(status, 200, JSON.stringify(body));
  const of = (jid: string) =>
    body.participants.find((one: { phoneNumber: string }) => one.phoneNumber === jid);
  assert.equal(body.participants.length, 2);
  assert.equal(of(world.shopJid)?.admin, 'superadmin');
  assert.partialDeepStrictEqual(of(world.anaJid), { admin: null, name: 'Ana' });
});
