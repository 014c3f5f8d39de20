import type { Registry } from 'prom-client';
import { type Backlog, countDeadLetters, type DeadLetters, listBacklogs } from '../store/backlogs.ts';
import { listInstanceNames } from '../store/instances.ts';
import type { Db } from '../store/schema.ts';
import { addMetric, shared } from './metric.ts';

export interface DeliveryMetricsOptions {
  db: Db;
  /** How often an attempt had which outcome since the start. */
  deliveryTally(): Readonly<Record<string, number>>;
}

/** Every instance has each gauge, at 0 where there is nothing; a deleted one has it while there is something. */
export function addDeliveryMetrics(registry: Registry, options: DeliveryMetricsOptions): void {
  const look = shared(() => see(options.db));
  const add = (name: string, help: string, samples: (seen: Seen) => Iterable<[string, number]>): void => {
    addMetric(registry, { kind: 'gauge', name, help, labels: ['instance'] }, async () => {
      const seen = await look();
      const values = [...seen.names.map((name) => [name, 0] as const), ...samples(seen)];
      return values.map(([instance, value]) => ({ labels: { instance }, value }));
    });
  };
  add('zapgate_deliveries_pending', 'Events that wait for webhooks', ({ backlogs }) =>
    backlogs.map(({ instance_name, pending }) => [instance_name, pending]),
  );
  add('zapgate_deliveries_oldest_pending_age_seconds', 'Since when the first of them waits', ({ backlogs }) =>
    oldestByName(backlogs),
  );
  add('zapgate_deliveries_dead', 'Events that were given up', ({ letters }) =>
    letters.map(({ instance_name, dead }) => [instance_name, dead]),
  );
  addMetric(
    registry,
    {
      kind: 'counter',
      name: 'zapgate_delivery_attempts_total',
      help: 'Requests to webhooks: delivered, failed (and tried again), dead (given up)',
      labels: ['outcome'],
    },
    () => Object.entries(options.deliveryTally()).map(([outcome, value]) => ({ labels: { outcome }, value })),
  );
}

interface Seen {
  names: string[];
  backlogs: Backlog[];
  letters: DeadLetters[];
}

async function see(db: Db): Promise<Seen> {
  const [rows, backlogs, letters] = await Promise.all([
    listInstanceNames(db),
    listBacklogs(db),
    countDeadLetters(db),
  ]);
  return { names: rows.map(({ name }) => name), backlogs, letters };
}

/** Ages in seconds. An instance may have several webhooks, and so may a deleted one of its name. */
function oldestByName(backlogs: Backlog[]): Map<string, number> {
  const ages = new Map<string, number>();
  for (const { instance_name, oldest_at } of backlogs)
    ages.set(instance_name, Math.max(ages.get(instance_name) ?? 0, (Date.now() - oldest_at) / 1_000));
  return ages;
}
