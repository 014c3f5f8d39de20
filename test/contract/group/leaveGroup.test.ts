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

testRefusals('leaveGroup', () => world.gateway);

const leave = (query: object, body?: object, name = 'shop') =>
  call(world.gateway, 'DELETE', `/group/leaveGroup/${name}`).query(query).send(body);

test('200: the others see it go; a second time it is 404', async () => {
  const { status, body } = await leave({ groupJid: world.team });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { groupJid: world.team, leave: true });
  assert.deepEqual(members(await world.seenByAna()), [world.anaJid]);
  const again = await leave({ groupJid: world.team });
  assertRefused(again, 404);
  assert.equal(again.body.response.message[0], 'Unable to leave the group');
});

test('200: the group is named in the body', async () => {
  const { status, body } = await leave({}, { groupJid: world.club });
  assert.equal(status, 200, JSON.stringify(body));
  const seen = await world.ben.client.socket().groupMetadata(world.club);
  assert.deepEqual(members(seen), [`${world.benJid}*`]);
});

test('400: no group is named; the instance is not connected', async () => {
  assertRefused(await leave({}), 400, [
    'The group id needs to be informed in the query',
    'ex: "groupJid=120362@g.us"',
  ]);
  assertRefused(await leave({ groupJid: world.team }, undefined, CLOSED), 400);
});
