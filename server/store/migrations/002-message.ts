import type { Kysely } from 'kysely';
import { belongsTo, primary, required } from './columns.ts';

/** Messages and the history of their states. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createMessage(db);
  await createMessageIndexes(db);
  await db.schema
    .createTable('message_update')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', required)
    .addColumn('message_id', 'text', belongsTo('message'))
    .addColumn('status', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .execute();
  await db.schema
    .createIndex('message_update_of')
    .on('message_update')
    .columns(['message_id', 'id'])
    .execute();
}

async function createMessage(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('message')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('key_id', 'text', required)
    .addColumn('from_me', 'integer', required)
    .addColumn('remote_jid', 'text', required)
    .addColumn('remote_jid_alt', 'text')
    .addColumn('participant', 'text')
    .addColumn('participant_alt', 'text')
    .addColumn('addressing_mode', 'text')
    .addColumn('push_name', 'text')
    .addColumn('status', 'text', required)
    .addColumn('message_type', 'text', required)
    .addColumn('message', 'text', required)
    .addColumn('context_info', 'text')
    .addColumn('message_timestamp', 'bigint', required)
    .addColumn('source', 'text', required)
    .addColumn('proto', 'blob')
    .addColumn('created_at', 'bigint', required)
    // Its first two columns also serve the look-up by WhatsApp's id.
    .addUniqueConstraint('message_key', ['instance_id', 'key_id', 'remote_jid', 'from_me'])
    .execute();
}

/** Read backwards for "newest first"; `id` orders messages of the same second. */
async function createMessageIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('message_by_time')
    .on('message')
    .columns(['instance_id', 'message_timestamp', 'id'])
    .execute();
  await db.schema
    .createIndex('message_by_chat')
    .on('message')
    .columns(['instance_id', 'remote_jid', 'message_timestamp', 'id'])
    .execute();
  await db.schema
    .createIndex('message_by_alt')
    .on('message')
    .columns(['instance_id', 'remote_jid_alt', 'remote_jid'])
    .where('remote_jid_alt', 'is not', null)
    .execute();
}
