import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BaileysEventMap } from '@whiskeysockets/baileys';
import type { Client } from './baileys-client.ts';
import { eventually, type Phone } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';

let world: World;
let alice: Client;
let bob: Client;

before(async () => {
  world = await createWorld();
  alice = await world.link(ALICE, 'Alice');
  bob = await world.link(BOB, 'Bob');
});
after(() => world.end());

function event<Name extends keyof BaileysEventMap>(
  client: Client,
  name: Name,
): Promise<BaileysEventMap[Name]> {
  return new Promise((resolve) => {
    const { ev } = client.socket();
    const listener = (payload: BaileysEventMap[Name]) => {
      ev.off(name, listener);
      resolve(payload);
    };
    ev.on(name, listener);
  });
}

test('numbers are looked up', async () => {
  const { jid } = await world.control.phone(BOB);
  assert.deepEqual(await alice.socket().onWhatsApp(BOB, '19990000000'), [{ jid, exists: true }]);
});

test('privacy settings are kept', async () => {
  await alice.socket().updateLastSeenPrivacy('none');
  const settings = await alice.socket().fetchPrivacySettings(true);
  assert.equal(settings.last, 'none');
  assert.equal(settings.readreceipts, 'all');
});

test('a blocked account is not heard', async () => {
  const { jid, lid } = await world.control.phone('15550000003', 'Carol');
  await alice.send(jid, { text: 'so that the LID is known' });
  await alice.socket().updateBlockStatus(jid, 'block');
  assert.deepEqual(await alice.socket().fetchBlocklist(), [lid]);
  await world.control.send('15550000003', ALICE, 'hear me');
  await alice.socket().updateBlockStatus(jid, 'unblock');
  await world.control.send('15550000003', ALICE, 'hear me now');
  await alice.text('hear me now');
  assert.ok(!alice.upserts.some(({ message }) => message.message?.conversation === 'hear me'));
});

test('presence and typing are passed on', async () => {
  await eventually('push name', async () => alice.auth.creds.me?.name);
  const known = event(bob, 'presence.update');
  await bob.socket().presenceSubscribe(`${ALICE}@s.whatsapp.net`);
  await known;
  const typing = event(bob, 'presence.update');
  await alice.socket().sendPresenceUpdate('composing', `${BOB}@s.whatsapp.net`);
  assert.equal(Object.values((await typing).presences)[0]?.lastKnownPresence, 'composing');
});

test('a push name set by a client reaches the phone, and one set on the phone the client', async () => {
  await alice.socket().updateProfileName('Alice the Second');
  await eventually('name at the phone', async () => {
    const { body } = await world.control.request<Phone[]>('GET', '/phones');
    return body.find(({ number }) => number === ALICE)?.name === 'Alice the Second';
  });
  await world.control.phone(ALICE, 'Alice the Third');
  await eventually('name at the client', async () => alice.auth.creds.me?.name === 'Alice the Third');
});

test('chat settings go through the app state to the other device of the account', async () => {
  const other = await world.link(ALICE);
  await world.control.send(BOB, ALICE, 'archive me');
  const { key, messageTimestamp } = await alice.text('archive me');
  const archived = event(other, 'chats.update');
  const lastMessages = [{ key, messageTimestamp: messageTimestamp ?? 0 }];
  await alice.socket().chatModify({ archive: true, lastMessages }, `${BOB}@s.whatsapp.net`);
  await archived;
});

test('restrictions, media host and business profile are answered', async () => {
  assert.equal((await alice.socket().fetchAccountReachoutTimelock()).isActive, false);
  assert.ok((await alice.socket().refreshMediaConn(true)).hosts.length > 0);
  assert.equal(await alice.socket().getBusinessProfile(`${BOB}@s.whatsapp.net`), undefined);
});
