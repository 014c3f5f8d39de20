/**
 * Eight hours of a gateway's life in a few minutes: traffic in both directions, lost connections, restarts and
 * new links, over and over. What the process holds is read after each round, behind a garbage collection; that
 * it does not grow is shown by the slope over all rounds but the first. Linux.
 *
 *   scripts/node24 scripts/bench/soak.ts [rounds] [instances]
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { call, scan } from '../sandbox/simulator-client.ts';
import { linkInstance, numberOf } from './links.ts';
import type { Holdings } from './probe.ts';
import { type BenchGateway, startWorld, until } from './world.ts';

/** One for each hour. */
const ROUNDS = Number(process.argv[2] ?? 8);
const INSTANCES = Number(process.argv[3] ?? 8);
const CYCLES_OF_ROUND = 6;
const MESSAGES = 15;
/** A closed Baileys socket leaves a timer of half a minute behind, and is held by it. */
const REST_MS = 35_000;
/** Bytes by which the heap may grow with each round: what the measurement itself wavers by. */
const FLAT = 256 * 1024;

const world = await startWorld();
const execArgv = ['--expose-gc', '--import', './scripts/bench/probe.ts'];
const gateway = await world.gateway('soak', { execArgv });
const names = Array.from({ length: INSTANCES }, (_, n) => `instance-${n}`);
for (const [n, name] of names.entries()) await linkInstance(world, gateway, name, n);
await allOpen();

const samples: Holdings[] = [];
for (let round = 0; round < ROUNDS; round++) {
  await call(`${world.simulator}/faults`, { disconnect: true });
  await allOpen();
  for (let cycle = 0; cycle < CYCLES_OF_ROUND; cycle++) await liveOn(round * CYCLES_OF_ROUND + cycle);
  await pause(REST_MS);
  const held = await holdings(gateway);
  samples.push(held);
  report(round, held);
}
await gateway.end('SIGTERM');
await world.end();

const slope = (what: keyof Holdings): number => slopeOf(samples.slice(1).map((sample) => sample[what]));
console.log(`heap: ${(slope('heap') / 1024).toFixed(1)} KB a round`);
for (const what of ['descriptors', 'timers', 'sockets'] as const)
  console.log(`${what}: ${slope(what).toFixed(2)} a round`);
process.exit(slope('heap') > FLAT ? 1 : 0);

async function liveOn(cycle: number): Promise<void> {
  await Promise.all(names.map((name, n) => talk(name, n)));
  await gateway.client.instance.restartInstance({ instance: names[cycle % INSTANCES] ?? '' });
  await relink((cycle + 1) % INSTANCES);
  await allOpen();
}

async function talk(instance: string, n: number): Promise<void> {
  const other = numberOf((n + 1) % INSTANCES);
  for (let message = 0; message < MESSAGES; message++) {
    await gateway.client.message.sendText({ instance, body: { number: other, text: `message ${message}` } });
    await call(`${world.simulator}/phones/${other}/send`, { to: numberOf(n), text: `answer ${message}` });
  }
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

function report(round: number, { heap, descriptors, timers, sockets }: Holdings): void {
  const megabytes = (heap / 1024 ** 2).toFixed(1);
  console.log(`${round + 1}: heap ${megabytes} MB, ${descriptors} fds, ${timers} timers, ${sockets} sockets`);
}

/** Of the straight line that fits best (least squares). */
function slopeOf(values: number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const over = values.reduce((sum, value, n) => sum + (n - middle) * (value - mean), 0);
  const under = values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
  return over / under;
}
