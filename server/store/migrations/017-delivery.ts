import { type Kysely, sql } from 'kysely';
import { belongsTo, primary, required, zero } from './columns.ts';

/** Several webhooks for an instance, and deliveries that stay to be looked at, with their attempts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createWebhook(db);
  await createDelivery(db);
  await createAttempt(db);
  await createReplay(db);
  await db.schema.alterTable('instance').addColumn('event_bytes', 'bigint', zero).execute();
  await sql`
    update instance set event_bytes = (
      select coalesce(sum(octet_length(data) + coalesce(octet_length(extra), 0)), 0)
      from event where event.instance_id = instance.id)`.execute(db);
}

/** SQLite cannot take a constraint off a table: one instance had one webhook. So both are made anew. */
async function createWebhook(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('new_webhook')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text')
    .addColumn('instance_name', 'text', required)
    .addColumn('main', 'integer', required)
    .addColumn('url', 'text', required)
    .addColumn('headers', 'text', required)
    .addColumn('enabled', 'integer', required)
    .addColumn('events', 'text', required)
    .addColumn('jids', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('by_events', 'integer', required)
    .addColumn('base64', 'integer', required)
    .addColumn('secret_sealed', 'text')
    .addColumn('old_secret_sealed', 'text')
    .addColumn('old_secret_until', 'bigint')
    .addColumn('retired', 'integer', zero)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .execute();
  await sql`
    insert into new_webhook (id, instance_id, instance_name, main, url, headers, enabled, events, by_events,
      base64, retired, created_at, updated_at)
    select id, instance_id, instance_name, 1, url, headers, enabled, events, by_events,
      base64, retired, created_at, updated_at
    from webhook`.execute(db);
}

async function createDelivery(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('new_delivery')
    .addColumn('id', 'text', primary)
    .addColumn('webhook_id', 'text', belongsTo('new_webhook'))
    .addColumn('event_id', 'text', required)
    .addColumn('instance_id', 'text', required)
    .addColumn('channel', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('seq', 'bigint', required)
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('pending'))
    .addColumn('attempts', 'integer', zero)
    .addColumn('next_attempt_at', 'bigint', required)
    .addColumn('last_error', 'text')
    .addColumn('queued_at', 'bigint', required)
    .addColumn('settled_at', 'bigint')
    .addColumn('created_at', 'bigint', required)
    .execute();
  await sql`
    insert into new_delivery (id, webhook_id, event_id, instance_id, seq, state, attempts, next_attempt_at,
      last_error, queued_at, created_at)
    select id, webhook_id, event_id, instance_id, seq, state, attempts, next_attempt_at,
      last_error, created_at, created_at
    from delivery`.execute(db);
  await db.schema.dropTable('delivery').execute();
  await db.schema.dropTable('webhook').execute();
  await db.schema.alterTable('new_webhook').renameTo('webhook').execute();
  await db.schema.alterTable('new_delivery').renameTo('delivery').execute();
  await createIndexes(db);
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index webhook_instance on webhook (instance_id)`.execute(db);
  await sql`create unique index webhook_main on webhook (instance_id) where main = 1`.execute(db);
  await sql`create index delivery_lane on delivery (webhook_id, instance_id, channel, seq)
    where state = 'pending'`.execute(db);
  await sql`create index delivery_event on delivery (event_id)`.execute(db);
  // For pages of each webhook's deliveries in each state, and for what goes with a webhook.
  await sql`create index delivery_page on delivery (webhook_id, instance_id, state, id)`.execute(db);
  await sql`create index delivery_dead on delivery (instance_id, id) where state = 'dead'`.execute(db);
}

async function createAttempt(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attempt')
    .addColumn('delivery_id', 'text', belongsTo('delivery'))
    .addColumn('number', 'integer', required)
    .addColumn('started_at', 'bigint', required)
    .addColumn('duration_ms', 'integer', required)
    .addColumn('status', 'integer')
    .addColumn('error', 'text')
    .addPrimaryKeyConstraint('attempt_number', ['delivery_id', 'number'])
    .execute();
}

async function createReplay(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('replay')
    .addColumn('id', 'text', primary)
    .addColumn('webhook_id', 'text', belongsTo('webhook'))
    .addColumn('instance_id', 'text', required)
    .addColumn('next_seq', 'bigint', required)
    .addColumn('last_seq', 'bigint', required)
    .addColumn('finished_at', 'bigint')
    .addColumn('created_at', 'bigint', required)
    .execute();
  await sql`create index replay_open on replay (webhook_id) where finished_at is null`.execute(db);
}
