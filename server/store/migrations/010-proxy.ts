import type { Kysely } from 'kysely';
import { belongsTo, emptyText, primary, required, zero } from './columns.ts';

/** The proxy of an instance. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('proxy')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', (column) => belongsTo('instance')(column).unique())
    .addColumn('enabled', 'integer', zero)
    .addColumn('protocol', 'text', required)
    .addColumn('host', 'text', required)
    .addColumn('port', 'text', required)
    .addColumn('username', 'text', emptyText)
    .addColumn('password_sealed', 'text', emptyText)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .execute();
}
