import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BinaryNode, GroupMetadata } from '@whiskeysockets/baileys';
import {
  afterNotification,
  createGroupMemory,
  type GroupMemory,
} from '../../server/session/groups/memory.ts';
import { toGroupMetadata } from '../../server/session/groups/view.ts';
import { eventually } from '../simulator/control-client.ts';
import { members, openTeam, type Team } from '../support/team.ts';

let world: Team;
let memory: GroupMemory;
/** How many groups WhatsApp was asked for. */
let asked = 0;

before(async () => {
  world = await openTeam();
  memory = createGroupMemory();
  const socket = world.ana.client.socket();
  memory.follow(socket);
  socket.ws.on('CB:iq,,group', () => {
    asked += 1;
  });
});
after(() => world.stop());

test('a group is asked for once, however many want it at the same time', async () => {
  const [first, second] = await Promise.all([memory.metadata(world.team), memory.metadata(world.team)]);
  assert.equal(first, second);
  assert.equal(await memory.metadata(world.team), first);
  assert.equal(asked, 1);
});

test('notifications keep it true without another query', async () => {
  const { gateway, team, ben, anaJid, benJid, shopJid } = world;
  await memory.metadata(team);
  asked = 0;
  const update = (action: 'add' | 'remove' | 'promote' | 'demote') =>
    gateway.client.group.updateParticipant({
      instance: 'shop',
      groupJid: team,
      body: { action, participants: [ben.number] },
    });
  const becomes = (expected: string[]) =>
    eventually('the members', async () => {
      const known = members(await memory.metadata(team));
      return known.join() === expected.toSorted().join();
    });
  await update('add');
  await becomes([anaJid, benJid, `${shopJid}*`]);
  await update('promote');
  await becomes([anaJid, `${benJid}*`, `${shopJid}*`]);
  await update('demote');
  await becomes([anaJid, benJid, `${shopJid}*`]);
  await update('remove');
  await becomes([anaJid, `${shopJid}*`]);
  await gateway.client.group.toggleEphemeral({
    instance: 'shop',
    groupJid: team,
    body: { expiration: 86_400 },
  });
  await eventually('the time', async () => (await memory.metadata(team)).ephemeralDuration === 86_400);
  assert.equal(asked, 0);
});

test('what was changed is asked for anew', async () => {
  await memory.metadata(world.team);
  asked = 0;
  memory.forget(world.team);
  await memory.metadata(world.team);
  assert.equal(asked, 1);
});

test('an answer that is overtaken by a change is not kept', async () => {
  const answer = memory.ask(world.team);
  memory.forget(world.team);
  const old = await answer;
  assert.notEqual(await memory.metadata(world.team), old);
});

test('a refusal is told, and not kept', async () => {
  await assert.rejects(memory.metadata('120363999999999999@g.us'));
  await assert.rejects(memory.metadata('120363999999999999@g.us'));
});

const GROUP: GroupMetadata = {
  id: '1@g.us',
  owner: '10@lid',
  subject: 'Team',
  participants: [
    { id: '10@lid', phoneNumber: '1@s.whatsapp.net', admin: 'superadmin' },
    { id: '20@lid', phoneNumber: '2@s.whatsapp.net', admin: null },
  ],
};

const notification = (tag: string, ...jids: string[]): BinaryNode => ({
  tag: 'notification',
  attrs: { from: '1@g.us', type: 'w:gp2' },
  content: [{ tag, attrs: {}, content: jids.map((jid) => ({ tag: 'participant', attrs: { jid } })) }],
});

test('a notification that does not fit what is known makes the group unknown', () => {
  for (const [tag, ...jids] of [
    ['remove', '30@lid'],
    ['promote', '30@lid'],
    ['demote', '20@lid', '30@lid'],
    ['modify', '20@lid'],
    ['create'],
    ['something-new'],
  ] as const) {
    assert.equal(afterNotification(GROUP, notification(tag, ...jids)), undefined, tag);
  }
});

test('a notification may come twice', () => {
  const once = afterNotification(GROUP, notification('add', '30@lid'));
  assert.equal(once?.participants.length, 3);
  assert.deepEqual(once && afterNotification(once, notification('add', '30@lid')), once);
});

test('a group as it is shown: by phone numbers, without gaps', () => {
  const shown = toGroupMetadata({ ...GROUP, creation: Number.NaN });
  assert.partialDeepStrictEqual(shown, {
    ...{ owner: '1@s.whatsapp.net', subjectOwner: '1@s.whatsapp.net', creation: 0, subjectTime: 0, size: 2 },
    ...{ linkedParent: null, joinApprovalMode: false, memberAddMode: false },
  });
  assert.deepEqual(shown.participants[1], {
    id: '20@lid',
    phoneNumber: '2@s.whatsapp.net',
    lid: '20@lid',
    admin: null,
  });
});
