import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Vault } from '../../server/secrets/vault.ts';
import { createWebhookSeals } from '../../server/secrets/webhook-seals.ts';
import { loadCredentials, saveCredentials } from '../../server/store/credentials.ts';
import { type DataFolder, openDataFolder } from '../../server/store/data-folder.ts';
import { insertInstance } from '../../server/store/instances.ts';
import { placeOf } from '../../server/store/places.ts';
import { findProxy, upsertProxy } from '../../server/store/proxies.ts';
import type { Db } from '../../server/store/schema.ts';
import { getSignalKeys, setSignalKeys } from '../../server/store/signal-keys.ts';
import { listWebhooks, saveWebhook } from '../../server/store/webhooks.ts';
import { WEBHOOK } from '../store/fixtures.ts';

export const ID = '11111111-2222-4333-8444-555555555555';

const PROXY = { protocol: 'http', host: 'proxy.test', port: '8080', username: 'ana' };

export function testFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-keys-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the folder, does something, and closes it. */
export async function inFolder<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, close }: DataFolder = await openDataFolder(dataDir);
  try {
    return await work(db);
  } finally {
    await close();
  }
}

/** Writes an instance with one value of each kind that is encrypted, and `count` Signal keys. */
export async function fill(db: Db, vault: Vault, count = 3): Promise<void> {
  await insertInstance(db, {
    id: ID,
    name: 'shop',
    integration: 'WHATSAPP-BAILEYS',
    token_hash: 'hash',
    token_sealed: vault.sealText('the token', placeOf.token(ID)),
  });
  const password_sealed = vault.sealText('the password', placeOf.proxyPassword(ID));
  await upsertProxy(db, ID, { ...PROXY, password_sealed });
  await addWebhook(db, vault);
  await saveCredentials(db, ID, vault.seal(Buffer.from('the credentials'), placeOf.credentials(ID)), true);
  const keys = Array.from({ length: count }, (_, n) => ({ type: 'session', id: String(n) }));
  await setSignalKeys(
    db,
    ID,
    keys.map(({ type, id }) => ({
      ...{ type, id },
      value: vault.seal(Buffer.from(`key ${id}`), placeOf.signalKey(ID, type, id)),
    })),
  );
}

async function addWebhook(db: Db, vault: Vault): Promise<void> {
  const seals = createWebhookSeals(vault);
  await saveWebhook(db, {
    ...{ ...WEBHOOK, id: 'w', instance_id: ID, jids: [] },
    headers: seals.headers('w', { authorization: 'the headers' }),
    secret_sealed: seals.secret('w', 'the secret'),
    old_secret_sealed: seals.secret('w', 'the old secret'),
  });
}

/** What `fill` wrote; throws if any of it does not open. */
export async function readAll(db: Db, vault: Vault, count = 3): Promise<string[]> {
  const { token_sealed } = await db.selectFrom('instance').select('token_sealed').executeTakeFirstOrThrow();
  const proxy = await findProxy(db, ID);
  const [webhook] = await listWebhooks(db, ID);
  const opened = webhook && createWebhookSeals(vault).open(webhook.id, webhook);
  const credentials = await loadCredentials(db, ID);
  const ids = Array.from({ length: count }, (_, n) => String(n));
  const keys = await getSignalKeys(db, ID, 'session', ids);
  return [
    vault.openText(token_sealed ?? '', placeOf.token(ID)),
    vault.openText(proxy?.password_sealed ?? '', placeOf.proxyPassword(ID)),
    ...[opened?.headers.authorization ?? '', ...(opened?.secrets ?? [])],
    vault.open(credentials ?? Buffer.alloc(0), placeOf.credentials(ID)).toString(),
    ...ids.map((id) =>
      vault.open(keys.get(id) ?? Buffer.alloc(0), placeOf.signalKey(ID, 'session', id)).toString(),
    ),
  ];
}

export const filled = (count = 3): string[] => [
  ...['the token', 'the password', 'the headers', 'the secret', 'the old secret', 'the credentials'],
  ...Array.from({ length: count }, (_, n) => `key ${n}`),
];
