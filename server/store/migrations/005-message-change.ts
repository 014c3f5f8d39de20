import { type Kysely, sql } from 'kysely';
import { belongsTo, required } from './columns.ts';

/** What becomes of a message after it was sent, and the indexes of the query operations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('message').addColumn('edited_at', 'bigint').execute();
  await db.schema.alterTable('message_update').addColumn('reason', 'text').execute();
  await db.schema.alterTable('event').addColumn('extra', 'text').execute();
  await createPollVote(db);
  await createIndexes(db);
  await fillIdentities(db);
}

async function createPollVote(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('poll_vote')
    .addColumn('instance_id', 'text', required)
    .addColumn('message_id', 'text', belongsTo('message'))
    .addColumn('voter', 'text', required)
    .addColumn('options', 'text', required)
    .addColumn('voted_at', 'bigint', required)
    .addPrimaryKeyConstraint('poll_vote_pk', ['message_id', 'voter'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createIndex('poll_vote_by_voter')
    .on('poll_vote')
    .columns(['instance_id', 'voter'])
    .execute();
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('message_by_participant')
    .on('message')
    .columns(['instance_id', 'participant', 'message_timestamp', 'id'])
    .where('participant', 'is not', null)
    .execute();
  await db.schema
    .createIndex('message_by_type')
    .on('message')
    .columns(['instance_id', 'message_type', 'message_timestamp', 'id'])
    .execute();
  await db.schema
    .createIndex('message_update_by_time')
    .on('message_update')
    .columns(['instance_id', 'id'])
    .execute();
  // The table of identities tells both names of a chat.
  await db.schema.dropIndex('message_by_alt').execute();
}

async function fillIdentities(db: Kysely<unknown>): Promise<void> {
  for (const jid of ['remote_jid', 'participant']) {
    const [pn, lid] = [sql.ref(jid), sql.ref(`${jid}_alt`)];
    await sql`insert into identity (instance_id, lid, pn)
      select distinct instance_id, ${lid}, ${pn} from message
      where ${lid} like '%@lid' and ${pn} like '%@s.whatsapp.net'
      on conflict do nothing`.execute(db);
  }
}
