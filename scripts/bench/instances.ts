/**
 * What many linked instances cost one process: memory of each at rest, linking them all at once, and bringing
 * them back after a crash. Linux.
 *
 *   scripts/node24 scripts/bench/instances.ts [instances]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { linkInstance } from './links.ts';
import { peak, resetPeak, resident } from './process-memory.ts';
import { type BenchGateway, startWorld, until } from './world.ts';

const COUNT = Number(process.argv[2] ?? 100);
/** Long enough for the key uploads and the first garbage collections after a link. */
const REST_MS = 30_000;

const world = await startWorld();
const names = Array.from({ length: COUNT }, (_, n) => `instance-${n}`);
const rows: [string, string][] = [];

const first = await world.gateway('instances');
await pause(REST_MS);
const empty = resident(first.pid);
rows.push(['empty gateway: memory', `${empty} MB`]);

resetPeak(first.pid);
const linking = performance.now();
await Promise.all(names.map((name, n) => linkInstance(world, first, name, n)));
await allOpen(first);
rows.push([`link ${COUNT} at once: time`, seconds(performance.now() - linking)]);
rows.push([`link ${COUNT} at once: peak memory`, `${peak(first.pid)} MB`]);
await pause(REST_MS);
rows.push(['after linking: memory of each', each(first, empty)]);
await first.end('SIGKILL');

const restoring = performance.now();
const second = await world.gateway('instances');
rows.push(['killed and started again: first answer', seconds(second.startedInMs)]);
await allOpen(second);
rows.push([`killed and started again: all ${COUNT} open`, seconds(performance.now() - restoring)]);
await pause(REST_MS);
rows.push(['after restoring: memory of each', each(second, empty)]);
await second.end('SIGTERM');
await world.end();

for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
process.exit();

async function allOpen({ client }: BenchGateway): Promise<void> {
  await until(async () => {
    const instances = await client.instance.fetchInstances({});
    return instances.filter(({ connectionStatus }) => connectionStatus === 'open').length === COUNT;
  });
}

function each({ pid }: BenchGateway, base: number): string {
  const now = resident(pid);
  return `${((now - base) / COUNT).toFixed(2)} MB (${now} MB in all)`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
