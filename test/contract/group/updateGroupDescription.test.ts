import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '../../support/call.ts';
import { testGroupRefusals, testNeedsAdmin } from '../../support/group-refusals.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
  await world.ben.client.socket().groupSettingUpdate(world.club, 'locked');
});
after(() => world.stop());

const BODY = { description: 'Deliveries' };

testGroupRefusals('updateGroupDescription', 'Error updating group description', () => world, BODY);
testNeedsAdmin('updateGroupDescription', 'Error updating group description', () => world, BODY);

test('201: members see what the group is about; an empty text removes it', async () => {
  for (const description of ['First', 'Second', '']) {
    const { status, body } = await call(world.gateway, 'POST', '/group/updateGroupDescription/shop').send({
      groupJid: world.team,
      description,
    });
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(body, { update: 'success' });
    assert.equal((await world.seenByAna()).desc ?? '', description);
  }
});
