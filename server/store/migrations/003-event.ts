import type { Kysely } from 'kysely';
import { belongsTo, primary, required, zero } from './columns.ts';

/** Subscriptions, what happened, and what is still to be delivered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createSubscriptions(db);
  await createEvent(db);
  await createDelivery(db);
}

async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhook')
    .addColumn('id', 'text', primary)
    // No foreign key: a webhook outlives its instance until its last delivery.
    .addColumn('instance_id', 'text', (column) => column.notNull().unique())
    .addColumn('instance_name', 'text', required)
    .addColumn('url', 'text', required)
    .addColumn('headers', 'text', required)
    .addColumn('enabled', 'integer', required)
    .addColumn('events', 'text', required)
    .addColumn('by_events', 'integer', required)
    .addColumn('base64', 'integer', required)
    .addColumn('retired', 'integer', zero)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .execute();
  await db.schema
    .createTable('websocket')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', (column) => belongsTo('instance')(column).unique())
    .addColumn('enabled', 'integer', required)
    .addColumn('events', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .execute();
}

async function createEvent(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', required)
    .addColumn('seq', 'bigint', required)
    .addColumn('instance_name', 'text', required)
    .addColumn('type', 'text', required)
    .addColumn('data', 'text', required)
    .addColumn('sender', 'text')
    .addColumn('created_at', 'bigint', required)
    .addUniqueConstraint('event_seq', ['instance_id', 'seq'])
    .execute();
}

async function createDelivery(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', primary)
    .addColumn('webhook_id', 'text', belongsTo('webhook'))
    .addColumn('event_id', 'text', required)
    .addColumn('instance_id', 'text', required)
    .addColumn('seq', 'bigint', required)
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('pending'))
    .addColumn('attempts', 'integer', zero)
    .addColumn('next_attempt_at', 'bigint', required)
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'bigint', required)
    .execute();
  await db.schema
    .createIndex('delivery_lane')
    .on('delivery')
    .columns(['webhook_id', 'instance_id', 'state', 'seq'])
    .execute();
}
