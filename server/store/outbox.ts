import type { RawBuilder, Selectable } from 'kysely';
import { newRowId } from './ids.ts';
import { columns, prepared } from './prepared.ts';
import type { Db, Flag } from './schema.ts';
import type { OutboxTable } from './tables/sending.ts';

/** A message on its way, in the order in which they are read: row ids sort by age. */
export interface OutboxRow
  extends Pick<Selectable<OutboxTable>, 'key_id' | 'sender' | 'jid' | 'edit' | 'created_at'> {
  nodes: unknown[] | null;
  audience: string[] | null;
}

export interface NewOutboxRow extends Omit<OutboxRow, 'created_at'> {
  instance_id: string;
  unfinished?: Flag;
}

/** Call it in the transaction that writes the message. */
export async function insertOutboxRow(tx: Db, row: NewOutboxRow): Promise<void> {
  const nodes = row.nodes && JSON.stringify(row.nodes);
  const audience = row.audience && JSON.stringify(row.audience);
  const created_at = Date.now();
  await insert(tx, { unfinished: 0, ...row, nodes, audience, id: newRowId(), created_at });
}

const insert = prepared<Selectable<OutboxTable>, unknown>((db, value) =>
  db
    .insertInto('outbox')
    .values(
      columns(value, [
        'id',
        'instance_id',
        'key_id',
        'sender',
        'jid',
        'edit',
        'nodes',
        'audience',
        'unfinished',
        'created_at',
      ]),
    ),
);

/** The oldest of the instance's rows after one of them, and not after a moment. */
export async function outboxAfter(
  db: Db,
  instanceId: string,
  after: string,
  until: number,
  limit: number,
): Promise<(OutboxRow & { id: string })[]> {
  const rows = await outboxQuery(db, instanceId, after, until, limit).execute();
  return rows.map((row) => ({ ...decode(row), id: row.id }));
}

/** For tests: how it is read. */
export function outboxQuery(db: Db, instanceId: string, after: string, until: number, limit: number) {
  return db
    .selectFrom('outbox')
    .select([...COLUMNS, 'id'])
    .where('instance_id', '=', instanceId)
    .where('id', '>', after)
    .where('created_at', '<=', until)
    .orderBy('id')
    .limit(limit);
}

export async function findOutboxRow(
  db: Db,
  instanceId: string,
  keyId: string,
): Promise<OutboxRow | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(COLUMNS)
    .where('instance_id', '=', instanceId)
    .where('key_id', '=', keyId)
    .executeTakeFirst();
  return row && decode(row);
}

/** WhatsApp has taken it: there is nothing more to do, unless others have yet to be given it. */
export async function acknowledgeOutboxRow(tx: Db, instanceId: string, keyId: string): Promise<void> {
  await acknowledge(tx, { instanceId, keyId });
}

const acknowledge = prepared<{ instanceId: string; keyId: string }, unknown>((db, value) =>
  rowOf(db, value('instanceId'), value('keyId')).where('unfinished', '=', 0),
);

/** It is over with, whatever became of it. */
export async function deleteOutboxRow(tx: Db, instanceId: string, keyId: string): Promise<void> {
  await rowOf(tx, instanceId, keyId).execute();
}

/** All of its audience was given it: what WhatsApp said in the meantime counts now. */
export async function finishOutboxRow(tx: Db, instanceId: string, keyId: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ unfinished: 0 })
    .where('instance_id', '=', instanceId)
    .where('key_id', '=', keyId)
    .execute();
}

type Text = string | RawBuilder<string>;

function rowOf(tx: Db, instanceId: Text, keyId: Text) {
  return tx.deleteFrom('outbox').where('instance_id', '=', instanceId).where('key_id', '=', keyId);
}

const COLUMNS = ['key_id', 'sender', 'jid', 'edit', 'nodes', 'audience', 'created_at'] as const;

function decode(row: Pick<Selectable<OutboxTable>, (typeof COLUMNS)[number]>): OutboxRow {
  return {
    ...row,
    nodes: row.nodes === null ? null : JSON.parse(row.nodes),
    audience: row.audience === null ? null : JSON.parse(row.audience),
  };
}
