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

const BODY = { subject: 'Another name' };

testGroupRefusals('updateGroupSubject', 'Error updating group subject', () => world, BODY);

test('201: members see the new name, by POST and by PUT, the group in the body or in the query', async () => {
  const { gateway, team } = world;
  const path = '/group/updateGroupSubject/shop';
  for (const [method, subject, inBody] of [
    ['POST', 'First name', true],
    ['PUT', 'Second name', false],
  ] as const) {
    const group = { groupJid: team };
    const request = inBody ? call(gateway, method, path) : call(gateway, method, path).query(group);
    const { status, body } = await request.send({ subject, ...(inBody && group) });
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(body, { update: 'success' });
    assert.equal((await world.seenByAna()).subject, subject);
  }
});

testNeedsAdmin('updateGroupSubject', 'Error updating group subject', () => world, BODY);
