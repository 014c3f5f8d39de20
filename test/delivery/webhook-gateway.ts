import type { TestContext } from 'node:test';
import pino from 'pino';
import { createWebhookRegistry, type MainSettings } from '../../server/delivery/webhook-registry.ts';
import { createWebhookDelivery } from '../../server/delivery/webhooks.ts';
import { createBus } from '../../server/events/bus.ts';
import { createRecorder } from '../../server/events/record.ts';
import { createOutbound } from '../../server/outbound/outbound.ts';
import { createVault } from '../../server/secrets/vault.ts';
import { createWebhookSeals } from '../../server/secrets/webhook-seals.ts';
import type { Db } from '../../server/store/schema.ts';
import { addInstance, testDatabase, WEBHOOK } from '../store/fixtures.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const logger = pino({ level: 'silent' });

/** With the key of every test. */
export const seals = createWebhookSeals(createVault(Buffer.alloc(32, 7)));

/** Tries again at once. */
export const RETRY = {
  ...{ initialDelayMs: 1, maxDelayMs: 4, jitter: 0, maxAgeMs: 86_400_000 },
  nonRetryable: [400, 401, 403, 404, 422],
};

/** As the contract has it, but without chance. */
export const SLOW_RETRY = { ...RETRY, initialDelayMs: 5_000, maxDelayMs: 300_000 };

/** Ahead of the time by which events are queued, so that they are due, and at a full second. */
export const clockAhead = () => createFakeClock(Math.ceil(Date.now() / 1_000) * 1_000 + 60_000);

/** What the requests told of: the texts that `emit` was given. */
export function messages(requests: { body: { data: unknown } }[]): string[] {
  return requests.map(({ body }) => (body.data as { message: string }).message);
}

type Options = Partial<Parameters<typeof createWebhookDelivery>[0]>;

/** Webhook delivery over a database, with what records events and sets webhooks. */
export async function startGateway(t: TestContext, options: Options = {}, database?: Db) {
  const db = database ?? (await testDatabase(t));
  const bus = createBus(logger);
  const record = createRecorder(db, bus);
  const outbound = createOutbound({ allow: ['private'] });
  const mediaBase64 = async () => undefined;
  const common = {
    ...{ mediaBase64, seals },
    serverUrl: 'https://gw.test',
    userAgent: 'Zapgate/test',
    timeoutMs: 10_000,
    retry: RETRY,
  };
  const delivery = createWebhookDelivery({ db, bus, outbound, logger, ...common, ...options });
  const registry = createWebhookRegistry(db, seals);
  await delivery.start();
  const ids = new Map<string, string>();
  const stop = async () => {
    await delivery.stop();
    await outbound.close();
  };
  t.after(stop);
  return {
    ...{ db, stop, registry },
    tally: delivery.tally,
    wake: delivery.wake,
    /** Adds the instance, or gives the one there is another webhook. */
    async addShop(name: string, webhook: Partial<MainSettings>) {
      const id = ids.get(name) ?? (await addInstance(db, name)).id;
      ids.set(name, id);
      await registry.setMain(id, { ...WEBHOOK, headers: {}, instance_name: name, ...webhook });
      return id;
    },
    emit: (id: string, n: number) =>
      record(id, async () => ({
        result: undefined,
        events: [{ type: 'qrcode.updated', data: { message: String(n), statusCode: 500 } }],
      })),
    /** Waits until so many attempts have been written down. */
    async attempted(count: number) {
      const sum = () => Object.values(delivery.tally()).reduce((all, one) => all + one, 0);
      while (sum() < count) await new Promise((resolve) => setImmediate(resolve));
    },
    deliveries: () => db.selectFrom('delivery').selectAll().orderBy('id').execute(),
    /** Status, error and duration of each. */
    async attempts() {
      const rows = await db
        .selectFrom('attempt')
        .selectAll()
        .orderBy('delivery_id')
        .orderBy('number')
        .execute();
      return rows.map(({ status, error, duration_ms }) => [status, error, duration_ms]);
    },
  };
}

export const TIMEOUT_MS = 30_000;

/** Over a clock that stands still but when it is told to go on. */
export async function startSlowGateway(t: TestContext, options: Options = {}) {
  const clock = clockAhead();
  const common = { clock, timeoutMs: TIMEOUT_MS, retry: SLOW_RETRY };
  return { clock, ...(await startGateway(t, { ...common, ...options })) };
}
