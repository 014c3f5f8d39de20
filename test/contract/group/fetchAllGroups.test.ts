import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED } from '../../support/shop.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

testRefusals('fetchAllGroups', () => world.gateway);

const all = (query: object, name = 'shop') =>
  call(world.gateway, 'GET', `/group/fetchAllGroups/${name}`).query(query);

test('200: every group, without its members unless they are asked for', async () => {
  const { team, club } = world;
  for (const [query, hasMembers] of [
    [{}, false],
    [{ getParticipants: 'false' }, false],
    [{ getParticipants: 'true' }, true],
    [{ getParticipants: 'True' }, true],
  ] as const) {
    const { status, body } = await all(query);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body.map(({ id }: { id: string }) => id).toSorted(), [team, club].toSorted());
    for (const group of body) {
      assert.equal('participants' in group, hasMembers);
      assert.equal(group.size, 2);
      assert.equal(group.pictureUrl, null);
    }
  }
});

test('200: asked for often at once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => all({ getParticipants: true })));
  assert.ok(answers.every(({ status, body }) => status === 200 && body.length === 2));
});

test('200: no event tells of groups that have not changed', async () => {
  const seen = world.gateway.events.length;
  await all({});
  const told = world.gateway.events.slice(seen).filter(({ type }) => type === 'groups.update');
  assert.deepEqual(told, []);
});

test('400: the instance is not connected', async () => {
  assertRefused(await all({}, CLOSED), 400, [
    'Error: Connection Closed',
    `The "${CLOSED}" instance is not connected`,
  ]);
});
