import { type ConnectionStateName, HealthStatus, type InstanceHealth } from '../generated/index.ts';
import type { Activity } from './activity.ts';
import type { MetricDefinition, Sample } from './metric.ts';

/** How an instance is at the moment. */
export interface Seen {
  name: string;
  integration: string;
  state: ConnectionStateName;
  /** Undefined unless it is connected, or comes back because it was deaf. */
  health: InstanceHealth | undefined;
  activity: Activity;
  /** What the log holds of its events, in characters of JSON. */
  logged: number;
}

/** A metric that each instance has, under the label `instance`. */
export interface InstanceMetric extends MetricDefinition {
  samples(seen: Seen): Sample[];
}

/** The first two are Evolution's, by its names and labels (wire-contract 1.7). */
export const INSTANCE_METRICS: InstanceMetric[] = [
  {
    ...gauge('evolution_instance_up', '1 if the state is open, else 0', ['integration']),
    samples: ({ integration, state }) => [{ labels: { integration }, value: Number(state === 'open') }],
  },
  {
    ...gauge('evolution_instance_state', 'The state, as a label', ['integration', 'state']),
    samples: ({ integration, state }) => [{ labels: { integration, state }, value: 1 }],
  },
  {
    ...gauge('zapgate_instance_health', 'How WhatsApp is heard: 1 for the status that holds', ['status']),
    samples: ({ health }) =>
      health
        ? HealthStatus.map((status) => ({ labels: { status }, value: Number(status === health.status) }))
        : [],
  },
  {
    ...gauge('zapgate_instance_last_frame_age_seconds', 'Since WhatsApp was last heard'),
    samples: ofHealth(({ lastFrameAt }) => (Date.now() - Date.parse(lastFrameAt)) / 1_000),
  },
  {
    ...gauge('zapgate_instance_pending_queries', 'Queries that wait for an answer'),
    samples: ofHealth(({ pendingQueries }) => pendingQueries),
  },
  {
    ...gauge('zapgate_instance_unanswered_queries', 'Queries in a row that got no answer in time'),
    samples: ofHealth(({ unansweredQueries }) => unansweredQueries),
  },
  {
    ...gauge('zapgate_instance_failed_decryptions', 'Messages in a row that could not be decrypted'),
    samples: ofHealth(({ failedDecryptions }) => failedDecryptions),
  },
  {
    ...counter('zapgate_messages_received_total', 'Messages from others'),
    samples: ({ activity }) => [{ value: activity.received }],
  },
  {
    ...counter('zapgate_messages_sent_total', 'Messages sent over the API'),
    samples: ({ activity }) => [{ value: activity.sent }],
  },
  {
    ...counter('zapgate_reconnects_total', 'Connections that ended and are tried again, by code', ['reason']),
    samples: ({ activity }) =>
      Array.from(activity.reconnects, ([reason, value]) => ({ labels: { reason }, value })),
  },
  {
    ...counter('zapgate_deliveries_queued_total', 'Events queued for webhooks as they happened'),
    samples: ({ activity }) => [{ value: activity.queued }],
  },
  {
    ...gauge('zapgate_event_log_bytes', 'Events in the log, as characters of JSON'),
    samples: ({ logged }) => [{ value: logged }],
  },
];

function gauge(name: string, help: string, labels: string[] = []): MetricDefinition {
  return { kind: 'gauge', name, help, labels: ['instance', ...labels] };
}

function counter(name: string, help: string, labels: string[] = []): MetricDefinition {
  return { kind: 'counter', name, help, labels: ['instance', ...labels] };
}

function ofHealth(value: (health: InstanceHealth) => number): InstanceMetric['samples'] {
  return ({ health }) => (health ? [{ value: value(health) }] : []);
}
