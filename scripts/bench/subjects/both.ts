import { alternate, type Samples } from '../measure.ts';
import type { GatewayOptions, World } from '../world.ts';
import { type RawSubject, startRaw } from './raw.ts';
import { startZapgate, type ZapgateOptions, type ZapgateSubject } from './zapgate.ts';

export type Side = keyof Samples;

/** Both sides, each with one account. */
export interface Both {
  raw: RawSubject;
  zapgate: ZapgateSubject;
  numbers: Record<Side, string>;
}

export interface Comparison extends ZapgateOptions {
  rounds: number;
  gateway: GatewayOptions | undefined;
  /** Gives what a turn of the side is, which gives its figure. */
  prepare(both: Both, side: Side): Promise<(round: number) => Promise<number>>;
}

/** Starts both sides, lets them take turns, and ends them. */
export async function compare(world: World, comparison: Comparison): Promise<Samples> {
  const { rounds, gateway, prepare, ...options } = comparison;
  const raw = await startRaw(world.simulator);
  const zapgate = await startZapgate(world, gateway, options);
  const both = { raw, zapgate, numbers: { raw: '15550000001', zapgate: '15550000002' } };
  await raw.link([both.numbers.raw]);
  await zapgate.link([both.numbers.zapgate]);
  const turns = { raw: await prepare(both, 'raw'), zapgate: await prepare(both, 'zapgate') };
  const samples = await alternate(rounds, turns);
  await raw.end();
  await zapgate.end();
  return samples;
}
