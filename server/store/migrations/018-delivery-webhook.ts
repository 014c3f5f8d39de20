import { type Kysely, sql } from 'kysely';

/** The deliveries of a webhook are found when it goes, those that are settled too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index delivery_webhook on delivery (webhook_id)`.execute(db);
}
