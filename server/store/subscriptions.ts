import type { RawBuilder, Selectable } from 'kysely';
import { prepared } from './prepared.ts';
import type { Db, WebhookRecord } from './schema.ts';
import type { WebhookTable } from './tables/event.ts';

/** A webhook that wants events, and which. */
export type Subscription = Pick<WebhookRecord, 'id' | 'events' | 'jids'>;

/** Those who want events of the instance, the global one included. */
export async function listSubscriptions(db: Db, instanceId: string): Promise<Subscription[]> {
  const rows = await subscriptionRows(db, { instanceId });
  return rows.map(({ id, events, jids }) => ({ id, events: JSON.parse(events), jids: JSON.parse(jids) }));
}

const subscriptionRows = prepared<{ instanceId: string }, Row>((db, value) =>
  subscriptionsQuery(db, value('instanceId')),
);

type Row = Pick<Selectable<WebhookTable>, 'id' | 'events' | 'jids'>;

export function subscriptionsQuery(db: Db, instanceId: string | RawBuilder<string>) {
  return db
    .selectFrom('webhook')
    .select(['id', 'events', 'jids'])
    .where((eb) => eb.or([eb('instance_id', '=', instanceId), eb('instance_id', 'is', null)]))
    .where('enabled', '=', 1);
}
