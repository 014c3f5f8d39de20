import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '../../support/call.ts';
import { testGroupRefusals, testNeedsAdmin } from '../../support/group-refusals.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

testGroupRefusals('fetchInviteCode', 'No invite code', () => world);
testNeedsAdmin('fetchInviteCode', 'No invite code', () => world);

test('200: by the code somebody joins', async () => {
  const { status, body } = await call(world.gateway, 'GET', '/group/inviteCode/shop').query({
    groupJid: world.team.replace('@g.us', ''),
  });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.inviteUrl, `https://chat.whatsapp.com/${body.inviteCode}`);
  assert.equal(await world.ben.client.socket().groupAcceptInvite(body.inviteCode), world.team);
});
