import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../world.ts';

/** Express alone, in a process of its own. */
export interface Bare {
  url: string;
  /** From the start of the process to its first 200, in ms. */
  startedInMs: number;
  end(): Promise<void>;
}

export async function startBare(): Promise<Bare> {
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/bench/subjects/bare-express.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  await until(async () => (await fetch(`${url}/instance/connectionState/shop`)).ok);
  return {
    ...{ url, startedInMs: performance.now() - began },
    async end() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
