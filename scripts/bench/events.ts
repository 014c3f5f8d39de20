/**
 * What a log of many events costs: to read a page of it, and to prune it, batch after batch.
 *
 *   scripts/node24 scripts/bench/events.ts [events]
 *
 * Printed are the times of the pages and, of all batches, how long each held everything else up.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase } from '../../server/store/db.ts';
import { eventIdBound } from '../../server/store/event-ids.ts';
import { readLog } from '../../server/store/event-log.ts';
import { pruneBatch } from '../../server/store/event-pruning.ts';
import { insertInstance } from '../../server/store/instances.ts';
import type { Db } from '../../server/store/schema.ts';

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const INSTANCES = 100;
const BATCHES = 6_000;
const DATA = JSON.stringify({ key: { remoteJid: 'x' }, text: 'y'.repeat(900) });
const BEGAN = Date.now() - 30 * 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'zapgate-bench-events-'));
const db = await openDatabase(join(folder, 'zapgate.db'));
const ids = await Promise.all(Array.from({ length: INSTANCES }, (_, n) => addInstance(db, n)));
await fill(db);

const place = { id: eventIdBound(BEGAN), seq: EVENTS / INSTANCES / 2 };
for (const limit of [100, 1_000]) {
  const read = () => readLog(db, ids[7] ?? '', place, { limit });
  await read();
  console.log(`page of ${limit}: ${(await timeOf(read)).toFixed(1)} ms`);
}
const held: number[] = [];
const pruning = { before: eventIdBound(Date.now()), excess: 0, held: new Set<string>() };
for (let after: string | undefined = ''; after !== undefined && held.length < BATCHES; await pause(1)) {
  const last: string = after;
  held.push(
    await timeOf(async () => {
      after = await pruneBatch(db, { ...pruning, after: last });
    }),
  );
}
held.sort((one, other) => one - other);
for (const part of [0.5, 0.9, 0.99, 0.999])
  console.log(
    `prune, ${part * 100} % of batches: at most ${held[Math.floor(held.length * part)]?.toFixed(1)} ms`,
  );
console.log(`prune, the longest of ${held.length}: ${held.at(-1)?.toFixed(1)} ms`);
await db.destroy();
rmSync(folder, { recursive: true });

async function addInstance(db: Db, n: number): Promise<string> {
  const instance = await insertInstance(db, { name: `shop-${n}`, integration: 'x', token_hash: `hash ${n}` });
  await sql`create table if not exists numbered (n integer primary key, id text)`.execute(db);
  await sql`insert into numbered values (${n}, ${instance.id})`.execute(db);
  return instance.id;
}

/** Each event was delivered, in one try. */
async function fill(db: Db): Promise<void> {
  const all = sql`with recursive number(i) as (
    select 0 union all select i + 1 from number where i < ${sql.lit(EVENTS - 1)})`;
  const at = sql`(${sql.lit(BEGAN)} + i)`;
  await sql`insert into event (id, instance_id, seq, instance_name, type, data, created_at) ${all}
    select printf('%08x-%04x-7000-8000-%012x', ${at} >> 16, ${at} & 65535, i),
      (select id from numbered where n = i % ${sql.lit(INSTANCES)}), i / ${sql.lit(INSTANCES)} + 1, 'shop',
      'messages.upsert', ${DATA}, ${at} from number`.execute(db);
  await sql`insert into webhook (id, instance_name, main, url, headers, enabled, events, by_events, base64,
      created_at, updated_at)
    values ('hook', 'shop', 0, 'http://localhost', '{}', 1, '[]', 0, 0, 0, 0)`.execute(db);
  await sql`insert into delivery (id, webhook_id, event_id, instance_id, seq, state, attempts, next_attempt_at,
      queued_at, created_at)
    select 'd' || id, 'hook', id, instance_id, seq, 'delivered', 1, 0, 0, 0 from event`.execute(db);
  await sql`insert into attempt (delivery_id, number, started_at, duration_ms, status)
    select id, 1, 0, 5, 200 from delivery`.execute(db);
  await sql`update instance set event_bytes = ${(EVENTS / INSTANCES) * DATA.length}`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
