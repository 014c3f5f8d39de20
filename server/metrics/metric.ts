import { Counter, Gauge, type Registry } from 'prom-client';

/** One line of a metric. */
export interface Sample {
  labels?: Record<string, string>;
  value: number;
}

export interface MetricDefinition {
  kind: 'counter' | 'gauge';
  name: string;
  help: string;
  labels?: string[];
}

/**
 * Adds a metric that is read when somebody asks for it. Samples of the same labels are added up; what has no
 * sample any more is gone.
 */
export function addMetric(
  registry: Registry,
  { kind, name, help, labels = [] }: MetricDefinition,
  read: () => Promise<Sample[]> | Sample[],
): void {
  const collect = async (metric: Counter | Gauge): Promise<void> => {
    const samples = await read();
    metric.reset();
    for (const sample of samples) metric.inc(sample.labels ?? {}, sample.value);
  };
  const common = { name, help, labelNames: labels, registers: [registry] };
  const metric: Counter | Gauge =
    kind === 'counter'
      ? new Counter({ ...common, collect: () => collect(metric) })
      : new Gauge({ ...common, collect: () => collect(metric) });
}

/** The metrics of one request ask at the same moment, and share one reading. */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}
