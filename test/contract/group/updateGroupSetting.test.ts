import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testGroupRefusals, testNeedsAdmin } from '../../support/group-refusals.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

const BODY = { action: 'locked' };

testGroupRefusals('updateGroupSetting', 'Error updating setting', () => world, BODY);
testNeedsAdmin('updateGroupSetting', 'Error updating setting', () => world, BODY);

const set = (action: string) =>
  call(world.gateway, 'POST', '/group/updateSetting/shop').query({ groupJid: world.team }).send({ action });

for (const [action, seen] of [
  ['announcement', { announce: true }],
  ['not_announcement', { announce: false }],
  ['locked', { restrict: true }],
  ['unlocked', { restrict: false }],
] as const) {
  test(`201: ${action} holds for the members`, async () => {
    const { status, body } = await set(action);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(body, { updateSetting: action });
    assert.partialDeepStrictEqual(await world.seenByAna(), seen);
  });
}

test('400: there is no such setting', async () => {
  assertRefused(await set('silent'), 400);
});
