import { type Kysely, sql } from 'kysely';
import { belongsTo, emptyText, primary, required, zero } from './columns.ts';

/** Instances, their settings, and what links them to WhatsApp. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createInstance(db);
  await createSetting(db);
  await db.schema
    .createTable('credential')
    .addColumn('instance_id', 'text', (column) => belongsTo('instance')(column).primaryKey())
    .addColumn('value', 'text', required)
    .addColumn('linked', 'integer', zero)
    .execute();
  await db.schema
    .createTable('signal_key')
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('type', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('value', 'text', required)
    .addPrimaryKeyConstraint('signal_key_pk', ['instance_id', 'type', 'id'])
    .modifyEnd(sql`without rowid`)
    .execute();
}

async function createInstance(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('instance')
    .addColumn('id', 'text', primary)
    .addColumn('name', 'text', required)
    .addColumn('name_key', 'text', (column) => column.notNull().unique())
    .addColumn('integration', 'text', required)
    .addColumn('number', 'text')
    .addColumn('business_id', 'text')
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('token_sealed', 'text')
    .addColumn('connection_status', 'text', (column) => column.notNull().defaultTo('close'))
    .addColumn('owner_jid', 'text')
    .addColumn('owner_lid', 'text')
    .addColumn('profile_name', 'text')
    .addColumn('profile_pic_url', 'text')
    .addColumn('disconnection_code', 'integer')
    .addColumn('disconnection_object', 'text')
    .addColumn('disconnection_at', 'bigint')
    .addColumn('event_seq', 'bigint', zero)
    .addColumn('message_count', 'bigint', zero)
    .addColumn('contact_count', 'bigint', zero)
    .addColumn('chat_count', 'bigint', zero)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .execute();
}

async function createSetting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('setting')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', (column) => belongsTo('instance')(column).unique())
    .addColumn('reject_call', 'integer', zero)
    .addColumn('msg_call', 'text', emptyText)
    .addColumn('groups_ignore', 'integer', zero)
    .addColumn('always_online', 'integer', zero)
    .addColumn('read_messages', 'integer', zero)
    .addColumn('read_status', 'integer', zero)
    .addColumn('sync_full_history', 'integer', zero)
    .addColumn('wavoip_token', 'text', emptyText)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .execute();
}
