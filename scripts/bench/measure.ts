import { setTimeout as pause } from 'node:timers/promises';
import type { GatewayOptions, World } from './world.ts';

/** What both sides did, a sample for each round. */
export interface Samples {
  raw: number[];
  zapgate: number[];
}

/** What a figure is of. */
export interface Figure {
  title: string;
  unit: string;
  /** Whether more is better, such as messages a second, or less, such as memory. */
  better: 'more' | 'less';
  /** What Zapgate divided by the other side has to reach, or must not exceed where less is better. */
  target: number;
  /** What the other side is. */
  against: string;
}

export type Result = Figure & Samples & { measure: string };

/** Comparisons that are made together. Its name is what one asks for them by. */
export interface Measure {
  name: string;
  /** @param options of the Zapgate process, for a profile of it */
  run(world: World, options?: GatewayOptions): Promise<(Figure & Samples)[]>;
}

type Side = keyof Samples;

/** Lets the sides take turns, so that what else the machine does meets both; a first turn of each is not counted. */
export async function alternate(
  rounds: number,
  turn: Record<Side, (round: number) => Promise<number>>,
): Promise<Samples> {
  const samples: Samples = { raw: [], zapgate: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const side of ['raw', 'zapgate'] as const) {
      const sample = await turn[side](round);
      if (round > 0) samples[side].push(sample);
      await pause(REST_MS);
    }
  }
  return samples;
}

/** Between turns, for what the last one left behind. */
const REST_MS = 200;

/** How many a second. */
export async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - began);
}

export function median(samples: number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
