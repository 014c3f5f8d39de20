import { randomUUID } from 'node:crypto';
import type { SelectQueryBuilder } from 'kysely';
import { transaction } from './db.ts';
import { prepared } from './prepared.ts';
import { LISTED_PROXY, type ListedProxy } from './proxies.ts';
import type { Database, Db, InstancePatch, InstanceRow, SettingRow, WebsocketRecord } from './schema.ts';
import { retireWebhooks } from './webhook-end.ts';
import { decodeWebsocket } from './websockets.ts';

export interface NewInstance {
  /** A UUID; a new one if left out. */
  id?: string;
  name: string;
  integration: string;
  token_hash: string;
  token_sealed?: string | null;
  number?: string | null;
  business_id?: string | null;
}

/** Each given field narrows the list. `number` is the one given at creation or the linked account's. */
export interface InstanceFilter {
  id?: string;
  name?: string;
  number?: string;
  tokenHash?: string;
}

export type ListedInstance = InstanceRow & {
  setting: SettingRow;
  websocket: WebsocketRecord | null;
  proxy: ListedProxy | null;
};

/** Another instance has the name, or one that differs from it by case or surrounding space alone. */
export class NameTakenError extends Error {
  override readonly name = 'NameTakenError';
}

/** Another instance has the token. */
export class TokenTakenError extends Error {
  override readonly name = 'TokenTakenError';
}

/** What two names that count as the same have in common. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** @throws NameTakenError, TokenTakenError */
export async function insertInstance(db: Db, values: NewInstance): Promise<InstanceRow> {
  const now = Date.now();
  const row = await db
    .insertInto('instance')
    .values({ id: randomUUID(), ...values, name_key: nameKey(values.name), created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) return row;
  if (await findInstanceByName(db, values.name)) throw new NameTakenError(values.name);
  throw new TokenTakenError('The token belongs to another instance');
}

export function findInstanceByName(db: Db, name: string): Promise<InstanceRow | undefined> {
  return instanceOfName(db, { key: nameKey(name) }).then(([instance]) => instance);
}

const instanceOfId = prepared<{ id: string }, InstanceRow>((db, value) =>
  db.selectFrom('instance').selectAll().where('id', '=', value('id')),
);

const instanceOfName = prepared<{ key: string }, InstanceRow>((db, value) =>
  db.selectFrom('instance').selectAll().where('name_key', '=', value('key')),
);

export function findInstanceById(db: Db, id: string): Promise<InstanceRow | undefined> {
  return instanceOfId(db, { id }).then(([instance]) => instance);
}

export function findInstanceByTokenHash(db: Db, tokenHash: string): Promise<InstanceRow | undefined> {
  return instances(db, { tokenHash }).selectAll().executeTakeFirst();
}

/**
 * The instances that match, oldest first, with their settings, which are written with the instance, their
 * websocket and their proxy: four queries however many there are.
 */
export async function listInstances(db: Db, filter: InstanceFilter = {}): Promise<ListedInstance[]> {
  const ids = instances(db, filter).select('id');
  const [rows, settings, websockets, proxies] = await Promise.all([
    instances(db, filter).selectAll().orderBy('created_at').orderBy('name_key').execute(),
    db.selectFrom('setting').selectAll().where('instance_id', 'in', ids).execute(),
    db.selectFrom('websocket').selectAll().where('instance_id', 'in', ids).execute(),
    db.selectFrom('proxy').select(LISTED_PROXY).where('instance_id', 'in', ids).execute(),
  ]);
  const settingOf = new Map(settings.map((setting) => [setting.instance_id, setting]));
  const websocketOf = new Map(websockets.map((row) => [row.instance_id, decodeWebsocket(row)]));
  const proxyOf = new Map(proxies.map((row) => [row.instance_id, row]));
  return rows.flatMap((row) => {
    const setting = settingOf.get(row.id);
    const websocket = websocketOf.get(row.id) ?? null;
    return setting ? [{ ...row, setting, websocket, proxy: proxyOf.get(row.id) ?? null }] : [];
  });
}

/** Every instance by what it is called, with what the log holds of it: one small query. */
export function listInstanceNames(
  db: Db,
): Promise<Pick<InstanceRow, 'id' | 'name' | 'integration' | 'event_bytes'>[]> {
  return instances(db, {}).select(['id', 'name', 'integration', 'event_bytes']).execute();
}

export function updateInstance(db: Db, id: string, patch: InstancePatch): Promise<InstanceRow | undefined> {
  return db
    .updateTable('instance')
    .set({ ...patch, updated_at: Date.now() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/**
 * Deletes the instance and all that belongs to it. Its webhook stays, retired, while it has pending
 * deliveries; its events stay until they are pruned.
 */
export async function deleteInstance(db: Db, id: string): Promise<void> {
  await transaction(db, async (tx) => {
    await retireWebhooks(tx, id);
    await tx.deleteFrom('instance').where('id', '=', id).execute();
  });
}

function instances(db: Db, filter: InstanceFilter): SelectQueryBuilder<Database, 'instance', object> {
  const { id, name, number, tokenHash } = filter;
  let query = db.selectFrom('instance');
  if (id !== undefined) query = query.where('id', '=', id);
  if (name !== undefined) query = query.where('name_key', '=', nameKey(name));
  if (tokenHash !== undefined) query = query.where('token_hash', '=', tokenHash);
  if (number !== undefined) {
    const jid = `${number}@s.whatsapp.net`;
    query = query.where((eb) => eb.or([eb('number', '=', number), eb('owner_jid', '=', jid)]));
  }
  return query;
}
