/**
 * Eight hours of a gateway's life in a few minutes: traffic in both directions, lost connections, restarts and
 * new links, over and over. What the process holds is read after each cycle, behind a garbage collection; that
 * it does not grow is shown by the slope over the second half. Linux.
 *
 *   scripts/node24 scripts/bench/soak.ts [cycles] [instances]
 */
import { once } from 'node:events';
import { call, scan } from '../sandbox/simulator-client.ts';
import { linkInstance, numberOf } from './links.ts';
import type { Holdings } from './probe.ts';
import { type BenchGateway, startWorld, until } from './world.ts';

/** One for each ten minutes of eight hours. */
const CYCLES = Number(process.argv[2] ?? 48);
const INSTANCES = Number(process.argv[3] ?? 8);
const MESSAGES = 15;
/** Pauses grow with connections that are lost in a row, as these here would be. */
const LOSES_EACH = 8;
/** Bytes by which the heap may grow with each cycle: what the measurement itself wavers by. */
const FLAT = 32 * 1024;

const world = await startWorld();
const execArgv = ['--expose-gc', '--import', './scripts/bench/probe.ts'];
const gateway = await world.gateway('soak', { execArgv });
const names = Array.from({ length: INSTANCES }, (_, n) => `instance-${n}`);
for (const [n, name] of names.entries()) await linkInstance(world, gateway, name, n);
await allOpen();

const samples: Holdings[] = [];
for (let cycle = 0; cycle < CYCLES; cycle++) {
  await Promise.all(names.map((name, n) => talk(name, n)));
  if (cycle % LOSES_EACH === 0) await call(`${world.simulator}/faults`, { disconnect: true });
  await allOpen();
  await restart(names[cycle % INSTANCES] ?? '');
  await relink((cycle + 1) % INSTANCES);
  await allOpen();
  samples.push(await holdings(gateway));
  report(cycle, samples.at(-1));
}
await gateway.end('SIGTERM');
await world.end();

const half = samples.slice(samples.length >> 1);
const slope = (what: keyof Holdings): number => slopeOf(half.map((sample) => sample[what]));
console.log(`heap: ${(slope('heap') / 1024).toFixed(1)} KB a cycle`);
for (const what of ['descriptors', 'timers', 'sockets'] as const)
  console.log(`${what}: ${slope(what).toFixed(2)} a cycle`);
process.exit(slope('heap') > FLAT ? 1 : 0);

async function talk(instance: string, n: number): Promise<void> {
  const other = numberOf((n + 1) % INSTANCES);
  for (let message = 0; message < MESSAGES; message++) {
    await gateway.client.message.sendText({ instance, body: { number: other, text: `message ${message}` } });
    await call(`${world.simulator}/phones/${other}/send`, { to: numberOf(n), text: `answer ${message}` });
  }
}

async function restart(instance: string): Promise<void> {
  await gateway.client.instance.restartInstance({ instance });
}

async function relink(n: number): Promise<void> {
  const instance = names[n] ?? '';
  await gateway.client.instance.logoutInstance({ instance });
  const shown = await gateway.client.instance.connectInstance({ instance });
  if ('code' in shown && shown.code) await scan(world.simulator, numberOf(n), shown.code);
}

async function allOpen(): Promise<void> {
  await until(async () => {
    const instances = await gateway.client.instance.fetchInstances({});
    return instances.every(({ connectionStatus }) => connectionStatus === 'open');
  });
}

async function holdings({ child }: BenchGateway): Promise<Holdings> {
  const answer = once(child, 'message');
  child.send('probe');
  const [held] = (await answer) as [Holdings];
  return held;
}

function report(cycle: number, held: Holdings | undefined): void {
  if (!held) return;
  const { heap, descriptors, timers, sockets } = held;
  const megabytes = (heap / 1024 ** 2).toFixed(1);
  console.log(`${cycle + 1}: heap ${megabytes} MB, ${descriptors} fds, ${timers} timers, ${sockets} sockets`);
}

/** Of the straight line that fits best (least squares). */
function slopeOf(values: number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const over = values.reduce((sum, value, n) => sum + (n - middle) * (value - mean), 0);
  const under = values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
  return over / under;
}
