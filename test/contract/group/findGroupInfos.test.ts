import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '../../support/call.ts';
import { testGroupRefusals } from '../../support/group-refusals.ts';
import { members, openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

testGroupRefusals('findGroupInfos', 'Error fetching group', () => world);

const find = (groupJid: string) =>
  call(world.gateway, 'GET', '/group/findGroupInfos/shop/').query({ groupJid });

test('200: the group with its members, phone numbers first', async () => {
  const { status, body } = await find(world.team);
  assert.equal(status, 200, JSON.stringify(body));
  const { shopJid, anaJid } = world;
  assert.partialDeepStrictEqual(body, {
    ...{ id: world.team, subject: 'Team', owner: shopJid, subjectOwner: shopJid, pictureUrl: null, size: 2 },
    ...{ restrict: false, announce: false, linkedParent: null },
  });
  assert.ok(Number.isInteger(body.creation) && Number.isInteger(body.subjectTime));
  assert.deepEqual(members(body), [`${shopJid}*`, anaJid].toSorted());
  for (const { id, lid, phoneNumber, admin } of body.participants) {
    assert.ok([lid, phoneNumber].includes(id));
    assert.ok(lid.endsWith('@lid') && ['superadmin', null].includes(admin));
  }
});

test('200: asked for anew each time', async () => {
  await world.ben.client.socket().groupUpdateSubject(world.club, 'Renamed');
  assert.equal((await find(world.club)).body.subject, 'Renamed');
});

test('403: the account is not in the group', async () => {
  const { id } = await world.ana.client.socket().groupCreate('Others', [world.benJid]);
  const { status, body } = await find(id);
  assert.equal(status, 403);
  assert.equal(body.response.message[0], 'Error fetching group');
});
