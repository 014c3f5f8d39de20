import { type Selectable, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Db, EventRecord, JsonObject } from './schema.ts';
import type { EventTable } from './tables/event.ts';

/**
 * Appends the events to the instance's sequence, in their order; call it within a transaction. Each gets the
 * instance's name and own JID of now.
 */
export async function appendEvents(
  tx: Db,
  instanceId: string,
  events: { type: string; data: unknown; extra?: JsonObject }[],
): Promise<EventRecord[]> {
  if (events.length === 0) return [];
  const instance = await tx
    .updateTable('instance')
    .set({ event_seq: sql`event_seq + ${events.length}` })
    .where('id', '=', instanceId)
    .returning(['event_seq', 'name', 'owner_jid'])
    .executeTakeFirstOrThrow();
  const first = instance.event_seq - events.length + 1;
  const records = events.map(({ type, data, extra = null }, index) => ({
    id: uuidv7(),
    instance_id: instanceId,
    seq: first + index,
    instance_name: instance.name,
    type,
    data,
    sender: instance.owner_jid,
    created_at: Date.now(),
    extra,
  }));
  await tx.insertInto('event').values(records.map(encode)).execute();
  return records;
}

const encode = ({ data, extra, ...record }: EventRecord) => ({
  ...record,
  data: JSON.stringify(data),
  extra: extra && JSON.stringify(extra),
});

export function decodeEvent(row: Selectable<EventTable>): EventRecord {
  return {
    ...row,
    data: JSON.parse(row.data),
    extra: row.extra === null ? null : JSON.parse(row.extra),
  };
}
