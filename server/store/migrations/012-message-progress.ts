import type { Kysely } from 'kysely';
import { belongsTo, required } from './columns.ts';

/** How far a message has come with each who got it, and what was sent to change messages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('message').addColumn('recipients', 'integer').execute();
  await db.schema.alterTable('message_update').addColumn('participant', 'text').execute();
  await db.schema
    .createIndex('message_update_by_participant')
    .on('message_update')
    .columns(['instance_id', 'participant', 'id'])
    .where('participant', 'is not', null)
    .execute();
  await db.schema
    .createTable('sent_change')
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('key_id', 'text', required)
    .addColumn('proto', 'blob', required)
    .addColumn('created_at', 'bigint', required)
    .addPrimaryKeyConstraint('sent_change_pk', ['instance_id', 'key_id'])
    .execute();
}
