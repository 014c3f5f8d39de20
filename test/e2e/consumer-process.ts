import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../simulator/control-client.ts';

const CONSUMER = fileURLToPath(new URL('consumer.ts', import.meta.url));

/** A line of what the consumer keeps: number, id and name of an event. */
export type Line = [sequence: number, id: string, event: string];

/** The consumer in a process of its own, that is killed and started anew. */
export interface ConsumerProcess {
  /** Starts it; `env` from now on. */
  start(env?: Record<string, string>): void;
  /** SIGKILL, wherever it is. It fails if it has ended by itself. */
  kill(): Promise<void>;
  /** What it has kept of the stream, or of the webhooks. */
  lines(name: 'stream' | 'webhook'): Line[];
  /** Waits until it has kept so much of the stream. */
  hasStreamed(count: number): Promise<void>;
}

/** @param env what it is told, without the folder */
export function consumerProcess(folder: string, env: Record<string, string>): ConsumerProcess {
  let told = { ...env, FOLDER: folder };
  let child: ChildProcess | undefined;
  const lines = (name: string): Line[] => {
    const file = join(folder, name);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  };
  return {
    start(changed = {}) {
      told = { ...told, ...changed };
      child = spawn(process.execPath, [CONSUMER], { env: { ...process.env, ...told }, stdio: 'inherit' });
    },
    async kill() {
      if (!child) return;
      if (child.exitCode !== null) throw new Error(`the consumer has ended by itself: ${child.exitCode}`);
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      child = undefined;
    },
    lines,
    hasStreamed: async (count) => {
      await eventually(`${count} events are streamed`, async () => lines('stream').length >= count);
    },
  };
}
