import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { arrived, heard } from './client-events.ts';
import { createWorld, type World } from './world.ts';

const [ALICE, BOB, CAROL, DORA] = ['15550000001', '15550000002', '15550000003', '15550000004'] as const;
const jid = (number: string) => `${number}@s.whatsapp.net`;

type Member = { number: string; role: string };
export type Group = {
  id: string;
  subject: string;
  description: string | null;
  inviteCode: string;
  members: Member[];
  requests: string[];
  outcomes: { number: string; status: string }[];
} & Record<string, unknown>;

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
const change = (id: string, body: object) => world.control.request<Group>('POST', `/groups/${id}`, body);
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
    const { subject, ...group } = await groupOf(created.id);
    assert.equal(subject, 'Team');
    assert.deepEqual(roles({ subject, ...group } as Group), {
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

describe('by the control API', () => {
  test('others create a group, change it and come and go, of which the client hears', async () => {
    const told = heard(alice, 'groups.upsert', ([group]) => group?.id);
    const made = await world.control.request<Group>('POST', '/groups', {
      ...{ creator: CAROL, subject: 'Theirs', participants: [ALICE] },
    });
    assert.equal(made.status, 201);
    const { id } = made.body;
    assert.equal(await told, id);
    const added = heard(alice, 'group-participants.update', ({ action }) => action === 'add');
    const { body } = await change(id, { add: [DORA, ALICE] });
    assert.deepEqual(
      body.outcomes.map(({ status }) => status),
      ['200', '409'],
    );
    await added;
    const renamed = heard(alice, 'groups.update', ([update]) => update?.subject);
    await change(id, { subject: 'Ours', by: DORA });
    assert.equal(await renamed, 'Ours');
    const left = heard(alice, 'group-participants.update', ({ action }) => action === 'remove');
    await change(id, { leave: DORA });
    await left;
    const joined = heard(alice, 'group-participants.update', ({ action }) => action === 'add');
    await change(id, { join: DORA, promote: [ALICE], description: 'new' });
    await joined;
    assert.deepEqual(roles(await groupOf(id)), { [CAROL]: 'superadmin', [ALICE]: 'admin', [DORA]: 'member' });
    assert.equal((await change(id, { remove: [ALICE], by: DORA })).status, 403);
  });

  test('a group that does not exist is 404', async () => {
    assert.equal((await change('120363999999999999@g.us', { subject: 'x' })).status, 404);
  });
});

describe('messages in a group', () => {
  let id: string;
  before(async () => {
    id = await newGroup(BOB, CAROL);
  });

  test('from a client reach every member, phones and clients, with receipts', async () => {
    const sent = await alice.send(id, { text: 'to all' });
    const expected = { chat: id, from: jid(ALICE), participant: jid(ALICE), fromMe: false, text: 'to all' };
    assert.partialDeepStrictEqual(await world.control.received(CAROL, sent), expected);
    assert.equal((await arrived(bob, sent)).key.participantAlt, jid(ALICE));
    assert.equal((await world.control.received(ALICE, sent)).fromMe, true);
    const read = heard(alice, 'message-receipt.update', (updates) =>
      updates.find(({ key, receipt }) => key.id === sent && receipt.readTimestamp),
    );
    await world.control.request('POST', `/phones/${CAROL}/read`, { id: sent });
    assert.equal((await read).receipt.userJid, (await world.control.phone(CAROL)).lid);
  });

  test('from a phone reach every member, again and again', async () => {
    for (const text of ['one', 'two', 'three']) {
      const sent = await world.control.send(CAROL, id, text);
      assert.equal((await arrived(alice, sent)).message?.conversation, text);
      await arrived(bob, sent);
      await world.control.received(BOB, sent);
    }
  });

  test('reach newcomers, and devices linked since', async () => {
    await alice.socket().groupParticipantsUpdate(id, [jid(DORA)], 'add');
    const sent = await world.control.send(CAROL, id, 'welcome');
    await world.control.received(DORA, sent);
    const dora = await world.link(DORA);
    await arrived(dora, await world.control.send(CAROL, id, 'on both devices'));
    await arrived(dora, await alice.send(id, { text: 'and from a client' }));
  });

  test('that cannot be decrypted are asked for again', async () => {
    await world.control.faults({ corruptNext: 3 });
    const fromPhone = await world.control.send(CAROL, id, 'damaged on the way in');
    await Promise.all([arrived(alice, fromPhone), arrived(bob, fromPhone)]);
    await world.control.faults({ corruptNext: 3 });
    const fromClient = await alice.send(id, { text: 'damaged on the way out' });
    await Promise.all([world.control.received(CAROL, fromClient), arrived(bob, fromClient)]);
    await world.control.faults({ corruptNext: 0 });
  });

  test('are reacted to, quoted, edited and deleted', async () => {
    const sent = await alice.send(id, { text: 'act on me' });
    await world.control.received(CAROL, sent);
    const reacted = heard(alice, 'messages.reaction', ([reaction]) => reaction?.key);
    await world.control.send(CAROL, id, { reaction: { id: sent, text: '👍' } });
    assert.partialDeepStrictEqual(await reacted, { id: sent, remoteJid: id, fromMe: true });
    const answer = await arrived(alice, await world.control.send(CAROL, id, { text: 'yes', quoted: sent }));
    assert.equal(answer.message?.extendedTextMessage?.contextInfo?.stanzaId, sent);
    const deleted = heard(alice, 'messages.update', (updates) =>
      updates.find(({ update }) => update.message === null),
    );
    await world.control.send(CAROL, id, { delete: { id: answer.key.id } });
    assert.equal((await deleted).key.id, answer.key.id);
  });

  test('are typed, which members see', async () => {
    const typing = heard(alice, 'presence.update', (event) => event.id === id && event);
    await world.control.request('POST', `/phones/${CAROL}/typing`, { to: id, presence: 'composing' });
    assert.equal(Object.values((await typing).presences)[0]?.lastKnownPresence, 'composing');
  });

  test('from strangers are refused', async () => {
    await world.control.phone('15550000009');
    const body = { to: id, text: 'let me in' };
    assert.equal((await world.control.request('POST', '/phones/15550000009/send', body)).status, 403);
  });
});

test('a group may be addressed by phone numbers', async () => {
  const { body } = await world.control.request<Group>('POST', '/groups', {
    ...{ creator: CAROL, subject: 'Numbers', participants: [ALICE, BOB], addressing: 'pn' },
  });
  const sent = await alice.send(body.id, { text: 'by number' });
  assert.equal((await arrived(bob, sent)).key.participant, jid(ALICE));
  await world.control.received(CAROL, sent);
  await arrived(alice, await world.control.send(CAROL, body.id, 'by number, too'));
});
