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
  /**
   * What Zapgate divided by the other side has to reach, or must not exceed where less is better; of an
   * absolute figure, what Zapgate's own value has to.
   */
  target: number;
  isAbsolute?: true;
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

/** Lets the sides take turns, so that what else the machine does meets all; a first turn of each is not counted. */
export async function alternate<Side extends string, Sample = number>(
  rounds: number,
  turn: Record<Side, (round: number) => Promise<Sample>>,
): Promise<Record<Side, Sample[]>> {
  const sides = Object.keys(turn) as Side[];
  // Object.fromEntries forgets which names there are.
  const samples = Object.fromEntries(sides.map((side) => [side, []])) as unknown as Record<Side, Sample[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const side of sides) {
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

/** What so large a part of the samples does not exceed. */
export function percentile(samples: number[], part: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export function median(samples: number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
