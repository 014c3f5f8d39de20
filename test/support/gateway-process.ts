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

/** Starts a gateway on a free port and waits until it serves. */
export async function startGatewayProcess(env: Record<string, string>): Promise<GatewayProcess> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, SERVER_HOST: '127.0.0.1', SERVER_PORT: port, AUTHENTICATION_API_KEY: KEY, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  await eventually(`the gateway serves: ${text}`, async () => {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    return response?.ok;
  });
  return {
    url,
    output: () => text,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
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
