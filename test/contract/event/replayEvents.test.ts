import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ReplayEventsBody, StartedReplay } from '../../../clients/typescript/src/index.ts';
import type { RecordedEvent } from '../../../server/events/types.ts';
import { openDatabase } from '../../../server/store/db.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { GLOBAL, type Hooked, openHooked, openShop, type Shop } from './hooked.ts';

type Limits = Omit<ReplayEventsBody, 'webhookId'>;

let hooked: Hooked;
let shop: Shop;
/** What has happened to the instance, from its creation on. */
let log: RecordedEvent[];

before(async () => {
  hooked = await openHooked();
  shop = await openShop(hooked, 'shop');
  await shop.client.instance.connectInstance({ instance: 'shop' });
  log = hooked.gateway.events.filter(({ instance_name }) => instance_name === 'shop');
  assert.ok(log.length >= 3 && log.at(-1)?.type === 'qrcode.updated');
  const webhook = { url: hooked.receiver.url, events: [] };
  await shop.client.webhook.setWebhook({ instance: 'shop', body: { webhook } });
});
after(() => hooked.stop());

testRefusals('replayEvents', () => hooked.gateway);

const replay = (limits: Limits = {}) =>
  shop.client.event.replayEvents({ instance: 'shop', body: { webhookId: shop.webhookId, ...limits } });

const post = (body: object) => call(hooked.gateway, 'POST', '/event/replay/shop', shop.token).send(body);

/** Its events, in the order of their deliveries, once all have arrived. */
async function delivered({ replayId }: StartedReplay, count: number): Promise<string[]> {
  for (;;) {
    const { deliveries } = await shop.client.event.listDeliveries({ instance: 'shop', state: 'delivered' });
    const found = deliveries.filter((delivery) => delivery.replayId === replayId);
    if (found.length >= count) return found.map(({ eventId }) => eventId).toReversed();
  }
}

test('201: a window by the ids of events, of which the first is left out', async () => {
  const [first, ...others] = log.map(({ id }) => id);
  hooked.receiver.received.length = 0;
  const started = await replay({ after: String(first), until: String(others.at(-1)).toUpperCase() });
  assert.partialDeepStrictEqual(started, {
    ...{ webhookId: shop.webhookId, firstSequence: 2, lastSequence: log.length },
  });
  assert.deepEqual(await delivered(started, others.length), others);
  const arrived = hooked.receiver.received.map(({ headers }) => String(headers['x-delivery-id']));
  assert.deepEqual(
    arrived.filter((id) => others.includes(id)),
    others,
  );
});

test('201: a window by times, both included', async () => {
  const { created_at: at } = log[1] as RecordedEvent;
  const then = new Date(at).toISOString();
  const expected = log.filter(({ created_at }) => created_at === at);
  const started = await replay({ from: then, to: then });
  assert.equal(started.firstSequence, expected[0]?.seq);
  assert.equal(started.lastSequence, expected.at(-1)?.seq);
  assert.deepEqual(
    await delivered(started, expected.length),
    expected.map(({ id }) => id),
  );
});

test('201: without limits all that is kept', async () => {
  const started = await replay();
  assert.equal(started.firstSequence, 1);
  assert.ok(started.lastSequence >= log.length);
});

test('201: to the webhook of all instances by the global key; 400 by that of the instance', async () => {
  const webhookId = GLOBAL;
  const { event } = hooked.gateway.client;
  const started = await event.replayEvents({ instance: 'shop', body: { webhookId } });
  assert.equal(started.webhookId, webhookId);
  assertRefused(await post({ webhookId }), 400, ['instance.webhookId: there is no webhook "global"']);
});

test('400: a window in which nothing happened', async () => {
  const [first, second] = log.map(({ id }) => id);
  for (const limits of [
    { after: second, until: first },
    { to: '2001-01-01T00:00:00Z' },
    { from: '2001-01-01T00:00:00Z', to: '2001-01-02T00:00:00Z' },
    { from: '9999-12-31T23:59:59Z' },
  ]) {
    const response = await post({ webhookId: shop.webhookId, ...limits });
    assertRefused(response, 400, ['There are no events within these limits']);
  }
});

test('400: what is wrong is named', async () => {
  const other = await openShop(hooked, 'other');
  const foreign = hooked.gateway.events.find(({ instance_name }) => instance_name === 'other')?.id;
  const { webhookId } = shop;
  for (const [body, named] of [
    [{}, /^instance requires property "webhookId"$/],
    [{ webhookId: other.webhookId }, /^instance\.webhookId: there is no webhook/],
    [{ webhookId, after: foreign }, /^instance\.after: there is no event/],
    [{ webhookId, after: '00000000-0000-7000-8000-000000000000' }, /^instance\.after: there is no event/],
    [{ webhookId, until: '00000000-0000-7000-8000-000000000000' }, /^instance\.until: there is no event/],
    [{ webhookId, after: '7' }, /^instance\.after must be a valid uuid$/],
    [{ webhookId, from: 'yesterday' }, /^instance\.from must be a valid date-time$/],
    [{ webhookId, to: '2016-12-31T23:59:60Z' }, /^instance\.to must be a valid date-time$/],
  ] as const) {
    const response = await post(body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
  }
});

test('201: behind an event that was pruned it begins with the oldest that is kept', async () => {
  const [pruned = '', oldest = ''] = log.map(({ id }) => id);
  const db = await openDatabase(join(hooked.gateway.folder, 'zapgate.db'));
  await db.deleteFrom('event').where('id', '=', pruned).execute();
  await db.destroy();
  assert.equal((await replay({ after: pruned })).firstSequence, 2);
  assert.equal((await replay({ after: oldest })).firstSequence, 3);
});

test('400: the webhook is disabled', async () => {
  await shop.client.webhook.setWebhook({ instance: 'shop', body: { webhook: { enabled: false } } });
  const { webhookId } = shop;
  assertRefused(await post({ webhookId }), 400, [`The webhook "${webhookId}" is disabled`]);
});
