import { collectDefaultMetrics, Registry } from 'prom-client';
import { addDeliveryMetrics, type DeliveryMetricsOptions } from './deliveries.ts';
import { addInstanceMetrics, type InstanceMetricsOptions } from './instances.ts';
import { addMetric } from './metric.ts';

export interface MetricsOptions extends InstanceMetricsOptions, DeliveryMetricsOptions {
  version: string;
  clientName: string;
  serverUrl: string;
}

/** How the gateway is, as Prometheus reads it. */
export interface Metrics {
  contentType: string;
  /** Looks, and tells what it sees. */
  text(): Promise<string>;
}

/**
 * Metrics of the process, of every instance and of the deliveries. Between two requests only events are
 * counted and what the library measures all the time: the delay of the event loop, and garbage collection.
 */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  const { version, clientName, serverUrl } = options;
  addMetric(
    registry,
    {
      kind: 'gauge',
      name: 'evolution_environment_info',
      help: 'What runs here, as labels',
      labels: ['version', 'clientName', 'serverUrl'],
    },
    () => [{ labels: { version, clientName, serverUrl }, value: 1 }],
  );
  addInstanceMetrics(registry, options);
  addDeliveryMetrics(registry, options);
  collectDefaultMetrics({ register: registry });
  return { contentType: registry.contentType, text: () => registry.metrics() };
}
