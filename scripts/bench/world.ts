import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ZapgateClient } from '../../clients/typescript/src/index.ts';
import { endAll, startSimulator } from '../sandbox/processes.ts';
import { readTrust } from '../sandbox/simulator-client.ts';

/** The global key of every gateway here. */
export const KEY = 'bench';
const PORT = 18080;
/** How often a gateway that starts is asked whether it serves: its start is not known better than that. */
const ASK_MS = 10;

/** A simulated WhatsApp, and a folder for the gateways that talk to it. */
export interface World {
  simulator: string;
  /** Starts a gateway as a process of its own on the data of `name`, and waits until it serves. */
  gateway(name: string, options?: GatewayOptions): Promise<BenchGateway>;
  end(): Promise<void>;
}

export interface GatewayOptions {
  env?: Record<string, string>;
  /** Options of Node itself. */
  execArgv?: string[];
  /** Another program than the gateway's own, with a gateway in it. */
  program?: string;
  /** Where it listens, if another one runs. */
  port?: number;
}

export interface BenchGateway {
  url: string;
  child: ChildProcess;
  pid: number;
  client: ZapgateClient;
  /** From the start of the process to its first 200, in ms. */
  startedInMs: number;
  end(signal: NodeJS.Signals): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-bench-'));
  const simulator = await startSimulator('0');
  const trust = await readTrust(simulator);
  writeFileSync(join(folder, 'ca.pem'), trust.ca);
  const trusting = {
    ...{ WHATSAPP_SOCKET_URL: trust.socketUrl, WHATSAPP_NOISE_ROOT: trust.noiseRoot },
    ...{ WHATSAPP_CA_FILE: join(folder, 'ca.pem'), OUTBOUND_ALLOW: 'private' },
  };
  return {
    simulator,
    gateway: (name, { env, ...options } = {}) =>
      startGateway({ ...options, env: { ...trusting, DATA_DIR: join(folder, name), ...env } }),
    async end() {
      await endAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startGateway(options: GatewayOptions): Promise<BenchGateway> {
  const { env, execArgv = [], program = 'server/main.ts', port = PORT } = options;
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const own = { AUTHENTICATION_API_KEY: KEY, SERVER_PORT: `${port}` };
  const child = spawn(process.execPath, [...execArgv, program], {
    env: { ...process.env, ...own, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // It refuses connections until it serves.
  await until(async () => (await fetch(`${url}/health/live`).catch(() => undefined))?.ok, ASK_MS);
  return {
    ...{ url, child, pid: child.pid ?? 0, client: new ZapgateClient({ baseUrl: url, apiKey: KEY }) },
    startedInMs: performance.now() - began,
    async end(signal) {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** Asks every `everyMs` until the answer is true. */
export async function until(ready: () => Promise<boolean | undefined>, everyMs = 50): Promise<void> {
  while (!(await ready())) await pause(everyMs);
}
