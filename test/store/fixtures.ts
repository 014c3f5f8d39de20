import type { TestContext } from 'node:test';
import { type Compilable, CompiledQuery } from 'kysely';
import { openDatabase } from '../../server/store/db.ts';
import { insertInstance } from '../../server/store/instances.ts';
import type { Db, InstanceRow, NewMessage } from '../../server/store/schema.ts';
import type { SignalKeyChange } from '../../server/store/signal-keys.ts';
import { GLOBAL_WEBHOOK, saveWebhook, type WebhookValues } from '../../server/store/webhooks.ts';

export const WEBHOOK: WebhookValues = {
  instance_name: 'shop',
  url: 'https://h.test/x',
  headers: 'encrypted',
  enabled: 1,
  events: [],
  by_events: 0,
  base64: 0,
};

/** A database that lives as long as the test. */
export async function testDatabase(t: TestContext): Promise<Db> {
  const db = await openDatabase(':memory:');
  t.after(() => db.destroy());
  return db;
}

export function addInstance(db: Db, name = 'shop'): Promise<InstanceRow> {
  return insertInstance(db, { name, integration: 'WHATSAPP-BAILEYS', token_hash: `hash of ${name}` });
}

/** A webhook that gets the events of every instance. Gives its id. */
export async function addGlobalWebhook(db: Db): Promise<string> {
  const sealed = { secret_sealed: null, old_secret_sealed: null };
  const global = { id: GLOBAL_WEBHOOK, instance_id: null, instance_name: '', jids: [], ...sealed };
  return (await saveWebhook(db, { ...WEBHOOK, ...global })).id;
}

/** Changes of Signal keys whose values are texts: type → id → value; null deletes. */
export function keyChanges(changes: Record<string, Record<string, string | null>>): SignalKeyChange[] {
  return Object.entries(changes).flatMap(([type, values]) =>
    Object.entries(values).map(([id, value]) => ({
      type,
      id,
      value: value === null ? null : Buffer.from(value),
    })),
  );
}

/** The texts of keys that were found. */
export function texts(found: Map<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries([...found].map(([id, value]) => [id, Buffer.from(value).toString()]));
}

export function newMessage(instanceId: string, values: Partial<NewMessage> = {}): NewMessage {
  return {
    instance_id: instanceId,
    key_id: '3EB0C0FFEE',
    from_me: 0,
    remote_jid: '5511988887777@s.whatsapp.net',
    remote_jid_alt: null,
    participant: null,
    participant_alt: null,
    addressing_mode: null,
    push_name: 'Ana',
    status: 'PENDING',
    message_type: 'conversation',
    message: { conversation: 'hello' },
    context_info: null,
    message_timestamp: 1_741_064_767,
    source: 'android',
    proto: null,
    ...values,
  };
}

/** How SQLite would run the query: one line for each table and sort. */
export async function queryPlan(db: Db, query: Compilable): Promise<string[]> {
  const { sql, parameters } = query.compile();
  const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await db.executeQuery<{ detail: string }>(explained);
  return rows.map((row) => row.detail);
}
