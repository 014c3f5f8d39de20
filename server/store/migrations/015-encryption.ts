import { type Kysely, sql } from 'kysely';
import { belongsTo, primary, required, zero } from './columns.ts';

/**
 * Credentials and Signal keys become bytes, as they are encrypted. What is stored is encrypted after this, when
 * the key is known (secrets/first-sealing.ts); it is as long as `encryption` has no row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('encryption')
    .addColumn('id', 'integer', primary)
    .addColumn('key_id', 'text', required)
    .addColumn('proof', 'blob', required)
    .execute();
  await db.schema
    .createTable('new_credential')
    .addColumn('instance_id', 'text', (column) => belongsTo('instance')(column).primaryKey())
    .addColumn('value', 'blob', required)
    .addColumn('linked', 'integer', zero)
    .execute();
  await db.schema
    .createTable('new_signal_key')
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('type', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('value', 'blob', required)
    .addPrimaryKeyConstraint('signal_key_pk', ['instance_id', 'type', 'id'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`insert into new_credential select instance_id, cast(value as blob), linked from credential`.execute(
    db,
  );
  await sql`insert into new_signal_key select instance_id, type, id, cast(value as blob) from signal_key`.execute(
    db,
  );
  for (const table of ['credential', 'signal_key']) {
    await db.schema.dropTable(table).execute();
    await db.schema.alterTable(`new_${table}`).renameTo(table).execute();
  }
}
