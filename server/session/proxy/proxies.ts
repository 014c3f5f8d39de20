import type { Vault } from '../../secrets/vault.ts';
import { placeOf } from '../../store/places.ts';
import { deleteProxy, findProxy, upsertProxy } from '../../store/proxies.ts';
import type { Db, ProxyRow } from '../../store/schema.ts';

/** How a proxy is reached. An empty user name means that it asks for none. */
export interface ProxySettings {
  protocol: 'http' | 'https' | 'socks4' | 'socks5';
  /** A name or an address. */
  host: string;
  /** Decimal digits. */
  port: string;
  username: string;
  password: string;
}

/** The proxy of an instance as it is stored. */
export interface StoredProxy extends ProxySettings {
  id: string;
  instanceId: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  updatedAt: number;
}

/** The instances' proxies. Their passwords are encrypted at rest. */
export interface Proxies {
  find(instanceId: string): Promise<StoredProxy | undefined>;
  /** @param tx the transaction that it is part of */
  save(instanceId: string, proxy: ProxySettings, tx?: Db): Promise<StoredProxy>;
  remove(instanceId: string): Promise<void>;
}

export function createProxies(db: Db, vault: Vault): Proxies {
  const opened = (row: ProxyRow): StoredProxy => ({
    ...{ id: row.id, instanceId: row.instance_id, createdAt: row.created_at, updatedAt: row.updated_at },
    ...{ host: row.host, port: row.port, username: row.username },
    protocol: row.protocol as ProxySettings['protocol'],
    password: vault.openText(row.password_sealed, placeOf.proxyPassword(row.instance_id)),
  });
  return {
    async find(instanceId) {
      const row = await findProxy(db, instanceId);
      return row && opened(row);
    },
    async save(instanceId, { protocol, host, port, username, password }, tx = db) {
      const password_sealed = vault.sealText(password, placeOf.proxyPassword(instanceId));
      const values = { protocol, host, port, username, password_sealed };
      return opened(await upsertProxy(tx, instanceId, values));
    },
    remove: (instanceId) => deleteProxy(db, instanceId),
  };
}
