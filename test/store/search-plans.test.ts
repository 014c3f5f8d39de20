import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Compilable, sql } from 'kysely';
import { chatQuery } from '../../server/store/chat-search.ts';
import { contactQuery } from '../../server/store/contact-search.ts';
import { insertMessage } from '../../server/store/message-insert.ts';
import { pageQuery } from '../../server/store/message-search.ts';
import { messagesByKey } from '../../server/store/messages.ts';
import type { Db } from '../../server/store/schema.ts';
import { statusQuery } from '../../server/store/status-search.ts';
import { addInstance, newMessage, queryPlan, testDatabase } from './fixtures.ts';

const MESSAGES = 100_000;
const CHATS = 500;
const JID = '7@s.whatsapp.net';

/** One message, copied; a chat, a contact and a step of each. */
async function fill(db: Db, id: string): Promise<void> {
  await insertMessage(db, newMessage(id));
  const count = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(MESSAGES)})`;
  const few = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(CHATS)})`;
  await sql`insert into message (id, instance_id, key_id, from_me, remote_jid, status, message_type, message,
      message_timestamp, source, created_at, participant)
    ${count} select 'c' || i, ${id}, 'K' || i, i % 2, (i % ${sql.lit(CHATS)}) || '@s.whatsapp.net', 'READ',
      'conversation', '{}', 1700000000 + i, 'web', 0, case i % 3 when 0 then ${JID} else null end
    from n`.execute(db);
  await sql`insert into message_update (id, instance_id, message_id, status, created_at, participant)
    ${count} select 'u' || i, ${id}, 'c' || i, 'READ', 0, case i % 2 when 0 then ${JID} else null end from n`.execute(
    db,
  );
  await sql`insert into chat (id, instance_id, remote_jid, active_at, last_message_id, created_at, updated_at)
    ${few} select 'h' || i, ${id}, i || '@s.whatsapp.net', i, 'c' || i, 0, 0 from n`.execute(db);
  await sql`insert into contact (id, instance_id, remote_jid, push_name, type, created_at, updated_at)
    ${few} select 'k' || i, ${id}, i || '@s.whatsapp.net', 'Ana', 'contact', 0, 0 from n`.execute(db);
  await sql`analyze`.execute(db);
}

test('with 100,000 messages every query operation reads by an index', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await fill(db, id);
  const page = { number: 3, size: 50 };
  const remoteJids = [JID];
  const participants = [JID];
  const queries: Record<string, Compilable> = {
    'messages: all': pageQuery(db, id, {}, page),
    'messages: a chat': pageQuery(db, id, { remoteJids }, page),
    'messages: a chat and a time': pageQuery(db, id, { remoteJids, gte: 5, lte: 9 }, page),
    'messages: an author': pageQuery(db, id, { participants }, page),
    'messages: a type': pageQuery(db, id, { messageType: 'imageMessage' }, page),
    'messages: a direction': pageQuery(db, id, { fromMe: false }, page),
    'messages: a row': pageQuery(db, id, { id: 'c7' }, page),
    'messages: an id': pageQuery(db, id, { keyId: 'K7' }, page),
    'a message by its key': messagesByKey(db, id, { id: 'K7', remoteJid: JID, fromMe: true }).selectAll(),
    'statuses: all': statusQuery(db, id, {}, page),
    'statuses: a message': statusQuery(db, id, { keyId: 'K7' }, page),
    'statuses: a chat': statusQuery(db, id, { remoteJids }, page),
    'statuses: an author': statusQuery(db, id, { participants }, page),
    'statuses: a status': statusQuery(db, id, { status: 'READ', fromMe: true }, page),
    'chats: all': chatQuery(db, id, {}, {}),
    'chats: one': chatQuery(db, id, { remoteJids }, {}),
    'chats: a time': chatQuery(db, id, { gte: 5 }, { take: 10, skip: 10 }),
    'contacts: all': contactQuery(db, id, {}, {}),
    'contacts: one': contactQuery(db, id, { remoteJids }, {}),
    'contacts: a name': contactQuery(db, id, { pushName: 'Ana' }, { take: 10 }),
  };
  for (const [name, query] of Object.entries(queries)) {
    const plan = await queryPlan(db, query);
    const scans = plan.filter((line) => /^SCAN \w+(?! USING)/.test(line) && !/CONSTANT ROW/.test(line));
    assert.deepEqual(scans, [], `${name}: ${plan.join('; ')}`);
    assert.ok(
      plan.some((line) => line.includes('USING INDEX') || line.includes('PRIMARY KEY')),
      name,
    );
    if (process.env.SHOW_PLANS) t.diagnostic(`${name}: ${plan.join('; ')}`);
  }
});
