import type { Db, WebhookRecord } from './schema.ts';

/** A webhook that wants events, and which. */
export type Subscription = Pick<WebhookRecord, 'id' | 'events' | 'jids'>;

/** Those who want events of the instance, the global one included. */
export async function listSubscriptions(db: Db, instanceId: string): Promise<Subscription[]> {
  const rows = await subscriptionsQuery(db, instanceId).execute();
  return rows.map(({ id, events, jids }) => ({ id, events: JSON.parse(events), jids: JSON.parse(jids) }));
}

export function subscriptionsQuery(db: Db, instanceId: string) {
  return db
    .selectFrom('webhook')
    .select(['id', 'events', 'jids'])
    .where((eb) => eb.or([eb('instance_id', '=', instanceId), eb('instance_id', 'is', null)]))
    .where('enabled', '=', 1);
}
