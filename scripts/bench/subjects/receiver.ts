import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ask } from '../ask.ts';

/** A receiver of webhooks in a process of its own. */
export interface Receiver {
  url: string;
  /** Resolves when so many have arrived since the last time, and gives how long each took, in ms. */
  took(count: number): Promise<number[]>;
  end(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const child = spawn(process.execPath, ['scripts/bench/subjects/receiver-process.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  return { url, took: (count) => ask(child, { count }), end: () => void child.kill() };
}
