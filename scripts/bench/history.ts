/**
 * What it costs a gateway to take the history of phones that link: all at the same moment, with 50,000
 * messages each. Linux.
 *
 *   scripts/node24 scripts/bench/history.ts [phones] [messages of each]
 *
 * Printed are the resident memory before, the most of it on the way (VmHWM, reset before), the time until all
 * is stored, and the longest that a request to the gateway took meanwhile.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { linkInstance } from './links.ts';
import { peak, resetPeak, resident } from './process-memory.ts';
import { type BenchGateway, startWorld, until } from './world.ts';

const [PHONES = 10, MESSAGES = 50_000] = process.argv.slice(2).map(Number);
const CHATS = 50;
const PAST = { chats: CHATS, messagesPerChat: MESSAGES / CHATS, onHost: true };
/** Long enough for the first garbage collections after the start. */
const REST_MS = 5_000;

const world = await startWorld();
const names = Array.from({ length: PHONES }, (_, n) => `phone-${n}`);
const gateway = await world.gateway('history');
await pause(REST_MS);
const before = resident(gateway.pid);
resetPeak(gateway.pid);
const began = performance.now();
let slowest = 0;
const watch = setInterval(ask, 100);
await Promise.all(names.map((name, n) => linkInstance(world, gateway, name, n, PAST)));
await until(async () => (await stored(gateway)) === PHONES * MESSAGES, 1_000);
const seconds = (performance.now() - began) / 1_000;
clearInterval(watch);

console.log(`${PHONES} phones with ${MESSAGES} messages each: ${seconds.toFixed(1)} s`);
console.log(`memory: ${before} MB before, ${peak(gateway.pid)} MB at most`);
console.log(`longest wait for an answer: ${Math.round(slowest)} ms`);
await gateway.end('SIGTERM');
await world.end();
process.exit();

async function stored({ client }: BenchGateway): Promise<number> {
  const rows = await client.instance.fetchInstances({});
  return rows.reduce((sum, { _count }) => sum + (_count?.Message ?? 0), 0);
}

async function ask(): Promise<void> {
  const asked = performance.now();
  await fetch(`${gateway.url}/health/live`);
  slowest = Math.max(slowest, performance.now() - asked);
}
