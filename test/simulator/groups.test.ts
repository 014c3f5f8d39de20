import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { heard } from './client-events.ts';
import { createWorld, type World } from './world.ts';

const [ALICE, BOB, CAROL, DORA] = ['15550000001', '15550000002', '15550000003', '15550000004'] as const;
const jid = (number: string) => `${number}@s.whatsapp.net`;

type Member = { number: string; role: string };
type Group = { subject: string; description: string | null; members: Member[] };

let world: World;
let alice: Client;
let bob: Client;

before(async () => {
  world = await createWorld();
  for (const number of [CAROL, DORA]) await world.control.phone(number);
  alice = await world.link(ALICE, 'Alice');
  bob = await world.link(BOB, 'Bob');
});
after(() => world.end());

const groupOf = async (id: string) => (await world.control.request<Group>('GET', `/groups/${id}`)).body;
const roles = ({ members }: Group) => Object.fromEntries(members.map(({ number, role }) => [number, role]));

/** Rejects with a Boom whose data is the code of the iq error. */
const refused = (code: number) => (error: { data?: unknown }) => error.data === code;

async function newGroup(...participants: string[]): Promise<string> {
  const { id } = await alice.socket().groupCreate('Team', participants.map(jid));
  return id;
}

describe('a client', () => {
  test('creates a group, of which its members hear', async () => {
    const told = heard(bob, 'groups.upsert', ([group]) => group);
    const created = await alice.socket().groupCreate('Team', [jid(BOB), jid(CAROL)]);
    assert.equal((await told).id, created.id);
    assert.equal(created.addressingMode, 'lid');
    assert.equal(
      created.participants.find(({ phoneNumber }) => phoneNumber === jid(ALICE))?.admin,
      'superadmin',
    );
    const group = await groupOf(created.id);
    assert.equal(group.subject, 'Team');
    assert.deepEqual(roles(group), {
      ...{ [ALICE]: 'superadmin', [BOB]: 'member', [CAROL]: 'member' },
    });
    assert.deepEqual(Object.keys(await bob.socket().groupFetchAllParticipating()), [created.id]);
  });

  test('adds, promotes, demotes and removes members, of which the others hear', async () => {
    const id = await newGroup(BOB);
    for (const [action, role] of [
      ['add', 'member'],
      ['promote', 'admin'],
      ['demote', 'member'],
    ] as const) {
      const told = heard(bob, 'group-participants.update', (event) => event.id === id && event);
      const [outcome] = await alice.socket().groupParticipantsUpdate(id, [jid(CAROL)], action);
      assert.equal(outcome?.status, '200');
      assert.equal((await told).action, action);
      assert.equal(roles(await groupOf(id))[CAROL], role);
    }
    const told = heard(bob, 'group-participants.update', ({ action }) => action === 'remove');
    await alice.socket().groupParticipantsUpdate(id, [jid(CAROL)], 'remove');
    await told;
    assert.equal(roles(await groupOf(id))[CAROL], undefined);
  });

  test('is told why somebody cannot be added', async () => {
    const id = await newGroup(BOB);
    await world.control.request('POST', `/phones/${DORA}/privacy`, { groupadd: 'none' });
    const asked = [jid(DORA), jid(BOB), jid('19990000000')];
    const outcomes = await alice.socket().groupParticipantsUpdate(id, asked, 'add');
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['403', '409', '404'],
    );
    await world.control.request('POST', `/phones/${DORA}/privacy`, { groupadd: 'all' });
  });

  test('changes subject, description and settings', async () => {
    const id = await newGroup(BOB);
    const socket = alice.socket();
    const renamed = heard(bob, 'groups.update', ([update]) => update?.subject);
    await socket.groupUpdateSubject(id, 'Team 2');
    assert.equal(await renamed, 'Team 2');
    await socket.groupUpdateDescription(id, 'about us');
    await socket.groupUpdateDescription(id, 'about us, again');
    await socket.groupSettingUpdate(id, 'announcement');
    await socket.groupSettingUpdate(id, 'locked');
    await socket.groupToggleEphemeral(id, 86_400);
    await socket.groupMemberAddMode(id, 'admin_add');
    await socket.groupJoinApprovalMode(id, 'on');
    assert.partialDeepStrictEqual(await bob.socket().groupMetadata(id), {
      ...{ subject: 'Team 2', desc: 'about us, again', announce: true, restrict: true },
      ...{ ephemeralDuration: 86_400, memberAddMode: false, joinApprovalMode: true },
    });
    await socket.groupUpdateDescription(id);
    assert.equal((await groupOf(id)).description, null);
  });

  test('that is no admin is refused', async () => {
    const id = await newGroup(BOB, CAROL);
    const socket = bob.socket();
    await assert.rejects(socket.groupParticipantsUpdate(id, [jid(CAROL)], 'remove'), refused(403));
    await assert.rejects(socket.groupSettingUpdate(id, 'locked'), refused(403));
    await assert.rejects(socket.groupInviteCode(id), refused(401));
    await alice.socket().groupSettingUpdate(id, 'announcement');
    const message = await socket.sendMessage(id, { text: 'hello?' });
    await bob.status(message?.key.id ?? '', 0);
    await assert.rejects(socket.groupMetadata('120363999999999999@g.us'), refused(404));
  });

  test('joins by invite code, unless it was revoked or waits for approval', async () => {
    const id = await newGroup(CAROL);
    const code = (await alice.socket().groupInviteCode(id)) ?? '';
    assert.equal((await bob.socket().groupGetInviteInfo(code)).id, id);
    assert.equal(await bob.socket().groupAcceptInvite(code), id);
    await assert.rejects(bob.socket().groupAcceptInvite(code), refused(409));
    await bob.socket().groupLeave(id);
    await assert.rejects(bob.socket().groupMetadata(id), refused(403));
    const fresh = (await alice.socket().groupRevokeInvite(id)) ?? '';
    await assert.rejects(bob.socket().groupAcceptInvite(code), refused(406));
    await alice.socket().groupJoinApprovalMode(id, 'on');
    const asked = heard(alice, 'group.join-request', ({ action }) => action === 'created');
    await bob.socket().groupAcceptInvite(fresh);
    await asked;
    const [request] = await alice.socket().groupRequestParticipantsList(id);
    const outcomes = await alice.socket().groupRequestParticipantsUpdate(id, [request?.jid ?? ''], 'approve');
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['200'],
    );
    assert.equal(roles(await groupOf(id))[BOB], 'member');
  });
});
