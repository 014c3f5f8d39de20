import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { openDatabase } from '../../server/store/db.ts';
import { insertInstance } from '../../server/store/instances.ts';
import type { Db } from '../../server/store/schema.ts';
import { insertSettings } from '../../server/store/settings.ts';

/** As many messages are in each chat, however many there are in all. */
const OF_CHAT = 1_000;
/** Seconds: of the first message; another one follows every ten. */
const BEGAN = 1_700_000_000;

/** The chat that every filled folder has. */
export const CHAT = '15550000000@s.whatsapp.net';
/** The instance that has all the messages. */
export const FILLED = 'shop-0';

/**
 * Makes a gateway's data folder with so many instances, and so many messages of the first of them, each as a
 * received or sent text leaves it: SQLite makes a million rows up by itself in a few seconds.
 */
export async function fillFolder(folder: string, instances: number, messages: number): Promise<void> {
  const db = await openDatabase(join(folder, 'zapgate.db'));
  await sql`pragma cache_size = -1000000`.execute(db);
  for (let n = instances - 1; n >= 0; n--) {
    const row = { name: `shop-${n}`, integration: 'WHATSAPP-BAILEYS', token_hash: `none ${n}` };
    const { id } = await insertInstance(db, row);
    await insertSettings(db, id, {});
    if (n === 0) await db.transaction().execute((tx) => fill(tx, sql`${sql.lit(id)}`, messages));
  }
  await db.destroy();
}

/** One in two is the account's own, and was acknowledged. */
async function fill(tx: Db, instance: RawBuilder<unknown>, messages: number): Promise<void> {
  const chats = Math.ceil(messages / OF_CHAT);
  const [all, chat, id] = [numbers(messages), sql`i % ${sql.lit(chats)}`, sql`printf('c%08d%016d', i, i)`];
  const jid = sql`printf('1555%07d@s.whatsapp.net', ${chat})`;
  const at = sql`${sql.lit(BEGAN)} + 10 * i`;
  await sql`insert into message (id, instance_id, key_id, from_me, remote_jid, push_name, status, message_type,
      message, message_timestamp, source, proto, created_at) ${all}
    select ${id}, ${instance}, printf('3EB0%018X', i), i % 2, ${jid}, 'Ana', 'DELIVERY_ACK', 'conversation',
      json_object('conversation', 'message ' || i || ': ' || hex(zeroblob(40))), ${at}, 'android',
      zeroblob(100), 1000 * (${at}) from number`.execute(tx);
  await sql`insert into message_update (id, instance_id, message_id, status, created_at) ${all}
    select ${id}, ${instance}, ${id}, 'DELIVERY_ACK', 1000 * (${at}) from number where i % 2 = 1`.execute(tx);
  await sql`insert into chat (id, instance_id, remote_jid, active_at, last_message_id, created_at, updated_at)
    ${all} select ${id}, ${instance}, ${jid}, ${at}, ${id}, 0, 0 from number
    where i >= ${sql.lit(messages - chats)}`.execute(tx);
  await sql`update instance set message_count = ${messages}, chat_count = ${chats}
    where id = ${instance}`.execute(tx);
}

const numbers = (count: number): RawBuilder<unknown> => sql`with recursive number(i) as (
  select 0 union all select i + 1 from number where i < ${sql.lit(count - 1)})`;
