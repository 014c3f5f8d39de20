import type { Registry } from 'prom-client';
import type { Bus } from '../events/bus.ts';
import type { ConnectionStateName, InstanceHealth } from '../generated/index.ts';
import { listInstanceNames } from '../store/instances.ts';
import type { Db } from '../store/schema.ts';
import { countActivity } from './activity.ts';
import { INSTANCE_METRICS, type Seen } from './instance-metrics.ts';
import { addMetric, type Sample, shared } from './metric.ts';

export interface InstanceMetricsOptions {
  db: Db;
  bus: Bus;
  /** The session of an instance, if it has one. */
  sessionOf(instanceId: string): SeenSession | undefined;
}

interface SeenSession {
  state(): ConnectionStateName;
  health(): InstanceHealth | undefined;
}

export function addInstanceMetrics(registry: Registry, { db, bus, sessionOf }: InstanceMetricsOptions): void {
  const activityOf = countActivity(bus);
  const look = shared(async (): Promise<Seen[]> => {
    const rows = await listInstanceNames(db);
    return rows.map(({ id, name, integration, event_bytes: logged }) => {
      const session = sessionOf(id);
      const state = session?.state() ?? 'close';
      return { name, integration, state, health: session?.health(), activity: activityOf(id), logged };
    });
  });
  addMetric(
    registry,
    { kind: 'gauge', name: 'evolution_instances_total', help: 'Number of instances' },
    async () => [{ value: (await look()).length }],
  );
  for (const { samples, ...definition } of INSTANCE_METRICS) {
    addMetric(registry, definition, async () =>
      (await look()).flatMap((seen) => named(seen.name, samples(seen))),
    );
  }
}

const named = (instance: string, samples: Sample[]): Sample[] =>
  samples.map(({ labels, value }) => ({ labels: { instance, ...labels }, value }));
