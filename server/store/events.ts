import { type Selectable, sql } from 'kysely';
import { eventIds } from './event-ids.ts';
import type { Db, EventRecord, JsonObject } from './schema.ts';
import type { EventTable } from './tables/event.ts';

/** What an event takes of the log: the bytes of its JSON. */
export const EVENT_BYTES = sql<number>`octet_length(data) + coalesce(octet_length(extra), 0)`;

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
  const written = events.map(({ type, data, extra = null }) => ({
    type,
    data,
    extra,
    ...encode(data, extra),
  }));
  const bytes = written.reduce((sum, event) => sum + event.bytes, 0);
  const instance = await tx
    .updateTable('instance')
    .set({ event_seq: sql`event_seq + ${events.length}`, event_bytes: sql`event_bytes + ${bytes}` })
    .where('id', '=', instanceId)
    .returning(['event_seq', 'name', 'owner_jid'])
    .executeTakeFirstOrThrow();
  const first = instance.event_seq - events.length + 1;
  const added = written.map(({ type, data, extra, json }, index) => {
    const row = {
      id: eventIds.next(),
      instance_id: instanceId,
      seq: first + index,
      instance_name: instance.name,
      type,
      sender: instance.owner_jid,
      created_at: Date.now(),
    };
    return { record: { ...row, data, extra }, row: { ...row, ...json } };
  });
  await tx
    .insertInto('event')
    .values(added.map(({ row }) => row))
    .execute();
  return added.map(({ record }) => record);
}

function encode(data: unknown, extra: JsonObject | null) {
  const json = { data: JSON.stringify(data), extra: extra && JSON.stringify(extra) };
  return { json, bytes: Buffer.byteLength(json.data) + Buffer.byteLength(json.extra ?? '') };
}

export function decodeEvent(row: Selectable<EventTable>): EventRecord {
  return {
    ...row,
    data: JSON.parse(row.data),
    extra: row.extra === null ? null : JSON.parse(row.extra),
  };
}
