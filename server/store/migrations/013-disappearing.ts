import type { Kysely } from 'kysely';
import { zero } from './columns.ts';

/** After how many seconds messages of a chat disappear; 0 is never. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('chat').addColumn('disappears_after', 'integer', zero).execute();
}
