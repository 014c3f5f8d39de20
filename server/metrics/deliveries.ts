import type { Registry } from 'prom-client';
import { type Backlog, listBacklogs } from '../store/backlogs.ts';
import type { Db } from '../store/schema.ts';
import { addMetric, type MetricDefinition, shared } from './metric.ts';

export interface DeliveryMetricsOptions {
  db: Db;
  /** How often an attempt had which outcome since the start. */
  deliveryTally(): Readonly<Record<string, number>>;
}

export function addDeliveryMetrics(registry: Registry, options: DeliveryMetricsOptions): void {
  const look = shared(() => listBacklogs(options.db));
  const pending = gauge('zapgate_deliveries_pending', 'Events that wait for the webhook');
  addMetric(registry, pending, async () =>
    (await look()).map((backlog) => ({
      labels: { instance: backlog.instance_name },
      value: backlog.pending,
    })),
  );
  const age = gauge(
    'zapgate_deliveries_oldest_pending_age_seconds',
    'Age of the first of them, 0 if none waits',
  );
  // The webhook of a deleted instance may be there still, beside that of a new one by the same name.
  addMetric(registry, age, async () => {
    const byName = Map.groupBy(await look(), ({ instance_name }) => instance_name);
    return Array.from(byName, ([instance, backlogs]) => ({
      labels: { instance },
      value: Math.max(...backlogs.map(ageOf)),
    }));
  });
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

const gauge = (name: string, help: string): MetricDefinition => ({
  ...{ kind: 'gauge', name, help },
  labels: ['instance'],
});

/** Seconds. */
const ageOf = ({ oldest_at }: Backlog): number => (oldest_at === null ? 0 : (Date.now() - oldest_at) / 1_000);
