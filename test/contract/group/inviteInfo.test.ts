import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED } from '../../support/shop.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;
let code: string;

before(async () => {
  world = await openTeam();
  code = (await world.ben.client.socket().groupInviteCode(world.club)) ?? '';
});
after(() => world.stop());

testRefusals('inviteInfo', () => world.gateway);

const info = (inviteCode: string, name = 'shop') =>
  call(world.gateway, 'GET', `/group/inviteInfo/${name}`).query({ inviteCode });

test('200: the group that the code leads to; the whole link will do', async () => {
  for (const given of [code, `https://chat.whatsapp.com/${code}`]) {
    const { status, body } = await info(given);
    assert.equal(status, 200, JSON.stringify(body));
    assert.partialDeepStrictEqual(body, { id: world.club, subject: 'Club', owner: world.benJid });
    for (const flag of ['isCommunity', 'isCommunityAnnounce', 'joinApprovalMode', 'memberAddMode']) {
      assert.equal(typeof body[flag], 'boolean', flag);
    }
  }
});

test('404: the code leads nowhere', async () => {
  const response = await info('GkSgNb7PzWd9Qm2XcVfT4a');
  assertRefused(response, 404);
  assert.deepEqual(response.body.response.message.slice(0, 2), ['No invite info', 'GkSgNb7PzWd9Qm2XcVfT4a']);
});

test('400: there is no code', async () => {
  assertRefused(await info(''), 400, [
    'The group invite code id needs to be informed in the query',
    'ex: "inviteCode=…" (Obtained from group join link)',
  ]);
});

test('400: the instance is not connected', async () => {
  assertRefused(await info(code, CLOSED), 400, [
    'Error: Connection Closed',
    `The "${CLOSED}" instance is not connected`,
  ]);
});
