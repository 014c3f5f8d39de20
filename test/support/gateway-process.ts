import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { eventually } from '../simulator/control-client.ts';
import { KEY } from './gateway.ts';

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** A gateway in a process of its own, that can be killed. */
export interface GatewayProcess {
  url: string;
  /** All it has printed. */
  output(): string;
  /** SIGKILL: it has no chance to tidy up. */
  kill(): Promise<void>;
  /** SIGTERM. Gives the exit code. */
  stop(): Promise<number | null>;
}

export interface SpawnedGateway extends GatewayProcess {
  /** Waits until it serves; false if it has ended before. */
  ready(): Promise<boolean>;
  hasEnded(): boolean;
}

/** Starts a gateway on a free port and waits until it serves. */
export async function startGatewayProcess(env: Record<string, string>): Promise<GatewayProcess> {
  const { ready, ...gateway } = await spawnGateway(env);
  assert.ok(await ready(), `the gateway ended: ${gateway.output()}`);
  return gateway;
}

/**
 * Starts one that may end at any time.
 *
 * @param preload a module that the process runs first
 */
export async function spawnGateway(env: Record<string, string>, preload?: URL): Promise<SpawnedGateway> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...(preload ? ['--import', preload.href] : []), MAIN], {
    env: { ...process.env, SERVER_HOST: '127.0.0.1', SERVER_PORT: port, AUTHENTICATION_API_KEY: KEY, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  }
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const exited = hasEnded() ? undefined : once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    url,
    hasEnded,
    output: () => text,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async ready() {
      await eventually('the gateway serves', async () => {
        const response = await fetch(`${url}/health/ready`).catch(() => undefined);
        return response?.ok || hasEnded();
      });
      return !hasEnded();
    },
  };
}

/** One that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
