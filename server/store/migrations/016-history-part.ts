import type { Kysely } from 'kysely';
import { belongsTo, primary, required, zero } from './columns.ts';

/** The parts of a phone's history that are to be recorded, and how far each is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('history_part')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('message_id', 'text', required)
    .addColumn('is_latest', 'integer', required)
    .addColumn('notification', 'blob')
    .addColumn('steps', 'integer', zero)
    .addColumn('message_count', 'integer', zero)
    .addColumn('chat_count', 'integer', zero)
    .addColumn('contact_count', 'integer', zero)
    .addColumn('created_at', 'bigint', required)
    .addUniqueConstraint('history_part_message', ['instance_id', 'message_id'])
    .execute();
}
