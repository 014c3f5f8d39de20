import type { Kysely } from 'kysely';
import { zero } from './columns.ts';

/** Chats that the user keeps at the top of the list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('chat').addColumn('pinned', 'integer', zero).execute();
}
