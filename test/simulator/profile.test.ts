import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import sharp from 'sharp';
import type { Client } from './baileys-client.ts';
import { heard } from './client-events.ts';
import { eventually } from './control-client.ts';
import { createWorld, type Trust, type World } from './world.ts';

const [ALICE, BOB] = ['15550000001', '15550000002'] as const;
const jid = (number: string) => `${number}@s.whatsapp.net`;

type Picture = { id: string; size: number; sha256: string };
type Details = { picture: Picture | null; statusText: string; privacy: Record<string, string> };

let world: World;
let alice: Client;
let image: Buffer;

before(async () => {
  world = await createWorld();
  const { body } = await world.control.request<Trust>('GET', '/trust');
  setDefaultCACertificates([...getCACertificates('default'), body.ca]);
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
  const create = { width: 40, height: 40, channels: 3, background: 'teal' } as const;
  image = await sharp({ create }).jpeg().toBuffer();
});
after(() => world.end());

const details = async (number: string) =>
  (await world.control.request<Details>('GET', `/phones/${number}`)).body;
const privacy = (body: object) => world.control.request('POST', `/phones/${BOB}/privacy`, body);
const refused = (code: number) => (error: { data?: unknown }) => error.data === code;

async function downloaded(url: string | undefined): Promise<string> {
  const response = await fetch(url ?? '');
  return createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex');
}

test('a client sets and removes its picture', async () => {
  await alice.socket().updateProfilePicture(jid(ALICE), image);
  const { picture } = await details(ALICE);
  for (const type of ['preview', 'image'] as const)
    assert.equal(await downloaded(await alice.socket().profilePictureUrl(jid(ALICE), type)), picture?.sha256);
  await alice.socket().removeProfilePicture(jid(ALICE));
  assert.equal((await details(ALICE)).picture, null);
  await assert.rejects(alice.socket().profilePictureUrl(jid(ALICE)), refused(404));
});

test("a phone's picture is seen, its changes are told, and it can be hidden", async () => {
  await alice.send(jid(BOB), { text: 'so that Bob is known' });
  const told = heard(alice, 'contacts.update', ([contact]) => contact?.imgUrl === 'changed' && contact.id);
  await world.control.request('PUT', `/phones/${BOB}/picture`, { base64: image.toString('base64') });
  assert.equal(await told, jid(BOB));
  const { picture } = await details(BOB);
  assert.equal(picture?.size, image.length);
  assert.equal(await downloaded(await alice.socket().profilePictureUrl(jid(BOB))), picture?.sha256);
  await privacy({ profile: 'none' });
  await assert.rejects(alice.socket().profilePictureUrl(jid(BOB)), refused(401));
  await privacy({ profile: 'contacts' });
  await assert.rejects(alice.socket().profilePictureUrl(jid(BOB)), refused(401));
  await world.control.request('POST', `/phones/${BOB}/contacts`, { to: ALICE, name: 'Alice' });
  assert.ok(await alice.socket().profilePictureUrl(jid(BOB)));
  await privacy({ profile: 'all' });
  const removed = heard(alice, 'contacts.update', ([contact]) => contact?.imgUrl === 'removed');
  await world.control.request('DELETE', `/phones/${BOB}/picture`);
  await removed;
});

test("a client cannot change somebody else's picture", async () => {
  await assert.rejects(alice.socket().updateProfilePicture(jid(BOB), image), refused(401));
});

test("a group's picture is set by members, unless it is locked", async () => {
  const { id } = await alice.socket().groupCreate('Team', [jid(BOB)]);
  await alice.socket().updateProfilePicture(id, image);
  const { body } = await world.control.request<Details>('GET', `/groups/${id}`);
  assert.equal(await downloaded(await alice.socket().profilePictureUrl(id)), body.picture?.sha256);
  const removal = { by: BOB, picture: null };
  assert.equal((await world.control.request('POST', `/groups/${id}`, removal)).status, 200);
  await assert.rejects(alice.socket().profilePictureUrl(id), refused(404));
  await alice.socket().groupSettingUpdate(id, 'locked');
  assert.equal((await world.control.request('POST', `/groups/${id}`, removal)).status, 403);
});

test('a status text is set by a client, and seen unless it is hidden', async () => {
  await alice.socket().updateProfileStatus('busy');
  assert.equal((await details(ALICE)).statusText, 'busy');
  await world.control.request('POST', '/phones', { number: BOB, statusText: 'at the beach' });
  const statusOf = async () => (await alice.socket().fetchStatus(jid(BOB)))?.[0]?.status;
  assert.partialDeepStrictEqual(await statusOf(), { status: 'at the beach' });
  await privacy({ status: 'none' });
  assert.partialDeepStrictEqual(await statusOf(), { status: '' });
});

test('a push name set by a client is the name of the phone', async () => {
  await alice.socket().updateProfileName('Alice the Great');
  await eventually('name', async () => (await world.control.phone(ALICE)).name === 'Alice the Great');
});

test('a business profile is told, and nobody else has one', async () => {
  const business = { description: 'We sell soup', email: 'soup@example.com', category: 'Restaurant' };
  await world.control.request('POST', '/phones', { number: BOB, business });
  assert.partialDeepStrictEqual(await alice.socket().getBusinessProfile(jid(BOB)), {
    ...{ wid: jid(BOB), ...business, website: [] },
  });
  assert.equal(await alice.socket().getBusinessProfile(jid(ALICE)), undefined);
});

test("a client's privacy settings and block list are seen on its phone", async () => {
  await alice.socket().updateGroupsAddPrivacy('contacts');
  assert.equal((await details(ALICE)).privacy.groupadd, 'contacts');
  await alice.socket().updateBlockStatus(jid(BOB), 'block');
  const { body } = await world.control.request<{ blocked: string[] }>('GET', `/phones/${ALICE}`);
  assert.deepEqual(body.blocked, [jid(BOB)]);
});
