import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED } from '../../support/shop.ts';
import { members, openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

testRefusals('acceptInviteCode', () => world.gateway);

const accept = (inviteCode: string, name = 'shop') =>
  call(world.gateway, 'GET', `/group/acceptInviteCode/${name}`).query({ inviteCode });

async function newGroup(subject: string): Promise<{ id: string; code: string }> {
  const socket = world.ana.client.socket();
  const { id } = await socket.groupCreate(subject, [world.benJid]);
  return { id, code: (await socket.groupInviteCode(id)) ?? '' };
}

test('200: the account is in the group, and not twice', async () => {
  const { id, code } = await newGroup('Open');
  const { status, body } = await accept(code);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { accepted: true, groupJid: id });
  assert.ok(members(await world.seenByAna(id)).includes(world.shopJid));
  const again = await accept(code);
  assertRefused(again, 409);
  assert.equal(again.body.response.message[0], 'Accept invite error');
});

test('200: where admins decide, the account has asked them', async () => {
  const { id, code } = await newGroup('Closed');
  const socket = world.ana.client.socket();
  await socket.groupJoinApprovalMode(id, 'on');
  const { status, body } = await accept(code);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { accepted: false, groupJid: id });
  assert.equal((await socket.groupRequestParticipantsList(id)).length, 1);
});

test('404: the code leads nowhere', async () => {
  const response = await accept('GkSgNb7PzWd9Qm2XcVfT4a');
  assertRefused(response, 404);
  assert.equal(response.body.response.message[0], 'Accept invite error');
});

test('400: there is no code; the instance is not connected', async () => {
  assertRefused(await accept(''), 400, [
    'The group invite code id needs to be informed in the query',
    'ex: "inviteCode=…" (Obtained from group join link)',
  ]);
  assertRefused(await accept('GkSgNb7PzWd9Qm2XcVfT4a', CLOSED), 400);
});
