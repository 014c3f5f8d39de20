import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { heard } from './client-events.ts';
import { eventually } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const [ALICE, BOB] = ['15550000001', '15550000002'] as const;
const jid = (number: string) => `${number}@s.whatsapp.net`;

type Call = { id: string; from: string; to: string; video: boolean; status: string };

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

const calls = async (number: string) =>
  (await world.control.request<Call[]>('GET', `/phones/${number}/calls`)).body;

async function ring(video: boolean) {
  const offered = heard(alice, 'call', ([call]) => call?.status === 'offer' && call);
  const { status, body } = await world.control.request<Call>('POST', `/phones/${BOB}/call`, {
    to: ALICE,
    video,
  });
  assert.equal(status, 201);
  const offer = await offered;
  assert.equal(offer.id, body.id);
  return offer;
}

test('a phone calls, and sees that the client refuses', async () => {
  for (const video of [false, true]) {
    const offer = await ring(video);
    assert.equal(offer.isVideo, video);
    assert.equal(offer.chatId, jid(BOB));
    await alice.socket().rejectCall(offer.id, offer.from);
    await eventually('rejected', async () =>
      (await calls(BOB)).some(({ id, status }) => id === offer.id && status === 'rejected'),
    );
  }
});

test('a phone hangs up, of which the client hears', async () => {
  const { id } = await ring(false);
  const ended = heard(alice, 'call', ([call]) => call?.status === 'terminate' && call.id);
  await world.control.request('POST', `/phones/${BOB}/calls/${id}`, { step: 'terminate' });
  assert.equal(await ended, id);
});

test("a client's call rings at the phone, which refuses it", async () => {
  const id = 'CALL0001';
  const offer = { tag: 'offer', attrs: { 'call-id': id, 'call-creator': jid(ALICE) }, content: [] };
  await alice.socket().query({ tag: 'call', attrs: { to: jid(BOB), id: 'call-stanza' }, content: [offer] });
  const [call] = (await calls(BOB)).slice(-1);
  assert.partialDeepStrictEqual(call, { id, from: jid(ALICE), to: jid(BOB), status: 'ringing' });
  const refusal = heard(alice, 'call', ([event]) => event?.status === 'reject' && event.id);
  await world.control.request('POST', `/phones/${BOB}/calls/${id}`, { step: 'reject' });
  assert.equal(await refusal, id);
});

test('a link to a call is made', async () => {
  assert.ok(await alice.socket().createCallLink('video'));
});

test('nobody can call a stranger, a group or oneself', async () => {
  const statusFor = async (to: string) =>
    (await world.control.request('POST', `/phones/${BOB}/call`, { to })).status;
  assert.deepEqual(await Promise.all(['19990000000', BOB].map(statusFor)), [404, 400]);
  const step = { step: 'reject' };
  assert.equal((await world.control.request('POST', `/phones/${BOB}/calls/NONE`, step)).status, 404);
});
