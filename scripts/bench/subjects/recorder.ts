import { ask } from '../ask.ts';
import type { BenchGateway, GatewayOptions, World } from '../world.ts';

/** What the process is asked for; all are of these instances in turn. */
export type RecorderTask = { instances: string[] } & (
  | { do: 'burst'; count: number }
  | { do: 'append' | 'store'; perSecond: number; count: number }
  | { do: 'idle'; ms: number }
);

/** A gateway in which texts are recorded that no session has received. */
export interface RecorderSubject {
  gateway: BenchGateway;
  /** Asks for it, and gives the 99th percentile of how late the event loop was meanwhile, in ms. */
  do(task: RecorderTask): Promise<number>;
}

export async function startRecorder(world: World, options?: GatewayOptions): Promise<RecorderSubject> {
  const program = 'scripts/bench/subjects/recorder-process.ts';
  const gateway = await world.gateway('recorder', { ...options, program });
  return { gateway, do: (task) => ask(gateway.child, task) };
}
