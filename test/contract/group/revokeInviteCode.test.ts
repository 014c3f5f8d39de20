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

testGroupRefusals('revokeInviteCode', 'Revoke error', () => world);
testNeedsAdmin('revokeInviteCode', 'Revoke error', () => world);

test('201: by the old code nobody joins any more, by the new one they do', async () => {
  const { gateway, team, ben } = world;
  const { inviteCode: old } = await gateway.client.group.fetchInviteCode({
    instance: 'shop',
    groupJid: team,
  });
  const { status, body } = await call(gateway, 'PUT', '/group/revokeInviteCode/shop').query({
    groupJid: team,
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(body.revoked, true);
  assert.notEqual(body.inviteCode, old);
  await assert.rejects(ben.client.socket().groupAcceptInvite(old));
  assert.equal(await ben.client.socket().groupAcceptInvite(body.inviteCode), team);
});
