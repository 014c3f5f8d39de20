import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const children: ChildProcess[] = [];

/** Starts the simulated WhatsApp and gives its URL. */
export async function startSimulator(port: string): Promise<string> {
  const child = run(['simulator/main.ts'], { SIMULATOR_PORT: port }, 'pipe');
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const [line] = await Promise.race([once(lines, 'line'), endOf(child, 'simulated WhatsApp')]);
  return JSON.parse(line).url;
}

/** Starts the gateway and gives its URL once it serves. */
export async function startGateway(port: string, watch: boolean, env: NodeJS.ProcessEnv): Promise<string> {
  const url = `http://localhost:${port}`;
  const child = run(
    [...(watch ? ['--watch'] : []), 'server/main.ts'],
    { ...env, SERVER_PORT: port },
    'inherit',
  );
  await Promise.race([serving(`${url}/health/ready`), endOf(child, 'gateway')]);
  return url;
}

/** Ends every process that was started here. */
export async function endAll(): Promise<void> {
  const running = children.filter((child) => child.exitCode === null);
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(running.map((child) => once(child, 'exit')));
}

function run(args: string[], env: NodeJS.ProcessEnv, stdout: 'pipe' | 'inherit'): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

async function endOf(child: ChildProcess, name: string): Promise<never> {
  await once(child, 'exit');
  await endAll();
  throw new Error(`The ${name} ended before it was ready: see its message above`);
}

async function serving(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
