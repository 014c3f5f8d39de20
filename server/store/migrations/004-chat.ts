import { type Kysely, sql } from 'kysely';
import { belongsTo, primary, required, zero } from './columns.ts';

/** Who is who, and what an account's phone knows of its chats: names, unread messages, labels. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createIdentity(db);
  await createChat(db);
  await createContact(db);
  await createLabels(db);
}

async function createIdentity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('identity')
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('lid', 'text', required)
    .addColumn('pn', 'text', required)
    .addPrimaryKeyConstraint('identity_pk', ['instance_id', 'lid'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema.createIndex('identity_by_pn').on('identity').columns(['instance_id', 'pn']).execute();
}

async function createChat(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chat')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('remote_jid', 'text', required)
    .addColumn('name', 'text')
    .addColumn('unread_count', 'integer', zero)
    .addColumn('archived', 'integer', zero)
    .addColumn('active_at', 'bigint', zero)
    .addColumn('last_message_id', 'text')
    .addColumn('last_received_at', 'bigint')
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .addUniqueConstraint('chat_key', ['instance_id', 'remote_jid'])
    .execute();
  await db.schema
    .createIndex('chat_by_activity')
    .on('chat')
    .columns(['instance_id', 'active_at', 'id'])
    .execute();
}

async function createContact(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('contact')
    .addColumn('id', 'text', primary)
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('remote_jid', 'text', required)
    .addColumn('push_name', 'text')
    .addColumn('name', 'text')
    .addColumn('profile_pic_url', 'text')
    .addColumn('is_saved', 'integer', zero)
    .addColumn('type', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .addUniqueConstraint('contact_key', ['instance_id', 'remote_jid'])
    .execute();
  await db.schema
    .createIndex('contact_by_name')
    .on('contact')
    .columns(['instance_id', 'push_name', 'remote_jid'])
    .execute();
}

async function createLabels(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('label')
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('label_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('color', 'integer', required)
    .addColumn('predefined_id', 'text')
    .addPrimaryKeyConstraint('label_pk', ['instance_id', 'label_id'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createTable('label_association')
    .addColumn('instance_id', 'text', belongsTo('instance'))
    .addColumn('remote_jid', 'text', required)
    .addColumn('label_id', 'text', required)
    .addPrimaryKeyConstraint('label_association_pk', ['instance_id', 'remote_jid', 'label_id'])
    .modifyEnd(sql`without rowid`)
    .execute();
}
