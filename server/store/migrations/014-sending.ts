import type { Kysely } from 'kysely';
import { belongsTo, primary, required, zero } from './columns.ts';

/** What is on its way to WhatsApp, and what callers were answered under their idempotency keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('key_id', 'text', required)
    .addColumn('sender', 'text', required)
    .addColumn('jid', 'text', required)
    .addColumn('edit', 'text')
    .addColumn('nodes', 'text')
    .addColumn('audience', 'text')
    .addColumn('unfinished', 'integer', zero)
    .addColumn('created_at', 'bigint', required)
    .addUniqueConstraint('outbox_key', ['instance_id', 'key_id'])
    .execute();
  await db.schema.createIndex('outbox_by_age').on('outbox').columns(['instance_id', 'id']).execute();
  await db.schema
    .createTable('idempotency_key')
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('key', 'text', required)
    .addColumn('fingerprint', 'text', required)
    .addColumn('status', 'integer', required)
    .addColumn('answer', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addPrimaryKeyConstraint('idempotency_key_pk', ['instance_id', 'key'])
    .execute();
  await db.schema.createIndex('idempotency_key_by_age').on('idempotency_key').column('created_at').execute();
}
