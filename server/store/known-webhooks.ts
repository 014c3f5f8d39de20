import type { Db, WebhookRecord } from './schema.ts';

/** A webhook that gets events of an instance. */
export type KnownWebhook = Pick<WebhookRecord, 'id' | 'url' | 'main' | 'enabled'>;

/** Those of the instance, and on demand that of all instances. */
export async function listKnownWebhooks(
  db: Db,
  instanceId: string,
  withGlobal: boolean,
): Promise<KnownWebhook[]> {
  const columns = ['id', 'url', 'main', 'enabled'] as const;
  const query = db.selectFrom('webhook').select(columns);
  const own = await query.where('instance_id', '=', instanceId).execute();
  return withGlobal ? [...own, ...(await query.where('instance_id', 'is', null).execute())] : own;
}
