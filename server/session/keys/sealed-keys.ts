import type { Vault } from '../../secrets/vault.ts';
import { placeOf } from '../../store/places.ts';
import type { Db } from '../../store/schema.ts';
import { getSignalKeys, type SignalKeyChange, setSignalKeys } from '../../store/signal-keys.ts';
import { ABSENT, type KeyCache } from './cache.ts';

/** Runs `write` in a transaction, together with what else belongs to the same moment; done when it is committed. */
export type Commit = (write: (tx: Db) => Promise<void>) => Promise<void>;

/** The Signal keys of all instances: encrypted in the database, those in use in the cache too. */
export interface SealedKeys {
  /** The keys that exist, by id. */
  read(instanceId: string, type: string, ids: string[]): Promise<Map<string, Uint8Array>>;
  write(instanceId: string, changes: SignalKeyChange[], commit: Commit): Promise<void>;
  /** To be called when the instance's keys were deleted behind its back. */
  forget(instanceId: string): void;
}

/** Each is used once, and an account has 812 of them. */
const isKept = (type: string): boolean => type !== 'pre-key';

export function createSealedKeys(db: Db, vault: Vault, cache: KeyCache): SealedKeys {
  /** By place. */
  const readStored = async (instanceId: string, type: string, ids: string[]) => {
    const rows = await getSignalKeys(db, instanceId, type, ids);
    return new Map(
      [...rows].map(([id, sealed]) => {
        const place = placeOf.signalKey(instanceId, type, id);
        return [place, vault.open(sealed, place)];
      }),
    );
  };
  return {
    async read(instanceId, type, ids) {
      const places = new Map(ids.map((id) => [id, placeOf.signalKey(instanceId, type, id)]));
      const known = new Map<string, Uint8Array>();
      for (const place of isKept(type) ? places.values() : []) {
        const value = cache.get(place);
        if (value) known.set(place, value);
      }
      const unknown = [...places].filter(([, place]) => !known.has(place));
      const read = () =>
        readStored(
          instanceId,
          type,
          unknown.map(([id]) => id),
        );
      const keepable = isKept(type) ? unknown.map(([, place]) => place) : [];
      const stored = unknown.length > 0 ? await cache.reading(keepable, read) : new Map<string, Uint8Array>();
      return new Map(
        [...places].flatMap(([id, place]) => {
          const value = known.get(place) ?? stored.get(place) ?? ABSENT;
          return value.length > 0 ? [[id, value] as const] : [];
        }),
      );
    },
    async write(instanceId, changes, commit) {
      const placed = changes.map((change) => ({
        ...change,
        place: placeOf.signalKey(instanceId, change.type, change.id),
      }));
      const sealed = placed.map(({ type, id, value, place }) => ({
        ...{ type, id },
        value: value && vault.seal(value, place),
      }));
      const kept = new Map(
        placed.filter(({ type }) => isKept(type)).map(({ place, value }) => [place, value]),
      );
      await cache.writing(kept, () => commit((tx) => setSignalKeys(tx, instanceId, sealed)));
    },
    forget: (instanceId) => cache.forget(placeOf.signalKeys(instanceId)),
  };
}
