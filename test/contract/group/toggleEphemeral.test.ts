import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testGroupRefusals } from '../../support/group-refusals.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;

before(async () => {
  world = await openTeam();
});
after(() => world.stop());

testGroupRefusals('toggleEphemeral', 'Error updating setting', () => world, { expiration: 86_400 });

const toggle = (expiration: unknown) =>
  call(world.gateway, 'POST', '/group/toggleEphemeral/shop').send({ groupJid: world.team, expiration });

test('201: messages of the group disappear after the time, or do not', async () => {
  for (const expiration of [604_800, '86400', 0]) {
    const { status, body } = await toggle(expiration);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(body, { success: true });
    assert.equal((await world.seenByAna()).ephemeralDuration ?? 0, Number(expiration));
  }
});

test('400: WhatsApp knows no such time', async () => {
  assertRefused(await toggle(60), 400);
});
