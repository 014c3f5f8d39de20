import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audienceOf } from '../../server/events/audience.ts';
import { appendEvents } from '../../server/store/events.ts';
import { learnIdentities } from '../../server/store/identities.ts';
import { subscriptionsQuery } from '../../server/store/subscriptions.ts';
import { GLOBAL_WEBHOOK, type NewWebhook, saveWebhook } from '../../server/store/webhooks.ts';
import { addInstance, queryPlan, testDatabase, WEBHOOK } from '../store/fixtures.ts';

const ANA = '5511988887777@s.whatsapp.net';
const ANA_LID = '123456789@lid';
const BEN = '4915112345678@s.whatsapp.net';

const message = (remoteJid: string) => ({ type: 'messages.upsert', data: { key: { remoteJid } } });
const OPEN = { type: 'connection.update', data: { state: 'open' } };

test('each webhook gets the events that it wants, of its own instance', async (t) => {
  const { add, audience } = await setUp(t);
  await add('all');
  await add('messages', { events: ['MESSAGES_UPSERT'] });
  await add('off', { enabled: 0 });
  await add('of another', { instance_id: 'another' });
  assert.deepEqual(await audience(message(ANA), OPEN), {
    all: ['messages.upsert', 'connection.update'],
    messages: ['messages.upsert'],
  });
  assert.deepEqual(await audience(), {});
});

test('the global one gets those of every instance', async (t) => {
  const { add, audience } = await setUp(t);
  await add(GLOBAL_WEBHOOK, { instance_id: null, events: ['CONNECTION_UPDATE'] });
  assert.deepEqual(await audience(message(ANA), OPEN), { global: ['connection.update'] });
});

test('who names chats gets their events and those of no chat', async (t) => {
  const { add, audience } = await setUp(t);
  await add('ana', { jids: [ANA] });
  await add('both', { jids: [ANA, BEN], events: ['MESSAGES_UPSERT'] });
  assert.deepEqual(await audience(message(BEN), OPEN), {
    ana: ['connection.update'],
    both: ['messages.upsert'],
  });
  assert.deepEqual(await audience(message('120363025246125486@g.us')), {});
});

test('an event of several chats goes as a whole to who names one of them', async (t) => {
  const { add, audience } = await setUp(t);
  await add('ana', { jids: [ANA] });
  const chats = (...jids: string[]) => ({
    type: 'chats.set',
    data: jids.map((remoteJid) => ({ remoteJid })),
  });
  assert.deepEqual(await audience(chats(BEN, ANA)), { ana: ['chats.set'] });
  assert.deepEqual(await audience(chats(BEN), chats()), {});
});

test('a person is found by the phone JID and by the LID, whichever is named and whichever is told', async (t) => {
  const { db, instance, add, audience } = await setUp(t);
  await add('phone', { jids: [ANA] });
  await add('lid', { jids: [ANA_LID] });
  assert.deepEqual(await audience(message(ANA)), { phone: ['messages.upsert'] });
  const both = { type: 'messages.upsert', data: { key: { remoteJid: ANA, remoteJidAlt: ANA_LID } } };
  const all = { phone: ['messages.upsert'], lid: ['messages.upsert'] };
  assert.deepEqual(await audience(both), all);
  await learnIdentities(db, instance.id, [{ lid: ANA_LID, pn: ANA }]);
  assert.deepEqual(await audience(message(ANA)), all);
  assert.deepEqual(await audience(message(ANA_LID)), all);
});

test('nobody is subscribed to a trial: it is queued for its own webhook', async (t) => {
  const { add, audience } = await setUp(t);
  await add('tried', { events: ['CALL'], jids: [ANA] });
  await add('all');
  const trial = { type: 'webhook.test', data: { webhookId: 'tried', message: 'hello' } };
  assert.deepEqual(await audience(trial), {});
});

test('the webhooks are found by their index', async (t) => {
  const { db, instance } = await setUp(t);
  const steps = await queryPlan(db, subscriptionsQuery(db, instance.id));
  assert.ok(!steps.some((step) => step.includes('SCAN')), steps.join('\n'));
});

async function setUp(t: Parameters<typeof testDatabase>[0]) {
  const db = await testDatabase(t);
  const instance = await addInstance(db);
  return {
    ...{ db, instance },
    add: (id: string, values: Partial<NewWebhook> = {}) =>
      saveWebhook(db, {
        ...{ ...WEBHOOK, id, instance_id: instance.id, jids: [] },
        ...{ secret_sealed: null, old_secret_sealed: null, ...values },
      }),
    /** The types of the events that each webhook gets, by its id. */
    async audience(...given: { type: string; data: unknown }[]): Promise<Record<string, string[]>> {
      const wanted = await audienceOf(db, instance.id, await appendEvents(db, instance.id, given));
      return Object.fromEntries(
        wanted.map(({ webhookId, events }) => [webhookId, events.map(({ type }) => type)]),
      );
    },
  };
}
