import { type Selectable, sql } from 'kysely';
import { eventIds } from './event-ids.ts';
import { columns, prepared } from './prepared.ts';
import type { Db, EventRecord, InstanceRow, JsonObject } from './schema.ts';
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
  const [instance] = await reserve(tx, { instanceId, count: events.length, bytes });
  if (!instance) throw new Error('The instance is gone');
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
  for (const { row } of added) await insert(tx, row);
  return added.map(({ record }) => record);
}

type Head = Pick<InstanceRow, 'event_seq' | 'name' | 'owner_jid'>;

const reserve = prepared<{ instanceId: string; count: number; bytes: number }, Head>((db, value) =>
  db
    .updateTable('instance')
    .set((eb) => ({
      event_seq: eb('event_seq', '+', value('count')),
      event_bytes: eb('event_bytes', '+', value('bytes')),
    }))
    .where('id', '=', value('instanceId'))
    .returning(['event_seq', 'name', 'owner_jid']),
);

const insert = prepared<Selectable<EventTable>, unknown>((db, value) =>
  db
    .insertInto('event')
    .values(
      columns(value, [
        'id',
        'instance_id',
        'seq',
        'instance_name',
        'type',
        'sender',
        'created_at',
        'data',
        'extra',
      ]),
    ),
);

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
